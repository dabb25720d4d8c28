// Cuts the program into the pieces that src/pages/pieces.rs declares: what every page needs, and what is fetched when it
// is first needed.
//
// wasm-split-cli writes "split_NAME.wasm" for each piece, what merge.mjs makes "shared_N.wasm" of for what several of them
// share, and "__wasm_split.js", which fetches them; wasm-bindgen then writes the module that starts the rest, as it does
// for a whole program.

import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { mergeChunks } from "./merge.mjs";
import { bindProgram, importOf } from "./module.mjs";
import { nameByContent } from "./names.mjs";
import { runTool } from "./run-tool.mjs";

/** The module that fetches the pieces, as the others know it. */
export const LOADER = "__wasm_split.js";

const IMPORT = importOf("instantiate.js", "instantiate");

/** Cuts `program`, as the linker left it, and writes all parts and their modules into `folder`. */
export async function cutProgram(program, folder) {
  const cut = await mkdtemp(join(tmpdir(), "vps-portal-"));
  try {
    await runTool("wasm-split-cli", [program, cut, "--out-name", "vps-portal"]);
    await mergeChunks(cut, LOADER);
    await bindProgram(join(cut, "vps-portal.wasm"), folder);
    for (const name of await piecesIn(cut)) {
      await rename(join(cut, name), join(folder, name));
    }
    await rename(join(cut, LOADER), join(folder, LOADER));
  } finally {
    await rm(cut, { recursive: true });
  }
}

/** The files of the pieces in `folder`. */
export async function piecesIn(folder) {
  const names = await readdir(folder);
  return names.filter((name) => /^(split|shared)_\w+\.wasm$/u.test(name)).sort();
}

/**
 * Gives the pieces their final names, lists them, and writes the loader that knows them by that list, checks what it
 * fetches, and knows the program's `imports` and `exports` by their short names (maps from the long ones).
 */
export async function finishLoader(folder, { imports, exports }) {
  let loader = await readFile(join(folder, LOADER), "utf8");
  const digests = {};
  for (const name of await piecesIn(folder)) {
    const { integrity } = await nameByContent(folder, name);
    const stem = name.replace(".wasm", "");
    digests[stem] = integrity.replace("sha256-", "");
    loader = replaced(loader, `fetch(new URL("./${name}", import.meta.url))`, `fetchPiece("${stem}")`);
  }
  loader = replaced(loader, "WebAssembly.instantiateStreaming(src, imports)", "instantiate(src, imports)");
  const shared = /const \{ (?<names>[\w, ]+), {2}\} = initSync\(undefined, undefined\)/u;
  const names = shared.exec(loader)?.groups.names.split(", ");
  if (!names) {
    throw new Error(`${LOADER} does not say what the pieces share.`);
  }
  const renamed = names.map((name) => `${exports.get(name) ?? name}: ${name}`).join(", ");
  loader = loader.replace(shared, `const { ${renamed} } = initSync(undefined, undefined)`);
  loader = loader.replaceAll(/\b__wasm_split_load_\w+/gu, (name) => imports.get(name) ?? name);
  const list = await nameByContent(folder, "pieces.json", JSON.stringify({ digests, parts: partsOf(loader) }));
  const fetchPiece = await readFile(new URL("fetch-piece.js", import.meta.url), "utf8");
  await writeFile(join(folder, LOADER), [IMPORT, `const LIST = ${JSON.stringify(list)};`, fetchPiece, loader].join("\n"));
}

/** The numbers of the shared files that each piece needs, by its name, as the loader lists them. */
function partsOf(loader) {
  const lists = loader.matchAll(/fetchPiece\("split_(?<piece>\w+)"\)[^[]*\[(?<shared>[^\]]*)\]/gu);
  const numbers = (shared) => [...shared.matchAll(/__shared_(\d+)/gu)].map(([, number]) => Number(number));
  return Object.fromEntries(Array.from(lists, ({ groups }) => [groups.piece, numbers(groups.shared)]));
}

/** `text` with `part`, which must be there, replaced wherever it is. */
function replaced(text, part, by) {
  if (!text.includes(part)) {
    throw new Error(`${LOADER} lacks ${part}`);
  }
  return text.replaceAll(part, () => by);
}
