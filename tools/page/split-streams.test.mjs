import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { joinStreams } from "./join-streams.js";
import { FEATURES, runTool } from "./run-tool.mjs";
import { assembleJoiner, splitStreams } from "./split-streams.mjs";

/** How many modules are made up. */
const MODULES = 6;

let folder;
let joiner;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "vps-portal-"));
  joiner = new WebAssembly.Module(await assembleJoiner());
});
after(() => rm(folder, { recursive: true }));

const joined = (module) => Buffer.from(joinStreams(joiner, splitStreams(module).buffer));

/** The module that a text says. */
async function assembled(text) {
  const [source, file] = [join(folder, "module.wat"), join(folder, "module.wasm")];
  await writeFile(source, text);
  await runTool("wasm-as", [...FEATURES, source, "-o", file]);
  return readFile(file);
}

/** The text of a module, without how what it loads and stores is aligned, which is not kept. */
async function textOf(module) {
  const file = join(folder, "printed.wasm");
  await writeFile(file, module);
  return (await runTool("wasm-dis", [...FEATURES, file])).replaceAll(/ align=\d+/gu, "");
}

/** A module of Binaryen's making, always the same for a `seed`, with all kinds of instructions. */
async function madeUp(seed) {
  const [noise, file] = [join(folder, "noise"), join(folder, "made-up.wasm")];
  const blocks = Array.from({ length: 40 + 40 * seed }, (_, index) => createHash("sha512").update(`${seed} ${index}`).digest());
  await writeFile(noise, Buffer.concat(blocks));
  await runTool("wasm-opt", ["--mvp-features", ...FEATURES, "--disable-reference-types", "--translate-to-fuzz", noise, "-o", file]);
  return readFile(file);
}

test("what is taken apart and put together again is the same module", async () => {
  for (let seed = 0; seed < MODULES; seed += 1) {
    const module = await madeUp(seed);
    const again = joined(module);
    assert.ok(WebAssembly.validate(again), `module ${seed} is none`);
    assert.equal(await textOf(again), await textOf(module), `module ${seed} is another`);
  }
});

test("a rare instruction, a long constant and an odd alignment do what they did", async () => {
  const module = await assembled(`(module
    (memory 1)
    (data (i32.const 60000) "")
    (func (export "label") (param i32) (result i32)
      (block $two (block $one (block $none (br_table $none $one $two (local.get 0))) (return (i32.const 10))) (return (i32.const 11)))
      (i32.const -2147483648))
    (func (export "point") (result f64) (f64.add (f64.promote_f32 (f32.const 1.5)) (f64.const 0.25)))
    (func (export "load") (result i64)
      (memory.fill (i32.const 61) (i32.const 7) (i32.const 8))
      (i64.load offset=60 align=1 (i32.const 1))))`);
  const { label, point, load } = new WebAssembly.Instance(new WebAssembly.Module(joined(module))).exports;
  assert.deepEqual([0, 1, 2, 9].map(label), [10, 11, -2147483648, -2147483648]);
  assert.equal(point(), 1.75);
  assert.equal(load(), 0x0707070707070707n);
});

test("what is sent is a module for browsers and hosts, though one for no use", async () => {
  const split = splitStreams(await assembled("(module (func))"));
  const module = new WebAssembly.Module(split);
  assert.deepEqual(WebAssembly.Module.exports(module), []);
});

test("an instruction that is unknown is not passed over", async () => {
  const [file, source] = [join(folder, "tail.wasm"), join(folder, "tail.wat")];
  await writeFile(source, "(module (func $again (return_call $again)))");
  await runTool("wasm-as", ["--enable-tail-call", source, "-o", file]);
  const module = await readFile(file);
  assert.throws(() => splitStreams(module), /does not know: 0x12/u);
});
