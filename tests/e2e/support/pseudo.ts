import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

/** A language made of English by rule: what is not written in it comes from somewhere else than the language files. */
export interface Pseudo {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly letters: Readonly<Record<string, string>>;
}

/** What stands around each text, so that one that is cut off, or none of ours, is seen. */
const [OPEN, CLOSE] = ["⟦", "⟧"];
/** The innermost text of ours. */
const OURS = /⟦[^⟦⟧]*⟧/gu;

/** The words in a text that do not come from a language file. */
export function withoutWords(text: string): string[] {
  let rest = text;
  while (OURS.test(rest)) {
    rest = rest.replaceAll(OURS, " ");
  }
  return rest.split(/[\s()\u2066-\u2069]+/u).filter((word) => /\p{L}{2}|[⟦⟧]/u.test(word));
}

const pairs = (from: string, to: string) => Object.fromEntries([...from].map((letter, index) => [letter, [...to][index] ?? letter]));

/** The two that browsers and Android use for this: English with accents, and one that is written from the right. */
export const ACCENTED: Pseudo = { tag: "en-XA", direction: "ltr", letters: pairs("aceinorsuyACEINORSUY", "åçéîñöŕšûýÅÇÉÎÑÖŔŠÛÝ") };
export const FROM_RIGHT: Pseudo = {
  tag: "ar-XB",
  direction: "rtl",
  letters: pairs("abcdefghijklmnopqrstuvwxyz", "אבכדהפגחיילמנוקרשתטצעבוקזט"),
};

const root = new URL("../../../public/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
const english: Words = JSON.parse(read("locales/en.json"));

/** A text in the language, with its placeholders, and 40 % longer: every vowel twice. */
function translated(text: string, { letters }: Pseudo): string {
  const longer = (part: string) => part.replaceAll(/[aeiou]/giu, "$&$&");
  const own = (part: string) => [...longer(part)].map((letter) => letters[letter] ?? letters[letter.toLowerCase()] ?? letter).join("");
  const parts = text.split(/(\{\w+\})/u).map((part) => (part.startsWith("{") ? part : own(part)));
  // The months are a list.
  return text.includes("|") ? parts.join("") : `${OPEN}${parts.join("")}${CLOSE}`;
}

/** A word's line in a language file, as tools/page/words.mjs writes it. */
function line(word: Words[string], language: Pseudo): string {
  if (typeof word === "string") {
    return translated(word, language);
  }
  const { pluralCategories } = new Intl.PluralRules(language.tag).resolvedOptions();
  return pluralCategories.flatMap((category) => [category, translated(word[category] ?? word["other"] ?? "", language)]).join("\t");
}

type Files = Record<"first" | "later" | "signIn", string>;

function files(language: Pseudo): Files {
  const words = Object.entries(english);
  const listed = (list: string) => {
    const names = read(list).trim().split("\n");
    return words.filter(([key]) => names.includes(key) || names.includes(key.split(".")[0] ?? ""));
  };
  const file = (words: [string, Words[string]][]) =>
    [language.tag, words.length, ...words.map(([, word]) => line(word, language)), ""].join("\n");
  const first = listed("first-words.txt");
  const later = words.filter((word) => !first.includes(word));
  return { first: file(first), later: file(later), signIn: file(listed("sign-in-words.txt")) };
}

/** Serves the page with these languages besides its own, as a build with a file of each would. */
export async function addLanguages(page: Page, languages: readonly Pseudo[]): Promise<void> {
  const served = new Map<string, string>();
  const entries = languages.map((language) => {
    const { tag, direction } = language;
    const addresses: Files = { first: `/locales/${tag}.txt`, later: `/locales/${tag}-later.txt`, signIn: `/locales/${tag}-sign-in.txt` };
    for (const [part, file] of Object.entries(files(language))) {
      served.set(addresses[part as keyof Files], file);
    }
    return [tag, { ...addresses, name: tag, direction }] as const;
  });
  const isDocument = ({ pathname }: URL) => !pathname.startsWith("/api/") && !/\.\w+$/u.test(pathname);
  await page.route(isDocument, async (route) => {
    const response = await route.fetch();
    const more = JSON.stringify(Object.fromEntries(entries)).slice(1);
    const body = (await response.text()).replace(/(data-languages='\{.*?\})\}'/u, `$1,${more}'`);
    await route.fulfill({ response, body });
  });
  await page.route(
    ({ pathname }) => served.has(pathname),
    (route) => route.fulfill({ contentType: "text/plain; charset=utf-8", body: served.get(new URL(route.request().url()).pathname) ?? "" }),
  );
  await page.route("**/config.json", async (route) => {
    const response = await route.fetch();
    const { languages: _, ...config } = await response.json();
    await route.fulfill({ response, json: config });
  });
}
