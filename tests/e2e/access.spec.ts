import { findings, prepareAxe, remember, scrollsToTheSide } from "./support/axe.ts";
import { enter, scenes } from "./support/scenes.ts";
import { expect, test } from "./support/test.ts";
import { LANGUAGES } from "./support/words.ts";

const THEMES = ["light", "dark"];
const WIDTHS = [360, 768, 1440];
/** The narrowest page that WCAG 2.2 asks to need no scrolling to the side (1.4.10). */
const NARROWEST = 320;

for (const scene of scenes) {
  test(`${scene.name}: everybody can use it, in every language, theme and width`, async ({ page, api, problems }) => {
    test.setTimeout(90_000);
    problems.expectStatus(403, 404, 500, 503);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await enter(page, scene, api);
    await prepareAxe(page);
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
          await test.step(`axe-core: ${language}, ${width} pixels, ${theme}`, async () => {
            expect(await findings(page)).toEqual([]);
          });
        }
      }
    }
  });
}
