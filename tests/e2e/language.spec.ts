import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { type Language, words } from "./support/words.ts";

const html = (page: Page) => page.locator("html");
const title = (language: Language) => words("servers.title", {}, language);

for (const [locale, language] of [
  ["vi-VN", "vi"],
  ["km-KH", "km"],
  ["en-GB", "en"],
  ["fr-FR", "en"],
] as const) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test(`is answered in ${language}`, async ({ page }) => {
      await page.goto("/login");
      await expect(page.getByRole("heading", { name: words("login.title", {}, language), level: 1 })).toBeVisible();
      await expect(html(page)).toHaveAttribute("lang", language);
    });
  });
}

test.describe("signed in", () => {
  test.use({ account: accounts.single });

  test("each language can be chosen, is remembered and followed by other tabs", async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto("/servers");
    await expect(other.getByRole("heading", { name: title("en") })).toBeVisible();
    // A tab in the background is drawn seldom.
    await page.bringToFront();
    await page.goto("/servers");
    for (const [from, name, language] of [
      ["en", "Tiếng Việt", "vi"],
      // A browser that knows no Khmer calls it by its English name.
      ["vi", /^(ភាសា)?ខ្មែរ$|^Khmer$/u, "km"],
      ["km", "English", "en"],
    ] as const) {
      await page.getByRole("button", { name: words("language.label", {}, from) }).click();
      await page.getByRole("menuitemradio", { name }).click();
      await expect(page.getByRole("heading", { name: title(language), level: 1 })).toBeVisible();
      await expect(html(page)).toHaveAttribute("lang", language);
      await expect(page).toHaveTitle(`${title(language)} · ${words("app.name", {}, language)}`);
      await expect(other.getByRole("heading", { name: title(language), level: 1 })).toBeVisible();
      await page.reload();
      await expect(page.getByRole("heading", { name: title(language), level: 1 })).toBeVisible();
    }
  });

  test("a change of the language keeps the page as it is", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?q=shop");
    await expect(servers.cards).toHaveCount(3);
    await page.getByRole("button", { name: "Language" }).click();
    await page.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
    await expect(page.getByRole("searchbox", { name: words("servers.search", {}, "vi") })).toHaveValue("shop");
    await expect(servers.cards).toHaveCount(3);
    await expect(servers.card("shop-test")).toContainText(words("status.shutoff", {}, "vi"));
  });
});

test("what was typed into the sign-in form outlives a change of the language", async ({ page }) => {
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill("half@a");
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
  await expect(page.getByRole("textbox", { name: words("login.email", {}, "vi") })).toHaveValue("half@a");
});

test.describe("numbers and times", () => {
  test.use({ account: accounts.fleet, locale: "vi-VN" });

  test("are written as the language writes them", async ({ page }) => {
    await page.goto("/servers");
    await expect(page.getByText("10.000 máy chủ")).toBeVisible();
    await expect(page.getByRole("time").first()).toHaveText(/^sau \d+ ngày/u);
  });
});
