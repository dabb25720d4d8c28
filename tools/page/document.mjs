// Fills in index.html: every {{name}} in it becomes an address, a digest or a word, and what stands between
// <!-- N times: --> and <!-- so far --> stands there N times.

import { readFile, writeFile } from "node:fs/promises";

import { withPreloads } from "./preload.mjs";

/** Ours are in small letters; Trunk's own, in the script that reloads the page while it is worked on, are not. */
const PLACEHOLDER = /\{\{([a-z_.]+)\}\}/gu;
const REPEATED = /<!-- (\d+) times: -->(.*?)<!-- so far -->/gsu;

/** Replaces every placeholder of the document `file`; throws on one that nothing fills. */
export async function writeDocument(file, { files, words, base, policy, worker, preload }) {
  const values = new Map([["policy", policy], ["worker", worker && base + worker], ...addresses(files, words, base), ...fixedTexts(words)]);
  const repeated = (await readFile(file, "utf8")).replaceAll(REPEATED, (_, times, part) => part.repeat(Number(times)));
  const document = withPreloads(repeated.replaceAll(/<!--.*?-->/gsu, "").replaceAll(/\n\s+/gu, "\n"), preload);
  const filled = document.replaceAll(PLACEHOLDER, (_, name) => {
    if (!values.has(name)) {
      throw new Error(`index.html asks for {{${name}}}, which tools/page/document.mjs does not know.`);
    }
    return values.get(name);
  });
  await writeFile(file, filled);
}

function addresses(files, words, base) {
  const { languages, ...single } = files;
  // A page that is worked on lacks some.
  const entries = Object.entries(single).flatMap(([name, file]) => [
    [name, file ? base + file.path : ""],
    [`${name}.integrity`, file?.integrity ?? ""],
  ]);
  const byLanguage = Object.entries(languages).map(([tag, { first, signIn, later }]) => [
    tag,
    { first: base + first.path, signIn: base + signIn.path, later: base + later.path, name: words.get(tag).get("language.name"), direction: direction(tag) },
  ]);
  return [
    ...entries,
    // Within single quotes, which spares the many double ones a longer form.
    ["languages", escape(JSON.stringify(Object.fromEntries(byLanguage))).replaceAll("&quot;", '"')],
    ["config", `${base}config.json`],
    ["base", base],
  ];
}

/** From which side a language is written, where that is the right one. */
function direction(tag) {
  const locale = new Intl.Locale(tag);
  // Once a property, now a function, depending on the age of Node.
  return (locale.getTextInfo?.() ?? locale.textInfo).direction === "rtl" ? "rtl" : undefined;
}

/** Words that must be readable before, or without, the application: each in every language, the title in English. */
function fixedTexts(words) {
  const [[, english]] = words;
  const inEveryLanguage = (key, attribute = "") =>
    [...words].map(([tag, language]) => `<span lang="${tag}"${attribute}>${escape(language.get(key))}</span>`).join(" ");
  return [
    ["app.name", escape(english.get("app.name"))],
    // The boot script shows the reader's: to look for the fonts of the others takes a phone a while.
    ["loading", inEveryLanguage("common.loading", " hidden")],
    ...[...english.keys()].filter((key) => key.startsWith("boot.")).map((key) => [key, inEveryLanguage(key)]),
  ];
}

function escape(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replaceAll(/[&<>"']/gu, (character) => entities[character]);
}
