// The files of a built page, and what of them a visit downloads.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** What each page needs beside the program that everybody loads: the pieces of src/pages/pieces.rs, by the page's name. */
export const PAGES = {
  "the sign-in, after a sign-out": ["login"],
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

/** The files of `folder` that match one of the `patterns`, in their order. */
async function filesLike(folder, patterns) {
  const names = await readdir(folder);
  return Promise.all(patterns.map((pattern) => sizeOf(folder, names.find((name) => pattern.test(name)))));
}

/** What every visit downloads beside its program: what index.html names, and the words, whose files match `words`. */
const common = async (folder, words) => [
  ...(await filesLike(folder, [/^index\.html$/u, /^boot-\w+\.js$/u, /^portal-\w+\.css$/u, /^config\.json$/u, /^icon\.svg$/u])),
  await largestWords(folder, words),
];

/** The portal, with the list of servers. */
export const portal = (folder) => filesLike(folder, [/^vps-portal-\w+\.js$/u, /^vps-portal_bg-\w+\.wasm$/u]);

/** What a first visit to the list of servers downloads. */
export const firstVisit = async (folder) => [...(await common(folder, /^[a-z]+-[0-9a-f]+\.txt$/u)), ...(await portal(folder))];

/** What a visit to the sign-in page downloads. */
export const signInVisit = async (folder) => [
  ...(await common(folder, /-sign-in-[0-9a-f]+\.txt$/u)),
  ...(await filesLike(folder, [/^sign-in-\w+\.js$/u, /^sign-in_bg-\w+\.wasm$/u, /^sign-in-\w+\.css$/u])),
];

/** What comes with the first piece: the list of the pieces, and all words and styles that are left. */
export const withFirstPiece = async (folder) => [
  ...(await filesLike(folder, [/^later-\w+\.css$/u, /^pieces-\w+\.json$/u])),
  await largestWords(folder, /-later-[0-9a-f]+\.txt$/u),
];

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
