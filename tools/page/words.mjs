// The words of public/locales/: checked against English, then written as a few small files a language.

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { nameByContent } from "./names.mjs";

const SOURCE = "en";

/**
 * Every language's words by its tag, English first, each a `Map` from a key to its text or to its plural forms, in the
 * order of the keys of en.json. Throws when a language does not say the same as English does.
 */
export async function readWords(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const tags = names.map((name) => basename(name, ".json")).filter((tag) => tag !== SOURCE);
  const english = await readLanguage(folder, SOURCE);
  const words = new Map([[SOURCE, ordered(SOURCE, english, english)]]);
  for (const tag of tags.sort()) {
    words.set(tag, ordered(tag, await readLanguage(folder, tag), english));
  }
  return words;
}

async function readLanguage(folder, tag) {
  const text = await readFile(join(folder, `${tag}.json`), "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`public/locales/${tag}.json is not JSON: ${error.message}`);
  }
}

function ordered(tag, own, english) {
  const extra = Object.keys(own).find((key) => !(key in english));
  if (extra) {
    throw new Error(`public/locales/${tag}.json has the key "${extra}", which en.json does not have.`);
  }
  return new Map(Object.keys(english).map((key) => [key, checked(tag, key, own[key], english[key])]));
}

function checked(tag, key, value, english) {
  const complain = (what) => {
    throw new Error(`public/locales/${tag}.json: "${key}" ${what}.`);
  };
  if (value === undefined) {
    complain("is missing");
  }
  if (typeof value !== typeof english) {
    complain("has plural forms in one language and none in another");
  }
  if (typeof value === "object") {
    const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted().join(", ");
    if (Object.keys(value).toSorted().join(", ") !== wanted) {
      complain(`needs the plural forms ${wanted}`);
    }
  }
  for (const text of texts(value)) {
    if (/[\t\r\n]/u.test(text) || text.trim() === "") {
      complain("is empty or holds a tab or a line break");
    }
  }
  if (placeholders(value) !== placeholders(english)) {
    complain(`must use these placeholders, as English does: ${placeholders(english) || "none"}`);
  }
  return value;
}

function texts(value) {
  return typeof value === "string" ? [value] : Object.values(value);
}

function placeholders(value) {
  const names = texts(value).flatMap((text) => [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[0]));
  return [...new Set(names)].sort().join(" ");
}

/**
 * Writes each language into `locales/` of `folder`, in three files: the words that the portal begins with, which `lists.first`
 * names; all others, which follow with its first piece; and those of the program of the sign-in, which `lists.signIn` names.
 * A list has one a line, a key or what stands before the dot of several. Each file holds the language's tag on the first line,
 * the number of its words on the second, then a line for each word; plural forms stand on one line, category and text in
 * turn, parted by tabs (read by src/words/catalogue.rs). Answers each language's files by its tag.
 */
export async function writeWords(folder, words, lists) {
  const files = {};
  for (const [tag, language] of words) {
    const [first, later] = parted([...language], lists.first);
    const [signIn] = parted([...language], lists.signIn);
    files[tag] = {
      first: await nameByContent(folder, `locales/${tag}.txt`, fileOf(tag, first)),
      later: await nameByContent(folder, `locales/${tag}-later.txt`, fileOf(tag, later)),
      signIn: await nameByContent(folder, `locales/${tag}-sign-in.txt`, fileOf(tag, signIn)),
    };
  }
  return files;
}

/** The words that a `list` names, and the others. */
function parted(words, list) {
  const listed = new Set(list.trim().split("\n"));
  const isListed = ([key]) => listed.has(key) || listed.has(key.split(".")[0]);
  return [words.filter(isListed), words.filter((word) => !isListed(word))];
}

function fileOf(tag, words) {
  const lines = words.map(([, value]) => (typeof value === "string" ? value : Object.entries(value).flat().join("\t")));
  return [tag, lines.length, ...lines, ""].join("\n");
}
