// Makes what is sent smaller, with tools from npm (tests/e2e/package.json).

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
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

/** Optimises the WebAssembly module in `folder` for size, and minifies the module that starts it, in place. */
export async function shrinkProgram(folder) {
  const [program, module] = [join(folder, "vps-portal_bg.wasm"), join(folder, "vps-portal.js")];
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  await npmTool("wasm-opt", ["-Oz", "--strip-debug", "--strip-producers", ...features, program, "-o", program]);
  const minified = ["--minify", "--target=es2022", "--format=esm", "--allow-overwrite"];
  await npmTool("esbuild", [module, ...minified, `--outfile=${module}`, "--log-level=error"]);
}
