import { accounts } from "./support/accounts.ts";
import { coveredOnFocus, cutOff, heldByBars, missedByFingers, spaceText } from "./support/adapting.ts";
import { enter, scenes } from "./support/scenes.ts";
import { expect, test } from "./support/test.ts";

/** The scenes that are laid out in a way of their own. */
const LAYOUTS = [
  "sign-in",
  "servers-cards",
  "servers-table",
  "servers-cards-menu",
  "servers-cards-selected",
  "servers-bulk-summary",
  "servers-nothing",
  "server-network",
  "server-log",
  "server-volumes",
  "server-stop",
  "server-settings",
  "profile",
  "projects",
  "token",
  "ending-in-minutes",
];

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  for (const scene of scenes.filter(({ name }) => LAYOUTS.includes(name))) {
    test(`${scene.name}: fingers hit what they point at, and a scale of 400 % hides nothing`, async ({ page, api, problems }) => {
      problems.expectStatus(404);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await enter(page, scene, api);
      expect(await missedByFingers(page)).toEqual([]);
      // A window of 1280 by 1024 at 400 %
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await coveredOnFocus(page)).toEqual([]);
      expect(await heldByBars(page)).toBeLessThan(0.5);
      expect(await cutOff(page)).toEqual([]);
      await spaceText(page);
      expect(await cutOff(page)).toEqual([]);
    });
  }

  test.describe("the menu of an account", () => {
    test.use({ account: accounts.single });

    test("is a sheet at the foot, with a way out, and a press beside it does nothing but close it", async ({ page }) => {
      await page.goto("/servers");
      const menu = page.getByRole("menu", { name: "Account menu" });
      const opener = page.getByRole("button", { name: "Account menu" });
      await opener.tap();
      await expect(menu.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
      await expect.poll(async () => (await menu.boundingBox())?.width).toBe(390);
      await expect.poll(() => menu.evaluate((sheet) => sheet.getBoundingClientRect().bottom)).toBe(844);
      await menu.getByRole("menuitem", { name: "Cancel" }).tap();
      await expect(menu).toBeHidden();
      await expect(opener).toBeFocused();

      await opener.tap();
      await expect(menu).toBeVisible();
      const { x: left = 0, y: top = 0 } = (await page.getByRole("article").first().getByRole("link").boundingBox()) ?? {};
      await page.touchscreen.tap(left + 5, top + 5);
      await expect(menu).toBeHidden();
      await expect(page).toHaveURL(/\/servers$/u);
    });
  });
});

test.describe("on paper and in the device's colours", () => {
  test.use({ account: accounts.company, remembered: { "vps-portal.theme": "dark" } });

  test("the list is printed in black on white, without what can only be pressed", async ({ page }) => {
    await page.goto("/servers");
    const card = page.getByRole("article", { name: "web-01", exact: true });
    await expect(card).toBeVisible();
    // What says how a page is printed comes by itself, a moment after it.
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
    await expect(page.getByRole("searchbox")).toBeHidden();
    await expect(page.locator("main button:visible, main .tick:visible")).toHaveCount(0);
    await expect(card.getByText("Running")).toBeVisible();
    await expect(page.getByRole("article").last()).toBeVisible();
    expect(await card.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor])).toEqual([
      "rgb(0, 0, 0)",
      "rgb(255, 255, 255)",
    ]);
  });

  test("colours that the device forces leave the focus, a status and the place in sight", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto("/servers");
    const card = page.getByRole("article", { name: "web-01", exact: true });
    const link = card.getByRole("link");
    const lineOf = (locator: typeof card, side: string) => locator.evaluate((element, side) => getComputedStyle(element).getPropertyValue(side), side);
    expect(await lineOf(card.locator(".status"), "border-top-style")).toBe("solid");
    await link.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await lineOf(card, "outline-style")).toBe("solid");
    await link.click();
    const [here, elsewhere] = [page.getByRole("link", { name: "Overview" }), page.getByRole("link", { name: "Volumes" })];
    await expect(here).toBeVisible();
    await expect.poll(async () => (await lineOf(here, "border-bottom-color")) !== (await lineOf(elsewhere, "border-bottom-color"))).toBe(true);
  });
});
