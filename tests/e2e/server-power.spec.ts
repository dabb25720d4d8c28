import type { Locator, Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import type { Api } from "./support/api.ts";
import { leaveAsFound } from "./support/as-found.ts";
import { installClock } from "./support/clock.ts";
import { failures } from "./support/failures.ts";
import { loseNetwork } from "./support/network.ts";
import { ServersPage } from "./support/portal.ts";
import { SESSION_KEY, storedSession } from "./support/session.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { company, laboratory, single } = accounts;

/** What the service says of a server. */
const statusOf = async (api: Api, token: string, name: string): Promise<string> =>
  (await api.serverNamed(token, name)).status;

/** Opens the page of a server and waits for its head. */
async function openServer(page: Page, api: Api, token: string, name: string): Promise<void> {
  const { instance_id: id } = await api.serverNamed(token, name);
  await page.goto(`/servers/${id}`);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** The power buttons at the head of a server's page. */
const power = (page: Page) => page.getByRole("group", { name: "Power" });
const button = (page: Page, name: string) => power(page).getByRole("button", { name, exact: true });

/** The status at the head of a server's page. */
const headStatus = (page: Page, text: string) => page.getByRole("main").getByText(text, { exact: true }).first();

const question = (page: Page, title: string) => page.getByRole("dialog", { name: title, exact: true });
const agree = (page: Page, action: string) => page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();

const notifications = (page: Page) => page.getByRole("region", { name: "Notifications" });
const news = (page: Page, text: string) => notifications(page).getByRole("status").filter({ hasText: text });
const alarm = (page: Page, text: string | RegExp) => notifications(page).getByRole("alert").filter({ hasText: text });

const menuButton = (within: Page | Locator, name: string) =>
  within.getByRole("button", { name: words("servers.menu", { name }), exact: true });
const item = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });

/** Counts the requests of a path's end from now on. */
function countPosts(page: Page, end: string): () => number {
  let count = 0;
  page.on("request", (request) => {
    count += Number(request.method() === "POST" && new URL(request.url()).pathname.endsWith(end));
  });
  return () => count;
}

test.describe("at the head of a server's page", () => {
  test.use({ account: company });
  leaveAsFound();

  test("a server is stopped after a question, and started at once", async ({ page, api, token }) => {
    await openServer(page, api, token, "db-replica");
    await expect(button(page, "Start")).toHaveAttribute("aria-disabled", "true");
    await expect(button(page, "Start")).toHaveAccessibleDescription(words("action.start_fits"));

    await button(page, "Stop").click();
    const dialog = question(page, "Stop db-replica?");
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await agree(page, "Stop");
    await expect(dialog).toBeHidden();
    await expect(button(page, "Stop")).toBeFocused();
    await expect(headStatus(page, "Stopping")).toBeVisible();
    await expect(button(page, "Stop")).toHaveAccessibleDescription(words("action.busy", { action: "Stop" }));
    await expect(button(page, "Reboot")).toHaveAccessibleDescription(words("action.busy", { action: "Stop" }));
    await expect(news(page, words("action.stop_done", { name: "db-replica" }))).toBeVisible();
    await expect(headStatus(page, "Stopped")).toBeVisible();
    expect(await statusOf(api, token, "db-replica")).toBe("SHUTOFF");
    await expect(button(page, "Stop")).toHaveAccessibleDescription(words("action.stop_fits"));

    await button(page, "Start").click();
    await expect(headStatus(page, "Starting")).toBeVisible();
    await expect(news(page, words("action.start_done", { name: "db-replica" }))).toBeVisible();
    await expect(headStatus(page, "Running")).toBeVisible();
    expect(await statusOf(api, token, "db-replica")).toBe("ACTIVE");
    await expect(button(page, "Start")).toHaveAttribute("aria-disabled", "true");
  });

  test("the question can be left, and nothing happens", async ({ page, api, token }) => {
    await openServer(page, api, token, "db-primary");
    const posts = countPosts(page, "/");
    for (const leave of [
      () => page.keyboard.press("Escape"),
      () => page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click(),
    ]) {
      await button(page, "Reboot").click();
      await expect(question(page, "Reboot db-primary?")).toBeVisible();
      await leave();
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(button(page, "Reboot")).toBeFocused();
    }
    expect(posts()).toBe(0);
    expect(await statusOf(api, token, "db-primary")).toBe("ACTIVE");
  });

  test("a double press does it once", async ({ page, api, token }) => {
    await openServer(page, api, token, "staging-01");
    const starts = countPosts(page, "/start/");
    await button(page, "Start").dblclick();
    await expect(news(page, words("action.start_done", { name: "staging-01" }))).toBeVisible();
    expect(starts()).toBe(1);

    const stops = countPosts(page, "/stop/");
    await button(page, "Stop").dblclick();
    await expect(question(page, "Stop staging-01?")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Stop", exact: true }).dblclick();
    await expect(news(page, words("action.stop_done", { name: "staging-01" }))).toBeVisible();
    expect(stops()).toBe(1);
    expect(await statusOf(api, token, "staging-01")).toBe("SHUTOFF");
  });

  test("what has changed elsewhere is refused, told, and then shown", async ({ page, api, token, problems }) => {
    problems.expectStatus(409);
    const { instance_id: id } = await api.serverNamed(token, "shop-frontend");
    await openServer(page, api, token, "shop-frontend");
    await api.call("POST", `/server/${id}/stop/`, token);
    await expect.poll(() => statusOf(api, token, "shop-frontend")).toBe("SHUTOFF");
    await button(page, "Stop").click();
    await agree(page, "Stop");
    const told = alarm(page, "Stop did not work for server shop-frontend.");
    await expect(told).toContainText(words("error.conflict"));
    await expect(told).toContainText("Cannot stop a server whose status is SHUTOFF.");
    await expect(headStatus(page, "Stopped")).toBeVisible();
  });

  test("without a network nothing is offered, and the reason said", async ({ page, context, api, token }) => {
    await openServer(page, api, token, "web-01");
    await loseNetwork(page);
    await expect(button(page, "Stop")).toHaveAccessibleDescription(words("offline.reason"));
    await context.setOffline(false);
    await expect(button(page, "Stop")).not.toHaveAttribute("aria-disabled", "true");
  });
});

test.describe("from the list", () => {
  test.use({ account: company });
  leaveAsFound();

  test("the menu of a card reboots a server, and keeps the focus", async ({ page, api, token }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const card = servers.card("web-02");
    const reboots = page.waitForRequest(/\/reboot\/$/u);
    await menuButton(card, "web-02").click();
    await expect(item(page, "Start")).toBeFocused();
    await expect(item(page, "Start")).toHaveAccessibleDescription(words("action.start_fits"));
    await item(page, "Reboot").click();
    await expect(question(page, "Reboot web-02?")).toBeVisible();
    await agree(page, "Reboot");
    await reboots;
    await expect(card.getByText("Rebooting", { exact: true })).toBeVisible();
    await expect(menuButton(card, "web-02")).toBeFocused();
    await expect(news(page, words("action.reboot_done", { name: "web-02" }))).toBeVisible({ timeout: 15_000 });
    await expect(card.getByText("Running", { exact: true })).toBeVisible();
    const { instance_id: id } = await api.serverNamed(token, "web-02");
    const { body } = await api.call("GET", `/server/${id}/get_action_log/`, token);
    expect(body.filter((line: { action: string }) => line.action === "reboot")).toHaveLength(1);
  });

  test("the menu is walked by keyboard; what does not fit says why and does nothing", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await menuButton(servers.card("web-01"), "web-01").focus();
    await page.keyboard.press("ArrowDown");
    await expect(item(page, "Start")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(item(page, "Start")).toBeFocused();
    await page.keyboard.press("v");
    await expect(item(page, "Volumes")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "web-01", level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/\/volumes$/u);
  });

  test("the menu stays at its button in a window of another size", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const opener = menuButton(servers.card("web-01"), "web-01");
    await opener.click();
    const menu = page.getByRole("menu").filter({ has: page.getByRole("menuitem") });
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(menu).toBeInViewport({ ratio: 1 });
      await expect
        .poll(async () => {
          const [list, button] = [await menu.boundingBox(), await opener.boundingBox()];
          if (!list || !button) {
            return false;
          }
          const starts = list.x - button.x;
          const ends = list.x + list.width - button.x - button.width;
          return Math.min(Math.abs(starts), Math.abs(ends)) <= 1 && Math.abs(list.y - button.y - button.height) < 20;
        })
        .toBe(true);
    }
  });

  test("the menu leads to every part of the server", async ({ page, api, token }) => {
    const servers = new ServersPage(page);
    const { instance_id: id } = await api.serverNamed(token, "web-01");
    await servers.open();
    await menuButton(page, "web-01").click();
    for (const [name, part] of [
      ["Open console", "console"],
      ["Boot log", "log"],
      ["Volumes", "volumes"],
      ["Settings", "settings"],
    ] as const) {
      await expect(item(page, name)).toHaveAttribute("href", `/servers/${id}/${part}`);
    }
  });

  test("a row of the table has the same menu", async ({ page, api, token }) => {
    await page.addInitScript(() => localStorage.setItem("vps-portal.servers-view", "table"));
    const servers = new ServersPage(page);
    await servers.open("/servers?status=SHUTOFF");
    await menuButton(servers.row("staging-01"), "staging-01").click();
    await expect(item(page, "Open console")).toHaveAccessibleDescription(words("action.open_console_fits"));
    await item(page, "Start").click();
    await expect(servers.row("staging-01").getByText("Starting", { exact: true })).toBeVisible();
    await expect(news(page, words("action.start_done", { name: "staging-01" }))).toBeVisible({ timeout: 15_000 });
    expect(await statusOf(api, token, "staging-01")).toBe("ACTIVE");
  });

  test("the outcome comes wherever the person is by then", async ({ page, api, token }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await menuButton(page, "mail-relay").click();
    await item(page, "Stop").click();
    await agree(page, "Stop");
    await page.getByRole("link", { name: "Profile" }).click();
    await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
    await expect(news(page, words("action.stop_done", { name: "mail-relay" }))).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
    expect(await statusOf(api, token, "mail-relay")).toBe("SHUTOFF");
    await page.goBack();
    await expect(servers.card("mail-relay").getByText("Stopped", { exact: true })).toBeVisible();
  });

  test("who does not want to be asked is not, until they want to be again", async ({ page, api, token }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const card = servers.card("db-primary");
    await menuButton(card, "db-primary").click();
    await item(page, "Stop").click();
    await page.getByRole("checkbox", { name: "Do not ask again" }).check();
    await agree(page, "Stop");
    await expect(news(page, words("action.stop_done", { name: "db-primary" }))).toBeVisible();
    await menuButton(card, "db-primary").click();
    await item(page, "Start").click();
    await expect(news(page, words("action.start_done", { name: "db-primary" }))).toBeVisible();

    await page.reload();
    await menuButton(card, "db-primary").click();
    await item(page, "Stop").click();
    await expect(news(page, words("action.stop_done", { name: "db-primary" }))).toBeVisible();
    expect(await statusOf(api, token, "db-primary")).toBe("SHUTOFF");

    await menuButton(card, "db-primary").click();
    await item(page, words("action.ask_again")).click();
    await expect(news(page, words("action.asked_again"))).toBeVisible();
    await menuButton(card, "db-primary").click();
    await expect(item(page, words("action.ask_again"))).toHaveCount(0);
    await item(page, "Start").click();
    await expect(news(page, words("action.start_done", { name: "db-primary" }))).toBeVisible();
    await menuButton(card, "db-primary").click();
    await item(page, "Stop").click();
    await expect(question(page, "Stop db-primary?")).toBeVisible();
  });
});

test.describe("when it takes far too long", () => {
  test.use({ account: laboratory });
  leaveAsFound();

  test("that is said, and the truth shown again", async ({ page, api, token }) => {
    const { results } = (await api.call("GET", "/server/?server_status=SHUTOFF", token)).body;
    const { name, instance_id: id } = results[0];
    await installClock(page);
    // The service says for ever that the server is stopped.
    await page.route(`**/server/${id}/`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), status: "SHUTOFF" } });
    });
    await openServer(page, api, token, name);
    const started = page.waitForResponse(/\/start\/$/u);
    await button(page, "Start").click();
    await started;
    await expect(headStatus(page, "Starting")).toBeVisible();
    await page.clock.fastForward(4 * 60_000);
    await expect(headStatus(page, "Starting")).toBeVisible();
    await expect(notifications(page).getByRole("alert")).toHaveCount(0);
    await page.clock.fastForward(62_000);
    await page.clock.fastForward(5_000);
    await expect(alarm(page, words("action.too_long", { action: "Start", name }))).toBeVisible();
    await expect(headStatus(page, "Stopped")).toBeVisible();
    await expect(button(page, "Start")).not.toHaveAttribute("aria-disabled", "true");
  });
});

test.describe("with a token that may not do all", () => {
  test("what it lacks is said, and what it has is offered", async ({ page, backend, api }) => {
    const token = await backend.makeToken(single.email, "servers:list,servers:update");
    await page.goto("/login");
    const session = [SESSION_KEY, storedSession(token, single.email)] as const;
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), session);
    const { results } = (await api.call("GET", "/server/?server_status=ACTIVE", token)).body;
    const { name } = results[0];
    const servers = new ServersPage(page);
    await servers.open();
    await menuButton(servers.card(name), name).click();
    const lacking = words("action.not_permitted", { permission: "servers:power" });
    await expect(item(page, "Stop")).toHaveAccessibleDescription(lacking);
    await expect(item(page, "Reboot")).toHaveAccessibleDescription(lacking);
    await expect(item(page, "Open console")).not.toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Escape");
    await servers.card(name).getByRole("link").click();
    await expect(button(page, "Stop")).toHaveAccessibleDescription(lacking);
    await button(page, "Stop").click({ force: true });
    await expect(page.getByRole("dialog")).toBeHidden();
  });
});

test.describe("when the service fails", () => {
  test.use({ account: { email: "faults@example.com" }, remembered: { "vps-portal.power-confirmation": "never" } });

  test("every way to fail is told with the server's name, and everything put back", async ({ page, problems }) => {
    test.setTimeout(90_000);
    problems.expectStatus(400, 403, 404, 409, 413, 429, 500, 502, 503);
    problems.expectNoAnswer();
    const servers = new ServersPage(page);
    await servers.open("/servers?size=50");
    for (const { kind, sentence } of failures) {
      await test.step(kind, async () => {
        const name = `fault-${kind}`;
        const card = servers.card(name);
        const posts = countPosts(page, "/stop/");
        await menuButton(card, name).click();
        await item(page, "Stop").click();
        const told = notifications(page).getByRole("alert").filter({ hasText: `Stop did not work for server ${name}.` });
        await expect(told).toContainText(typeof sentence === "string" ? sentence : new RegExp(sentence.source.replace(/^\^|\$$/gu, ""), "u"));
        expect(posts()).toBe(1);
        await expect(card.getByText("Running", { exact: true })).toBeVisible();
        await told.getByRole("button", { name: "Dismiss" }).click();
      });
    }
  });
});
