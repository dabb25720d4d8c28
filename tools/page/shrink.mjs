// Makes what is sent smaller, with tools from npm (tests/e2e/package.json).

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const tools = fileURLToPath(new URL("../../tests/e2e/node_modules/.bin/", import.meta.url));

// What rustc and wasm-bindgen use. Not --all-features: wasm-opt would then write a module that Chromium refuses.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

/** Runs one of npm's tools, with `input` on its standard input; answers what it printed. */
export async function npmTool(name, options, { directory, input = "" } = {}) {
  const running = run(join(tools, name), options, { cwd: directory, maxBuffer: 2 ** 26 });
  running.child.stdin.end(input);
  const { stdout } = await running;
  return stdout;
}

/** A script's text, without comments and spaces when `minified`. */
export async function minify(file, { minified }) {
  return minified ? npmTool("esbuild", [file, "--minify", "--target=es2022"]) : readFile(file, "utf8");
}

/**
 * Optimises the WebAssembly module in `folder` for size, shortens the names that it and the module which starts it know
 * each other by, and minifies the latter, in place.
 */
export async function shrinkProgram(folder) {
  const [program, module] = [join(folder, "vps-portal_bg.wasm"), join(folder, "vps-portal.js")];
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  // Measured with brotli: "-Oz" makes fewer bytes, but bytes that compress less well.
  const options = ["-Os", "--flatten", "--rereloop", "-Os", "--strip-debug", "--strip-producers"];
  const rename = "--minify-imports-and-exports-and-modules";
  const names = JSON.parse(await npmTool("wasm-opt", [...options, rename, ...features, program, "-o", program]));
  await writeFile(module, withShortNames(await readFile(module, "utf8"), names));
  const minified = ["--minify", "--target=es2022", "--format=esm", "--allow-overwrite"];
  await npmTool("esbuild", [module, ...minified, `--outfile=${module}`, "--log-level=error"]);
}

/**
 * The starting module with the names that wasm-opt has given to imports and exports. wasm-bindgen writes an import as a
 * key of an object of its module, and an export as a member of `wasm`.
 */
function withShortNames(script, { imports, exports }) {
  const importNames = new Map(imports.map(([, name, short]) => [name, short]));
  const exportNames = new Map(exports);
  const used = new Set();
  const shortened = script
    .replaceAll(/^( +)(\w+)(?=: function\()/gmu, (whole, space, name) => {
      used.add(name);
      return importNames.has(name) ? space + importNames.get(name) : whole;
    })
    .replaceAll(/\bwasm\.(\w+)/gu, (whole, name) => (exportNames.has(name) ? `wasm.${exportNames.get(name)}` : whole))
    .replaceAll(`"${imports[0][0]}"`, '"a"');
  const missing = imports.find(([, name]) => !used.has(name));
  if (missing) {
    throw new Error(`The starting module does not give the program what it imports as ${missing[1]}.`);
  }
  return shortened;
}
