// What a first visit to the list of servers costs to download, against the budget in size-budget.json, and what each piece
// of the program adds later.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { env, exit } from "node:process";

const folder = env.DIST || "dist";
const budget = JSON.parse(await readFile(new URL("size-budget.json", import.meta.url), "utf8"));

async function sizes(path) {
  const file = join(folder, path);
  return { path, raw: (await stat(file)).size, sent: (await stat(`${file}.br`)).size };
}

/** The largest of the language files with such a name, since a reader gets one. */
async function largestWords(pattern) {
  const names = (await readdir(join(folder, "locales"))).filter((name) => pattern.test(name));
  const words = await Promise.all(names.map((name) => sizes(join("locales", name))));
  return words.sort((a, b) => b.sent - a.sent)[0];
}

/** What index.html names, with the words. */
async function firstVisit() {
  const names = await readdir(folder);
  const named = (pattern) => names.find((name) => pattern.test(name));
  const others = [
    "index.html",
    named(/^boot-\w+\.js$/u),
    named(/^vps-portal-\w+\.js$/u),
    named(/^vps-portal_bg-\w+\.wasm$/u),
    named(/^portal-\w+\.css$/u),
    "config.json",
    "icon.svg",
  ];
  return [...(await Promise.all(others.map(sizes))), await largestWords(/^[a-z]+-[0-9a-f]+\.txt$/u)];
}

/** The pieces that come when a page first needs them, and the words and the style that come with the first of them. */
async function pieces() {
  const names = await readdir(folder);
  const files = names.filter((name) => /^(split|chunk)_.*\.wasm$|^later-\w+\.css$/u.test(name));
  return [...(await Promise.all(files.sort().map(sizes))), await largestWords(/-later-[0-9a-f]+\.txt$/u)];
}

const row = (path, raw, sent) => console.log(`${path.padEnd(40)} ${String(raw).padStart(9)} ${String(sent).padStart(9)}`);

function table(title, files) {
  row(title, "bytes", "brotli");
  for (const { path, raw, sent } of files) {
    row(path, raw, sent);
  }
}

const first = await firstVisit();
const total = (field) => first.reduce((sum, file) => sum + file[field], 0);
table("first visit", first);
row("all", total("raw"), total("sent"));
const limit = budget.first_visit_bytes;
console.log(`The budget is ${limit} bytes with brotli; ${Math.abs(limit - total("sent"))} are ${total("sent") > limit ? "too many" : "left"}.`);

const later = await pieces();
console.log();
table("later, when it is needed", later);
exit(total("sent") > limit ? 1 : 0);
