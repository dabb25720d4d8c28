import axe from "axe-core";
import { type Page, expect } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { brand } from "./support/brand.ts";
import { hold } from "./support/hold.ts";
import { SignInForm } from "./support/portal.ts";
import { test } from "./support/test.ts";

const PROGRAM = /\/vps-portal_bg-\w+\.wasm$/u;
/** A colour on which neither white text nor an eye finds hold: the hardest of all. */
const YELLOW = "#ffd500";

const token = (page: Page, name: string) =>
  page.evaluate((property) => getComputedStyle(document.documentElement).getPropertyValue(property), name);

/** What axe-core finds too faint. */
async function faint(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ["color-contrast"] }),
  );
  return violations.flatMap(({ nodes }) => nodes.map(({ failureSummary }) => failureSummary ?? ""));
}

test("the sign-in page is the provider's face, and can be read in whatever colour", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const accent of [YELLOW, "#000000", "#e4002b"]) {
    await page.unrouteAll();
    await brand(page, { logo: "logo.svg", accent });
    await new SignInForm(page).open();
    await expect(page.getByRole("banner").getByText("Sunrise Cloud")).toBeVisible();
    await expect.poll(() => page.locator(".login__logo").evaluate((logo: HTMLImageElement) => logo.naturalWidth)).toBe(160);
    expect(await token(page, "--accent")).toContain("light-dark(");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faint(page), `${accent}, ${colorScheme}`).toEqual([]);
    }
  }
});

test("a broken face falls back to the portal's own, with one warning", async ({ page, problems }) => {
  await brand(page, { logo: "https://evil.example/logo.svg", accent: "red; } body { display: none" });
  await new SignInForm(page).open();
  await expect(page.locator(".login .brand__mark")).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("style");
  expect(problems.warnings.filter((text) => /logo.*accent/u.test(text))).toHaveLength(1);
});

test("a logo that does not come leaves its place to the mark", async ({ page, problems }) => {
  problems.expectStatus(404);
  await brand(page, { logo: "/brand/gone.svg" });
  await new SignInForm(page).open();
  await expect(page.locator(".login .brand__mark")).toBeVisible();
  await expect(page.locator(".login__logo")).toHaveCount(0);
});

test("every language stands in the open, in its own words", async ({ page }) => {
  await new SignInForm(page).open();
  const languages = page.getByRole("group", { name: "Language" });
  await expect(languages.getByRole("button")).toHaveText(["English", "Tiếng Việt", "ភាសាខ្មែរ"]);
  await languages.getByRole("button", { name: "Tiếng Việt" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  await expect(page.getByRole("button", { name: "Tiếng Việt" })).toHaveAttribute("aria-current", "true");
});

test.describe("signed in", () => {
  test.use({ account: accounts.single });

  test("the next visit has the accent before the first paint; one that is gone goes", async ({ page }) => {
    await brand(page, { accent: YELLOW });
    await page.goto("/servers");
    await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("style", /--accent:/u);
    const accent = await token(page, "--accent");

    const letGo = await hold(page, PROGRAM);
    await page.reload();
    await expect(page.locator("#boot-shell .bar")).toBeVisible();
    expect(await token(page, "--accent")).toBe(accent);
    letGo();

    await page.unroute("**/config.json");
    await page.goto("/profile");
    await expect(page.locator("html")).not.toHaveAttribute("style", /./u);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
    await expect(page.locator("html")).not.toHaveAttribute("style", /./u);
  });
});

test.describe("with something else where the accent is remembered", () => {
  test.use({ remembered: { "vps-portal.accent": "display:none;--accent:light-dark(#000000,#000000);" } });

  test("nothing of it is shown", async ({ page }) => {
    await new SignInForm(page).open();
    await expect(page.locator("html")).not.toHaveAttribute("style", /./u);
  });
});

test("the browser's own bars have the theme of the page", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await new SignInForm(page).open();
  const shown = () =>
    page.evaluate(() => [...document.querySelectorAll<HTMLMetaElement>("[name=theme-color]")].filter(({ media }) => matchMedia(media).matches).map(({ content }) => content));
  expect(await shown()).toEqual(["#ffffff"]);
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect.poll(shown).toEqual(["#17191f"]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await shown()).toEqual(["#17191f"]);
});
