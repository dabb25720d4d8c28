// What a first visit to the grid of servers costs to download, against the budget in size-budget.json.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { env, exit } from "node:process";

const folder = env.DIST || "dist";
const budget = JSON.parse(await readFile(new URL("size-budget.json", import.meta.url), "utf8"));

async function sizes(path) {
  const file = join(folder, path);
  return { path, raw: (await stat(file)).size, sent: (await stat(`${file}.br`)).size };
}

/** What index.html names, with the largest of the languages, since a reader gets one. */
async function firstVisit() {
  const names = await readdir(folder);
  const named = (pattern) => names.find((name) => pattern.test(name));
  const languages = (await readdir(join(folder, "locales"))).filter((name) => name.endsWith(".txt"));
  const words = await Promise.all(languages.map((name) => sizes(join("locales", name))));
  const others = [
    "index.html",
    named(/^boot-\w+\.js$/u),
    named(/^vps-portal-\w+\.js$/u),
    named(/^vps-portal_bg-\w+\.wasm$/u),
    named(/^portal-\w+\.css$/u),
    "config.json",
    "icon.svg",
  ];
  return [...(await Promise.all(others.map(sizes))), words.sort((a, b) => b.sent - a.sent)[0]];
}

const row = (path, raw, sent) => console.log(`${path.padEnd(40)} ${String(raw).padStart(9)} ${String(sent).padStart(9)}`);

const files = await firstVisit();
const total = (field) => files.reduce((sum, file) => sum + file[field], 0);
row("first visit", "bytes", "brotli");
for (const { path, raw, sent } of files) {
  row(path, raw, sent);
}
row("all", total("raw"), total("sent"));
const limit = budget.first_visit_bytes;
console.log(`The budget is ${limit} bytes with brotli; ${Math.abs(limit - total("sent"))} are ${total("sent") > limit ? "too many" : "left"}.`);
exit(total("sent") > limit ? 1 : 0);
