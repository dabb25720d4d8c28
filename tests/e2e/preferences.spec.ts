import type axe from "axe-core";
import type { Locator, Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { prepareAxe } from "./support/axe.ts";
import { enter, scenes } from "./support/scenes.ts";
import { expect, test } from "./support/test.ts";

/** What is laid out over something else, or quieter than what is around it. */
const SCENES = ["sign-in", "servers-cards", "servers-table", "servers-cards-menu", "servers-cards-selected", "server-network", "server-log", "server-stop", "server-settings", "token"];

/** Has the device ask for something, which Playwright does not offer all of. */
async function prefer(page: Page, preferred: Record<string, string>): Promise<void> {
  const features = Object.entries({ "prefers-reduced-motion": "reduce", ...preferred }).map(([name, value]) => ({ name, value }));
  const devices = await page.context().newCDPSession(page);
  await devices.send("Emulation.setEmulatedMedia", { features });
}

/** What something behind it can be seen through: an element, or the ground of one or of what lies behind a dialog. */
const translucent = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const isPartly = (colour: string) => {
      if (canvas === null) {
        return true;
      }
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const alpha = canvas.getImageData(0, 0, 1, 1).data[3] ?? 0;
      return alpha > 0 && alpha < 255;
    };
    const seen = [...document.querySelectorAll("body, body *")].filter((element) => element.checkVisibility());
    return seen.flatMap((element) =>
      [null, "::before", "::after", "::backdrop"].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const opacity = Number(style.opacity);
        const found = [
          opacity > 0 && opacity < 1 && `opacity ${style.opacity}`,
          isPartly(style.backgroundColor) && `ground ${style.backgroundColor}`,
          style.backdropFilter !== "none" && `filter ${style.backdropFilter}`,
        ].filter((what) => what !== false);
        return found.map((what) => `${what} at ${part ?? ""} ${element.outerHTML.slice(0, 100)}`);
      }),
    );
  });

/** Texts with less than 7 to 1 between them and their ground, as axe-core sees it. */
async function pale(page: Page): Promise<string[]> {
  await prepareAxe(page);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ["color-contrast-enhanced"], resultTypes: ["violations"] }),
  );
  return violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`));
}

/** How far a line around something stands out from the page: as WCAG counts it. */
const lineContrast = (place: Locator): Promise<number> =>
  place.evaluate((element) => {
    const luminance = (colour: string) => {
      const parts = (colour.match(/[\d.]+/gu) ?? []).slice(0, 3).map((part) => Number(part) / 255);
      const [red = 0, green = 0, blue = 0] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const colours = [getComputedStyle(element).borderTopColor, getComputedStyle(document.documentElement).backgroundColor];
    const [darker = 0, lighter = 0] = colours.map(luminance).sort((one, other) => one - other);
    return (lighter + 0.05) / (darker + 0.05);
  });

for (const theme of ["light", "dark"]) {
  test.describe(theme, () => {
    test.describe("lines", () => {
      test.use({ account: accounts.company, remembered: { "vps-portal.theme": theme } });

      test("around cards, fields and buttons stand out for whoever wants more contrast", async ({ page }) => {
        await prefer(page, { "prefers-contrast": "more" });
        await page.goto("/servers");
        for (const lined of [page.getByRole("article").first(), page.getByRole("searchbox"), page.getByRole("button", { name: "Refresh" })]) {
          // What says so comes a moment after the page.
          await expect.poll(() => lineContrast(lined)).toBeGreaterThan(7);
        }
      });
    });

    for (const scene of scenes.filter(({ name }) => SCENES.includes(name))) {
      const themed = { ...scene, remembered: { ...scene.remembered, "vps-portal.theme": theme } };

      test(`${scene.name}: nothing shines through for whoever wants no transparency`, async ({ page, api, problems }) => {
        problems.expectStatus(404);
        await prefer(page, { "prefers-reduced-transparency": "reduce" });
        await enter(page, themed, api);
        await expect.poll(() => translucent(page)).toEqual([]);
      });

      test(`${scene.name}: every text has 7 to 1 for whoever wants more contrast`, async ({ page, api, problems }) => {
        problems.expectStatus(404);
        await prefer(page, { "prefers-contrast": "more" });
        await enter(page, themed, api);
        await expect.poll(() => pale(page)).toEqual([]);
      });
    }
  });
}
