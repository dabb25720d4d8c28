// WebAssembly's instructions as split-streams.mjs takes them apart and join-streams.js puts them together (its
// specification, "Instructions" of the binary format).

/** Opcodes that are treated in a way of their own. */
export const [BLOCK, IF, LOAD, STORE, CONSTANT] = [0x02, 0x04, 0x28, 0x36, 0x41];
const MEMORY_SIZE = 0x3f;

/** In place of CONSTANT where that is long: most often the address of something. No instruction has this opcode. */
export const ADDRESS = 0xff;

/** Before all of a rare instruction: its length, in two bytes, and its bytes follow. No instruction has this opcode. */
export const RARE = 0xfe;

/** The kinds of instructions that have operands: the first and the last opcode, and how many numbers follow these. */
const KINDS = [
  { first: BLOCK, last: IF, operands: 1 },
  // Branches.
  { first: 0x0c, last: 0x0d, operands: 1 },
  // Calls, direct and indirect.
  { first: 0x10, last: 0x10, operands: 1 },
  { first: 0x11, last: 0x11, operands: 2 },
  // Locals and globals.
  { first: 0x20, last: 0x22, operands: 1 },
  { first: 0x23, last: 0x24, operands: 1 },
  { first: LOAD, last: STORE - 1, operands: 1 },
  { first: STORE, last: MEMORY_SIZE - 1, operands: 1 },
  // Constants of 64 bits.
  { first: 0x42, last: 0x42, operands: 1 },
  { first: ADDRESS, last: ADDRESS, operands: 1 },
  { first: CONSTANT, last: CONSTANT, operands: 1 },
];

/** The streams of what is no operand. Those of the kinds follow; the last has one for each opcode that may come next. */
export const [BEFORE, AFTER, LOCALS, OPCODES, OPERANDS] = [0, 1, 2, 3, 4];
export const STREAMS = OPERANDS + KINDS.length + 0xff;

/** The kind of an opcode; none when nothing follows it. */
export const kindOf = (opcode) => KINDS.findIndex(({ first, last }) => first <= opcode && opcode <= last);

/** How many numbers follow an opcode. */
export const operandsOf = (opcode) => KINDS[kindOf(opcode)]?.operands ?? 0;

/** The stream of what follows an opcode, before all others of its kind. */
export const streamOf = (opcode) => OPERANDS + kindOf(opcode);

/** Whether an instruction says first how what it loads or stores is aligned. */
export const isAligned = (opcode) => opcode >= LOAD && opcode < MEMORY_SIZE;

/** How most of it is: at multiples of its own size, two to the power of this. It is no more than a hint. */
export const alignmentOf = (opcode) => Number("23230011001122232301012"[opcode - LOAD] ?? 0);

/** How many bytes the size of a function takes, whatever it is. */
export const SIZE = 3;

/**
 * The bytes before all others: the first words of a module and of a section that browsers pass over. Then follow, in four
 * bytes each, the length of the module, the count of its functions, and the lengths of the streams.
 */
export const HEADER = 16;
