import type { Page } from "@playwright/test";
import { installClock } from "./support/clock.ts";
import { enter, scenes } from "./support/scenes.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** What comes a moment after the page, since the first visit has no room for it: the palette's button, the menus over the list. */
const later = [words("palette.title"), words("views.menu"), words("display.menu"), words("export.menu")];
const LATER = new RegExp(`^\\s*- button "(?:${later.join("|")})"`, "u");
/** And the reference of a failure, which comes with the same piece. */
const REFERENCE = /^\s*- (?:text: "Reference: |button "Copy [\w, :-]+ UTC")/u;

/** What the page says, to eyes and to a screen reader, without what is not there at first. */
async function said(page: Page): Promise<string[]> {
  const lines = (await page.locator("body").ariaSnapshot()).split("\n");
  return lines.filter((line) => !LATER.test(line) && !REFERENCE.test(line));
}

for (const name of ["servers-cards", "servers-nothing", "servers-empty", "servers-failed", "servers-lacking", "not-found"]) {
  test(`${name}: nothing that is shown waits for the words and the style that come later`, async ({ page, api, problems }) => {
    problems.expectStatus(403, 404, 500);
    const later: string[] = [];
    // They come by themselves, a moment after the page: not before it has been looked at.
    let letCome = () => {};
    const looked = new Promise<void>((resolve) => (letCome = resolve));
    await page.route(/later-/u, async (route) => {
      await looked;
      later.push(route.request().url());
      await route.continue();
    });
    const scene = scenes.find((scene) => scene.name === name);
    if (!scene) {
      throw new Error(`There is no scene ${name}.`);
    }
    // Times are told in minutes from now: none passes between the two looks.
    await installClock(page);
    await page.clock.setFixedTime(Date.now());
    await enter(page, scene, api);
    const before = await said(page);
    letCome();
    await page.getByRole("link", { name: "Token", exact: true }).first().click();
    await expect.poll(() => later.length).toBeGreaterThanOrEqual(2);
    await expect(page.getByRole("heading", { name: "Token", level: 1 })).toBeVisible();
    await page.goBack();
    await scene.reach(page);
    // What failed is asked again, and says so for a moment.
    await expect.poll(() => said(page)).toEqual(before);
  });
}
