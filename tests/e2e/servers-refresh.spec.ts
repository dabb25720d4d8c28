import type { Browser, Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { loseNetwork } from "./support/network.ts";
import { ServersPage } from "./support/portal.ts";
import { setVisibility } from "./support/presence.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const MINUTE = 60_000;

/** Counts the requests for the list from now on. */
function countLists(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    count += Number(new URL(request.url()).pathname.endsWith("/server/"));
  });
  return () => count;
}

/** How many elements the browser works out the style of while something is done. */
async function countStyled(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await act();
  const trace: { traceEvents: { name: string; args: { elementCount?: number } }[] } = JSON.parse((await browser.stopTracing()).toString());
  const counts = trace.traceEvents.filter(({ name }) => name === "UpdateLayoutTree").map(({ args }) => args.elementCount ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

test.describe("a quiet list", () => {
  test.use({ account: accounts.single });

  test("is renewed every half a minute", async ({ page }) => {
    await installClock(page);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    const lists = countLists(page);
    await page.clock.fastForward(20_000);
    await expect(page.getByText(/^Updated 2\d seconds ago$/u)).toBeVisible();
    expect(lists()).toBe(0);
    await page.clock.fastForward(11_000);
    await expect.poll(lists).toBe(1);
    await expect(servers.cards).toHaveCount(6);
  });

  test("is not touched by an answer that brings nothing new", async ({ page }) => {
    await installClock(page);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    await servers.cards.first().evaluate((card) => {
      const changes: string[] = [];
      Object.assign(window, { changes });
      new MutationObserver((records) => changes.push(...records.map(({ type, target }) => `${type} of ${target.nodeName}`))).observe(
        card.parentElement ?? card,
        { subtree: true, childList: true, characterData: true, attributes: true },
      );
    });
    const answered = page.waitForResponse(/\/server\/\?/u);
    await page.clock.fastForward(31_000);
    await answered;
    await expect(page.getByText("Updated just now")).toBeVisible();
    expect(await page.evaluate(() => Object(window).changes as string[])).toEqual([]);
  });

  test("is left alone while the page is hidden, and renewed at once when it is seen", async ({ page }) => {
    await installClock(page);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    const lists = countLists(page);
    await setVisibility(page, "hidden");
    for (let minute = 0; minute < 5; minute += 1) {
      await page.clock.fastForward(MINUTE);
    }
    await page.evaluate(() => fetch("/config.json"));
    expect(lists()).toBe(0);
    await setVisibility(page, "visible");
    await expect.poll(lists).toBe(1);
  });

  test("is left alone while the device is offline, and renewed at once when it is back", async ({ page, context }) => {
    await installClock(page);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    await loseNetwork(page);
    const lists = countLists(page);
    await expect(page.getByText(words("offline.notice"))).toBeVisible();
    for (let minute = 0; minute < 5; minute += 1) {
      await page.clock.fastForward(MINUTE);
    }
    await expect(servers.cards).toHaveCount(6);
    expect(lists()).toBe(0);
    await context.setOffline(false);
    await expect.poll(lists).toBe(1);
    await expect(page.getByText(words("offline.notice"))).toHaveCount(0);
  });

  test("is renewed with the button, which says that it is at work", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    const answered = page.waitForResponse(/\/server\//u);
    await servers.refresh.click();
    expect((await answered).status()).toBe(200);
    await expect(servers.refresh).toBeFocused();
    await expect(page.getByText("Updated just now")).toBeVisible();
  });

  test("is styled no further than what changes while it is renewed", async ({ page, browser }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    // All of the style is here, and nothing more comes by itself.
    await expect(page.getByRole("button", { name: words("palette.title") })).toBeVisible();
    await expect(page.getByRole("button", { name: words("views.menu") })).toBeVisible();
    const elements = await page.locator("*").count();
    const styled = await countStyled(browser, page, async () => {
      const answered = page.waitForResponse(/\/server\//u);
      await servers.refresh.click();
      await answered;
      await expect(servers.refresh).not.toHaveAttribute("aria-busy", "true");
    });
    expect(styled).toBeGreaterThan(0);
    expect(styled).toBeLessThan(elements / 4);
  });
});

test.describe("a list with a server in passing", () => {
  test.use({ account: accounts.company });

  test("is renewed every three seconds, and keeps scroll, focus and what is unfolded", async ({ page, api, token }) => {
    const gateway = await api.serverNamed(token, "vpn-gateway");
    const nameIs = (name: string) =>
      expect
        .poll(async () => (await api.call("GET", `/server/${gateway.instance_id}/`, token)).body.name)
        .toBe(name);
    const rename = async (name: string) => {
      const path = `/server/${gateway.instance_id}/rename/`;
      expect((await api.call("POST", path, token, { server_name: name })).status).toBe(200);
      await nameIs(name);
    };
    await installClock(page);
    const servers = new ServersPage(page);
    await servers.open();
    await servers.card("vpn-gateway").getByRole("button", { name: "Show 3 more addresses" }).click();
    const copy = page.getByRole("button", { name: "Copy 10.0.113.15" });
    await copy.focus();
    await page.mouse.wheel(0, 240);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(240);

    await rename("vpn-gateway-2");
    await page.clock.fastForward(3_100);
    const card = servers.card("vpn-gateway-2");
    await expect(card).toBeVisible();
    await expect(card.getByRole("listitem")).toHaveCount(5);
    await expect(copy).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(240);
    await rename("vpn-gateway");
  });

  test("shows what a server does as soon as it does it", async ({ page, api, token }) => {
    const server = await api.serverNamed(token, "netboot");
    await installClock(page);
    const servers = new ServersPage(page);
    await servers.open();
    const card = servers.card("netboot");
    await expect(card.getByText("Running")).toBeVisible();
    const statusIs = (status: string) =>
      expect
        .poll(async () => (await api.call("GET", `/server/${server.instance_id}/`, token)).body.status)
        .toBe(status);
    await api.call("POST", `/server/${server.instance_id}/stop/`, token);
    await statusIs("SHUTOFF");
    await page.clock.fastForward(3_100);
    await expect(card.getByText("Stopped")).toBeVisible();
    await api.call("POST", `/server/${server.instance_id}/start/`, token);
    await statusIs("ACTIVE");
    await page.clock.fastForward(3_100);
    await expect(card.getByText("Running")).toBeVisible();
  });
});
