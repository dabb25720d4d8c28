import axe from "axe-core";
import type { Page } from "@playwright/test";
import { enter, scenes } from "./support/scenes.ts";
import { expect, test } from "./support/test.ts";

const LANGUAGES = ["en", "vi", "km"];
const THEMES = ["light", "dark"];
const WIDTHS = [360, 768, 1440];
/** The narrowest page that WCAG 2.2 asks to need no scrolling to the side (1.4.10). */
const NARROWEST = 320;

/** Changes what the page remembers, as if it had been changed in another tab. */
async function remember(page: Page, key: string, value: string): Promise<void> {
  await page.evaluate(
    ([name, newValue]) => dispatchEvent(new StorageEvent("storage", { key: name, newValue })),
    [key, value] as const,
  );
}

/** What axe-core finds wrong with the page as it is, one line for each kind and place. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

const scrollsToTheSide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const scene of scenes) {
  test(`${scene.name}: everybody can use it, in every language, theme and width`, async ({ page, api, problems }) => {
    test.setTimeout(90_000);
    problems.expectStatus(403, 404, 500, 503);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await enter(page, scene, api);
    // The security policy forbids the page to load a script, not the browser's tools to run one.
    await page.evaluate(axe.source);
    for (const language of LANGUAGES) {
      await remember(page, "vps-portal.language", language);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await page.setViewportSize({ width: NARROWEST, height: 700 });
      expect(await scrollsToTheSide(page), `${language}, ${NARROWEST} pixels`).toBe(false);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await scrollsToTheSide(page), `${language}, ${width} pixels`).toBe(false);
        for (const theme of THEMES) {
          await remember(page, "vps-portal.theme", theme);
          await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
          expect(await findings(page), `${language}, ${width} pixels, ${theme}`).toEqual([]);
        }
      }
    }
  });
}
