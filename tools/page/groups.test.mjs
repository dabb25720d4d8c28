import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";

import { groupParts } from "./groups.mjs";

const part = (length, ...users) => ({ users: new Set(users), code: randomBytes(length) });
const opened = (...pieces) => pieces.map((piece) => ({ opens: piece, present: [] }));

test("parts that the same pieces need are put together", () => {
  const parts = [part(100, "one", "two"), part(100, "three", "four"), part(100, "one", "two")];
  assert.deepEqual(groupParts(parts, opened("one", "two", "three", "four")), [[0, 2], [1]]);
});

test("a large part is not brought to those who do not need it, a tiny one is", () => {
  const large = [part(9_000, "one", "two"), part(9_000, "one", "three")];
  assert.deepEqual(groupParts(large, opened("one", "two", "three")), [[0], [1]]);
  const tiny = [part(20, "one", "two"), part(20, "one", "three")];
  assert.deepEqual(groupParts(tiny, opened("one", "two", "three")), [[0, 1]]);
});

test("what is present already costs nothing, and carries what others need with it", () => {
  const parts = [part(3_000, "everywhere", "one"), part(3_000, "one", "two")];
  const later = ["one", "two"].map((piece) => ({ opens: piece, present: ["everywhere"] }));
  assert.deepEqual(groupParts(parts, later), [[0, 1]]);
  assert.deepEqual(groupParts(parts, [...later, ...opened("everywhere", "everywhere", "everywhere")]), [[0], [1]]);
});

test("every part is in one group, and nothing has none", () => {
  const pieces = ["one", "two", "three", "four"];
  const parts = Array.from({ length: 40 }, (_, index) => part(index * 30, ...pieces.filter((_, bit) => (index + 1) & (1 << bit))));
  const groups = groupParts(parts, opened(...pieces));
  assert.deepEqual(groups.flat().sort((a, b) => a - b), [...parts.keys()]);
  assert.deepEqual(groupParts(parts, opened(...pieces)), groups);
  assert.deepEqual(groupParts([], opened(...pieces)), []);
});
