// The values of many runs, what they say of portal and floor, and whether that is as good as it should be.

import { summary } from "./statistics.mjs";

/** How a number of this unit is written. */
const WRITTEN = {
  ms: (value) => `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ms`,
  kB: (value) => `${(value / 1_000).toFixed(1)} kB`,
  MB: (value) => `${(value / 1e6).toFixed(1)} MB`,
  "": (value) => (Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(value < 1 ? 4 : 1)),
};

export const written = (value, unit) => WRITTEN[unit](value);
/** The number without its unit. */
const plain = (value, unit) => written(value, unit).split(" ")[0];

/**
 * One table of results. A metric is `{id, label, unit, aim}`; its aim, if it has one, is `{ratio}` (the portal needs so many
 * times what the floor needs at most), `{most}` (so much at most) or `{least}`.
 */
export class Comparison {
  #values = new Map();
  #notes = new Set();

  constructor(id, title, metrics) {
    this.id = id;
    this.title = title;
    this.metrics = metrics;
  }

  /** Takes what one run of a contestant has measured: a value for each metric, or for some of them. */
  add(contestant, values) {
    for (const { id } of this.metrics) {
      if (values[id] !== undefined) {
        const key = `${id} ${contestant}`;
        this.#values.set(key, [...(this.#values.get(key) ?? []), values[id]]);
      }
    }
  }

  /** Takes what else there is to say; what has been said is not said again. */
  note(text) {
    this.#notes.add(text);
  }

  /** What came of it, a row for each metric that was measured. */
  rows() {
    return this.metrics.flatMap((metric) => {
      const [portal, floor] = ["portal", "floor"].map((contestant) => this.#values.get(`${metric.id} ${contestant}`));
      if (!portal) {
        return [];
      }
      const row = { ...metric, portal: summary(portal), ...(floor && { floor: summary(floor) }) };
      if (floor && row.floor.median > 0) {
        row.ratio = row.portal.median / row.floor.median;
      }
      if (metric.aim) {
        row.holds = isReached(row);
      }
      return [{ ...row, values: { portal, floor } }];
    });
  }

  toJSON() {
    return { id: this.id, title: this.title, rows: this.rows(), notes: [...this.#notes] };
  }

  /** The table, as text. */
  toString() {
    const rows = this.rows();
    const spread = (known, unit) =>
      known ? [written(known.median, unit), `${plain(known.low, unit)} – ${plain(known.high, unit)}`] : ["", ""];
    const verdict = ({ holds }) => ({ true: "holds", false: "MISSED" })[holds] ?? "";
    const lines = rows.map((row) => [
      row.label,
      ...spread(row.portal, row.unit),
      ...spread(row.floor, row.unit),
      row.ratio ? `${row.ratio.toFixed(2)}×` : "",
      aimOf(row),
      verdict(row),
    ]);
    const runs = Math.max(0, ...rows.map(({ portal }) => portal.runs));
    const head = ["", "portal", "quartiles", "floor", "quartiles", "ratio", "aim", ""];
    const notes = [...this.#notes].map((note) => `\n  - ${note}`).join("");
    return `${this.title}, medians of ${runs} runs\n${columns([head, ...lines])}${notes}`;
  }
}

/** Whether a row is as good as it should be. */
function isReached({ aim: { ratio = Infinity, most = Infinity, least = -Infinity }, portal, ...row }) {
  return (row.ratio ?? 0) <= ratio && portal.median <= most && portal.median >= least;
}

/** The aim of a row, in signs. */
function aimOf({ aim = {}, unit }) {
  const { ratio, most, least } = aim;
  return [
    ratio !== undefined && `≤ ${ratio.toFixed(1)}×`,
    most !== undefined && `≤ ${written(most, unit)}`,
    least !== undefined && `≥ ${written(least, unit)}`,
  ].filter(Boolean).join(", ");
}

/** Lines of cells as text, the first column to the left and the others to the right. */
function columns(lines) {
  const widths = lines[0].map((_, place) => Math.max(...lines.map((line) => line[place].length)));
  const pad = (cell, place) => (place === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[place]));
  return lines.map((line) => `  ${line.map(pad).join("  ").trimEnd()}`).join("\n");
}

/** The contestants in the order of a run: neither is always the first. */
export const inTurn = (contestants, run) => (run % 2 === 0 ? contestants : contestants.toReversed());
