// WebAssembly modules as bytes (its specification, "Binary Format").

export const SECTIONS = { custom: 0, imports: 2, code: 10 };

const FUNCTION_NAMES = 1;

/** Reads a module, or a part of one, from its beginning. */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isDone() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned number, seven bits a byte. */
  number() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  /** That many of the next bytes; as many as the number before them says where none is given. */
  take(length = this.number()) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return new TextDecoder().decode(this.take());
  }
}

/** The sections of a module: `{ kind, content }`. */
export function* sectionsOf(module) {
  const reader = new Reader(module);
  // The word "asm" and the version.
  reader.take(8);
  while (!reader.isDone) {
    yield { kind: reader.byte(), content: reader.take() };
  }
}

/** `module` without the linker's notes of where it has written addresses, which only a program that is cut needs. */
export function withoutRelocations(module) {
  const isNote = ({ kind, content }) => kind === SECTIONS.custom && /^(?:linking$|reloc\.)/u.test(new Reader(content).text());
  const sections = [...sectionsOf(module)].filter((section) => !isNote(section));
  const written = sections.flatMap(({ kind, content }) => [Buffer.from([kind]), counted(content)]);
  return Buffer.concat([module.subarray(0, 8), ...written]);
}

function skipLimits(reader) {
  const hasMaximum = reader.byte() & 1;
  reader.number();
  if (hasMaximum) {
    reader.number();
  }
}

/** How to pass over what is imported, by its kind: a function, a table, a memory, a global. */
const SKIP_IMPORTED = [
  (reader) => reader.number(),
  (reader) => {
    reader.byte();
    skipLimits(reader);
  },
  skipLimits,
  (reader) => reader.take(2),
];

function countImportedFunctions(content) {
  const reader = new Reader(content);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.take();
    reader.take();
    const kind = reader.byte();
    functions += kind === 0 ? 1 : 0;
    SKIP_IMPORTED[kind](reader);
  }
  return functions;
}

function readNames(content) {
  const reader = new Reader(content);
  const isNames = reader.text() === "name";
  while (isNames && !reader.isDone) {
    const kind = reader.byte();
    const names = new Reader(reader.take());
    if (kind === FUNCTION_NAMES) {
      return Array.from({ length: names.number() }, () => [names.number(), names.text()]);
    }
  }
  return [];
}

/** The module's own functions: how many imported ones are counted before them, their bodies, and names by number. */
export function functionsOf(module) {
  const functions = { imported: 0, bodies: [], names: new Map() };
  for (const { kind, content } of sectionsOf(module)) {
    if (kind === SECTIONS.imports) {
      functions.imported = countImportedFunctions(content);
    } else if (kind === SECTIONS.code) {
      const reader = new Reader(content);
      functions.bodies = Array.from({ length: reader.number() }, () => reader.take());
    } else if (kind === SECTIONS.custom) {
      for (const [number, name] of readNames(content)) {
        functions.names.set(number, name);
      }
    }
  }
  return functions;
}

/** A number as modules write it. */
export function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

/** What a module says the length of first. */
export const counted = (content) => Buffer.concat([number(content.length), content]);

/** A section that names functions: pairs of a number, ascending, and a name. */
export function nameSection(names) {
  const entries = names.map(([index, name]) => Buffer.concat([number(index), counted(Buffer.from(name))]));
  const functionNames = Buffer.concat([number(names.length), ...entries]);
  const content = [counted(Buffer.from("name")), Buffer.from([FUNCTION_NAMES]), counted(functionNames)];
  return Buffer.concat([Buffer.from([SECTIONS.custom]), counted(Buffer.concat(content))]);
}
