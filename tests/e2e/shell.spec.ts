import { accounts } from "./support/accounts.ts";
import { loseNetwork } from "./support/network.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { single } = accounts;

test.describe("signed in", () => {
  test.use({ account: single });

  test("the main navigation leads to every page, names the tab and moves the focus to the heading", async ({ page }) => {
    await new ServersPage(page).open("/");
    await expectAddress(page, "/servers");
    const main = page.getByRole("navigation", { name: "Main" });
    await expect(main.getByRole("link")).toHaveText(["Servers", "Profile", "Projects", "Token"]);
    for (const [name, path] of [
      ["Profile", "/profile"],
      ["Projects", "/projects"],
      ["Token", "/token"],
      ["Servers", "/servers"],
    ] as const) {
      await main.getByRole("link", { name }).click();
      const heading = page.getByRole("heading", { name, level: 1 });
      await expect(heading).toBeFocused();
      await expectAddress(page, path);
      await expect(page).toHaveTitle(`${name} · VPS Portal`);
      await expect(main.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    }
  });

  test("Back and Forward go through the pages", async ({ page }) => {
    await new ServersPage(page).open();
    await page.getByRole("link", { name: "Projects" }).click();
    await page.getByRole("link", { name: "Token" }).click();
    await expect(page.getByRole("heading", { name: "Token" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
    await page.goForward();
    await expect(page.getByRole("heading", { name: "Token" })).toBeVisible();
  });

  for (const path of ["/nowhere", "/servers/a/b/c/d", "/profile/x"]) {
    test(`${path} is no page, and leads home`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: words("not_found.title"), level: 1 })).toBeVisible();
      await expect(page).toHaveTitle("Page not found · VPS Portal");
      await page.getByRole("link", { name: words("not_found.home") }).click();
      await expectAddress(page, "/servers");
    });
  }

  test("the link to the content is the first stop of the Tab key", async ({ page }) => {
    await new ServersPage(page).open();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: words("nav.skip") });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Refresh" })).toBeFocused();
  });

  test("a device without a network is told so, until it is back", async ({ page, context }) => {
    await page.goto("/profile");
    await expect(page.getByRole("definition").first()).toBeVisible();
    const notice = page.getByRole("status").getByText(words("offline.notice"));
    await expect(notice).toHaveCount(0);
    await loseNetwork(page);
    await expect(notice).toBeVisible();
    await expect(page.getByRole("definition").first()).toBeVisible();
    await context.setOffline(false);
    await expect(notice).toHaveCount(0);
  });

  test("the account's menu says who is signed in, and to which project", async ({ page }) => {
    await new ServersPage(page).open();
    await page.getByRole("button", { name: "Account menu" }).click();
    const menu = page.getByRole("menu", { name: "Account menu" });
    await expect(menu).toContainText(single.email);
    await expect(menu).toContainText("Project single");
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(page.getByRole("button", { name: "Account menu" })).toBeFocused();
  });
});
