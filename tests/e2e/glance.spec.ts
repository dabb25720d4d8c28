import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { hold } from "./support/hold.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { noteShifts, shifts } from "./support/shifts.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** The servers at a glance, over their list. */
class Glance {
  readonly button;
  readonly region;
  readonly statuses;
  readonly regions;
  readonly ends;
  readonly needyFirst;

  constructor(page: Page) {
    this.button = page.getByRole("button", { name: "At a glance" });
    this.region = page.getByRole("region", { name: "At a glance" });
    this.statuses = this.region.getByRole("list", { name: "Status", exact: true });
    this.regions = this.region.getByRole("list", { name: "Region", exact: true });
    this.ends = this.region.getByRole("list", { name: words("glance.ends") });
    this.needyFirst = this.region.getByRole("link", { name: words("glance.needy_first") });
  }
}

const remembered = { "vps-portal.servers-glance": "open" };

test.describe("a company", () => {
  test.use({ account: accounts.company });

  test("the charts tell what the list holds, and are there again", async ({ page, api, token }) => {
    const servers = new ServersPage(page);
    const glance = new Glance(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(20);
    await expect(glance.region).toHaveCount(0);
    await glance.button.focus();
    await page.keyboard.press("Enter");
    await expect(glance.button).toHaveAttribute("aria-expanded", "true");
    const { body } = await api.call("GET", "/server/?page_size=100", token);
    const all: { region: string; expired: string }[] = body.results;
    const inHanoi = all.filter(({ region }) => region === "HN-01").length;
    await expect(glance.regions.getByRole("link", { name: "HN-01" })).toHaveAccessibleName(`HN-01 ${inHanoi} servers`);
    await expect(glance.region.getByText(words("glance.by_expiry"))).toBeVisible();
    const days = (Date.now() - 1) / 86_400_000;
    const ahead = all.map(({ expired }) => Date.parse(expired) / 86_400_000 - days).filter((left) => left > 0 && left <= 90);
    const told = (await glance.ends.getByRole("listitem").allTextContents()).map((text) => Number(/: (\d+) server/u.exec(text)?.[1]));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(ahead.length);
    await expect(glance.region.getByRole("link", { name: "mail-relay" })).toBeVisible();

    await page.reload();
    await expect(glance.regions).toBeVisible();
    await glance.button.click();
    await expect(glance.region).toHaveCount(0);
    await page.reload();
    await expect(servers.cards).toHaveCount(20);
    await expect(glance.region).toHaveCount(0);
  });

  test.describe("that left them open", () => {
    test.use({ remembered });

    test("a bar leads to its servers by keyboard, and back", async ({ page }) => {
      const servers = new ServersPage(page);
      const glance = new Glance(page);
      await servers.open("/servers?q=web-0");
      await expect(servers.cards).toHaveCount(2);
      await glance.region.getByRole("button", { name: /^Show \d+ more$/u }).click();
      const bar = glance.statuses.getByRole("link", { name: /^Error / });
      await bar.focus();
      await page.keyboard.press("Enter");
      await expectAddress(page, "/servers?status=ERROR");
      await expect(bar).toHaveAccessibleName("Error 1 server");
      await servers.expectNames(["backup-target"]);
      await expect(bar).toBeFocused();
      await expect(bar).toHaveAttribute("aria-current", "true");
      await page.keyboard.press("Enter");
      await expectAddress(page, "/servers");
      await expect(servers.cards).toHaveCount(20);
      await expect(bar).not.toHaveAttribute("aria-current");
    });

    for (const width of [1440, 360]) {
      test(`their room is there before them, ${width} pixels wide, and nothing moves when they come`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        const servers = new ServersPage(page);
        const glance = new Glance(page);
        await servers.open();
        await expect(glance.regions).toBeVisible();
        const kept = () => page.evaluate(() => localStorage.getItem("vps-portal.servers-glance"));
        await expect.poll(kept).toMatch(/^\d+px$/u);

        await noteShifts(page);
        // They come well after the list.
        const letCome = await hold(page, /page_size=100/u);
        await page.reload();
        await expect(servers.cards).toHaveCount(20);
        const top = async () => Math.round((await servers.cards.first().boundingBox())?.y ?? 0);
        const before = await top();
        letCome();
        await expect(glance.regions).toBeVisible();
        await expect(page.getByRole("button", { name: words("views.menu") })).toBeVisible();
        expect(Math.abs((await top()) - before)).toBeLessThan(2);
        expect(await shifts(page)).toEqual([]);

        await glance.button.click();
        await expect(glance.region).toHaveCount(0);
        const line = await glance.button.boundingBox();
        expect((await top()) - (line?.y ?? 0)).toBeLessThan(80);
      });
    }

    test("who needs somebody comes first, on demand", async ({ page }) => {
      const servers = new ServersPage(page);
      const glance = new Glance(page);
      await servers.open();
      await glance.needyFirst.click();
      await expectAddress(page, "/servers?sort=attention");
      await expect(servers.cards.first()).toHaveAccessibleName("backup-target");
      const needy = Number(/\d+/u.exec((await glance.region.getByText(/need attention/u).textContent()) ?? "")?.[0]);
      expect((await servers.names()).slice(1, 4).sort()).toEqual(["mail-relay", "old-website", "vpn-gateway"]);
      expect(needy).toBeGreaterThanOrEqual(12);
      await glance.needyFirst.click();
      await expectAddress(page, "/servers");
      await expect(servers.cards.first()).toHaveAccessibleName("web-01");
    });
  });
});

test.describe("10,000 servers", () => {
  test.use({ account: accounts.fleet, remembered });

  test("the first 1,000 are looked at, then all", async ({ page }) => {
    const glance = new Glance(page);
    await new ServersPage(page).open();
    const hanoi = glance.regions.getByRole("link", { name: "HN-01" });
    await expect(hanoi).toHaveAccessibleName("HN-01 250 servers");
    await expect(glance.region.getByText(words("servers.looked_through", { looked: "1,000", total: "10,000" }))).toBeVisible();
    await glance.region.getByRole("button", { name: words("servers.look_further") }).click();
    await expect(hanoi).toHaveAccessibleName("HN-01 2,500 servers", { timeout: 20_000 });
    await expect(glance.region.getByText(/^Looked through/u)).toHaveCount(0);
  });
});

test.describe("no servers", () => {
  test.use({ account: accounts.empty, remembered });

  test("there is nothing to draw, and it is said", async ({ page }) => {
    const glance = new Glance(page);
    await new ServersPage(page).open();
    await expect(glance.region.getByText(words("servers.empty_text"))).toBeVisible();
    await expect(glance.statuses).toHaveCount(0);
  });
});
