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

/**
 * Optimises the WebAssembly modules in `folder` for size, shortens the names that the program and the module which
 * starts it know each other by, takes them apart (split-streams.mjs), and makes one small module of the latter and of the
 * one that fetches the pieces, in place.
 */
export async function shrinkProgram(folder) {
  const joiner = await assembleJoiner();
  const [program, module] = [join(folder, "vps-portal_bg.wasm"), join(folder, "vps-portal.js")];
  for (const piece of await piecesIn(folder)) {
    await optimise(join(folder, piece), []);
    await orderFunctions(join(folder, piece), FEATURES);
    await splitFile(join(folder, piece), joiner);
  }
  const names = JSON.parse(await optimise(program, ["--minify-imports-and-exports-and-modules"]));
  await orderFunctions(program, FEATURES);
  await splitFile(program, joiner);
  const imports = new Map(names.imports.map(([, name, short]) => [name, short]));
  const exports = new Map(names.exports);
  await finishLoader(folder, { imports, exports });
  await writeFile(module, withShortNames(await readFile(module, "utf8"), imports, exports));
  const bundled = ["--bundle", "--minify", "--target=es2022", "--format=esm", "--allow-overwrite", "--log-level=error"];
  const constants = [`--define:JOINER=${JSON.stringify(joiner.toString("base64"))}`];
  await runTool("esbuild", [module, ...bundled, ...constants, `--outfile=${module}`]);
  await rm(join(folder, LOADER));
}

function optimise(file, options) {
  return runTool("wasm-opt", [MEMORY, ...SMALLER, ...options, ...FEATURES, file, "-o", file]);
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
    .replaceAll(/^ +"\.\/__wasm_split\.js": import\d+,\n/gmu, "")
    .replaceAll(/^( +)"\.\/vps-portal_bg\.js": (\w+),?$/gmu, '$1"a": Object.assign($2, import1),');
  const missing = [...imports.keys()].find((name) => !used.has(name) && !name.startsWith("__wasm_split_load_"));
  if (missing) {
    throw new Error(`The starting module does not give the program what it imports as ${missing}.`);
  }
  return shortened;
}
