import assert from "node:assert/strict";
import { test } from "node:test";

import { Comparison, inTurn, written } from "./comparison.mjs";

/** The one row of a comparison of one metric, and its line in the table. */
function compared(metric, portal, floor = []) {
  const comparison = new Comparison("id", "Title", [{ id: "time", label: "time", unit: "ms", ...metric }]);
  portal.forEach((time) => comparison.add("portal", { time }));
  floor.forEach((time) => comparison.add("floor", { time }));
  return { row: comparison.rows()[0], line: comparison.toString().split("\n")[2] };
}

test("the ratio is that of the medians", () => {
  const { row } = compared({ aim: { ratio: 1.2 } }, [110, 900, 120], [100, 99, 101]);
  assert.equal(row.ratio, 1.2);
  assert.equal(row.holds, true);
});

test("a line says the medians, the quartiles, the aim and whether it holds", () => {
  const { line } = compared({ aim: { ratio: 1.2 } }, [150, 150], [100, 100]);
  assert.match(line, /time +150 ms +150 – 150 +100 ms +100 – 100 +1\.50× +≤ 1\.2× +MISSED/u);
  assert.match(compared({ aim: { most: 1_000 } }, [999]).line, /≤ 1,000 ms +holds/u);
  assert.match(compared({ aim: { least: 98 }, unit: "" }, [97]).line, /≥ 98 +MISSED/u);
});

test("what has no aim, or no floor, is only told", () => {
  const { row, line } = compared({}, [10]);
  assert.equal(row.holds, undefined);
  assert.equal(row.ratio, undefined);
  assert.match(line, /^ {2}time +10 ms +10 – 10$/u);
});

test("a metric that was not measured has no row", () => {
  assert.deepEqual(new Comparison("id", "Title", [{ id: "time", label: "time", unit: "ms" }]).rows(), []);
});

test("numbers are written with their units", () => {
  assert.deepEqual(
    [written(1_234.4, "ms"), written(4.26, "ms"), written(118_432, "kB"), written(2_500_000, "MB"), written(0.0007, "")],
    ["1,234 ms", "4.3 ms", "118.4 kB", "2.5 MB", "0.0007"],
  );
});

test("neither is always measured first", () => {
  assert.deepEqual([inTurn([1, 2], 0), inTurn([1, 2], 1)], [[1, 2], [2, 1]]);
});
