// Draws the pictures of the portal's icon from public/icon.svg, with the browser of the tests: make icons.
//
// Where a device cuts the icon into its own shape, its ground has to reach every edge; what is drawn on it stays within the
// circle that every shape leaves (four fifths of the width) as it is.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { env } from "node:process";

const { chromium } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("@playwright/test");

const FOLDER = new URL("../public/", import.meta.url);
/** Each picture's width, and whether the device cuts it. */
const PICTURES = {
  "icon-180.png": { size: 180, cut: true },
  "icon-192.png": { size: 192, cut: false },
  "icon-512.png": { size: 512, cut: false },
  "icon-maskable-192.png": { size: 192, cut: true },
  "icon-maskable-512.png": { size: 512, cut: true },
};

const icon = await readFile(new URL("icon.svg", FOLDER), "utf8");
const browser = await chromium.launch({ executablePath: env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [name, { size, cut }] of Object.entries(PICTURES)) {
  const drawing = cut ? icon.replace(/ rx="15"/u, "") : icon;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; inline-size: 100vi }</style>${drawing}`);
  await writeFile(new URL(name, FOLDER), await page.screenshot({ omitBackground: true }));
}
await browser.close();
