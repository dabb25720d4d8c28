import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { leaveAsFound } from "./support/as-found.ts";
import { Selection, ServersPage, SignInForm, expectAddress, signOut } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { settings } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { laboratory } = accounts;
const NEW_PASSWORD = "xK7#qP2m-vR9z";

test.use({ account: laboratory });

const title = words("history.title");
const entries = (page: Page) => page.getByRole("list", { name: title }).getByRole("listitem");

/** Goes to the history by the account's menu. */
async function openHistory(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByRole("menuitem", { name: title }).click();
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeFocused();
  await expectAddress(page, "/activity");
}

const press = async (page: Page, action: string) => {
  await page.getByRole("group", { name: "Power" }).getByRole("button", { name: action, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();
};

test.describe("of one server", () => {
  leaveAsFound();

  test("what was done in this tab stands there with how it ended, the newest first, until it is cleared", async ({ page, api, token, problems }) => {
    test.setTimeout(60_000);
    problems.expectStatus(409);
    await page.route("**/stop/", (route) => route.fulfill({ status: 409, json: { message: "Not now." } }));
    await page.route("**/change_password/", (route) => route.fulfill({ json: { message: "" } }));
    const server = new ServerPage(page);
    const { instance_id: id } = await server.open(api, token, "lab-alma");
    // Begun at once, before what records it is there.
    await press(page, "Reboot");
    await openHistory(page);
    await expect(entries(page)).toHaveText([/^Reboot\s*lab-alma\s*Under way/u]);
    await expect(entries(page).getByRole("time")).toHaveAttribute("title", /\d{4}/u);
    await expect(entries(page)).toHaveText([/^Reboot\s*lab-alma\s*Done/u], { timeout: 20_000 });

    await entries(page).getByRole("link", { name: "lab-alma" }).click();
    await expectAddress(page, `/servers/${id}`);
    await press(page, "Stop");
    await expect(page.getByRole("alert").filter({ hasText: "Not now." })).toBeVisible();
    await server.tab("Console").click();
    const [console] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: /^Open console/u }).click()]);
    await console.close();
    await server.tab("Settings").click();
    const { password } = settings(page, "");
    await password.first.fill(NEW_PASSWORD);
    await password.second.fill(NEW_PASSWORD);
    await password.submit.click();
    await expect(password.first).toHaveValue("");
    await openHistory(page);
    await expect(entries(page)).toHaveText([
      /^Reset password\s*lab-alma\s*(?:Under way|Done)/u,
      /^Open console\s*lab-alma\s*Done/u,
      /^Stop\s*lab-alma\s*Not accepted.*Not now\./u,
      /^Reboot\s*lab-alma\s*Done/u,
    ]);
    expect(await page.content()).not.toContain(NEW_PASSWORD);

    await page.getByRole("button", { name: words("history.clear") }).click();
    await expect(page.getByRole("heading", { name: words("history.empty_title") })).toBeVisible();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeFocused();
    await expect(entries(page)).toHaveCount(0);
  });
});

test("one thing done to many is one entry, and nothing outlives the session", async ({ page, problems }) => {
  problems.expectStatus(409);
  await page.route("**/stop/", (route, request) =>
    request.url().length % 2 === 0 ? route.fulfill({ json: { message: "" } }) : route.fulfill({ status: 409, json: { message: "Not now." } }),
  );
  const servers = new ServersPage(page);
  await servers.open("/servers?status=ACTIVE");
  const selection = new Selection(page);
  await selection.wholePage.check();
  const count = await selection.ticked.count();
  await selection.bar.getByRole("button", { name: "Stop" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Stop \d+ servers?$/u }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await openHistory(page);
  await expect(entries(page)).toHaveText([new RegExp(`^Stop\\s*${count} servers\\s*(?:Done|Failed)`, "u")]);

  await signOut(page);
  await new SignInForm(page).send(laboratory.email, undefined, laboratory.project);
  await expect(servers.cards.first()).toBeVisible();
  await openHistory(page);
  await expect(page.getByRole("heading", { name: words("history.empty_title") })).toBeVisible();
});
