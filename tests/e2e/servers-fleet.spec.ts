import { accounts } from "./support/accounts.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.fleet });

const lookedThrough = words("servers.looked_through", { looked: "1,000", total: "10,000" });

test("10,000 servers: the first page, the last, and the way between", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.count).toHaveText("10,000 servers");
  await expect(servers.card("edge-0001")).toBeVisible();
  await expect(servers.cards).toHaveCount(20);
  await expect(servers.pagination).toContainText("Page 1 of 500");

  await servers.open("/servers?page=500");
  await expect(servers.card("monitor-0050")).toBeVisible();
  await expect(servers.next).toHaveAttribute("aria-disabled", "true");
  await servers.previous.click();
  await expectAddress(page, "/servers?page=499");
  await expect(servers.card("monitor-0030")).toBeVisible();
  await servers.pageSize.selectOption("100");
  await expectAddress(page, "/servers?size=100");
  await expect(servers.cards).toHaveCount(100);
  await expect(servers.pagination).toContainText("Page 1 of 100");
});

test("10,000 servers: one is found by its name, its address and its id", async ({ page, api, token }) => {
  const server = await api.serverNamed(token, "monitor-0042");
  const servers = new ServersPage(page);
  await servers.open();
  for (const text of ["monitor-0042", server.ip_addresses[0], server.instance_id]) {
    await servers.search.fill(text);
    await servers.expectNames(["monitor-0042"]);
  }
});

test("10,000 servers: a region is looked for in the first 1,000, then in all", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards).toHaveCount(20);
  await servers.region.selectOption("PNH-01");
  await expect(page.getByText(lookedThrough)).toBeVisible();
  await expect(servers.count).toHaveText("250 servers");
  await expect(servers.cards.filter({ hasText: "PNH-01" })).toHaveCount(20);

  await page.getByRole("button", { name: words("servers.look_further") }).click();
  await expect(servers.count).toHaveText("2,500 servers", { timeout: 20_000 });
  await expect(page.getByText(lookedThrough)).toHaveCount(0);
  await expectAddress(page, "/servers?region=PNH-01&all=1");
  await servers.next.click();
  await expectAddress(page, "/servers?region=PNH-01&page=2&all=1");
  await expect(servers.pagination).toContainText("Page 2 of 125");
});

test.describe("as a table", () => {
  test.use({ remembered: { "vps-portal.servers-view": "table" } });

  test("10,000 servers: an order is that of the first 1,000, and says so", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await page.getByRole("button", { name: "Created" }).click();
    await expect(page.getByText(lookedThrough)).toBeVisible();
    await expect(servers.cards.first()).toHaveAccessibleName("edge-1000");
    await page.getByRole("button", { name: words("servers.look_further") }).click();
    await expect(servers.cards.first()).toHaveAccessibleName("monitor-0050", { timeout: 20_000 });
    await expect(servers.count).toHaveText("10,000 servers");
  });
});
