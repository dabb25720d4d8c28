import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { readWords } from "./words.mjs";

const ENGLISH = { "a.title": "Stop {name}?", "a.count": { one: "{count} server", other: "{count} servers" } };

/** What `readWords` answers for a folder with these files, English and `languages` by their tags. */
async function read(languages) {
  const folder = await mkdtemp(join(tmpdir(), "vps-portal-words-"));
  try {
    const files = Object.entries({ en: ENGLISH, ...languages });
    await Promise.all(files.map(([tag, words]) => writeFile(join(folder, `${tag}.json`), JSON.stringify(words))));
    return await readWords(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const categories = ["zero", "one", "two", "few", "many", "other"];
const forms = Object.fromEntries(categories.map((category) => [category, "{count}"]));

test("a file is a language, with the plural forms that it has", async () => {
  const words = await read({ vi: { "a.title": "Tắt {name}?", "a.count": { other: "{count} máy chủ" } }, ar: { "a.title": "{name}؟", "a.count": forms } });
  assert.deepEqual([...words.keys()], ["en", "ar", "vi"]);
});

test("a language that does not say the same as English stops the build", async () => {
  const right = { "a.title": "Tắt {name}?", "a.count": { other: "{count} máy chủ" } };
  for (const [wrong, complaint] of [
    [{ "a.title": right["a.title"] }, /"a.count" is missing/u],
    [{ ...right, "a.more": "x" }, /has the key "a.more"/u],
    [{ ...right, "a.title": "Tắt?" }, /must use these placeholders, as English does: \{name\}/u],
    [{ ...right, "a.title": " " }, /is empty/u],
    [{ ...right, "a.title": "Tắt\t{name}?" }, /a tab/u],
    [{ ...right, "a.count": "{count}" }, /plural forms in one language/u],
    [{ ...right, "a.count": { one: "{count}", other: "{count}" } }, /needs the plural forms other/u],
  ]) {
    await assert.rejects(read({ vi: wrong }), complaint);
  }
  await assert.rejects(read({ ar: { ...right, "a.count": { one: "{count}", other: "{count}" } } }), /needs the plural forms few, many/u);
});
