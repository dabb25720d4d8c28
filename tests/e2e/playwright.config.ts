import { defineConfig } from "@playwright/test";
import { browserOptions } from "./support/browser.ts";
import type { Options } from "./support/test.ts";

/** The journeys. `BACKEND` names the backend's binary, `DIST` the folder of the page; support/environment.ts has the rest. */
export default defineConfig<Options>({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  reporter: [["list"], ["./support/closing-report.ts"]],
  use: browserOptions,
});
