// Puts together what several pieces of the program share. wasm-split-cli writes a "chunk_N.wasm" for each set of pieces
// that have something in common, dozens of a few hundred bytes: here they become a handful of "shared_N.wasm".

import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { functionsOf } from "../wasm.mjs";
import { groupParts } from "./groups.mjs";
import { FEATURES, runTool } from "./run-tool.mjs";

/** The piece that comes by itself with every page (src/pages/pieces.rs). */
const EVERYWHERE = "around";

/** What more people fetch than other pieces counts that many times more. */
const OFTEN = { [EVERYWHERE]: 3, login: 1 };

/** The same of what is opened from another page. */
const OFTEN_LATER = { server: 1 };

// How the loader declares what several pieces share, a piece, and what that needs of the former.
const CHUNK = /^\/\* (?<users>[\w, ]+) \*\/\nconst __(?<name>chunk_\d+) = makeLoad\(.*?^, \[\]\);\n/gmsu;
const PIECE = /\b__wasm_split_load_(\w+)/gu;
const NEEDED = /\[((?:__chunk_\d+(?:, )?)+)\]/gu;

/** Merges the chunks in `folder`, and has the module `loader` there know the merged ones. */
export async function mergeChunks(folder, loader) {
  let text = await readFile(join(folder, loader), "utf8");
  const chunks = await Promise.all(Array.from(text.matchAll(CHUNK), (found) => readChunk(folder, found)));
  const pieces = Array.from(text.matchAll(PIECE), ([, piece]) => piece);
  const groups = groupParts(chunks, visitsTo(pieces));
  const shared = new Map();
  for (const [number, group] of groups.entries()) {
    const members = group.map((index) => chunks[index]);
    await merge(folder, members, `shared_${number}`);
    const [first, ...others] = members;
    text = text.replace(first.declared, first.declared.replaceAll(first.name, `shared_${number}`));
    others.forEach(({ declared }) => (text = text.replace(declared, "")));
    members.forEach(({ name }) => shared.set(`__${name}`, `__shared_${number}`));
  }
  const needed = (_, names) => `[${[...new Set(names.split(", ").map((name) => shared.get(name)))].join(", ")}]`;
  text = text.replaceAll(NEEDED, needed);
  if (text.includes("chunk_")) {
    throw new Error(`${loader} says what pieces share in another way than tools/page/merge.mjs knows.`);
  }
  await writeFile(join(folder, loader), withOutside(text));
}

async function readChunk(folder, { 0: declared, groups: { users, name } }) {
  const { bodies } = functionsOf(await readFile(join(folder, `${name}.wasm`)));
  return { name, declared, users: new Set(users.split(", ")), code: Buffer.concat(bodies) };
}

/** Each piece is what somebody begins with, and what somebody opens from another page. */
function visitsTo(pieces) {
  const first = pieces.flatMap((opens) => Array(1 + (OFTEN[opens] ?? 0)).fill({ opens, present: [] }));
  const later = pieces.flatMap((opens) => Array(1 + (OFTEN_LATER[opens] ?? 0)).fill({ opens, present: [EVERYWHERE] }));
  return [...first, ...later];
}

/** Makes one module of the chunks `members`, which are removed. */
async function merge(folder, members, name) {
  const [outside, source] = ["outside.wasm", "outside.wat"];
  const inputs = members.flatMap((chunk) => [`${chunk.name}.wasm`, chunk.name]);
  const run = (tool, ...options) => runTool(tool, [...FEATURES, ...options], { directory: folder });
  await writeFile(join(folder, source), passedOn(await run("wasm-dis", inputs[0])));
  await run("wasm-as", source, "-o", outside);
  await run("wasm-merge", outside, "__wasm_split", ...inputs, "-o", `${name}.wasm`);
  await run("wasm-opt", "--remove-exports=*", `${name}.wasm`, "-o", `${name}.wasm`);
  await Promise.all([outside, source, ...members.map((chunk) => `${chunk.name}.wasm`)].map((file) => rm(join(folder, file))));
}

/**
 * The text of a module that passes on what a module with this `text` imports: merged with others, it stands between them
 * and the program, since each would bring a memory and a table of its own otherwise.
 */
function passedOn(text) {
  const imports = [...text.matchAll(/\(import "__wasm_split" "(?<name>\w+)" \((?<kind>\w+) (?<id>\S+) .*\)\)/gu)];
  const lines = imports.map(({ 0: line, groups: { name, kind, id } }) => {
    return `${line.replace("__wasm_split", "outside")} (export "${name}" (${kind} ${id}))`;
  });
  return `(module ${lines.join("\n")})`;
}

/** The loader, which gives merged modules what it gives the others. */
function withOutside(loader) {
  const given = "    return sharedImports;\n";
  if (!loader.includes(given)) {
    throw new Error("The loader does not say what it gives to the pieces.");
  }
  return loader.replace(given, "    return { ...sharedImports, outside: sharedImports.__wasm_split };\n");
}
