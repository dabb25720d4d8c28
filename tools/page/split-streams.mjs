// Takes a file of the program apart into streams of like bytes, which join-streams.js puts together again in the browser:
// all opcodes, all numbers of locals, all offsets in memory and so on, each kind in a row. A compressor sees more often
// what it has seen before when the opcodes of two functions are the same and only their operands differ: an eighth of
// the program. What nobody needs to be told is left out: how large functions are, and how what they load is aligned.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { AFTER, BEFORE, CONSTANT, LOCALS, OPCODES, RARE, SIZE, STREAMS, streamOf } from "./instructions.js";
import { joinStreams } from "./join-streams.js";
import { readInstruction, skipNumbers } from "./read-instruction.mjs";
import { FEATURES, runTool } from "./run-tool.mjs";
import { Reader, SECTIONS, counted, functionsOf, number, sectionsOf } from "../wasm.mjs";

/** What puts streams together. */
const SOURCE = fileURLToPath(new URL("join-streams.wat", import.meta.url));

/** The magic word of a module and its version, and the kind and the name of the only section that browsers see. */
const WORDS = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const NAME = counted(Buffer.from("s"));

/** The code of join-streams.wat. */
export async function assembleJoiner() {
  const folder = await mkdtemp(join(tmpdir(), "vps-portal-"));
  try {
    const file = join(folder, "join.wasm");
    await runTool("wasm-as", [...FEATURES, SOURCE, "-o", file]);
    await runTool("wasm-opt", [...FEATURES, "-Oz", file, "-o", file]);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Splits the module in `file`, in place. It must be one that the browser gets back, by the code `joiner`. */
export async function splitFile(file, joiner) {
  const split = splitStreams(await readFile(file));
  if (!WebAssembly.validate(joinStreams(new WebAssembly.Module(joiner), split.buffer))) {
    throw new Error(`${file} is not what it was when it is put together again.`);
  }
  await writeFile(file, split);
}

/** The bytes of `module` in another order, as a module for which browsers have no use: an array with a buffer of its own. */
export function splitStreams(module) {
  const { before, bodies, after } = partsOf(module);
  const streams = Array.from({ length: STREAMS }, () => []);
  const count = number(bodies.length);
  const code = bodies.reduce((total, body) => total + SIZE + splitFunction(body, streams), count.length);
  streams[BEFORE] = Buffer.concat([before, Buffer.from([SECTIONS.code]), number(code), count]);
  streams[AFTER] = after;
  const length = streams[BEFORE].length + code - count.length + after.length;
  return withHeader([length, bodies.length, ...streams.map((bytes) => bytes.length)], streams);
}

/** What stands before the functions of a module, these, and what stands after them. */
function partsOf(module) {
  const parts = { before: [Buffer.from(WORDS)], bodies: [], after: [] };
  let place = parts.before;
  for (const { kind, content } of sectionsOf(module)) {
    if (kind === SECTIONS.code) {
      parts.bodies = functionsOf(module).bodies;
      place = parts.after;
    } else {
      place.push(Buffer.from([kind]), counted(content));
    }
  }
  return { ...parts, before: Buffer.concat(parts.before), after: Buffer.concat(parts.after) };
}

/** Adds a function to `streams`; how many bytes it will have. */
function splitFunction(body, streams) {
  const reader = new Reader(body);
  skipNumbers(reader, 2 * reader.number());
  streams[LOCALS].push(...body.subarray(0, reader.at));
  let size = reader.at;
  const instructions = [];
  while (!reader.isDone) {
    instructions.push(readInstruction(reader));
  }
  for (const [index, { opcode, operands, bytes }] of instructions.entries()) {
    streams[OPCODES].push(opcode);
    // What a constant is for shows in the opcode after it.
    const next = opcode === CONSTANT ? instructions[index + 1].opcode : 0;
    streams[opcode === RARE ? OPCODES : streamOf(opcode) + next].push(...operands);
    size += bytes;
  }
  return size;
}

/** The `streams` behind four bytes for each of the `numbers`, in a section behind the words of a module. */
function withHeader(numbers, streams) {
  const content = [NAME, Buffer.from(Uint32Array.from(numbers).buffer), ...streams.map((bytes) => Buffer.from(bytes))];
  const length = content.reduce((total, part) => total + part.length, 0);
  // As long as the largest number is, so that what follows always begins at the same place.
  const size = [0, 7, 14, 21, 28].map((shift) => ((length >>> shift) & 0x7f) | (shift < 28 ? 0x80 : 0));
  return Uint8Array.from(Buffer.concat([Buffer.from([...WORDS, SECTIONS.custom, ...size]), ...content]));
}
