import assert from "node:assert/strict";
import { test } from "node:test";

import { apart, bars, curves, ticks } from "./plots.mjs";

const write = (value) => `${value} ms`;
const value = { median: 120, low: 100, high: 150 };

test("an axis begins at 0, ends at or after the largest value and has few round marks", () => {
  for (const most of [0.3, 1, 7, 10, 99, 1_234, 86_400]) {
    const marks = ticks(most);
    assert.equal(marks[0], 0);
    assert.ok(marks.at(-1) >= most - 1e-9 && marks.at(-2) < most, `${marks}`);
    assert.ok(marks.length >= 3 && marks.length <= 7, `${marks}`);
  }
});

test("names at the ends of curves do not lie on one another", () => {
  assert.deepEqual(apart([100, 20, 104], 18), [100, 20, 118]);
});

test("what is measured is told in words, and every text is written so that it stays text", () => {
  const rows = [{ label: "Fast & <small>", values: [value, undefined] }];
  const svg = bars({ title: 'A "title"', note: "note", axis: "ms", series: ["one", "two"], rows, write });
  assert.match(svg, /^<svg .*role="img" aria-labelledby="title desc"/u);
  assert.match(svg, /<title id="title">A &quot;title&quot;<\/title>/u);
  assert.match(svg, /<desc id="desc">note Fast &amp; &lt;small&gt;: one 120 ms\.<\/desc>/u);
});

test("a bar is as long as its value says", () => {
  const row = (median) => ({ label: "x", values: [{ median, low: median, high: median }] });
  const svg = bars({ title: "t", note: "n", axis: "ms", series: ["one"], rows: [row(50), row(100)], write });
  const [, short, long] = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/gu)].map(([, width]) => Number(width));
  assert.equal(Math.round(long / short), 2);
});

test("a curve rises with its values, and its x axis is logarithmic", () => {
  const points = [10, 100, 1_000].map((x, place) => ({ x, median: place * 10 }));
  const svg = curves({ title: "t", note: "n", axis: "ms", xAxis: "servers", curves: [{ label: "one", points }], write });
  const path = /<polyline points="([^"]+)"/u.exec(svg)[1].split(" ").map((point) => point.split(",").map(Number));
  const [first, second, third] = path;
  assert.ok(first[1] > second[1] && second[1] > third[1]);
  assert.ok(Math.abs(second[0] - first[0] - (third[0] - second[0])) < 0.1);
});
