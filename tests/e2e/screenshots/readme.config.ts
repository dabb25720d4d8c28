import { defineConfig } from "@playwright/test";
import pictures from "./playwright.config.ts";

/** The pictures of the README, in docs/: `tools/pictures.sh readme`. */
export default defineConfig(pictures, { testMatch: "readme.docs.ts", timeout: 120_000 });
