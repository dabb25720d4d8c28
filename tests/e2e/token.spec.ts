import type { Route } from "@playwright/test";
import { PASSWORD, accounts } from "./support/accounts.ts";
import { changeAnswer } from "./support/answers.ts";
import { installClock } from "./support/clock.ts";
import { expectAddress, ServersPage } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.describe("one of two sessions", () => {
  // Of the account that few journeys use: the others leave sessions by the hundred, which take their time to end.
  test.use({ account: accounts.empty });

  test("another session is ended, and this one goes on", async ({ page, api }) => {
    const other = await api.signIn(accounts.empty);
    await page.goto("/token");
    const sessions = page.getByRole("list", { name: "Sessions" });
    await expect(sessions.getByText(words("sessions.this_one"))).toHaveCount(1);
    await page.getByRole("button", { name: words("sessions.end_others") }).click();
    await expect(page.getByRole("status").getByText(/sessions? (was|were) ended/u)).toBeVisible();
    await expect(sessions.getByRole("listitem")).toHaveCount(1);
    expect((await api.call("GET", "/auth/tokens", other)).status).toBe(401);
  });
});

test.describe("the token of a session", () => {
  test.use({ account: accounts.company });

  test("its key is hidden until it is asked for", async ({ page, api, token }) => {
    const { body } = await api.call("GET", "/auth/tokens", token);
    await page.goto("/token");
    await expect(page.getByText(/^•+/u)).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(body.token_key);
    await page.getByRole("button", { name: "Show token" }).click();
    await expect(page.getByText(body.token_key, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Hide token" }).click();
    await expect(page.getByRole("main")).not.toContainText(body.token_key);
  });

  test("it may do everything", async ({ page }) => {
    await page.goto("/token");
    const table = page.getByRole("table", { name: "Permissions" });
    await expect(table.getByRole("rowheader")).toHaveCount(10);
    await expect(page.getByText(words("permissions.everything"))).toBeVisible();
  });

  test("many sessions are ended a few at a time: none waits for all before it, and the service is not flooded", async ({ page, backend }) => {
    const FEW = 6;
    const { email, project } = accounts.company;
    await Promise.all(Array.from({ length: FEW + 2 }, () => backend.makeToken(email, "servers:list", "--project", project)));
    const held: Route[] = [];
    await page.route("**/token/revoke_token/", (route) => void held.push(route));
    await page.goto("/token");
    await page.getByRole("button", { name: words("sessions.end_others") }).click();
    await expect.poll(() => held.length).toBe(FEW);
    await held[0]?.continue();
    await expect.poll(() => held.length).toBe(FEW + 1);
  });
});

test.describe("ending every session", () => {
  test.use({ account: accounts.empty });

  test("is reached from every page, asked about, and signs out here too", async ({ page, api, token }) => {
    await page.goto("/projects");
    await page.getByRole("button", { name: "Account menu" }).click();
    await page.getByRole("menuitem", { name: words("account.end_all_sessions") }).click();
    const dialog = page.getByRole("dialog", { name: words("sessions.end_all") });
    await expect(dialog).toContainText(words("sessions.end_all_text"));
    await expectAddress(page, "/token?end=all");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expectAddress(page, "/token");
    await page.getByRole("button", { name: words("sessions.end_all") }).click();
    await expect(dialog).toBeVisible();
    await page.goBack();
    await expect(dialog).toBeHidden();
    await page.goForward();
    await dialog.getByRole("button", { name: words("sessions.end_all") }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expectAddress(page, "/login");
    expect((await api.call("GET", "/auth/tokens", token)).status).toBe(401);
  });
});

test("a token that may do little says what, with words the portal does not know", async ({ page, backend, api, problems }) => {
  problems.expectStatus(403);
  const token = await backend.makeToken(accounts.single.email, "servers:list,dns:*");
  await changeAnswer(page, "**/account/me/", (body) => {
    const permissions = [...body.token.permissions, "moon:land"];
    return { ...body, token: { ...body.token, permissions } };
  });
  await page.goto("/login?with=token&next=%2Ftoken");
  await page.getByLabel("API token", { exact: true }).fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  const table = page.getByRole("table", { name: "Permissions" });
  const cells = (name: RegExp) => table.getByRole("row", { name }).getByRole("cell");
  await expect(cells(/^Servers/u).first()).toHaveText(/^View\s*list$/u);
  await expect(cells(/^DNS/u).last()).toHaveText(words("common.none"));
  await expect(cells(/^Plans/u).first()).toHaveText(words("common.none"));
  await expect(table.getByRole("row", { name: /moon:land/u })).toContainText(words("permissions.unknown"));
  await expect(page.getByText("This token may do 5 of 28 things.")).toBeVisible();
  expect((await api.call("GET", "/account/me/", token)).status).toBe(200);
});

test.describe("a service without the vendor's calls and without account/me", () => {
  test.use({ account: accounts.single });

  test("shows the token, and nothing that it does not know", async ({ page, problems }) => {
    problems.expectStatus(404);
    for (const call of ["**/account/me/", "**/api/v1/token/**", "**/get_action_log/", "**/list_ip/"]) {
      await page.route(call, (route) => route.fulfill({ status: 404, json: { detail: "Not found." } }));
    }
    await page.goto("/token");
    await expect(page.getByRole("definition").filter({ hasText: accounts.single.email })).toBeVisible();
    await expect(page.getByText(words("permissions.untold"))).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.goto("/token?end=all");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: words("sessions.end_all") }).click();
    await expect(dialog.getByRole("alert")).toHaveText(words("sessions.end_all_unknown"));
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards.first()).toBeVisible();
  });
});

test.describe("a service that knows a token by account/me alone", () => {
  test.use({ account: accounts.single });

  test("shows what that tells", async ({ page, api, token, problems }) => {
    problems.expectStatus(404);
    const { body } = await api.call("GET", "/account/me/", token);
    for (const call of ["**/auth/tokens", "**/api/v1/token/**"]) {
      await page.route(call, (route) => route.fulfill({ status: 404, json: { detail: "Not found." } }));
    }
    await page.goto("/token");
    await expect(page.getByRole("definition").filter({ hasText: body.account.email })).toBeVisible();
    await expect(page.getByRole("table", { name: "Permissions" }).getByRole("rowheader")).toHaveCount(10);
    await expect(page.getByRole("term").filter({ hasText: /^(Project|Key)$/u })).toHaveCount(0);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test.describe("switching to another project", () => {
  test.use({ account: accounts.company });

  test("asks for the password again, and stays on the page", async ({ page, problems }) => {
    problems.expectStatus(400);
    await page.goto("/projects");
    await page.getByRole("button", { name: "Switch to demo-lab" }).click();
    const dialog = page.getByRole("dialog", { name: "Switch to demo-lab" });
    await dialog.getByLabel("Password", { exact: true }).fill("wrong-Password-1");
    await dialog.getByRole("button", { name: "Switch to demo-lab" }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: "Switch to demo-lab" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "demo-lab" })).toContainText("In use now");
    await expectAddress(page, "/projects");
    await page.getByRole("link", { name: "Servers", exact: true }).click();
    await expect(new ServersPage(page).count).toHaveText("4 servers");
  });
});

test.describe("a project that is not available", () => {
  test.use({ account: { email: "suspended@example.com" } });

  test("cannot be chosen, and says why", async ({ page }) => {
    await page.goto("/projects");
    const button = page.getByRole("button", { name: /Switch to .*closed/u });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription(words("projects.unavailable_text"));
  });
});

test.describe("the end of a session", () => {
  test.use({ account: accounts.single });

  test("is told five minutes before, and put off with the password; nothing on the page is lost", async ({ page, api, token }) => {
    await installClock(page);
    await page.goto("/profile");
    const address = page.getByRole("textbox", { name: "Address" });
    await address.fill("Unsaved street");
    await expect(page.getByText(/You will be signed out/u)).toHaveCount(0);
    const { body } = await api.call("GET", "/auth/tokens", token);
    await page.clock.setFixedTime(new Date(body.token_expired).getTime() - 4 * 60_000);
    await page.clock.runFor(25_000);
    await expect(page.getByRole("alert").getByText(/You will be signed out/u)).toBeVisible();
    await page.getByRole("button", { name: words("ending.stay") }).click();
    const dialog = page.getByRole("dialog", { name: words("ending.stay") });
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: words("ending.stay") }).click();
    await expect(dialog).toBeHidden();
    await expect(address).toHaveValue("Unsaved street");
    await expect.poll(async () => (await api.call("GET", "/auth/tokens", token)).status).toBe(401);
  });

  test("that comes while nobody acts leads to the sign-in, and back afterwards", async ({ page, api, token, problems }) => {
    problems.expectStatus(401);
    await installClock(page);
    await page.goto("/projects");
    await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
    const { body } = await api.call("GET", "/auth/tokens", token);
    await api.call("DELETE", "/auth/tokens", token);
    await page.clock.setFixedTime(new Date(body.token_expired).getTime() + 1_000);
    await page.clock.runFor(25_000);
    await expect(page.getByText(words("login.ended"))).toBeVisible();
    await expectAddress(page, "/login?next=%2Fprojects");
  });

  test("that is put off in one tab goes on in the others, and they lose nothing", async ({ page, context, api, token }) => {
    const other = await context.newPage();
    await other.goto("/profile");
    const address = other.getByRole("textbox", { name: "Address" });
    await address.fill("Typed in the other tab");
    await page.bringToFront();
    const soon = new Date(Date.now() + 4 * 60_000).toISOString();
    await changeAnswer(page, "**/auth/tokens", (body) => ({ ...body, token_expired: soon }));
    await changeAnswer(page, "**/account/me/", (body) => ({ ...body, token: { ...body.token, expires_at: soon } }));
    await page.goto("/projects");
    await page.getByRole("button", { name: words("ending.stay") }).click();
    const dialog = page.getByRole("dialog", { name: words("ending.stay") });
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: words("ending.stay") }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await api.call("GET", "/auth/tokens", token)).status).toBe(401);
    await other.bringToFront();
    await expect(address).toHaveValue("Typed in the other tab");
    await other.getByRole("button", { name: "Save changes" }).click();
    await expect(other.getByRole("status").getByText(words("profile.saved"))).toBeVisible();
  });
});

test.describe("a token that may not list servers", () => {
  test("says which permission is missing, and asks for nothing", async ({ page, backend, problems }) => {
    problems.expectStatus(403);
    const token = await backend.makeToken(accounts.single.email, "dns:*");
    await page.goto("/login?with=token&next=%2Ftoken");
    await page.getByLabel("API token", { exact: true }).fill(token);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("table", { name: "Permissions" })).toBeVisible();
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/server/") && asked.push(request.url()));
    await page.getByRole("link", { name: "Servers", exact: true }).click();
    await expect(page.getByText("Your token lacks the permission servers:list.", { exact: false })).toBeVisible();
    expect(asked).toEqual([]);
  });
});

test("a service that refuses what the token was said to permit is believed, and asked again what it permits", async ({ page, backend, api, problems }) => {
  problems.expectStatus(403);
  const token = await backend.makeToken(accounts.single.email, "servers:list");
  let told = ["*:*"];
  await changeAnswer(page, "**/account/me/", (body) => ({ ...body, token: { ...body.token, permissions: told } }));
  await page.goto("/login?with=token");
  await page.getByLabel("API token", { exact: true }).fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Servers", level: 1 })).toBeVisible();
  // What the token may do is asked once the page stands.
  const learnt = page.waitForResponse("**/account/me/");
  await new ServerPage(page).open(api, token, "blog");
  const reboot = page.getByRole("main").getByRole("button", { name: "Reboot" });
  await learnt;
  told = ["servers:list"];
  await reboot.click();
  await page.getByRole("dialog").getByRole("button", { name: "Reboot" }).click();
  await expect(page.getByRole("alert").filter({ hasText: words("error.forbidden") })).toBeVisible();
  await expect(reboot).toHaveAccessibleDescription(words("action.not_permitted", { permission: "servers:power" }));
});

test("a token that lasts is warned of in its last week, once a day, on every page", async ({ page, backend }) => {
  const token = await backend.makeToken(accounts.single.email, "*:*", "--expires-in-hours", "72");
  await page.goto("/login?with=token");
  await page.getByLabel("API token", { exact: true }).fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  const notice = page.getByRole("status").filter({ hasText: /Your token expires in/u });
  await expect(notice).toBeVisible();
  await notice.getByRole("link", { name: words("common.show_token") }).click();
  await expect(page.getByRole("heading", { name: "Token", level: 1 })).toBeVisible();
  await notice.getByRole("button", { name: words("common.dismiss") }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Token", level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
});
