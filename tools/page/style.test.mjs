import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const STYLE = fileURLToPath(new URL("../../style", import.meta.url));

/** What names a side of the screen where there is a name for the side of the text. */
const PHYSICAL = [
  /(?<![\w-])(?:left|right|top|bottom)\s*:/u,
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b/u,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\s*:/u,
  /(?<![\w-])(?:min-|max-)?(?:width|height)\s*:/u,
  /(?<![\w-])(?:text-align|float|clear|justify-[a-z]+|align-[a-z]+)\s*:\s*(?:left|right)\b/u,
  /(?<![\w-])translateX\(|(?<![\w-])translate\s*:(?!\s*(?:0\s|none|var))/u,
];
/** Sides that a shorthand names one by one, of which the second and the fourth differ. */
const SIDES = /(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*(?<sides>[^;]+);/gu;

/** The declarations of a style sheet that name a side of the screen. Conditions such as (width < 40rem) name none. */
function physical(sheet) {
  const declared = sheet.replaceAll(/\/\*.*?\*\//gsu, "").replaceAll(/@(?:media|container)[^{]*/gu, "");
  const lines = declared.split("\n").filter((line) => PHYSICAL.some((pattern) => pattern.test(line)));
  const shorthands = [...declared.matchAll(SIDES)].filter(({ groups }) => {
    const sides = groups.sides.match(/\w+\((?:[^()]|\([^()]*\))*\)|[^\s()]+/gu);
    return sides.length === 4 && sides[1] !== sides[3];
  });
  return [...lines, ...shorthands.map(([shorthand]) => shorthand)].map((line) => line.trim());
}

test("a side of the screen is found, a side of the text is none", () => {
  for (const wrong of ["left: 0;", "margin-left: 1px;", "border-top-left-radius: 1px;", "width: 1px;", "max-height: 1px;", "text-align: right;", "translate: 1rem 0;", "margin: 0 1px 0 2px;"]) {
    assert.equal(physical(`.a {\n  ${wrong}\n}`).length, 1, wrong);
  }
  const right = "@media (width < 40rem) {\n.a { inset-inline-start: 0; margin: 0 1px; padding: 0 calc(1px + 2px) 0 calc(1px + 2px); inline-size: 1px; text-align: start; border-width: 1px; }\n}";
  assert.deepEqual(physical(right), []);
});

test("the style names sides of the text, so that a page written from the right is a mirror of the others", async () => {
  assert.deepEqual(await everywhere(physical), []);
});

/** The selectors that have a browser style the whole document anew with each element that comes or goes. */
const sweeping = (sheet) => sheet.match(/(?<![\w.#-])(?:html|body|:root)(?:\[[^\]]*\])*:has\([^{]*/gu) ?? [];

test("no style asks what the whole document has", async () => {
  for (const wrong of ["html:has(.a) {", ":root:has(.a) .b {", "html[data-a]:has(.a) {", ".a,\nbody:has(> .b) {"]) {
    assert.equal(sweeping(wrong).length, 1, wrong);
  }
  for (const right of [".a:has(.b) {", "html .a:has(.b) {", ".body:has(.a) {", ".dialog__body:has(> .finder) {"]) {
    assert.deepEqual(sweeping(right), [], right);
  }
  assert.deepEqual(await everywhere(sweeping), []);
});

/** What is found in any style sheet, with its name. */
async function everywhere(find) {
  const names = (await readdir(STYLE, { recursive: true })).filter((name) => name.endsWith(".css"));
  const found = await Promise.all(names.map(async (name) => find(await readFile(join(STYLE, name), "utf8")).map((line) => `${name}: ${line}`)));
  return found.flat();
}
