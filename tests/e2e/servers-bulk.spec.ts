import type { Locator, Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import type { Api } from "./support/api.ts";
import { installClock } from "./support/clock.ts";
import { failures, withReference } from "./support/failures.ts";
import { Selection, ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

interface Server {
  readonly instance_id: string;
  readonly name: string;
  readonly status: string;
}

const asTable = { "vps-portal.servers-view": "table" };

async function list(api: Api, token: string, query = ""): Promise<Server[]> {
  const { body } = await api.call("GET", `/server/?page_size=100${query}`, token);
  return body.results;
}

/** The names of these servers that have this status now. */
async function namesOf(api: Api, token: string, status: string, of: readonly string[]): Promise<string[]> {
  const servers = await list(api, token);
  return servers.filter((server) => server.status === status && of.includes(server.name)).map(({ name }) => name);
}

/** Selects servers of the page by their names. */
async function select(page: Page, names: readonly string[]): Promise<Selection> {
  const selection = new Selection(page);
  for (const name of names) {
    await selection.box(name).click();
  }
  await selection.expectCount(names.length);
  return selection;
}

/** A section of the dialog, by its heading. */
const section = (dialog: Locator, title: string) =>
  dialog.locator("section").filter({ has: dialog.page().getByRole("heading", { name: title }) });

/** What is told beside the page. */
const notifications = (page: Page) => page.getByRole("region", { name: "Notifications" });

/** Keeps the servers that an action is sent for, and how many requests are on their way at a time. */
async function watchRequests(page: Page, action: string, delay = 0): Promise<{ sent: string[]; most: number }> {
  const seen = { sent: [] as string[], most: 0 };
  let now = 0;
  await page.route(`**/${action}/`, async (route) => {
    seen.sent.push(new URL(route.request().url()).pathname.split("/").at(-3) ?? "");
    now += 1;
    seen.most = Math.max(seen.most, now);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const response = await route.fetch().catch(() => undefined);
    // Before the page has the answer: what it sends because of it comes later.
    now -= 1;
    await (response ? route.fulfill({ response }) : route.abort("connectionreset"));
  });
  return seen;
}

test.use({ account: accounts.company });

for (const [drawing, remembered] of Object.entries({ cards: {}, "a table": asTable })) {
  test.describe(`as ${drawing}`, () => {
    test.use({ remembered });

    test("a summary says what will be done, then it is done, and they start again", async ({ page, api, token }) => {
      const servers = new ServersPage(page);
      await servers.open();
      const selection = await select(page, ["web-01", "web-02", "staging-01", "old-website"]);
      await selection.bar.getByRole("button", { name: "Stop" }).click();
      const summary = page.getByRole("dialog", { name: "Stop 2 servers?" });
      const hindered = section(summary, "2 servers are left out");
      await expect(hindered).toContainText(words("bulk.stop_fits"));
      await expect(hindered.getByRole("listitem").filter({ hasNotText: words("bulk.stop_fits") })).toHaveText(["staging-01", "old-website"]);
      await expect(summary.getByRole("button", { name: "Cancel" })).toBeFocused();
      await summary.getByText("Show the 2 servers").click();
      await expect(summary.getByRole("group").getByRole("listitem")).toHaveText(["web-01", "web-02"]);

      await summary.getByRole("button", { name: "Stop 2 servers" }).press("Enter");
      const outcome = page.getByRole("dialog", { name: "Stop: 2 accepted" });
      await expect(outcome).toBeVisible();
      await expect(outcome.getByRole("status")).toHaveText("Stop: 2 accepted");
      await expect(outcome.getByRole("button", { name: "Close" })).toBeFocused();
      await outcome.getByText("2 accepted", { exact: true }).click();
      await expect(outcome.getByRole("listitem").filter({ hasText: "web-0" })).toHaveText(["web-01", "web-02"]);
      await outcome.getByRole("button", { name: "Close" }).click();
      await expect(outcome).toBeHidden();
      await expect(notifications(page).getByText("Stop: 2 accepted")).toHaveCount(0);
      await expect(selection.bar.getByRole("button", { name: "Stop" })).toBeFocused();
      const row = drawing === "cards" ? servers.card("web-01") : servers.row("web-01");
      await expect(row).toContainText("Stopped");
      expect(await namesOf(api, token, "SHUTOFF", ["web-01", "web-02"])).toEqual(["web-01", "web-02"]);

      await selection.box("staging-01").click();
      await selection.box("old-website").click();
      await selection.bar.getByRole("button", { name: "Start" }).click();
      // Sent once: what is under way would refuse a second time.
      await page.getByRole("button", { name: "Start 2 servers" }).dblclick();
      await expect(page.getByRole("dialog", { name: "Start: 2 accepted" })).toBeVisible();
      await page.getByRole("button", { name: "Close" }).click();
      await expect(row).toContainText("Running");
      await expect.poll(() => namesOf(api, token, "ACTIVE", ["web-01", "web-02"])).toEqual(["web-01", "web-02"]);
    });
  });
}

test("where none fits, the summary says so and does nothing", async ({ page }) => {
  await new ServersPage(page).open();
  const selection = await select(page, ["web-01"]);
  await selection.bar.getByRole("button", { name: "Start" }).click();
  const dialog = page.getByRole("dialog", { name: words("bulk.nothing", { action: "Start" }) });
  await expect(dialog).toContainText(words("bulk.start_fits"));
  await expect(dialog.getByRole("button")).toHaveText(["Cancel"]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test.describe("of a service that fails", () => {
  test.use({ account: { email: "faults@example.com" } });

  /** What is told in a way of its own is left out: a sign-in that is refused ends the session. */
  const told = failures.filter(({ kind }) => !kind.startsWith("rate-limited") && kind !== "text");

  test("every failure is told with its sentence, and only failures are tried again", async ({ page, api, token, problems }) => {
    test.setTimeout(60_000);
    problems.expectStatus(400, 403, 404, 409, 413, 429, 500, 502, 503);
    problems.expectNoAnswer();
    const servers = new ServersPage(page);
    await servers.open("/servers?size=50");
    const selection = await select(page, ["control", ...told.map(({ kind }) => `fault-${kind}`)]);
    const requests = await watchRequests(page, "reboot");
    await selection.bar.getByRole("button", { name: "Reboot" }).click();
    await page.getByRole("button", { name: `Reboot ${told.length + 1} servers` }).click();
    const dialog = page.getByRole("dialog", { name: `Reboot: 1 accepted, ${told.length} failed` });
    await expect(dialog).toBeVisible();
    expect(requests.most).toBe(6);
    for (const failure of told) {
      const { kind } = failure;
      const reason = dialog.getByRole("listitem").filter({ has: page.getByText(withReference(failure), { exact: true }) });
      await expect(reason.first()).toBeVisible();
      await expect(dialog.getByRole("listitem").getByText(`fault-${kind}`, { exact: true })).toBeVisible();
    }
    const control = await api.serverNamed(token, "control");
    expect(requests.sent.filter((id) => id === control.instance_id)).toHaveLength(1);

    const first = requests.sent.length;
    await dialog.getByRole("button", { name: `Try ${told.length} again` }).click();
    await expect.poll(() => requests.sent.length).toBe(first + told.length);
    expect(requests.sent.slice(first)).not.toContain(control.instance_id);
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    await expect(notifications(page).getByText(/^Reboot:/u)).toHaveCount(0);
    await expect(selection.bar.getByText(/^Reboot:/u)).toHaveCount(0);
  });

  test("a service that asks to wait is obeyed", async ({ page, problems }) => {
    problems.expectStatus(429, 503);
    await installClock(page);
    await new ServersPage(page).open("/servers?size=50");
    const selection = await select(page, ["fault-rate-limited", "fault-text", "control"]);
    const requests = await watchRequests(page, "reboot");
    await selection.bar.getByRole("button", { name: "Reboot" }).click();
    await page.getByRole("button", { name: "Reboot 3 servers" }).click();
    const pause = page.getByRole("dialog").getByRole("status").filter({ hasText: "asks to wait" });
    for (const tries of [1, 2]) {
      await expect(pause).toHaveText(/^The service asks to wait\. It goes on in (20|19) seconds\.$/u);
      expect(requests.sent).toHaveLength(1 + 2 * tries);
      await page.clock.fastForward(10_000);
      await expect(pause).toHaveText(/ in (10|9|8) seconds\.$/u);
      expect(requests.sent).toHaveLength(1 + 2 * tries);
      await page.clock.fastForward(12_000);
    }
    await expect(page.getByRole("dialog", { name: "Reboot: 1 accepted, 2 failed" })).toBeVisible();
    expect(requests.sent).toHaveLength(7);
  });

  test("a sign-in that is refused ends the session and the run", async ({ page, problems }) => {
    problems.expectStatus(401);
    await new ServersPage(page).open("/servers?size=50");
    const selection = await select(page, ["fault-unauthorised"]);
    await selection.bar.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Stop 1 server", exact: true }).click();
    await expect(page.getByText(words("login.ended"))).toBeVisible();
    await expect(page.getByRole("dialog")).toBeHidden();
  });
});

test.describe("of 10,000", () => {
  test.use({ account: accounts.fleet });

  test("500 are stopped while the person goes elsewhere", async ({ page, api, token }) => {
    test.setTimeout(180_000);
    const servers = new ServersPage(page);
    const selection = new Selection(page);
    await servers.open("/servers?q=app-1&size=100&status=ACTIVE");
    await expect(servers.cards).toHaveCount(100);
    await selection.wholePage.click();
    await selection.everything();
    await expect(selection.bar.getByText(/^4\d\d servers selected$/u)).toBeVisible();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/stop/")) {
        sent.push(request.url());
      }
    });
    await selection.bar.getByRole("button", { name: "Stop" }).click();
    const agree = page.getByRole("button", { name: /^Stop 4\d\d servers$/u });
    const total = Number(/\d+/u.exec((await agree.textContent()) ?? "")?.[0]);
    await agree.click();
    await page.getByRole("dialog").getByRole("button", { name: words("bulk.hide") }).click();
    await expect(selection.bar.getByRole("button", { name: /^Stop: \d+ of 4\d\d$/u })).toBeVisible();
    await page.getByRole("link", { name: "Profile" }).click();
    await expectAddress(page, "/profile");
    await expect(page.getByRole("status").getByText(`Stop: ${total} accepted`)).toBeVisible({ timeout: 150_000 });
    expect(new Set(sent).size).toBe(total);
    expect(sent).toHaveLength(total);
    await expect
      .poll(async () => (await api.call("GET", "/server/?server_name=app-1&server_status=ACTIVE", token)).body.count, { timeout: 20_000 })
      .toBe(0);
  });

  test("a cancelled run sends nothing more", async ({ page, api, token }) => {
    test.setTimeout(60_000);
    const servers = new ServersPage(page);
    const selection = new Selection(page);
    await servers.open("/servers?q=cache-&size=100&status=ACTIVE");
    await selection.wholePage.click();
    // Slow enough to be cancelled in the middle.
    const requests = await watchRequests(page, "stop", 200);
    await selection.bar.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Stop 100 servers" }).click();
    await expect(page.getByRole("dialog", { name: /^Stop: [1-9]\d* of 100$/u })).toBeVisible();
    await page.getByRole("button", { name: words("bulk.cancel") }).click();
    const dialog = page.getByRole("dialog", { name: /^Stop: \d+ accepted, \d+ not sent$/u });
    await expect(dialog).toBeVisible();
    const [, accepted, left] = /(\d+) accepted, (\d+) not sent/u.exec((await dialog.getByRole("heading").first().textContent()) ?? "") ?? [];
    expect(Number(accepted) + Number(left)).toBe(100);
    expect(requests.sent).toHaveLength(Number(accepted));
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect
      .poll(async () => (await api.call("GET", "/server/?server_name=cache-&server_status=SHUTOFF", token)).body.count)
      .toBeGreaterThanOrEqual(Number(accepted));
  });
});

test.describe("on a phone", () => {
  test.use({ account: accounts.laboratory, viewport: { width: 360, height: 740 }, hasTouch: true });

  test("servers are rebooted with a finger", async ({ page, api, token }) => {
    const [server] = (await list(api, token)).filter(({ status }) => status === "ACTIVE");
    const servers = new ServersPage(page);
    await servers.open();
    const selection = new Selection(page);
    await selection.box(server?.name ?? "").tap();
    await selection.bar.getByRole("button", { name: "Reboot" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Reboot 1 server" }).tap();
    await expect(page.getByRole("dialog", { name: "Reboot: 1 accepted" })).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
    await expect(servers.card(server?.name ?? "")).toContainText("Rebooting");
    await expect(servers.card(server?.name ?? "")).toContainText("Running", { timeout: 20_000 });
  });
});
