import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

/** A language by its tag. */
export type Language = string;

type Catalogue = Record<string, string | Record<string, string>>;

const folder = new URL("../../../public/locales/", import.meta.url);

/** The languages of the portal: each has a file. */
export const LANGUAGES: readonly Language[] = readdirSync(folder).map((file) => path.basename(file, ".json"));

const read = (language: Language): Catalogue => JSON.parse(readFileSync(new URL(`${language}.json`, folder), "utf8"));

const catalogues = new Map(LANGUAGES.map((language) => [language, read(language)]));

/** The text of a key of `public/locales/`, with its `{names}` replaced. */
export function words(key: string, values: Record<string, string> = {}, language: Language = "en"): string {
  const text = catalogues.get(language)?.[key];
  if (typeof text !== "string") {
    throw new Error(`There is no text ${key} in ${language}.`);
  }
  return text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
}
