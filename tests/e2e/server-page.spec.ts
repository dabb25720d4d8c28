import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { PARTS, type Part, ServerPage, callOf } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const parts = Object.entries(PARTS) as [Part, string][];

test.use({ account: accounts.company });

test.describe("coming from the list", () => {
  test("what the list knows is shown at once, then the fresh answer", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-01");
    const servers = new ServersPage(page);
    const server = new ServerPage(page);
    await servers.open();
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(callOf(id), async (route) => {
      await released;
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), name: "web-01-fresh" } });
    });
    await page.getByRole("link", { name: "web-01", exact: true }).click();
    await expect(server.heading("web-01")).toBeVisible();
    await expect(server.heading("web-01")).toBeFocused();
    await expect(page).toHaveTitle("web-01 · VPS Portal");
    for (const fact of ["Running", "HN-01", "203.0.113.10", "2001:db8:365:71::a", id]) {
      await expect(server.main.getByText(fact, { exact: true }).first()).toBeVisible();
    }
    release();
    await expect(server.heading("web-01-fresh")).toBeVisible();
    await expect(page).toHaveTitle("web-01-fresh · VPS Portal");
  });

  test("what the list knows stays when the fresh answer fails, and is asked for again", async ({ page, api, token, problems }) => {
    problems.expectStatus(500);
    const { instance_id: id } = await api.serverNamed(token, "web-01");
    const servers = new ServersPage(page);
    const server = new ServerPage(page);
    await servers.open();
    await page.route(callOf(id), (route) => route.fulfill({ status: 500, body: "<html>" }));
    await page.getByRole("link", { name: "web-01", exact: true }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(words("error.server"));
    await expect(server.heading("web-01")).toBeVisible();
    await page.unroute(callOf(id));
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
    await expect(server.heading("web-01")).toBeVisible();
  });
});

test.describe("the parts", () => {
  test("each has its address and its title, under the same head", async ({ page, api, token }) => {
    const server = new ServerPage(page);
    const { instance_id: id } = await server.open(api, token, "web-01");
    for (const [part, end] of parts) {
      await server.tab(part).click();
      await expectAddress(page, `/servers/${id}${end}`);
      await expect(page).toHaveTitle(part === "Overview" ? "web-01 · VPS Portal" : `web-01 · ${part} · VPS Portal`);
      await expect(server.tabs.locator("[aria-current=page]")).toHaveText(part);
      await expect(server.heading("web-01")).toBeVisible();
      await expect(server.main.getByText("Running", { exact: true }).first()).toBeVisible();
      await expect(server.main.getByText("HN-01", { exact: true }).first()).toBeVisible();
      await expect(server.copy("203.0.113.10")).toBeVisible();
    }
    for (const [part] of parts.toReversed()) {
      await expect(server.tabs.locator("[aria-current=page]")).toHaveText(part);
      await page.goBack();
    }
  });

  for (const [part, end] of parts) {
    test(`${part} is the same after Reload, and leads back to the list`, async ({ page, api, token }) => {
      const server = new ServerPage(page);
      const { instance_id: id } = await server.open(api, token, "web-01", part);
      await page.reload();
      await expect(server.heading("web-01")).toBeVisible();
      await expectAddress(page, `/servers/${id}${end}`);
      await expect(server.tabs.locator("[aria-current=page]")).toHaveText(part);
      await page.getByRole("link", { name: "All servers" }).click();
      await expectAddress(page, "/servers");
      await page.goBack();
      await expect(server.heading("web-01")).toBeVisible();
    });

    test(`${part} of an unknown server says so, and leads back`, async ({ page, problems }) => {
      problems.expectStatus(404);
      await page.goto(`/servers/00000000-0000-8000-8000-000000000000${end}`);
      await expect(page.getByRole("heading", { name: words("server.missing_title"), level: 1 })).toBeVisible();
      await expect(page).toHaveTitle(`${words("server.missing_title")} · VPS Portal`);
      await page.getByRole("link", { name: "All servers" }).click();
      await expectAddress(page, "/servers");
    });
  }

  test("are gone through with the keyboard", async ({ page, api, token }) => {
    const server = new ServerPage(page);
    const { instance_id: id } = await server.open(api, token, "web-01");
    await server.tab("Overview").focus();
    await page.keyboard.press("Tab");
    await expect(server.tab("Console")).toBeFocused();
    await page.keyboard.press("Enter");
    await expectAddress(page, `/servers/${id}/console`);
    await expect(server.tab("Console")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectAddress(page, `/servers/${id}/volumes`);
    await expect(page.getByRole("table", { name: "Volumes" })).toBeVisible();
  });

  test("keep the present one in view when the window narrows", async ({ page, api, token }) => {
    const server = new ServerPage(page);
    await server.open(api, token, "web-01", "Settings");
    await expect(server.tab("Settings")).toHaveAttribute("aria-current", "page");
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(server.tab("Overview")).not.toBeInViewport({ ratio: 1 });
    await expect(server.tab("Settings")).toBeInViewport({ ratio: 1 });
  });

  test("scroll sideways on a phone, the present one in view", async ({ page, api, token }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const server = new ServerPage(page);
    await server.open(api, token, "web-01", "Settings");
    await expect(server.tab("Settings")).toBeInViewport({ ratio: 1 });
    await expect(server.tab("Overview")).not.toBeInViewport({ ratio: 1 });
    await server.tab("Volumes").click();
    await server.tab("Console").click();
    await expect(server.tab("Console")).toBeInViewport({ ratio: 1 });
    await expect(server.tab("Overview")).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test("the status in the head follows the server", async ({ page, api, token }) => {
  await installClock(page);
  const server = new ServerPage(page);
  const { instance_id: id } = await server.open(api, token, "analytics-warehouse-nightly-batch-processing-cluster-node-00001", "Volumes");
  const statusIs = (status: string) =>
    expect.poll(async () => (await api.call("GET", `/server/${id}/`, token)).body.status).toBe(status);
  await api.call("POST", `/server/${id}/stop/`, token);
  await statusIs("SHUTOFF");
  await page.clock.fastForward(31_000);
  await expect(server.main.getByText("Stopped", { exact: true })).toBeVisible();
  await api.call("POST", `/server/${id}/start/`, token);
  await statusIs("ACTIVE");
  await page.clock.fastForward(31_000);
  await expect(server.main.getByText("Running", { exact: true })).toBeVisible();
});

test("an address that the service tells twice is shown once", async ({ page, api, token }) => {
  const { instance_id: id } = await api.serverNamed(token, "web-02");
  await page.route(callOf(id), async (route) => {
    const response = await route.fetch();
    const ip_addresses = ["192.0.2.77", "192.0.2.77", "192.0.2.77"];
    await route.fulfill({ response, json: { ...(await response.json()), ip_addresses } });
  });
  const server = new ServerPage(page);
  await server.open(api, token, "web-02", "Volumes");
  await expect(server.main.getByText("192.0.2.77", { exact: true })).toHaveCount(1);
});
