// Reads the instructions of a function for the streams of split-streams.mjs.

import { ADDRESS, CONSTANT, RARE, isAligned, kindOf, operandsOf } from "./instructions.js";

/** Constants that take more bytes are taken for addresses. */
const SHORT = 2;

/** The next instruction: its opcode and its operands, without the alignment, for the streams; and its length when joined. */
export function readInstruction(reader) {
  const begin = reader.at;
  const opcode = reader.byte();
  if (kindOf(opcode) < 0 && !isBare(opcode)) {
    return rareInstruction(reader, begin, opcode);
  }
  if (isAligned(opcode)) {
    reader.number();
  }
  const from = reader.at;
  skipNumbers(reader, operandsOf(opcode));
  const operands = reader.bytes.subarray(from, reader.at);
  const isLong = opcode === CONSTANT && operands.length > SHORT;
  return { opcode: isLong ? ADDRESS : opcode, operands, bytes: 1 + Number(isAligned(opcode)) + operands.length };
}

/** Whether nothing follows an opcode. */
const isBare = (opcode) => [0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(opcode) || (opcode >= 0x45 && opcode <= 0xc4);

function rareInstruction(reader, begin, opcode) {
  skipRare(reader, opcode);
  const whole = reader.bytes.subarray(begin, reader.at);
  if (whole.length > 0xffff) {
    throw new Error("An instruction is longer than join-streams.wat can read.");
  }
  return { opcode: RARE, operands: [whole.length & 0xff, whole.length >> 8, ...whole], bytes: whole.length };
}

/** How many numbers follow the one after 0xfc, from the eighth on: what fills and copies memory and tables. */
const BULK_OPERANDS = [2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** Passes over what follows the opcode of a rare instruction. */
function skipRare(reader, opcode) {
  if (opcode === 0x0e) {
    // A table of labels, and one for all other cases.
    skipNumbers(reader, reader.number() + 1);
  } else if (opcode === 0x1c) {
    // The types of what is selected.
    skipNumbers(reader, reader.number());
  } else if ([0x25, 0x26, 0x3f, 0x40, 0xd0, 0xd2].includes(opcode)) {
    reader.number();
  } else if (opcode === 0x43 || opcode === 0x44) {
    // Constants with a point.
    reader.take(opcode === 0x43 ? 4 : 8);
  } else if (opcode === 0xfc) {
    skipNumbers(reader, BULK_OPERANDS[reader.number() - 8] ?? 0);
  } else {
    throw new Error(`The program has an instruction that tools/page/split-streams.mjs does not know: 0x${opcode.toString(16)}.`);
  }
}

/** Passes over that many numbers. */
export function skipNumbers(reader, count) {
  for (let left = count; left > 0; left -= 1) {
    reader.number();
  }
}
