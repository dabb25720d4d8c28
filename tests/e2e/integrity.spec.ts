import type { Page } from "@playwright/test";
import { PASSWORD, accounts } from "./support/accounts.ts";
import { SignInForm } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** Lets a file come with one byte more than was built: a space or a line break, which changes nothing but the digest. */
const change = (page: Page, file: RegExp) =>
  page.route(file, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "cache-control": "no-store" };
    await route.fulfill({ response, headers, body: Buffer.concat([await response.body(), Buffer.from("\n")]) });
  });

const MODULE = /\/sign-in-\w+\.js$/u;
const REFUSED = /integrity|Failed to fetch|The module did not begin/iu;

for (const [what, file] of [
  ["script that starts it", /\/boot-\w+\.js$/u],
  ["module", MODULE],
  ["program", /\/sign-in_bg-\w+\.wasm$/u],
] as const) {
  test(`a changed ${what} is refused, and a text says that the portal could not start`, async ({ page, problems }) => {
    problems.expect(REFUSED);
    problems.expectNoAnswer();
    await change(page, file);
    await page.goto("/login");
    await expect(page.getByText(words("boot.failed"))).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
  });
}

test("a changed module is refused, too, when it comes long before the script that starts it", async ({ page, problems }) => {
  problems.expect(REFUSED);
  await change(page, MODULE);
  const module = page.waitForEvent("requestfinished", (request) => MODULE.test(request.url()));
  await page.route(/\/boot-\w+\.js$/u, async (route) => {
    await module;
    await route.continue();
  });
  await page.goto("/login");
  await expect(page.getByText(words("boot.failed"))).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("a changed style is refused, and the portal works without one", async ({ page, problems }) => {
  problems.expect(REFUSED);
  await change(page, /\/portal-\w+\.css$/u);
  await page.goto("/login");
  await page.getByLabel("Email").fill(accounts.single.email);
  expect(await page.evaluate(() => [...document.styleSheets].filter(({ href }) => href?.includes("/portal-")))).toEqual([]);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Password").press("Enter");
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
});

test("a changed portal is refused after the sign-in, and a text says that it could not start", async ({ page, problems }) => {
  problems.expect(REFUSED);
  problems.expectNoAnswer();
  await change(page, /\/vps-portal_bg-\w+\.wasm$/u);
  const form = new SignInForm(page);
  await form.open();
  await form.send(accounts.single.email);
  await expect(page.getByText(words("boot.failed"))).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
});

test.describe("signed in", () => {
  test.use({ account: accounts.single });

  for (const [what, file] of [
    ["module", /\/vps-portal-\w+\.js$/u],
    ["program", /\/vps-portal_bg-\w+\.wasm$/u],
  ] as const) {
    test(`a changed ${what} of the portal is refused, and a text says that it could not start`, async ({ page, problems }) => {
      problems.expect(REFUSED);
      problems.expectNoAnswer();
      await change(page, file);
      await page.goto("/servers");
      await expect(page.getByText(words("boot.failed"))).toBeVisible();
      await expect(page.getByRole("article")).toHaveCount(0);
    });
  }

  test("a changed style of the later pages is refused, told, and asked for again", async ({ page, problems }) => {
    problems.expect(REFUSED);
    const file = /\/later-\w+\.css$/u;
    await change(page, file);
    await page.goto("/servers");
    await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
    await page.getByRole("link", { name: "Profile" }).click();
    const alert = page.getByRole("alert");
    await expect(alert.getByRole("heading", { name: words("piece.missing_title") })).toBeVisible();
    // It may be on its way just now for what stands around the pages.
    await page.unrouteAll({ behavior: "wait" });
    await alert.getByRole("button", { name: words("common.try_again") }).click();
    await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  });
});

test("words that somebody has changed are shown as text and nothing else", async ({ page }) => {
  await page.route(/\/locales\/en-[\w-]+\.txt$/u, async (route) => {
    const response = await route.fetch();
    const markup = (line: string, index: number) => (index < 2 || line === "" ? line : `<img src=x onerror="document.title='ran'">${line}`);
    await route.fulfill({ response, body: (await response.text()).split("\n").map(markup).join("\n") });
  });
  await page.goto("/login");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<img src=x");
  await expect(page.locator("img")).toHaveCount(0);
  await expect(page).not.toHaveTitle("ran");
});
