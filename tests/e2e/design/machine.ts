import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Page, expect } from "@playwright/test";

const FILE = fileURLToPath(new URL("pictures/machine.json", import.meta.url));
/** What is written to see which fonts write it. */
const SAMPLES = { en: "Servers 0123456789", vi: "Máy chủ đã khởi động", km: "ម៉ាស៊ីនមេ" };

/** The browser of a machine, and how wide its fonts write, in hundredths of a pixel. */
interface Machine {
  readonly browser: string;
  readonly letters: Record<string, number>;
}

/** This machine, as its browser tells. */
export async function thisMachine(page: Page): Promise<Machine> {
  const letters = await page.evaluate((samples) => {
    const family = getComputedStyle(document.documentElement).fontFamily;
    const pen = document.createElement("canvas").getContext("2d")!;
    pen.font = `100px ${family}`;
    return Object.fromEntries(Object.entries(samples).map(([tag, text]) => [tag, Math.round(pen.measureText(text).width)]));
  }, SAMPLES);
  return { browser: page.context().browser()?.version() ?? "", letters };
}

/** Writes down which machine has drawn the pictures. */
export function keep(machine: Machine): void {
  writeFileSync(FILE, `${JSON.stringify(machine, undefined, 2)}\n`);
}

/** Fails where the letters of this machine are not those of the pictures, and says what to do about it. */
export function expectSameLetters(here: Machine): void {
  const there = JSON.parse(readFileSync(FILE, "utf8")) as Machine;
  const advice = [
    `The pictures were drawn by Chromium ${there.browser} with other fonts than this machine has (Chromium ${here.browser}),`,
    "so all of them will differ. With the fonts that tools/setup.sh installs they are the same; to keep the pictures of this",
    "machine instead, look at them and draw them anew with: tools/pictures.sh design",
  ].join("\n");
  expect(here.letters, advice).toEqual(there.letters);
}
