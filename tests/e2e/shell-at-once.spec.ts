import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { hold } from "./support/hold.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const PROGRAM = /\/vps-portal_bg-\w+\.wasm$/u;

/** Counts from now on what moves without being asked to. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        Object.assign(window, { shifted: Object(window).shifted + entry.value });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

const shifted = (page: Page): Promise<number> => page.evaluate(() => Object(window).shifted as number);

/** Where a part of the page stands. */
const placeOf = async (page: Page, part: string) => {
  const box = await page.locator(part).first().boundingBox();
  return box && [box.x, box.y, box.width].map(Math.round);
};

for (const [width, language] of [
  [360, "en"],
  [360, "km"],
  [768, "en"],
  [1440, "vi"],
] as const) {
  test.describe(`${width} px wide, in ${language}`, () => {
    test.use({ account: accounts.single, locale: language, viewport: { width, height: 800 } });

    test("the frame of the list stands before the program is here, and nothing moves when it comes", async ({ page }) => {
      const letGo = await hold(page, PROGRAM);
      await watchShifts(page);
      const answer = await hold(page, /\/server\/\?/u);
      await page.goto("/servers");
      const frame = page.locator("#boot-shell");
      await expect(frame.locator(".card.server").first()).toBeVisible();
      await expect(frame).toHaveAttribute("aria-busy", "true");
      // What is drawn is for eyes only.
      await expect(page.locator("body")).toMatchAriaSnapshot(`- status: ${words("common.loading", {}, language)}`);
      const parts = [".bar", ".page-header", ".toolbar", ".list-line", ".card.server"];
      const before = await Promise.all(parts.map((part) => placeOf(page, part)));
      letGo();
      await expect(frame).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const after = await Promise.all(parts.map((part) => placeOf(page, part)));
      // Letters are a little higher in some languages than the lines that stand for them.
      for (const [index, place] of before.entries()) {
        const [x = 0, y = 0, wide = 0] = place ?? [];
        const [x2 = 0, y2 = 0, wide2 = 0] = after[index] ?? [];
        expect([x2, wide2], parts[index]).toEqual([x, wide]);
        expect(Math.abs(y2 - y), parts[index]).toBeLessThanOrEqual(2);
      }
      answer();
      await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
      expect(await shifted(page)).toBeLessThan(0.005);
    });
  });
}

test.describe("signed out", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the outline of the sign-in stands at once, and the whole page takes its place", async ({ page }) => {
    const letGo = await hold(page, /\/sign-in_bg-\w+\.wasm$/u);
    await watchShifts(page);
    await page.addInitScript(() => {
      new MutationObserver((changes, observer) => {
        const isGone = changes.some(({ removedNodes }) => [...removedNodes].some((node) => (node as Element).id === "boot-shell"));
        if (isGone) {
          observer.disconnect();
          Object.assign(window, { followedBy: document.querySelector("form")?.nodeName });
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto("/servers");
    await expect(page.locator("#boot-shell .boot-login .card")).toBeVisible();
    await expect(page.locator("#boot-shell .shell")).toBeHidden();
    letGo();
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
    // In the same step: there is no frame between them without a form.
    expect(await page.evaluate(() => Object(window).followedBy as string)).toBe("FORM");
    expect(await shifted(page)).toBe(0);
  });
});

test.describe("another page", () => {
  test.use({ account: accounts.single });

  test("has the frame that all share", async ({ page }) => {
    const letGo = await hold(page, PROGRAM);
    await page.goto("/profile");
    await expect(page.locator("#boot-shell .bar")).toBeVisible();
    await expect(page.locator("#boot-shell .card").filter({ visible: true })).toHaveCount(1);
    await expect(page.locator("#boot-shell .toolbar")).toBeHidden();
    letGo();
    await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
    await expect(page.locator("#boot-shell")).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("no frame stands for a page that will not come", async ({ page }) => {
    await page.goto("/servers");
    await expect(page.locator("#boot-shell")).toBeHidden();
    await expect(page.locator("noscript [lang=en]")).toHaveText(words("boot.no_script"));
  });
});
