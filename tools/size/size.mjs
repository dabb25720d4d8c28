// What a visit costs to download, against the budget in budget.json (bytes with brotli), and where the program is largest.
// PROGRAM names the program as the linker left it; without it no functions are listed.

import { readFile } from "node:fs/promises";
import { env, exit } from "node:process";

import { largestFunctions } from "./functions.mjs";
import { PAGES, filesOf, firstVisit, portal, signInVisit, sum, withFirstPiece } from "./page.mjs";

const folder = env.DIST || "dist";
const budget = JSON.parse(await readFile(new URL("budget.json", import.meta.url), "utf8"));
let isOver = false;

const row = (name, raw, sent, note = "") => {
  console.log(`${name.padEnd(44)} ${String(raw).padStart(9)} ${String(sent).padStart(9)}${note && `  ${note}`}`);
};

/** A line for what has a budget. */
function held(name, files, limit) {
  const sent = sum(files, "sent");
  isOver ||= sent > limit;
  row(name, sum(files, "raw"), sent, `${Math.abs(limit - sent)} ${sent > limit ? "too many" : "left"} of ${limit}`);
}

/** The lines of a whole visit. */
function visit(name, files, limit) {
  row(name, "bytes", "brotli");
  for (const { path, raw, sent } of files) {
    row(path, raw, sent);
  }
  held("all", files, limit);
  console.log();
}

visit("a first visit to the list of servers", await firstVisit(folder), budget.first_visit);
visit("a visit to the sign-in page", await signInVisit(folder), budget.sign_in);

const [meanwhile, trimmings] = [await portal(folder), await withFirstPiece(folder)];
row("while somebody types: the portal", sum(meanwhile, "raw"), sum(meanwhile, "sent"));
console.log();
row("what comes later", "bytes", "brotli");
row("words, style and list, with the first other piece", sum(trimmings, "raw"), sum(trimmings, "sent"));
for (const [name, pieces] of Object.entries(PAGES)) {
  const present = pieces.includes("around") || pieces.includes("login") ? [] : ["around"];
  if (name.includes("after the server")) {
    present.push("server");
  }
  held(name, await filesOf(folder, pieces, present), pieces.includes("around") ? budget.by_itself : budget.page);
}

if (env.PROGRAM) {
  console.log("\nThe largest functions, in bytes before what wasm-opt does:");
  for (const { name, bytes } of await largestFunctions(env.PROGRAM, 30)) {
    console.log(`${String(bytes).padStart(8)}  ${name.slice(0, 150)}`);
  }
}
exit(isOver ? 1 : 0);
