// What a device is told that installs the portal: public/manifest.webmanifest, where every "{{key}}" is a text of the
// languages on offer. It reads no configuration, and knows no language of the page: what a deployment sets is written in.

import { readFile } from "node:fs/promises";

import { readWords } from "./words.mjs";

const PUBLIC = new URL("../../public/", import.meta.url);
const PLACEHOLDER = /^\{\{([a-z_.]+)\}\}$/u;

/** The text of the manifest of a portal in the folder `base`, for a configuration: called as its provider is, if it names one. */
export async function manifestOf({ provider, languages }, base) {
  const words = await readWords(new URL("locales/", PUBLIC).pathname);
  const wanted = Array.isArray(languages) ? languages.filter((tag) => words.has(tag)) : [];
  const tags = wanted.length > 0 ? wanted : [...words.keys()];
  const template = JSON.parse(await readFile(new URL("manifest.webmanifest", PUBLIC), "utf8"));
  const filled = fill(template, new Map(tags.map((tag) => [tag, words.get(tag)])));
  const name = typeof provider?.name === "string" ? provider.name.trim() : "";
  if (name !== "") {
    Object.assign(filled, { name, short_name: name });
    delete filled.name_localized;
    delete filled.short_name_localized;
  }
  // The id counts from the top of the host: two portals in folders of one host are two applications.
  return `${JSON.stringify({ id: base, lang: tags[0], dir: "auto", ...filled }, undefined, 2)}\n`;
}

/** `value` with every text in the first language, and beside it the member that browsers read for the others. */
function fill(value, languages) {
  if (Array.isArray(value)) {
    return value.map((item) => fill(item, languages));
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const [[, first], ...others] = languages;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const key = typeof member === "string" && PLACEHOLDER.exec(member)?.[1];
    if (!key) {
      return [[name, fill(member, languages)]];
    }
    if (!first.has(key)) {
      throw new Error(`manifest.webmanifest asks for {{${key}}}, which public/locales/en.json does not have.`);
    }
    const localized = others.map(([tag, words]) => [tag, words.get(key)]);
    return [[name, first.get(key)], ...(localized.length > 0 ? [[`${name}_localized`, Object.fromEntries(localized)]] : [])];
  });
  return Object.fromEntries(members);
}
