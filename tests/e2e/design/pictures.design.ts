import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";
import { expectSameLetters, keep, thisMachine } from "./machine.ts";

const WIDE = 1040;
const NARROW = 360;

/** What is pictured by itself: the sections of the page that say something in words, */
const SECTIONS = ["buttons", "fields", "choices", "news", "content", "lists", "charts", "finder", "log"];
/** and those that look alike in every language. */
const WORDLESS = ["colours", "sizes", "icons"];

const ways = [
  { language: "en", theme: "light", width: WIDE, sections: [...WORDLESS, ...SECTIONS] },
  { language: "en", theme: "dark", width: WIDE, sections: [...WORDLESS, ...SECTIONS] },
  { language: "km", theme: "light", width: WIDE, sections: SECTIONS },
  { language: "km", theme: "dark", width: WIDE, sections: SECTIONS },
  { language: "km", theme: "light", width: NARROW, sections: SECTIONS },
];

/** Why a picture may differ, and what is done about it. */
const advice = (name: string) =>
  `${name} looks otherwise than its picture: see tests/e2e/results/design. Where that is wanted: tools/pictures.sh design`;

async function open(page: Page): Promise<void> {
  await page.clock.setFixedTime("2026-06-01T09:00:00+07:00");
  await page.goto("/design");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

test("this machine writes as the one that has drawn the pictures", async ({ page }, { config }) => {
  await open(page);
  const machine = await thisMachine(page);
  if (config.updateSnapshots === "all") {
    keep(machine);
  }
  expectSameLetters(machine);
});

for (const { language, theme, width, sections } of ways) {
  test.describe(`${language}, ${theme}, ${width} pixels`, () => {
    test.use({
      remembered: { "vps-portal.language": language, "vps-portal.theme": theme },
      viewport: { width, height: 900 },
    });

    test("every section looks as it did", async ({ page }) => {
      await open(page);
      for (const section of sections) {
        const name = `${section}-${language}-${theme}-${width}`;
        await expect.soft(page.locator(`#${section}`), advice(name)).toHaveScreenshot(`${name}.png`);
      }
    });
  });
}

for (const theme of ["light", "dark"]) {
  test.describe(`over the page, ${theme}`, () => {
    test.use({
      remembered: { "vps-portal.language": "en", "vps-portal.theme": theme },
      viewport: { width: 640, height: 480 },
    });

    test("a menu, a dialog and toasts look as they did", async ({ page }) => {
      await open(page);
      const overlays = page.locator("#overlays");
      const picture = async (what: string) => {
        const name = `${what}-en-${theme}`;
        await expect.soft(page, advice(name)).toHaveScreenshot(`${name}.png`);
      };
      await overlays.getByRole("button", { name: "Actions" }).click();
      await expect(page.getByRole("menuitem").first()).toBeVisible();
      await picture("menu");
      await page.keyboard.press("Escape");
      await overlays.getByRole("button", { name: "Open a dialog" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await picture("dialog");
      await page.keyboard.press("Escape");
      await overlays.getByRole("button", { name: "Tell of a failure" }).click();
      await overlays.getByRole("button", { name: "Tell of a success" }).click();
      // One that a pointer rests on stays.
      await page.getByRole("status").filter({ hasText: "web-01" }).hover();
      await picture("toasts");
    });
  });
}
