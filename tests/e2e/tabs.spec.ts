import type { BrowserContext, Page } from "@playwright/test";
import { PASSWORD, accounts } from "./support/accounts.ts";
import { ServersPage, SignInForm, expectAddress, signOut } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { endSession } from "./support/session.ts";
import { settingsOf } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { company, single } = accounts;
const SERVER = "vpn-gateway";

test.use({ account: company });

/** A tab beside the first one, which is in front again when `open` is done with it. */
async function beside(context: BrowserContext, page: Page, open: (other: Page) => Promise<void>): Promise<Page> {
  const other = await context.newPage();
  await open(other);
  // A tab in the background is drawn seldom.
  await page.bringToFront();
  return other;
}

/** Nothing on the page, in its title or in what it speaks tells of this. */
async function expectNothingOf(page: Page, text: string): Promise<void> {
  await expect(page.locator("body")).not.toContainText(text);
  await expect(page).not.toHaveTitle(new RegExp(text, "u"));
}

/** Opens the list; answers the page. */
async function openServers(page: Page): Promise<Page> {
  await new ServersPage(page).open();
  return page;
}

const signInHeading = (page: Page) => page.getByRole("heading", { name: "Sign in", level: 1 });

test("a sign-out reaches a tab with a question about a server, and leaves nothing of it there", async ({ page, context, api, token }) => {
  const other = await beside(context, page, async (tab) => {
    await new ServerPage(tab).open(api, token, SERVER);
    await tab.getByRole("group", { name: "Power" }).getByRole("button", { name: "Stop" }).click();
    await expect(tab.getByRole("dialog")).toContainText(SERVER);
  });
  await new ServersPage(page).open();
  await signOut(page);
  await other.bringToFront();
  await expect(signInHeading(other)).toBeVisible();
  await expect(other.getByRole("dialog")).toHaveCount(0);
  await expectNothingOf(other, SERVER);
  await expect(new SignInForm(other).submit).toBeEnabled();
  await new SignInForm(other).email.click();
  await expect(new SignInForm(other).email).toBeFocused();
});

test("news of a server do not outlive the session", async ({ page, context, api, token }) => {
  const news = (tab: Page) => tab.getByRole("region", { name: "Notifications" }).getByRole("alert");
  const other = await beside(context, page, async (tab) => {
    await tab.route("**/reboot/", (route) => route.fulfill({ json: { error: true, message: "No." } }));
    await new ServerPage(tab).open(api, token, SERVER);
    await tab.getByRole("group", { name: "Power" }).getByRole("button", { name: "Reboot" }).click();
    await tab.getByRole("dialog").getByRole("button", { name: "Reboot" }).click();
    await expect(news(tab)).toContainText(SERVER);
  });
  await new ServersPage(page).open();
  await signOut(page);
  await other.bringToFront();
  await expect(signInHeading(other)).toBeVisible();
  await expectNothingOf(other, SERVER);
});

test("somebody else signs in: the other tab shows theirs, and nothing of the one before", async ({ page, context, api, token, problems }) => {
  problems.expectStatus(404);
  let id = "";
  const other = await beside(context, page, async (tab) => {
    const settings = await settingsOf(tab, api, token, SERVER);
    await settings.rename.name.fill("half a name");
    id = settings.id;
  });
  await new ServersPage(page).open();
  await signOut(page);
  await new SignInForm(page).send(single.email);
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
  await other.bringToFront();
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAddress(other, `/servers/${id}/settings`);
  await expect(other.getByRole("heading", { name: words("server.missing_title") })).toBeVisible();
  await expectNothingOf(other, SERVER);
  await expect(other.getByRole("textbox")).toHaveCount(0);
  await other.getByRole("button", { name: "Account menu" }).click();
  await expect(other.getByText(single.email)).toBeVisible();
  await other.keyboard.press("Escape");
  await other.getByRole("link", { name: "Servers", exact: true }).click();
  await expect(other.getByRole("article", { name: "blog" })).toBeVisible();
  await expectNothingOf(other, SERVER);
});

test("a tab whose portal has taken the sign-in's place follows the others as any does, and is one page", async ({ page, context }) => {
  await signOut(await openServers(page));
  await page.reload();
  await new SignInForm(page).send(company.email, PASSWORD, company.project);
  await expect(page.getByRole("heading", { name: "Servers", level: 1 })).toBeFocused();
  const other = await beside(context, page, async (tab) => {
    await openServers(tab);
  });
  await other.bringToFront();
  await other.getByRole("button", { name: "Language" }).click();
  await other.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
  await page.bringToFront();
  await expect(page).toHaveTitle(new RegExp(`^${words("servers.title", {}, "vi")}`, "u"));
  await other.bringToFront();
  await other.getByRole("button", { name: words("account.menu", {}, "vi") }).click();
  await other.getByRole("menuitem", { name: words("account.sign_out", {}, "vi"), exact: true }).click();
  await page.bringToFront();
  await expect(page.getByText(words("login.ended_elsewhere", {}, "vi"))).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(1);
});

test("another project is chosen: a tab with an open dialog and one with a selection are in it, too", async ({ page, context, problems }) => {
  problems.expectStatus(404);
  const other = await beside(context, page, async (tab) => {
    await new ServersPage(tab).open();
    await tab.getByRole("checkbox", { name: "Select all on this page" }).click();
    await tab.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Reboot" }).click();
    await expect(tab.getByRole("dialog")).toBeVisible();
  });
  await page.goto("/projects");
  await page.getByRole("button", { name: "Switch to demo-lab" }).click();
  await page.getByRole("dialog").getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("dialog").getByRole("button", { name: "Switch to demo-lab" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await other.bringToFront();
  await expect(new ServersPage(other).count).toHaveText("4 servers");
  await expect(other.getByRole("dialog")).toHaveCount(0);
  await expect(other.getByRole("region", { name: "Selection" })).toHaveCount(0);
  await expectNothingOf(other, "web-01");
});

test("language and theme reach a tab with a half-filled form and an open dialog, and take nothing from it", async ({ page, context }) => {
  const other = await beside(context, page, async (tab) => {
    await tab.goto("/profile");
    await tab.getByRole("textbox", { name: "Address" }).fill("Half a street");
    await tab.getByRole("link", { name: "Token" }).click();
    await expect(tab.getByRole("dialog", { name: words("leaving.title") })).toBeVisible();
  });
  await new ServersPage(page).open();
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
  await other.bringToFront();
  const dialog = other.getByRole("dialog", { name: words("leaving.title", {}, "vi") });
  await expect(dialog).toBeVisible();
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await dialog.getByRole("button", { name: words("leaving.stay", {}, "vi") }).click();
  await expect(other.getByRole("textbox", { name: words("profile.address", {}, "vi") })).toHaveValue("Half a street");
});

test("a session that has ended is noticed in one tab; what is typed in the other waits there", async ({ page, context, api, token, problems }) => {
  problems.expectStatus(401);
  const other = await beside(context, page, async (tab) => {
    await tab.goto("/profile");
    await tab.getByRole("textbox", { name: "Address" }).fill("Half a street");
  });
  // None of these servers is on its way: a list that asks every three seconds may learn of the end before the press.
  await new ServersPage(page).open("/servers?status=SHUTOFF");
  await endSession(api, token, page, other);
  await new ServersPage(page).refresh.click();
  await expect(page.getByText(words("login.ended"))).toBeVisible();
  await expect(signInHeading(other)).toBeVisible();
  await new SignInForm(page).send(company.email, PASSWORD, company.project);
  await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
  await other.bringToFront();
  await expect(other.getByRole("textbox", { name: "Address" })).toHaveValue("Half a street");
});

test.describe("every session", () => {
  test.use({ account: accounts.empty });

  test("is ended in one tab: the others are signed out", async ({ page, context }) => {
    const other = await beside(context, page, async (tab) => {
      await tab.goto("/token?end=all");
      await expect(tab.getByRole("dialog")).toBeVisible();
    });
    await page.goto("/token?end=all");
    await page.getByRole("dialog").getByRole("button", { name: words("sessions.end_all") }).click();
    await expect(signInHeading(page)).toBeVisible();
    await other.bringToFront();
    await expect(other.getByText(words("login.ended_elsewhere"))).toBeVisible();
    await expect(other.getByRole("dialog")).toHaveCount(0);
  });
});
