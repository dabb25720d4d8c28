import assert from "node:assert/strict";
import { test } from "node:test";

import { median, quantile, summary } from "./statistics.mjs";

test("the median is the value in the middle, whatever the order", () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([7]), 7);
});

test("between two values lies what is between them", () => {
  assert.equal(median([1, 2]), 1.5);
  assert.equal(quantile([0, 10], 0.25), 2.5);
});

test("half of the values lie between the quartiles", () => {
  assert.deepEqual(summary([5, 1, 4, 2, 3]), { median: 3, low: 2, high: 4, runs: 5 });
});

test("values are left in their order, and none have no median", () => {
  const values = [3, 1, 2];
  median(values);
  assert.deepEqual(values, [3, 1, 2]);
  assert.throws(() => median([]), RangeError);
});
