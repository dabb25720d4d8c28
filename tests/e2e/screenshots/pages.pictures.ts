import path from "node:path";
import { environment } from "../support/environment.ts";
import { enter, scenes } from "../support/scenes.ts";
import { test } from "../support/test.ts";
import { LANGUAGES } from "../support/words.ts";

/** What is pictured: all of it, or what the environment names, separated by commas; of the scenes those that a pattern fits. */
const chosen = (name: string, all: readonly string[]) => process.env[name]?.split(",") ?? all;
const wanted = new RegExp(process.env["SCENES"] ?? "", "u");
const WIDTHS = chosen("WIDTHS", ["360", "768", "1440"]).map(Number);

for (const language of chosen("LANGUAGES", LANGUAGES)) {
  for (const theme of chosen("THEMES", ["light", "dark"])) {
    test(`${language}, ${theme}`, async ({ api, backend, browser }) => {
      test.setTimeout(300_000);
      for (const scene of scenes.filter(({ name }) => wanted.test(name))) {
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
