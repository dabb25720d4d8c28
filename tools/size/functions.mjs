// The largest functions of the program, as the linker left it: where to look when it has grown.

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";

import { functionsOf } from "../wasm.mjs";

/** The names as they stand in the source, by the tool that comes with every linker; without it as the compiler made them. */
function demangled(names) {
  const { status, stdout } = spawnSync("c++filt", { input: names.join("\n"), encoding: "utf8", maxBuffer: 2 ** 28 });
  return status === 0 ? stdout.split("\n").map((name) => name.replaceAll(/\[[0-9a-f]{12,16}\]/gu, "")) : names;
}

/** The `count` largest functions of the module in `file`: `{ name, bytes }`. */
export async function largestFunctions(file, count) {
  const { imported, bodies, names } = functionsOf(await readFile(file));
  const functions = bodies.map((body, index) => ({ bytes: body.length, name: names.get(imported + index) ?? "" }));
  const largest = functions.sort((a, b) => b.bytes - a.bytes).slice(0, count);
  const readable = demangled(largest.map(({ name }) => name));
  return largest.map(({ bytes }, index) => ({ bytes, name: readable[index] }));
}
