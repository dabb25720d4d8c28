import { readFileSync } from "node:fs";

export type Language = "en" | "vi" | "km";

type Catalogue = Record<string, string | Record<string, string>>;

const read = (language: Language): Catalogue =>
  JSON.parse(readFileSync(new URL(`../../../public/locales/${language}.json`, import.meta.url), "utf8"));

const catalogues: Record<Language, Catalogue> = { en: read("en"), vi: read("vi"), km: read("km") };

/** The text of a key of `public/locales/`, with its `{names}` replaced. */
export function words(key: string, values: Record<string, string> = {}, language: Language = "en"): string {
  const text = catalogues[language][key];
  if (typeof text !== "string") {
    throw new Error(`There is no text ${key} in ${language}.`);
  }
  return text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
}
