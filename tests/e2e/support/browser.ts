import type { PlaywrightTestConfig } from "@playwright/test";
import { environment } from "./environment.ts";

/** How every browser of the tests is started, and what every page of it starts with. */
export const browserOptions: PlaywrightTestConfig["use"] = {
  browserName: "chromium",
  headless: true,
  launchOptions: {
    executablePath: environment.chromium,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
  locale: "en-US",
  timezoneId: "Asia/Ho_Chi_Minh",
  colorScheme: "light",
  viewport: { width: 1280, height: 900 },
};
