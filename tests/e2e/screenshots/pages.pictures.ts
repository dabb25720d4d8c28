import path from "node:path";
import { environment } from "../support/environment.ts";
import { enter, scenes } from "../support/scenes.ts";
import { test } from "../support/test.ts";

const WIDTHS = [360, 768, 1440];

for (const language of ["en", "vi", "km"]) {
  for (const theme of ["light", "dark"]) {
    test(`${language}, ${theme}`, async ({ api, backend, browser }) => {
      test.setTimeout(300_000);
      for (const scene of scenes) {
        const page = await browser.newPage({ baseURL: backend.origin, reducedMotion: "reduce" });
        const remembered = { "vps-portal.language": language, "vps-portal.theme": theme, ...scene.remembered };
        await enter(page, { ...scene, remembered }, api);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const file = `${scene.name}-${language}-${theme}-${width}.png`;
          await page.screenshot({ path: path.join(environment.screenshots, file), fullPage: true, caret: "initial" });
        }
        await page.close();
      }
    });
  }
}
