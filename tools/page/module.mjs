// The module that wasm-bindgen writes, which starts a program.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { runTool } from "./run-tool.mjs";
import { withoutRelocations } from "../wasm.mjs";

/** From here on the module says how it is started, in every way that anybody may want. */
const STARTING = /^let wasmModule, wasmInstance, wasm;$.*/msu;
/** For browsers that are too old for the program. */
const FOR_OLD_BROWSERS = /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{$.*?^\}$/msu;

/** How a page that is worked on makes code of the program, which comes as the compiler left it. */
const INSTANTIATE = "const instantiate = (answer, imports) => WebAssembly.instantiateStreaming(answer, imports);";

/** The same for a released page (instantiate.js), whose program is sent in another form. */
const INSTANTIATE_RELEASED = importOf("instantiate.js", "instantiate");

/**
 * The one way in which public/boot.js starts the program, a tenth of what stands there. The module that fetches the pieces
 * asks for `initSync`, when the program runs.
 */
const OUR_STARTING = `
let wasm;
async function start(program) {
  const { instance } = await instantiate(program, __wbg_get_imports());
  wasm = instance.exports;
  wasm.__wbindgen_start();
}
export const initSync = () => wasm;
globalThis.vpsPortal?.begin(start);
`;

/** Imports `name` from a script of this folder, wherever the build bundles what imports it. */
export function importOf(script, name) {
  return `import { ${name} } from ${JSON.stringify(fileURLToPath(new URL(script, import.meta.url)))};`;
}

/** Writes `program`, as the linker left it, as a browser wants it, and the module that starts it, into `folder`. */
export async function bindProgram(program, folder) {
  const forBrowsers = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"];
  await runTool("wasm-bindgen", [program, ...forBrowsers, "--out-dir", folder]);
}

/** The same for a program that is not cut into pieces. */
export async function bindWhole(program, folder) {
  const prepared = await mkdtemp(join(tmpdir(), "vps-portal-"));
  try {
    const file = join(prepared, basename(program));
    await writeFile(file, withoutRelocations(await readFile(program)));
    await bindProgram(file, folder);
  } finally {
    await rm(prepared, { recursive: true });
  }
}

/** Lets the module of the program `name` in `folder` give what starts it to public/boot.js, instead of being imported by it. */
export async function handOver(folder, name, { released }) {
  const file = join(folder, `${name}.js`);
  const script = await readFile(file, "utf8");
  for (const part of [STARTING, FOR_OLD_BROWSERS]) {
    if (!part.test(script)) {
      throw new Error(`wasm-bindgen writes its module in another way: ${part} is not there.`);
    }
  }
  const ours = script.replace(STARTING, () => OUR_STARTING).replace(FOR_OLD_BROWSERS, "");
  await writeFile(file, [released ? INSTANTIATE_RELEASED : INSTANTIATE, ours].join("\n"));
}
