// Puts together what split-streams.mjs has taken apart: a file of the program, before the browser compiles it. Part of the
// module that starts the application.

import { AFTER, BEFORE, HEADER, OPCODES, STREAMS, alignmentOf, operandsOf, streamOf } from "./instructions.js";

/** Where the places of the streams and the streams are in the memory of join-streams.wat. */
const PLACES = 0x400;
const CONTENTS = PLACES + 4 * STREAMS;

/** The bytes of the module that `file`, an ArrayBuffer, was made of. `joiner` is the module of join-streams.wat. */
export const joinStreams = (joiner, file) => {
  const { memory, join } = new WebAssembly.Instance(joiner).exports;
  const lengthsAt = HEADER + 8;
  const contentsAt = lengthsAt + 4 * STREAMS;
  const [length, functions] = new Uint32Array(file, HEADER, 2);
  memory.grow((CONTENTS + file.byteLength + length) >> 16);

  const known = new Uint32Array(memory.buffer, 0, 0x100);
  const opcodes = known.map((_, opcode) => operandsOf(opcode) | (alignmentOf(opcode) << 8) | ((PLACES + 4 * streamOf(opcode)) << 16));
  known.set(opcodes);

  let end = CONTENTS;
  const places = new Uint32Array(memory.buffer, PLACES, STREAMS);
  const lengths = new Uint32Array(file, lengthsAt, STREAMS);
  places.set(lengths.map((own) => (end += own) - own));

  const bytes = new Uint8Array(memory.buffer);
  bytes.set(new Uint8Array(file, contentsAt), CONTENTS);
  const begin = end;
  const take = (stream) => {
    bytes.copyWithin(end, places[stream], places[stream] + lengths[stream]);
    end += lengths[stream];
  };
  take(BEFORE);
  end = join(functions, places[OPCODES], end);
  take(AFTER);
  return bytes.subarray(begin, end);
};
