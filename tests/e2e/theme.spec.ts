import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const html = (page: Page) => page.locator("html");
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** Whether a colour, which a browser tells as `rgb(12, 34, 56)`, is dark. */
function isDark(colour: string): boolean {
  const parts = [...colour.matchAll(/\d+/gu)].map(Number);
  return parts.length === 3 && parts.every((part) => part < 128);
}

async function choose(page: Page, theme: string): Promise<void> {
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: theme }).click();
}

test.describe("signed in", () => {
  test.use({ account: accounts.single });

  test("light and dark are chosen, remembered and followed by other tabs", async ({ page, context }) => {
    const other = await context.newPage();
    await new ServersPage(other).open();
    // A tab in the background is drawn seldom.
    await page.bringToFront();
    await new ServersPage(page).open();
    for (const [name, theme] of [["Dark", "dark"], ["Light", "light"]] as const) {
      await choose(page, name);
      await expect(html(page)).toHaveAttribute("data-theme", theme);
      await expect(html(other)).toHaveAttribute("data-theme", theme);
      await expect.poll(async () => isDark(await background(page))).toBe(theme === "dark");
      await page.reload();
      await expect(html(page)).toHaveAttribute("data-theme", theme);
      await page.getByRole("button", { name: "Theme" }).click();
      await expect(page.getByRole("menuitemradio", { name })).toHaveAttribute("aria-checked", "true");
      await page.keyboard.press("Escape");
    }
  });

  test("the device's theme is followed, also while the page is open", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await new ServersPage(page).open();
    await expect.poll(async () => isDark(await background(page))).toBe(true);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(async () => isDark(await background(page))).toBe(false);
    await choose(page, "Dark");
    await expect.poll(async () => isDark(await background(page))).toBe(true);
    await choose(page, "Same as device");
    await expect(html(page)).not.toHaveAttribute("data-theme");
    await expect.poll(async () => isDark(await background(page))).toBe(false);
  });
});

test.describe("with a dark theme remembered", () => {
  test.use({ remembered: { "vps-portal.theme": "dark" } });

  test("the page is dark before anything of it is painted", async ({ page }) => {
    await page.addInitScript(() => {
      const seen = () => {
        const body = getComputedStyle(document.documentElement);
        document.documentElement.setAttribute("data-seen", `${document.documentElement.dataset["theme"]} ${body.colorScheme}`);
      };
      new MutationObserver((_, observer) => {
        if (document.body) {
          observer.disconnect();
          seen();
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto("/login");
    await expect(html(page)).toHaveAttribute("data-seen", "dark dark");
  });
});
