import assert from "node:assert/strict";
import { test } from "node:test";

import { functionsOf, nameSection, sectionsOf, withoutRelocations } from "./wasm.mjs";

const text = (word) => [word.length, ...Buffer.from(word)];
const section = (kind, content) => [kind, content.length, ...content];

/** A module that imports one function and one of everything else, and has two functions of its own. */
const MODULE = Buffer.from([
  ...Buffer.from("\0asm\x01\0\0\0"),
  ...section(1, [1, 0x60, 0, 0]),
  ...section(2, [
    ...[4, ...text("a"), ...text("table"), 1, 0x70, 1, 1, 2],
    ...[...text("a"), ...text("memory"), 2, 0, 1],
    ...[...text("a"), ...text("global"), 3, 0x7f, 0],
    ...[...text("a"), ...text("function"), 0, 0],
  ]),
  ...section(3, [2, 0, 0]),
  ...section(10, [2, 2, 0, 0x0b, 3, 0, 0x01, 0x0b]),
]);

test("the functions of a module are counted from after the imported ones", () => {
  assert.equal(WebAssembly.validate(MODULE), true);
  const { imported, bodies, names } = functionsOf(MODULE);
  assert.equal(imported, 1);
  assert.deepEqual(bodies.map((body) => [...body]), [[0, 0x0b], [0, 0x01, 0x0b]]);
  assert.equal(names.size, 0);
});

test("names that are written are read again, long ones and many of them", () => {
  const names = [[1, "ម៉ាស៊ីន"], [2, "n".repeat(300)]];
  const named = Buffer.concat([MODULE, nameSection(names)]);
  assert.equal(WebAssembly.validate(named), true);
  assert.deepEqual([...functionsOf(named).names], names);
  assert.equal(WebAssembly.Module.customSections(new WebAssembly.Module(named), "name").length, 1);
});

test("a section of another name tells no names", () => {
  const other = Buffer.concat([MODULE, Buffer.from(section(0, text("notes")))]);
  assert.deepEqual([...sectionsOf(other)].map(({ kind }) => kind), [1, 2, 3, 10, 0]);
  assert.equal(functionsOf(other).names.size, 0);
});

test("the linker's notes are left out, and nothing else", () => {
  const notes = ["reloc.CODE", "linking"].map((name) => Buffer.from(section(0, [...text(name), 1, 2, 3])));
  const own = Buffer.from(section(0, [...text("relocated"), 4]));
  assert.deepEqual(withoutRelocations(Buffer.concat([MODULE, ...notes, own])), Buffer.concat([MODULE, own]));
});
