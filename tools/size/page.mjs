// The files of a built page, and what of them a visit downloads.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** What each page needs beside the program that everybody loads: the pieces of src/pages/pieces.rs, by the page's name. */
export const PAGES = {
  "the sign-in": ["login"],
  "the table": ["table"],
  "the servers at a glance": ["glance"],
  "many servers, and the menus of servers": ["many"],
  "saved views, pinned servers and the display of the list": ["views"],
  "a server": ["server"],
  "a boot log, after the server's page": ["boot_log"],
  "settings, after the server's page": ["settings"],
  "the profile": ["profile"],
  "what was done in this tab": ["activity"],
  "the projects and the token": ["projects"],
  "a moment after any page": ["around"],
  "the palette and the list of the keys": ["commands"],
};

/** A file of the folder: its path, and its size in bytes as it is and as it is sent, with brotli. */
async function sizeOf(folder, path) {
  const file = join(folder, path);
  return { path, raw: (await stat(file)).size, sent: (await stat(`${file}.br`)).size };
}

/** The largest of the language files with such a name, since a reader gets one. */
async function largestWords(folder, pattern) {
  const names = (await readdir(join(folder, "locales"))).filter((name) => pattern.test(name));
  const words = await Promise.all(names.map((name) => sizeOf(folder, join("locales", name))));
  return words.sort((a, b) => b.sent - a.sent)[0];
}

/** What a first visit to the list of servers downloads: what index.html names, and the words. */
export async function firstVisit(folder) {
  const names = await readdir(folder);
  const patterns = [/^boot-\w+\.js$/u, /^vps-portal-\w+\.js$/u, /^vps-portal_bg-\w+\.wasm$/u, /^portal-\w+\.css$/u];
  const named = patterns.map((pattern) => names.find((name) => pattern.test(name)));
  const files = ["index.html", ...named, "config.json", "icon.svg"];
  return [...(await Promise.all(files.map((path) => sizeOf(folder, path)))), await largestWords(folder, /^[a-z]+-[0-9a-f]+\.txt$/u)];
}

/** What comes with the sign-in: the list of the pieces, and the words and the style that it needs besides. */
export const withSignIn = (folder) => trimmings(folder, "sign-in");

/** What comes with the first piece that is another: the list of the pieces, and all words and styles that are left. */
export const withFirstPiece = (folder) => trimmings(folder, "later");

async function trimmings(folder, part) {
  const names = await readdir(folder);
  const files = names.filter((name) => new RegExp(`^${part}-\\w+\\.css$|^pieces-\\w+\\.json$`, "u").test(name));
  const words = await largestWords(folder, new RegExp(`-${part}-[0-9a-f]+\\.txt$`, "u"));
  return [...(await Promise.all(files.map((path) => sizeOf(folder, path)))), words];
}

/** The files of the program that `pieces` need together, without those that `present` have brought. */
export async function filesOf(folder, pieces, present = []) {
  const names = await readdir(folder);
  const list = names.find((name) => /^pieces-\w+\.json$/u.test(name));
  const { parts } = JSON.parse(await readFile(join(folder, list), "utf8"));
  const stems = (piece) => [`split_${piece}`, ...(parts[piece] ?? []).map((number) => `shared_${number}`)];
  const here = new Set(present.flatMap(stems));
  const wanted = [...new Set(pieces.flatMap(stems))].filter((stem) => !here.has(stem));
  const files = wanted.map((stem) => names.find((name) => name.startsWith(`${stem}-`))).filter(Boolean);
  return Promise.all(files.map((path) => sizeOf(folder, path)));
}

/** The sum of one size of `files`. */
export const sum = (files, field) => files.reduce((total, file) => total + file[field], 0);
