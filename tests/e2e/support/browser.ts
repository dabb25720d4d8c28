import type { PlaywrightTestConfig } from "@playwright/test";
import chromium from "./chromium.json" with { type: "json" };
import { environment } from "./environment.ts";

/** How every browser of the tests is started, and what every page of it starts with. */
export const browserOptions: PlaywrightTestConfig["use"] = {
  browserName: "chromium",
  headless: true,
  launchOptions: {
    executablePath: environment.chromium,
    args: chromium.arguments,
  },
  // What a worker asks for, no test sees, and what it keeps, no test can change: service-worker.spec.ts allows it.
  serviceWorkers: "block",
  locale: "en-US",
  timezoneId: "Asia/Ho_Chi_Minh",
  colorScheme: "light",
  viewport: { width: 1280, height: 900 },
};
