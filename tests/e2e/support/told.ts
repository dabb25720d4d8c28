import { accounts } from "./accounts.ts";

/** Where the page keeps on which day each person was told last that servers end soon. */
export const TOLD_KEY = "vps-portal.expiry-told";

/** What stands for a person there (src/data/notices/personal.rs). */
function mark(email: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(email)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return Array.from({ length: 16 }, (_, place) => String.fromCharCode(97 + Number((hash >> BigInt(4 * place)) & 15n))).join("");
}

/** A day that has been told and that no journey, however long its night, wakes up after. */
const LAST_DAY = "9999-12-31";

/** What a page remembers where these people have been told already: no toast comes a moment after their list. */
export const alreadyTold = (): Record<string, string> => {
  const emails = new Set(Object.values(accounts).map(({ email }) => email));
  return { [TOLD_KEY]: [...emails].map((email) => `${mark(email)} ${LAST_DAY}\n`).join("") };
};
