import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { ServersPage, SignInForm, address, expectAddress, signOut } from "./support/portal.ts";
import { SESSION_KEY, endSession, storedSession } from "./support/session.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { single } = accounts;

const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), SESSION_KEY);

test.describe("signed in", () => {
  test.use({ account: single });

  test("signing out ends the token at the service, clears the storage and every other tab", async ({ page, context, api, token }) => {
    const other = await context.newPage();
    await other.goto("/profile");
    await expect(other.getByRole("heading", { name: "Profile" })).toBeVisible();
    // A tab in the background is drawn seldom.
    await page.bringToFront();
    await new ServersPage(page).open();
    await signOut(page);
    await expect(page.getByRole("status").getByText(words("login.signed_out"))).toBeVisible();
    expect(address(page)).toBe("/login");
    expect(await stored(page)).toBeNull();
    await expect.poll(async () => (await api.call("GET", "/auth/tokens", token)).status).toBe(401);
    await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(other.getByText(words("login.ended_elsewhere"))).toBeVisible();
  });

  test("after signing out, the way back shows nothing of the session", async ({ page }) => {
    await new ServersPage(page).open();
    await page.getByRole("link", { name: "Profile" }).click();
    await expect(page.getByText("Lê Văn", { exact: false })).toBeVisible();
    await signOut(page);
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText("Lê Văn", { exact: false })).toHaveCount(0);
  });

  test("a session that has ended goes to sign-in once, says why, and comes back", async ({ page, api, token, problems }) => {
    problems.expectStatus(401);
    const servers = new ServersPage(page);
    await servers.open("/servers?status=SHUTOFF");
    await servers.expectNames(["shop-test"]);
    await endSession(api, token, page);

    const addresses: string[] = [];
    page.on("framenavigated", () => addresses.push(address(page)));
    await servers.refresh.click();
    const form = new SignInForm(page);
    await expect(page.getByText(words("login.ended"))).toBeVisible();
    expect(addresses).toEqual(["/login?next=%2Fservers%3Fstatus%3DSHUTOFF"]);
    expect(await stored(page)).toBeNull();

    await form.send(single.email);
    await servers.expectNames(["shop-test"]);
    expect(address(page)).toBe("/servers?status=SHUTOFF");
  });

  test("a session ended in one tab ends in the other", async ({ page, context, api, token, problems }) => {
    problems.expectStatus(401);
    const servers = new ServersPage(page);
    await servers.open();
    const other = await context.newPage();
    await other.goto("/token");
    // It is not the one that learns of the end: it asks for nothing more.
    await expect(other.getByRole("table", { name: "Permissions" })).toBeVisible();
    await expect(other.getByRole("list", { name: "Sessions" })).toBeVisible();
    await page.bringToFront();
    await endSession(api, token, page, other);
    await servers.refresh.click();
    await expect(page.getByText(words("login.ended"))).toBeVisible();
    await expectAddress(other, "/login?next=%2Ftoken");
  });
});

test.describe("with a token in the storage that ended while the page was closed", () => {
  test.use({ remembered: { [SESSION_KEY]: storedSession("long-gone", single.email) } });

  test("sign-in says why", async ({ page, problems }) => {
    problems.expectStatus(401);
    await page.goto("/projects");
    await expect(page.getByText(words("login.ended"))).toBeVisible();
    expect(address(page)).toBe("/login?next=%2Fprojects");
  });
});

for (const value of [
  "",
  "null",
  "no JSON",
  "[]",
  '{"version":1}',
  '{"version":1,"token":""}',
  '{"version":1,"token":7}',
  '{"version":2,"token":"from-the-future","email":"a@b.example"}',
]) {
  test.describe(`with ${JSON.stringify(value)} in the storage`, () => {
    test.use({ remembered: { [SESSION_KEY]: value } });

    test("nobody is signed in", async ({ page }) => {
      await page.goto("/profile");
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
      expect(address(page)).toBe("/login?next=%2Fprofile");
    });
  });
}

test("a browser that forbids storage: everything works in this tab", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("The storage is forbidden.", "SecurityError");
      },
    });
  });
  const form = new SignInForm(page);
  await form.open();
  await form.send(single.email);
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
  await page.getByRole("link", { name: "Projects" }).click();
  await expect(page.getByRole("list", { name: "Projects" }).getByText("single", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await signOut(page);
});

test("a storage that is full: everything works in this tab", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The storage is full.", "QuotaExceededError");
    };
  });
  const form = new SignInForm(page);
  await form.open();
  await form.send(single.email);
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
});

test("signing in signs every other tab in, each where it was", async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto("/profile");
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.bringToFront();
  const form = new SignInForm(page);
  await form.open();
  await form.send(single.email);
  await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
  await expect(other.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("a token that may not list servers: the page says so, and the session goes on", async ({ page, backend, problems }) => {
  problems.expectStatus(403);
  const token = await backend.makeToken(single.email, "domains:list");
  await page.goto("/login");
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, storedSession(token, single.email)] as const);
  await page.goto("/servers");
  await expect(page.getByRole("alert")).toContainText(words("error.lacking_permission", { permission: "servers:list" }));
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("definition").first()).toBeVisible();
});
