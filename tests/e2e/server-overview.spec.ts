import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { ServerPage, callOf } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.company });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

test.describe("the facts", () => {
  test("times are told as a date and in words, and the id can be copied", async ({ page, api, token, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const server = new ServerPage(page);
    const { instance_id: id } = await server.open(api, token, "shop-frontend");
    const fact = (name: string) => server.main.getByRole("definition").filter({ has: page.locator(`xpath=preceding-sibling::dt[.="${name}"]`) });
    await expect(fact("Expires")).toContainText(/in [23] days/u);
    await expect(fact("Expires")).toContainText(/\d{1,2} \w{3} \d{4}, \d\d:\d\d/u);
    await expect(fact("Created")).toContainText(/\d+ (days|months) ago/u);
    await expect(fact("Created")).toContainText(/\d{1,2} \w{3} \d{4}, \d\d:\d\d/u);
    await server.copy(id).click();
    await expect(page.getByText(words("common.copied"), { exact: true })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
  });

  test("a service that tells no times is no failure", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-02");
    await page.route(callOf(id), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), created: null, expired: "soon" } });
    });
    const server = new ServerPage(page);
    await server.open(api, token, "web-02");
    await expect(server.main.getByText(words("servers.no_date"), { exact: true })).toHaveCount(2);
  });

  test("what the service writes of the addresses is shown only where it says more than they do", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-02");
    const server = new ServerPage(page);
    await server.open(api, token, "web-02");
    await expect(server.main.getByRole("heading", { name: words("server.details") })).toBeVisible();
    await expect(server.main.getByText(words("server.address_text"))).toHaveCount(0);
    await page.route(callOf(id), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), addresses: "private=10.9.8.7" } });
    });
    await page.reload();
    await expect(server.main.getByText("private=10.9.8.7", { exact: true })).toBeVisible();
  });
});

test.describe("the addresses", () => {
  test("the name, the addresses and the page are shared where the device can, and nothing else", async ({ page, api, token }) => {
    const server = new ServerPage(page);
    const share = page.getByRole("button", { name: words("server.share") });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "share", { configurable: true, value: async (data: object) => Object.assign(globalThis, { shared: data }) });
    });
    const { instance_id: id, ip_addresses: addresses } = await server.open(api, token, "web-02");
    await share.click();
    const wanted = { title: "web-02", text: ["web-02", ...addresses].join("\n"), url: new URL(`/servers/${id}`, page.url()).href };
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, "shared"))).toEqual(wanted);

    await page.addInitScript(() => Object.defineProperty(navigator, "share", { value: undefined }));
    await page.reload();
    await expect(server.main.getByText(words("server.ssh_hint"))).toBeVisible();
    await expect(share).toHaveCount(0);
  });

  test("each is there with the command that signs in, of both kinds", async ({ page, api, token, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const server = new ServerPage(page);
    const { ip_addresses: addresses } = await server.open(api, token, "vpn-gateway");
    expect(addresses).toHaveLength(5);
    for (const address of addresses) {
      await expect(server.main.getByText(`ssh root@${address}`, { exact: true })).toBeVisible();
      await server.copy(`ssh root@${address}`).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`ssh root@${address}`);
      await server.copy(address).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    }
  });

  test("a server without one says what that means", async ({ page, api, token }) => {
    const server = new ServerPage(page);
    await server.open(api, token, "internal-worker");
    await expect(server.main.getByText(words("server.no_address"))).toBeVisible();
    await expect(server.main.getByText(words("server.ssh_hint"))).toHaveCount(0);
  });

  test("what is no address becomes no command", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-02");
    await page.route(callOf(id), async (route) => {
      const response = await route.fetch();
      const ip_addresses = ["$(reboot)", "192.0.2.1; reboot", "192.0.2.1"];
      await route.fulfill({ response, json: { ...(await response.json()), ip_addresses } });
    });
    const server = new ServerPage(page);
    await server.open(api, token, "web-02");
    await expect(server.copy("$(reboot)")).toBeVisible();
    await expect(server.main.getByText(/^ssh /u).filter({ hasText: "reboot" })).toHaveCount(0);
    await expect(server.copy("ssh root@192.0.2.1")).toBeVisible();
  });
});

test.describe("a service that tells more", () => {
  test("shows which addresses the internet reaches, and the network cards", async ({ page, api, token }) => {
    const server = new ServerPage(page);
    const { instance_id: id } = await server.open(api, token, "vpn-gateway");
    const row = (address: string) => server.main.getByRole("listitem").filter({ hasText: `ssh root@${address}` });
    await expect(row("203.0.113.15")).toContainText(words("server.public"));
    await expect(row("10.0.113.15")).toContainText(words("server.private"));
    const { body: ports } = await api.call("GET", `/server/${id}/list_ip/`, token);
    await expect(server.main.getByText(ports[0].mac_address)).toBeHidden();
    await server.main.getByText(words("server.network_details")).click();
    for (const { mac_address, port_id, fixed_ips } of ports) {
      await expect(server.main.getByText(mac_address, { exact: true })).toBeVisible();
      await expect(server.copy(port_id)).toBeVisible();
      expect(fixed_ips[0].subnet_id).toMatch(UUID);
      await expect(server.copy(fixed_ips[0].subnet_id)).toBeVisible();
    }
  });

  test("shows what was done, in people's words, as soon as it is done", async ({ page, api, token }) => {
    await installClock(page);
    const server = new ServerPage(page);
    const { instance_id: id } = await server.open(api, token, "a");
    const card = server.main.locator(".card").filter({ has: page.getByRole("heading", { name: words("activity.title") }) });
    const entries = card.getByRole("listitem");
    await expect(card.getByText(words("activity.empty"))).toBeVisible();
    expect((await api.call("POST", `/server/${id}/rename/`, token, { server_name: "a" })).status).toBe(200);
    await page.clock.fastForward(31_000);
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText(words("activity.rename"));
    await expect(entries).toContainText(words("activity.by", { person: "demo@example.com" }));
    await expect(entries).toContainText(/(just now|seconds? ago)/u);
    await expect(card.getByText(words("activity.empty"))).toHaveCount(0);
  });

  test("keeps the words of an action that nobody here knows, and folds what is old", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-02");
    const entry = (action: string, start_time: string | null, message = "") => ({
      instance_uuid: id, user_id: "4d0e4ab1", start_time, action, message, project_id: "p",
    });
    const log = [
      entry("evacuate_<b>now</b>", null, "Moved off a failing host."),
      ...["01", "02", "03", "04", "05", "06"].map((day) => entry("changePassword", `2026-10-${day}T08:00:00+07:00`, `On day ${day}.`)),
      entry("", "2026-10-09T08:00:00Z"),
      {},
    ];
    await page.route(callOf(id, "get_action_log"), (route) => route.fulfill({ json: log }));
    const server = new ServerPage(page);
    await server.open(api, token, "web-02");
    const card = server.main.locator(".card").filter({ has: page.getByRole("heading", { name: words("activity.title") }) });
    const entries = card.getByRole("listitem");
    await expect(entries).toHaveCount(5);
    await expect(entries.first()).toContainText("On day 06.");
    await expect(entries.first()).toContainText(words("activity.password"));
    const more = card.getByRole("button", { name: "Show 2 more" });
    await more.click();
    await expect(entries).toHaveCount(7);
    await expect(entries.last()).toContainText("evacuate_<b>now</b>");
    await expect(entries.last()).toContainText("Moved off a failing host.");
    await expect(card.getByText("4d0e4ab1")).toHaveCount(0);
    await card.getByRole("button", { name: "Show fewer" }).click();
    await expect(entries).toHaveCount(5);
  });
});

test("a service that does not tell more leaves no trace of it", async ({ page, api, token, problems }) => {
  problems.expectStatus(404);
  const calls: string[] = [];
  await page.route(/\/(list_ip|get_action_log)\/$/u, (route) => {
    calls.push(route.request().url());
    return route.fulfill({ status: 404, json: { detail: "Not found." } });
  });
  await installClock(page);
  const server = new ServerPage(page);
  await server.open(api, token, "web-02");
  await expect.poll(() => calls.length).toBe(2);
  await expect(server.copy("ssh root@203.0.113.11")).toBeVisible();
  await expect(server.main.getByRole("heading", { level: 2 })).toHaveText([words("servers.addresses"), words("server.details")]);
  for (const trace of ["server.network_details", "server.network_failed", "activity.failed", "server.public", "common.try_again"]) {
    await expect(server.main.getByText(words(trace), { exact: true })).toHaveCount(0);
  }
  expect(problems.warnings).toEqual([]);
  // Nor is it asked again and again.
  await page.clock.fastForward(120_000);
  await expect(server.copy("ssh root@203.0.113.11")).toBeVisible();
  expect(calls).toHaveLength(2);
});

test("what could not be loaded is said in passing, and tried again", async ({ page, api, token, problems }) => {
  problems.expectStatus(500);
  await page.route(/\/(list_ip|get_action_log)\/$/u, (route) => route.fulfill({ status: 500, body: "no" }));
  const server = new ServerPage(page);
  await server.open(api, token, "web-02");
  for (const [failed, there] of [
    ["server.network_failed", "server.network_details"],
    ["activity.failed", "activity.empty"],
  ] as const) {
    const said = server.main.getByRole("status").filter({ hasText: words(failed) });
    await expect(said).toContainText(words("error.server"));
    await page.unroute(/\/(list_ip|get_action_log)\/$/u);
    await said.getByRole("button", { name: "Try again" }).click();
    await expect(said).toHaveCount(0);
    await expect(server.main.getByText(words(there))).toBeVisible();
  }
  await expect(page.getByRole("alert")).toHaveCount(0);
});
