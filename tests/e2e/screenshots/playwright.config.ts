import { defineConfig } from "@playwright/test";
import { browserOptions } from "../support/browser.ts";
import type { Options } from "../support/test.ts";

/** Pictures of every page, for people to look at: `playwright test --config tests/e2e/screenshots`. */
export default defineConfig<Options>({
  testDir: ".",
  testMatch: "*.pictures.ts",
  outputDir: "../results/screenshots",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: "line",
  use: browserOptions,
});
