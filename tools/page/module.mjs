// The module that wasm-bindgen writes, which starts the program.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** From here on the module says how it is started, in every way that anybody may want. */
const STARTING = /^let wasmModule, wasmInstance, wasm;$.*/msu;
/** For browsers that are too old for the program. */
const FOR_OLD_BROWSERS = /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{$.*?^\}$/msu;

/**
 * The one way in which public/boot.js starts the program, a tenth of what stands there. Browsers compile while they fetch,
 * but only what a host calls a program. The module that fetches the pieces asks for `initSync`, when the program runs.
 */
const OUR_STARTING = `
let wasm;
async function start(program) {
  const answer = await program;
  const imports = __wbg_get_imports();
  const { instance } =
    answer.headers.get("content-type") === "application/wasm"
      ? await WebAssembly.instantiateStreaming(answer, imports)
      : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  wasm = instance.exports;
  wasm.__wbindgen_start();
}
export const initSync = () => wasm;
globalThis.vpsPortal?.begin(start);
`;

/** Lets the module in `folder` give what starts the program to public/boot.js, instead of being imported by it. */
export async function handOver(folder) {
  const file = join(folder, "vps-portal.js");
  const script = await readFile(file, "utf8");
  for (const part of [STARTING, FOR_OLD_BROWSERS]) {
    if (!part.test(script)) {
      throw new Error(`wasm-bindgen writes its module in another way: ${part} is not there.`);
    }
  }
  await writeFile(file, script.replace(STARTING, () => OUR_STARTING).replace(FOR_OLD_BROWSERS, ""));
}
