import assert from "node:assert/strict";
import { test } from "node:test";

import { likeWithLike } from "./order.mjs";

const body = (...bytes) => Buffer.from(bytes);
const counting = (from, length) => body(...Array.from({ length }, (_, index) => from + index));

test("functions that share much of their code stand side by side", () => {
  const [one, other] = [counting(0, 40), counting(100, 40)];
  const bodies = [one, other, Buffer.concat([one, body(200)]), Buffer.concat([other, body(201, 202)])];
  const order = likeWithLike(bodies, 0);
  assert.deepEqual(order, [3, 1, 0, 2]);
});

test("those that are called most keep their places", () => {
  const bodies = [counting(0, 8), counting(50, 20), counting(0, 9), counting(50, 21)];
  assert.deepEqual(likeWithLike(bodies, 2).slice(0, 2), [0, 1]);
});

test("every function has one place, whatever is alike and however short", () => {
  const bodies = Array.from({ length: 500 }, (_, index) => counting(index % 7, index % 11));
  const order = likeWithLike(bodies, 128);
  assert.deepEqual([...order].sort((a, b) => a - b), [...bodies.keys()]);
  assert.deepEqual(likeWithLike(bodies, 128), order);
});

test("a module without functions has none to order", () => {
  assert.deepEqual(likeWithLike([], 0), []);
});
