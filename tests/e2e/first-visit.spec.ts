import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { laterHasCome } from "./support/network.ts";
import { signOut } from "./support/portal.ts";
import { enter, scenes } from "./support/scenes.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** What comes a moment after the page, since the first visit has no room for it: the palette's button, the menus over the list. */
const later = [words("palette.title"), words("views.menu"), words("display.menu"), words("export.menu")];
const LATER = new RegExp(`^\\s*- button "(?:${later.join("|")})"`, "u");
/** Nor can there be news before that. */
const NEWS = new RegExp(`^\\s*- region "${words("common.notifications")}"`, "u");
/** And the reference of a failure, which comes with the same piece. */
const REFERENCE = /^\s*- (?:text: "Reference: |button "Copy [\w, :-]+ UTC")/u;

/** What the page says, to eyes and to a screen reader, without what is not there at first. */
async function said(page: Page): Promise<string[]> {
  const lines = (await page.locator("body").ariaSnapshot()).split("\n");
  return lines.filter((line) => !LATER.test(line) && !NEWS.test(line) && !REFERENCE.test(line));
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

for (const name of ["sign-in", "sign-in-errors", "sign-in-branded", "sign-in-token"]) {
  test(`${name}: the style of other pages changes nothing`, async ({ page, api, problems }) => {
    problems.expectStatus(404);
    const scene = scenes.find((scene) => scene.name === name);
    if (!scene) {
      throw new Error(`There is no scene ${name}.`);
    }
    await enter(page, scene, api);
    await standsStill(page);
    const before = await page.getByRole("main").evaluateHandle(look);
    expect(await page.evaluate(() => (globalThis as unknown as Boot).vpsPortal.loadStyle("later"))).toBe(true);
    await standsStill(page);
    const after = await page.getByRole("main").evaluateHandle(look);
    expect(await page.evaluate(([before, after]) => after?.filter((line, index) => line !== before?.[index]), [before, after])).toEqual([]);
  });
}

/** Waits until no colour changes any more: a field that has just become wrong does so by and by. */
const standsStill = (page: Page) => expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);

/** How an element and all in it are drawn: every property of each. Pixels would differ where two frames round differently. */
function look(main: HTMLElement): string[] {
  return [main, ...main.querySelectorAll("*")].flatMap((element, index) =>
    ["", "::before", "::after"].flatMap((part) => {
      const style = getComputedStyle(element, part);
      // What only other styles ask for is not seen.
      const seen = Array.from(style).filter((name) => !name.startsWith("--"));
      return seen.map((name) => `${index} ${element.tagName}${part} ${name}: ${style.getPropertyValue(name)}`);
    }),
  );
}

/** What the boot script gives to the program. */
interface Boot {
  vpsPortal: { loadStyle: (part: string) => Promise<boolean> };
}

test.describe("with an account", () => {
  test.use({ account: accounts.single });

  test("the sign-in says the same whether the words of other pages are there or not", async ({ page }) => {
    const main = page.getByRole("main");
    /** What both ways to sign in say, before and after a mistake. */
    const saidByBoth = async () => {
      const texts: string[] = [];
      for (const way of [words("login.with_token"), words("login.with_password")]) {
        await main.getByRole("link", { name: way }).click();
        texts.push(await main.ariaSnapshot());
        await main.getByRole("button", { name: words("login.submit") }).click();
        await expect(main.locator("[aria-invalid=true]").first()).toBeVisible();
        texts.push(await main.ariaSnapshot());
      }
      // Only somebody who has signed out is told so.
      const notice = new RegExp(`^ *- status:\n *- paragraph: ${words("login.signed_out")}\n`, "mu");
      return texts.map((text) => text.replace(notice, ""));
    };
    await page.goto("/servers");
    await expect(page.getByRole("article").first()).toBeVisible();
    await laterHasCome(page);
    await signOut(page);
    const withOthers = await saidByBoth();
    const files: string[] = [];
    page.on("request", (request) => files.push(request.url()));
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await saidByBoth()).toEqual(withOthers);
    expect(files.filter((file) => /-later-/u.test(file))).toEqual([]);
  });
});
