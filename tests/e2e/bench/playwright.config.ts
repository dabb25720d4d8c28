import { defineConfig } from "@playwright/test";
import { browserOptions } from "../support/browser.ts";
import type { Options } from "../support/test.ts";

/** Measurements. They print numbers and fail only when what is measured does not work. */
export default defineConfig<Options>({
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../results",
  workers: 1,
  timeout: 180_000,
  reporter: "line",
  use: browserOptions,
});
