import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { browserOptions } from "../support/browser.ts";
import type { Options } from "../support/test.ts";

/** `RENEW` draws the pictures anew; without it one that is missing, or differs, fails its test. */
const renew = process.env["RENEW"] === "yes";

/**
 * The page of the design system: `DIST` names the folder of a development build, `RELEASE` that of a released one.
 * tools/pictures.sh builds what is needed.
 */
export default defineConfig<Options>({
  testDir: ".",
  testMatch: "*.design.ts",
  outputDir: "../results/design",
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  updateSnapshots: renew ? "all" : "none",
  ...(renew && { globalTeardown: fileURLToPath(new URL("shrink.ts", import.meta.url)) }),
  timeout: 90_000,
  expect: {
    timeout: 10_000,
    toHaveScreenshot: {
      animations: "disabled",
      caret: "hide",
      scale: "css",
      // A colour may be as far off as the palette of a kept picture puts it, and the edge of a few letters further.
      threshold: 0.1,
      maxDiffPixels: 100,
    },
  },
  reporter: "list",
  use: { ...browserOptions, contextOptions: { reducedMotion: "reduce" } },
});
