// Drawings of results as SVG, light or dark as the reader's device is. Plain text goes in, text of a file comes out.

const WIDTH = 760;
const MARGIN = 24;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** The drawing has no ground of its own: its ink is that for the reader's ground, light or dark. */
const STYLE = `
  text { font: 13px ${FONT}; fill: #1a1c23; }
  .title { font-size: 16px; font-weight: 600; }
  .muted { fill: #585b66; }
  .end { text-anchor: end; }
  .middle { text-anchor: middle; }
  .line { stroke: #d5d5d0; stroke-width: 1; }
  .spread { stroke: #1a1c23; stroke-width: 1.5; }
  .curve { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
  .dot { fill: #fff; stroke-width: 2.5; }
  .s0 { fill: #3446c6; } .c0 { stroke: #3446c6; }
  .s1 { fill: #a3a6af; } .c1 { stroke: #17663a; }
  .c2 { stroke: #a05a00; }
  @media (prefers-color-scheme: dark) {
    text { fill: #ecedf1; }
    .muted { fill: #a9acb7; }
    .line { stroke: #343843; }
    .spread { stroke: #ecedf1; }
    .dot { fill: #0d1117; }
    .s0 { fill: #8e9cff; } .c0 { stroke: #8e9cff; }
    .s1 { fill: #5c606c; } .c1 { stroke: #7fd6a0; }
    .c2 { stroke: #f1c368; }
  }`;

const escaped = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** An element with its attributes; what it holds is markup already. */
function element(name, attributes, ...content) {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(round(value))}"`);
  return `<${name}${written.join("")}>${content.join("")}</${name}>`;
}

const round = (value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value);
const text = (x, y, content, kind = "") => element("text", { x, y, class: kind }, escaped(content));
const line = (x1, y1, x2, y2, kind = "line") => element("line", { x1, y1, x2, y2, class: kind });

/** The whole drawing: `says` tells in words what it shows, to those who do not see it. */
function drawing(height, { title, note, says }, parts) {
  const head = [
    element("title", { id: "title" }, escaped(title)),
    element("desc", { id: "desc" }, escaped(says)),
    element("style", {}, STYLE),
    text(MARGIN, 30, title, "title"),
    text(MARGIN, 50, note, "muted"),
  ];
  const box = { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-labelledby": "title desc" };
  return `${element("svg", { xmlns: "http://www.w3.org/2000/svg", ...box }, "\n", [...head, ...parts].join("\n"), "\n")}\n`;
}

/** Round numbers from 0 to at least `most`, not many of them. */
export function ticks(most) {
  const rough = most / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
  const count = Math.ceil(most / step - 1e-9) || 1;
  return Array.from({ length: count + 1 }, (_, number) => number * step);
}

const LABELS = 190;
const VALUES = 96;
const BAR = 14;
const ROW = 2 * BAR + 22;

/**
 * Bars side by side: a row of `rows` is `{label, values}` with `{median, low, high}` for each of the `series`, or nothing.
 * `write` writes a value with its unit, `axis` names the axis. A thin line shows the quartiles.
 */
export function bars({ title, note, axis, series, rows, write }) {
  const [left, right, top] = [MARGIN + LABELS, WIDTH - MARGIN - VALUES, 104];
  const bottom = top + rows.length * ROW;
  const all = rows.flatMap(({ values }) => values.filter(Boolean).map(({ high }) => high));
  const marks = ticks(Math.max(...all));
  const scale = (value) => left + ((right - left) * value) / marks.at(-1);
  const grid = marks.flatMap((mark) => [
    line(scale(mark), top - 6, scale(mark), bottom),
    text(scale(mark), bottom + 18, mark.toLocaleString("en"), "muted middle"),
  ]);
  const bar = ({ median, low, high }, number, y) => [
    element("rect", { x: left, y, width: Math.max(1, scale(median) - left), height: BAR, rx: 2, class: `s${number}` }),
    line(scale(low), y + BAR / 2, scale(high), y + BAR / 2, "spread"),
    text(scale(Math.max(median, high)) + 8, y + BAR - 2, write(median)),
  ];
  const drawn = rows.flatMap(({ label, values }, place) => {
    const y = top + place * ROW;
    const middle = y + BAR + 7;
    const name = text(left - 12, middle, label, "end");
    return [name, ...values.flatMap((value, number) => (value ? bar(value, number, y + number * (BAR + 2)) : []))];
  });
  const says = rows.map(({ label, values }) => {
    const each = values.map((value, number) => value && `${series[number]} ${write(value.median)}`).filter(Boolean);
    return `${label}: ${each.join(", ")}.`;
  });
  const name = text((left + right) / 2, bottom + 38, axis, "muted middle");
  const described = { title, note, says: `${note} ${says.join(" ")}` };
  return drawing(bottom + 54, described, [...legend(series, 76), ...grid, ...drawn, name]);
}

function legend(series, y) {
  let x = MARGIN;
  return series.flatMap((name, number) => {
    const place = x;
    x += 34 + name.length * 7.2;
    return [element("rect", { x: place, y: y - 11, width: 12, height: 12, rx: 2, class: `s${number}` }), text(place + 18, y, name)];
  });
}

/**
 * Curves over a logarithmic axis: a curve of `curves` is `{label, points}`, a point `{x, median}`. Each is named at its end.
 */
export function curves({ title, note, axis, xAxis, curves: drawn, write }) {
  const [left, right, top, bottom] = [MARGIN + 52, WIDTH - MARGIN - 190, 84, 330];
  const points = drawn.flatMap((curve) => curve.points);
  const [first, last] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const marks = ticks(Math.max(...points.map(({ median }) => median)));
  const across = (x) => left + ((right - left) * Math.log(x / first)) / Math.log(last / first || 10);
  const up = (value) => bottom - ((bottom - top) * value) / marks.at(-1);
  const grid = marks.flatMap((mark) => [
    line(left, up(mark), right, up(mark)),
    text(left - 10, up(mark) + 4, mark.toLocaleString("en"), "muted end"),
  ]);
  const places = [...new Set(points.map(({ x }) => x))];
  const below = places.map((x) => text(across(x), bottom + 20, x.toLocaleString("en"), "muted middle"));
  const names = apart(drawn.map((curve) => up(curve.points.at(-1).median) + 4));
  const lines = drawn.flatMap(({ label, points }, number) => {
    const path = points.map(({ x, median }) => `${round(across(x))},${round(up(median))}`).join(" ");
    const dots = points.map(({ x, median }) => element("circle", { cx: across(x), cy: up(median), r: 4, class: `dot c${number}` }));
    const end = text(right + 14, names[number], `${label}, ${write(points.at(-1).median)}`);
    return [element("polyline", { points: path, class: `curve c${number}` }), ...dots, end];
  });
  const says = drawn.map(({ label, points }) => {
    const each = points.map(({ x, median }) => `${x.toLocaleString("en")}: ${write(median)}`);
    return `${label}, ${xAxis} ${each.join(", ")}.`;
  });
  const named = [text(left, top - 12, axis, "muted"), text((left + right) / 2, bottom + 42, xAxis, "muted middle")];
  return drawing(bottom + 58, { title, note, says: `${note} ${says.join(" ")}` }, [...grid, ...below, ...lines, ...named]);
}

/** Heights of names, moved so that none lies on another. */
export function apart(heights, distance = 18) {
  const order = heights.map((height, place) => ({ height, place })).sort((one, other) => one.height - other.height);
  let least = -Infinity;
  const moved = [];
  for (const { height, place } of order) {
    moved[place] = Math.max(height, least);
    least = moved[place] + distance;
  }
  return moved;
}
