import path from "node:path";
import { environment } from "../support/environment.ts";
import { scenes } from "../support/scenes.ts";
import { SESSION_KEY, storedSession, test } from "../support/test.ts";

const WIDTHS = [360, 768, 1440];

for (const language of ["en", "vi", "km"]) {
  for (const theme of ["light", "dark"]) {
    test(`${language}, ${theme}`, async ({ api, backend, browser }) => {
      test.setTimeout(300_000);
      for (const scene of await scenes(api)) {
        const { account, remembered } = scene;
        const session = account && storedSession(await api.signIn(account), account.email);
        const kept = {
          "vps-portal.language": language,
          "vps-portal.theme": theme,
          ...remembered,
          ...(session && { [SESSION_KEY]: session }),
        };
        const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }));
        const storageState = { cookies: [], origins: [{ origin: backend.origin, localStorage }] };
        const page = await browser.newPage({ storageState, baseURL: backend.origin, reducedMotion: "reduce" });
        await page.goto(scene.path);
        await scene.reach(page);
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
