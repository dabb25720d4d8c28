// Draws what bench.mjs has measured, out of `.cache/bench/`, into the folder that the command line names.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";

import { DEVICES } from "./support/browser.mjs";
import { written } from "./support/comparison.mjs";
import { CACHE } from "./support/contestants.mjs";
import { bars, curves } from "./support/plots.mjs";

const [, , folder] = argv;
const SERIES = ["the portal", "plain JavaScript, written by hand"];
const milliseconds = (value) => written(value, "ms");

/** What a part has measured, by the ids of its comparisons; nothing where it has not been run. */
async function measured(part) {
  try {
    const { results, processor } = JSON.parse(await readFile(join(CACHE, `${part}.json`), "utf8"));
    return { processor, find: (id) => results.find((result) => result.id === id).rows };
  } catch (error) {
    if (error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

/** The rows of a drawing: `labels` says which metrics, and what each is called there. */
const chosen = (rows, labels) =>
  labels.flatMap(([id, label]) => {
    const row = rows.find((row) => row.id === id);
    return row ? [{ label, values: [row.portal, row.floor] }] : [];
  });

const comparison = (title, note, rows) =>
  bars({
    title,
    note: `${note}; the thin line holds half of the runs`,
    axis: "milliseconds, less is better",
    series: SERIES,
    rows,
    write: milliseconds,
  });

const visits = ({ find }) =>
  comparison("Opening the list of servers on a cheap phone", DEVICES.phone.says, chosen(find("visit-phone"), [
    ["first.paint", "First visit, first paint"],
    ["first.largest", "First visit, largest paint"],
    ["first.usable", "First visit, usable"],
    ["repeat.paint", "Repeat visit, first paint"],
    ["repeat.largest", "Repeat visit, largest paint"],
    ["repeat.usable", "Repeat visit, usable"],
  ]));

const interactions = ({ find }) =>
  comparison("Using the list on a cheap phone, from the key to the paint", DEVICES.phone.says, chosen(find("interactions-phone"), [
    ["next.whole", "Next page"],
    ["search.whole", "Letter in the search"],
    ["filter.whole", "Status filter"],
    ["status.whole", "Refresh, one changed"],
  ]));

function list({ find }) {
  const steps = (where) => [
    ["drawn.own", `${where}, drawn`],
    ["filtered.own", `${where}, filtered`],
    ["status.own", `${where}, one changed`],
  ];
  const rows = [...chosen(find("list-cards"), steps("Cards, phone")), ...chosen(find("list-table"), steps("Table, desk"))];
  return comparison("1,000 servers on one page: what the page itself needs", "phone: processor 4× slower; desk: not slowed", rows);
}

function scale({ find }) {
  const counts = [10, 100, 1_000, 10_000];
  const curve = (id, label) => ({
    label,
    points: counts.flatMap((x) => {
      const row = find(`scale-${x}`).find((row) => row.id === id);
      return row ? [{ x, median: row.portal.median }] : [];
    }),
  });
  return curves({
    title: "The list of an account with 10 servers, and with 10,000",
    note: `The portal, ${DEVICES.desk.says}`,
    axis: "milliseconds, less is better",
    xAxis: "servers of the account",
    write: milliseconds,
    curves: [curve("usable", "list can be used"), curve("search", "letter in the search"), curve("next", "next page")],
  });
}

await mkdir(folder, { recursive: true });
for (const [part, draw] of Object.entries({ visit: visits, interactions, list, scale })) {
  const results = await measured(part);
  if (results) {
    await writeFile(join(folder, `${part}.svg`), draw(results));
    console.log(`${join(folder, `${part}.svg`)} is drawn.`);
  }
}
