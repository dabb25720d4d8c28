import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { findings, prepareAxe, remember, scrollsToTheSide } from "../support/axe.ts";
import { environment } from "../support/environment.ts";
import { expect, test } from "../support/test.ts";

/** What only the page of the design system says, and how its style names it. */
const TRACES = ["Design system", "specimen"];

/** Which of the traces stand in the files of a built page. */
async function tracesIn(dist: string): Promise<string[]> {
  const names = await readdir(dist, { recursive: true });
  const built = names.filter((name) => /\.(?:wasm|css|js|html)$/u.test(name));
  const contents = await Promise.all(built.map((name) => readFile(path.join(dist, name), "latin1")));
  expect(built.some((name) => name.endsWith(".wasm")), `${dist} holds a program`).toBe(true);
  return TRACES.filter((trace) => contents.some((content) => content.includes(trace)));
}

const SOURCES = fileURLToPath(new URL("../../../src", import.meta.url));
/** Where toasts and news appear stands once on every page, not here (src/app.rs). */
const NOT_HERE = ["LiveRegion", "ToastRegion"];

/** The text of all Rust files of a folder. */
async function sourcesOf(folder: string): Promise<string> {
  const names = await readdir(path.join(SOURCES, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith(".rs")).map((name) => path.join(SOURCES, folder, name));
  return (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
}

test("every piece of ui/ and every icon is shown", async () => {
  const [ui, offered, shown] = await Promise.all([sourcesOf("ui"), readFile(path.join(SOURCES, "ui/mod.rs"), "utf8"), sourcesOf("pages/design")]);
  const pieces = [...ui.matchAll(/#\[component\]\s+pub fn (\w+)/gu)].map(([, name]) => name!);
  expect(pieces.length).toBeGreaterThan(30);
  const isShown = (name: string) => new RegExp(`<${name}\\b`, "u").test(shown);
  const isOffered = (name: string) => new RegExp(`\\b${name}\\b`, "u").test(offered) && !NOT_HERE.includes(name);
  const icons = /pub enum Icon \{(.*?)\n\}/su.exec(ui)![1]!.matchAll(/^ {4}([A-Z]\w+),/gmu);
  const missing = [
    ...pieces.filter((name) => isOffered(name) && !isShown(name)),
    ...[...icons].map(([, name]) => `Icon::${name}`).filter((name) => !new RegExp(`${name}\\b`, "u").test(shown)),
  ];
  expect(missing, "show them in src/pages/design, then draw the pictures anew: tools/pictures.sh design").toEqual([]);
});

test("the design system is in a development build and in no release", async () => {
  expect(await tracesIn(environment.dist)).toEqual(TRACES);
  expect(await tracesIn(environment.release), "dist/ is a release that make dist has built").toEqual([]);
});

test("everybody can use every piece, in every language, theme and width", async ({ page }) => {
  await page.goto("/design");
  await expect(page.getByRole("heading", { level: 1, name: "Design system" })).toBeVisible();
  await prepareAxe(page);
  for (const language of ["en", "vi", "km"]) {
    await remember(page, "vps-portal.language", language);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    for (const width of [320, 1040]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await scrollsToTheSide(page), `${language}, ${width} pixels`).toBe(false);
      for (const theme of ["light", "dark"]) {
        await remember(page, "vps-portal.theme", theme);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        expect(await findings(page), `${language}, ${width} pixels, ${theme}`).toEqual([]);
      }
    }
  }
});

test("language and theme are changed in reach, and each section has its address", async ({ page }) => {
  await page.goto("/design");
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
  await expect(page.locator("#buttons").getByRole("button", { name: "Khởi động lại" })).toBeVisible();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Log", exact: true }).click();
  await expect(page).toHaveURL(/\/design#log$/u);
  await expect(page.getByRole("heading", { level: 2, name: "Log", exact: true })).toBeInViewport();
});
