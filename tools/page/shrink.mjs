// Makes what is sent smaller, with tools from npm (tests/e2e/package.json).

import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { LOADER, finishLoader, piecesIn } from "./pieces.mjs";
import { orderFunctions } from "./order.mjs";
import { FEATURES, runTool } from "./run-tool.mjs";
import { assembleJoiner, splitFile } from "./split-streams.mjs";

// Measured with brotli: "-Oz" makes fewer bytes, but bytes that compress less well.
const SMALLER = ["-Os", "--flatten", "--rereloop", "-Os", "-Os", "--strip-debug", "--strip-producers"];

/** Nothing lies in the first kilobyte of the memory, the end of the stack: addresses may be added up without a look. */
const MEMORY = "--low-memory-unused";

/** The text of a classic script made of `file` and all that it imports, without comments and spaces when `minified`. */
export async function bundleScript(file, { minified }) {
  const options = ["--bundle", "--format=iife", "--target=es2022", ...(minified ? ["--minify"] : [])];
  return runTool("esbuild", [file, ...options]);
}

/** The programs of a released page: what has pieces, and what has none. */
const [PORTAL, SIGN_IN] = ["vps-portal", "sign-in"];

/**
 * Optimises the WebAssembly modules in `folder` for size, shortens the names that each program and the module which
 * starts it know each other by, takes them apart (split-streams.mjs), and makes one small module of the latter and of the
 * one that fetches the pieces, in place.
 */
export async function shrinkPrograms(folder) {
  const joiner = await assembleJoiner();
  for (const piece of await piecesIn(folder)) {
    await shrink(join(folder, piece), joiner, []);
  }
  for (const program of [PORTAL, SIGN_IN]) {
    const names = await shrink(join(folder, `${program}_bg.wasm`), joiner, ["--minify-imports-and-exports-and-modules"]);
    const { imports, exports } = JSON.parse(names);
    const shortened = { imports: new Map(imports.map(([, name, short]) => [name, short])), exports: new Map(exports) };
    if (program === PORTAL) {
      await finishLoader(folder, shortened);
    }
    await shrinkModule(join(folder, `${program}.js`), joiner, shortened);
  }
  await rm(join(folder, LOADER));
}

/** Optimises the module in `file` with these `options` besides, puts its functions in order, and takes it apart; answers what wasm-opt says. */
async function shrink(file, joiner, options) {
  const said = await runTool("wasm-opt", [MEMORY, ...SMALLER, ...options, ...FEATURES, file, "-o", file]);
  await orderFunctions(file, FEATURES);
  await splitFile(file, joiner);
  return said;
}

/** Bundles the module in `file`, which starts a program, with all that it imports. */
async function shrinkModule(file, joiner, { imports, exports }) {
  await writeFile(file, withShortNames(await readFile(file, "utf8"), imports, exports));
  const bundled = ["--bundle", "--minify", "--target=es2022", "--format=esm", "--allow-overwrite", "--log-level=error"];
  const constants = [`--define:JOINER=${JSON.stringify(joiner.toString("base64"))}`];
  await runTool("esbuild", [file, ...bundled, ...constants, `--outfile=${file}`]);
}

/**
 * The starting module with the names that wasm-opt has given to imports and exports, all of one module "a".
 * wasm-bindgen writes an import as a key of an object of its module, and an export as a member of `wasm`.
 */
function withShortNames(script, imports, exports) {
  const used = new Set();
  const shortened = script
    .replaceAll(/^( +)(\w+)(?=: function\()/gmu, (whole, space, name) => {
      used.add(name);
      return imports.has(name) ? space + imports.get(name) : whole;
    })
    .replaceAll(/\bwasm\.(\w+)/gu, (whole, name) => (exports.has(name) ? `wasm.${exports.get(name)}` : whole))
    .replaceAll(/^( +)"\.\/sign-in_bg\.js": (\w+),?$/gmu, '$1"a": $2,')
    .replaceAll(/^ +"\.\/__wasm_split\.js": import\d+,\n/gmu, "")
    .replaceAll(/^( +)"\.\/vps-portal_bg\.js": (\w+),?$/gmu, '$1"a": Object.assign($2, import1),');
  const missing = [...imports.keys()].find((name) => !used.has(name) && !name.startsWith("__wasm_split_load_"));
  if (missing) {
    throw new Error(`The starting module does not give the program what it imports as ${missing}.`);
  }
  return shortened;
}
