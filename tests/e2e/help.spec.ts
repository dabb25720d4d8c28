import { accounts } from "./support/accounts.ts";
import { brand } from "./support/brand.ts";
import { SignInForm } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test("a question beside a field is answered, by pointer and by keys alone", async ({ page }) => {
  const form = new SignInForm(page);
  await form.open();
  const question = page.getByRole("button", { name: words("help.project") });
  const answer = page.getByText(words("help.project_text"));
  await expect(answer).toBeHidden();
  await question.click();
  await expect(question).toHaveAttribute("aria-expanded", "true");
  await expect(answer).toBeVisible();
  await question.click();
  await expect(answer).toBeHidden();

  await form.project.focus();
  await page.keyboard.press("Tab");
  await expect(question).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(answer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(answer).toBeHidden();
  await expect(question).toBeFocused();
});

test("how a token is sent is told with the word of the deployment", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ json: { auth_scheme: "ApiKey" } }));
  await page.goto("/login?with=token");
  await page.getByRole("button", { name: words("help.token") }).click();
  await expect(page.getByText(words("help.token_text", { scheme: "ApiKey" }))).toBeVisible();
});

test.describe("signed in", () => {
  test.use({ account: accounts.single });

  test("the support line is in the account's menu of every page", async ({ page }) => {
    await brand(page, {});
    for (const path of ["/servers", "/token"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.getByRole("button", { name: "Account menu" }).click();
      const item = (name: RegExp | string) => page.getByRole("menuitem", { name });
      await expect(item(/^Need help\? Contact support/u)).toHaveAttribute("href", "https://help.example/");
      await expect(item(/^Need help\? Contact support/u)).toHaveAttribute("rel", "noopener noreferrer");
      await expect(item("Support: 1900 0000")).toHaveAttribute("href", "tel:19000000");
      await expect(item("Support: help@example.com")).toHaveAttribute("href", "mailto:help@example.com");
    }
  });

  test("a deployment without one shows none", async ({ page }) => {
    await page.goto("/servers");
    await page.getByRole("button", { name: "Account menu" }).click();
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: /support/iu })).toHaveCount(0);
  });
});
