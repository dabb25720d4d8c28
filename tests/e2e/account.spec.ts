import type { Locator, Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { keepAroundOut } from "./support/network.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** What a page tells under this name. */
const fact = (page: Page, name: string): Locator =>
  page
    .locator("div:has(> dt)")
    .filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`, "u") }) })
    .getByRole("definition");

test.describe("a company", () => {
  test.use({ account: accounts.company });

  test("the profile tells what the service knows", async ({ page }) => {
    await page.goto("/profile");
    for (const [name, text] of [
      ["Name", "Anh Nguyễn Thị Minh"],
      ["Email", "demo@example.com"],
      ["Birthday", "17 May 1990"],
    ] as const) {
      await expect(fact(page, name)).toHaveText(text);
    }
    for (const [name, text] of [
      ["First name", "Nguyễn Thị Minh"],
      ["Last name", "Anh"],
      ["Phone number", "0900 000 001"],
      ["Address", "12 phố Ví Dụ, phường Cửa Nam, Hà Nội"],
      ["Company", "Công ty TNHH Phần mềm Ví Dụ"],
    ] as const) {
      await expect(page.getByRole("textbox", { name, exact: true })).toHaveValue(text);
    }
    await expect(page.getByRole("combobox", { name: "Gender" })).toHaveValue("2");
    await expect(fact(page, "Last sign-in")).toHaveText(/^\d{1,2} \w{3} \d{4}, \d{2}:\d{2}$/u);
  });

  test("the projects tell which one is in use", async ({ page }) => {
    await page.goto("/projects");
    const projects = page.getByRole("list", { name: "Projects" }).getByRole("listitem");
    await expect(projects).toHaveText([/^demo-lab.*Available.*Phòng thí nghiệm/u, /^demo-main.*In use now.*Website và cửa hàng/u]);
  });

  test("the token tells whose it is, how long it lasts and what it may do", async ({ page, api, token }) => {
    const { body } = await api.call("GET", "/auth/tokens", token);
    await page.goto("/token");
    await expect(fact(page, "Owner")).toHaveText("demo@example.com");
    await expect(fact(page, "Project")).toHaveText("demo-main");
    const ends = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" });
    const digits = (text: string) => text.replaceAll(/\s/gu, " ");
    expect(digits((await fact(page, "Expires").textContent()) ?? "")).toContain(digits(ends.format(new Date(body.token_expired))));
    await expect(page.getByText(words("permissions.everything"))).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(token);
  });
});

test.describe("an account with a closed project", () => {
  test.use({ account: { email: "suspended@example.com" } });

  test("the projects tell which one cannot be used", async ({ page }) => {
    await page.goto("/projects");
    await expect(page.getByRole("listitem").filter({ hasText: /^closed/u })).toContainText("Not available");
    await expect(page.getByRole("listitem").filter({ hasText: /^live/u })).toContainText("In use now");
  });
});

test.describe("a named token that never ends", () => {
  test("says so", async ({ page, backend, problems }) => {
    problems.expectStatus(403);
    const token = await backend.makeToken(accounts.single.email, "servers:*");
    await page.goto("/login?with=token&next=%2Ftoken");
    await page.getByLabel("API token", { exact: true }).fill(token);
    await page.getByRole("button", { name: "Sign in" }).click();
    // What the end of a token means stands beside it, folded.
    const help = words("help.lifetime");
    await expect(fact(page, "Expires").getByRole("button", { name: help })).toBeVisible();
    await expect.poll(async () => (await fact(page, "Expires").textContent())?.split(help)[0]?.trim()).toBe("Never");
    await expect(fact(page, "Name")).toHaveText("journey");
  });
});

test.describe("when a page cannot be loaded", () => {
  test.use({ account: accounts.single });

  for (const [path, call, title] of [
    ["/profile", "**/user/detail_user/", words("profile.failed_title")],
    ["/projects", "**/user/list_project/", words("projects.failed_title")],
    ["/token", "**/account/me/", words("token.failed_title")],
  ] as const) {
    test(`${path} says so and can try again`, async ({ page, problems }) => {
      problems.expectStatus(500);
      // It would find the failure gone, and show that, before the person presses.
      await keepAroundOut(page);
      await page.route(call, (route) => route.fulfill({ status: 500, body: "<h1>No</h1>" }));
      await page.goto(path);
      const alert = page.getByRole("alert");
      await expect(alert.getByRole("heading", { name: title })).toBeVisible();
      await expect(alert).toContainText(words("error.server"));
      await page.unroute(call);
      await alert.getByRole("button", { name: "Try again" }).click();
      await expect(alert).toHaveCount(0);
      await expect(page.getByRole("definition").or(page.getByRole("main").getByRole("listitem")).first()).toBeVisible();
    });
  }
});
