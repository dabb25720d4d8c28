import { PASSWORD, accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { laterHasCome, loseNetwork } from "./support/network.ts";
import { ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.company });
// What was on its way fails, and the browser asks for the icon of each page by itself.
test.beforeEach(({ problems }) => problems.expectNoAnswer());

test("offline, a page says how old what it shows is, and does not tell it again and again", async ({ page, context }) => {
  await installClock(page);
  const servers = new ServersPage(page);
  await servers.open();
  await laterHasCome(page);
  await page.getByRole("link", { name: "Profile", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Address" })).toBeVisible();
  await context.setOffline(true);
  const notice = page.getByRole("status").filter({ hasText: words("offline.notice") });
  const age = notice.locator("[aria-live=off]");
  await expect(age).toHaveText("Updated just now");
  await page.clock.fastForward(5 * 60_000);
  await expect(age).toHaveText("Updated 5 minutes ago");
  // The list has been asked for before the profile, and counts from there.
  await page.getByRole("link", { name: "Servers", exact: true }).click();
  await expect(servers.cards.first()).toBeVisible();
  await expect(age).toHaveText("Updated 5 minutes ago");
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
});

test("what has not been seen before cannot be shown offline, and comes as soon as the network does", async ({ page, context }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards.first()).toBeVisible();
  await page.getByRole("link", { name: "Token", exact: true }).click();
  await expect(page.getByRole("list", { name: "Sessions" })).toBeVisible();
  await loseNetwork(page);
  await page.getByRole("link", { name: "Projects", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(words("error.network"));
  await context.setOffline(false);
  await expect(page.getByRole("list", { name: "Projects" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a page whose part of the program has not been here before comes as soon as the network does", async ({ page, context, problems }) => {
  problems.expect(/Failed to fetch/u);
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards.first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Profile", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("heading", { name: words("piece.missing_title") })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("textbox", { name: words("profile.company") })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("offline, nothing can be sent that would only fail, the reason is told, and what is typed stays", async ({ page, context }) => {
  await page.goto("/profile");
  const company = page.getByRole("textbox", { name: words("profile.company") });
  await company.fill("Công ty Hoa Sen");
  const password = page.getByRole("form", { name: "Change password" });
  await password.getByLabel("Current password").fill(PASSWORD);
  await loseNetwork(page);
  const save = page.getByRole("button", { name: words("profile.save"), exact: true });
  for (const button of [save, password.getByRole("button", { name: words("profile.change_password"), exact: true })]) {
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription(words("offline.reason"));
  }
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "PATCH" && sent.push(request.url()));
  await company.press("Enter");
  await expect(company).toHaveValue("Công ty Hoa Sen");
  expect(sent).toEqual([]);
  await context.setOffline(false);
  await expect(save).not.toHaveAttribute("aria-disabled", "true");
  await expect(company).toHaveValue("Công ty Hoa Sen");
  await expect(password.getByLabel("Current password")).toHaveValue(PASSWORD);
});

test("offline, no session can be ended", async ({ page, api }) => {
  await api.signIn(accounts.company);
  await page.goto("/token");
  const sessions = page.getByRole("list", { name: "Sessions" });
  await expect(sessions).toBeVisible();
  await loseNetwork(page);
  for (const name of [words("sessions.end"), words("sessions.end_others")]) {
    await expect(page.getByRole("button", { name, exact: true }).first()).toHaveAccessibleDescription(words("offline.reason"));
  }
  await page.getByRole("button", { name: words("sessions.end_all"), exact: true }).click();
  const end = page.getByRole("dialog").getByRole("button", { name: words("sessions.end_all"), exact: true });
  await expect(end).toHaveAccessibleDescription(words("offline.reason"));
});
