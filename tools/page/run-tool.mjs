// Runs the tools that the build needs: npm's (tests/e2e/package.json) and those that setup.sh installed, both on the
// PATH that tools/environment.sh sets.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What Binaryen's tools must know of a module that rustc and wasm-bindgen write. Not all there is: Chromium would refuse it. */
export const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

/**
 * Runs a tool in `directory`, with `input` on its standard input; answers what it printed. Throws with what it complained
 * about.
 */
export async function runTool(name, options, { directory, input = "" } = {}) {
  const running = run(name, options, { cwd: directory, maxBuffer: 2 ** 26 });
  running.child.stdin.end(input);
  const { stdout } = await running;
  return stdout;
}
