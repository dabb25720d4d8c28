import { accounts, failingList } from "./support/accounts.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { single, company, empty } = accounts;

test.describe("a company", () => {
  test.use({ account: company });

  test("a card tells the name, what the server does, where, its addresses and its times", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.count).toHaveText("37 servers");
    await expect(servers.cards).toHaveCount(20);
    const card = servers.card("web-01");
    await expect(card.getByRole("heading", { name: "web-01", level: 2 })).toBeVisible();
    await expect(card).toContainText("Running");
    await expect(card).toContainText("HN-01");
    await expect(card.getByText("203.0.113.10", { exact: true })).toBeVisible();
    await expect(card.getByText("2001:db8:365:71::a", { exact: true })).toBeVisible();
    await expect(card).toContainText(/Created\d{1,2} \w{3} \d{4}/u);
    await expect(card).toContainText(/Expiresin 1\d months/u);
  });

  test("names of every script and length are shown whole", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?size=50");
    for (const name of [
      "máy chủ kế toán",
      "ម៉ាស៊ីនមេគេហទំព័រ",
      "🚀 launch",
      "a",
      "analytics-warehouse-nightly-batch-processing-cluster-node-00001",
    ]) {
      await expect(servers.card(name).getByRole("link", { name, exact: true })).toBeVisible();
    }
  });

  test("every status has its word", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?size=50");
    for (const [name, status] of [
      ["staging-01", "Stopped"],
      ["api-01", "Rebooting"],
      ["api-02", "Rebooting (hard)"],
      ["backup-target", "Error"],
      ["build-agent", "Being built"],
      ["cache-01", "Paused"],
      ["cache-02", "Suspended"],
      ["crm", "Rebuilding"],
      ["erp", "Resizing"],
      ["erp-test", "Resize to confirm"],
      ["erp-training", "Undoing resize"],
      ["file-share", "Moving"],
      ["git", "Setting password"],
      ["intranet", "Rescue mode"],
      ["log-archive", "Shelved"],
      ["log-archive-2024", "Shelved, offloaded"],
      ["monitoring", "Unknown"],
      ["tet-campaign", "Deleted, recoverable"],
      ["tet-campaign-2025", "Deleted"],
    ] as const) {
      await expect(servers.card(name).getByText(status, { exact: true })).toBeVisible();
    }
  });

  test("the warning of a plan's end grows as it nears", async ({ page, api, token }) => {
    const servers = new ServersPage(page);
    await servers.open();
    // An hour from the backend's start, which may lie a while back.
    const left = Math.floor((Date.parse((await api.serverNamed(token, "mail-relay")).expired) - Date.now()) / 60_000);
    for (const [name, near, text] of [
      ["web-01", "far", /^in 1\d months$/u],
      ["netboot", "weeks", /^in (19|20) days$/u],
      ["shop-frontend", "days", /^in [23] days$/u],
      ["mail-relay", "hours", left >= 60 ? "in 1 hour" : new RegExp(`^in (${left + 1}|${left}|${left - 1}) minutes?$`, "u")],
      ["old-website", "past", /^Expired 2 days ago$/u],
    ] as const) {
      const expiry = servers.card(name).getByRole("time");
      await expect(expiry).toHaveText(text);
      await expect(expiry).toHaveAttribute("data-near", near);
    }
  });

  test("an address is copied in one click", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const servers = new ServersPage(page);
    await servers.open();
    await servers.card("web-02").getByRole("button", { name: "Copy 203.0.113.11" }).click();
    await expect(page.getByText(words("common.copied"), { exact: true })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("203.0.113.11");
    await expect(page).toHaveURL(/\/servers$/u);
  });

  test("many addresses are folded, and a server without one says so", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const card = servers.card("vpn-gateway");
    await expect(card.getByRole("listitem")).toHaveCount(2);
    await card.getByRole("button", { name: "Show 3 more addresses" }).click();
    await expect(card.getByRole("listitem")).toHaveCount(5);
    await expect(card.getByRole("button", { name: /^Copy /u })).toHaveCount(5);
    await card.getByRole("button", { name: "Show fewer" }).click();
    await expect(card.getByRole("listitem")).toHaveCount(2);
    await expect(servers.card("internal-worker")).toContainText(words("servers.no_address"));
  });
});

test.describe("pages", () => {
  test.use({ account: company });

  test("next, previous and the size of a page stand in the address", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.pagination).toContainText("Page 1 of 2");
    await expect(servers.previous).toHaveAttribute("aria-disabled", "true");
    await servers.next.click();
    await expectAddress(page, "/servers?page=2");
    await expect(servers.pagination).toContainText("Page 2 of 2");
    await expect(servers.cards).toHaveCount(17);
    await expect(servers.next).toHaveAttribute("aria-disabled", "true");
    await servers.previous.click();
    await expectAddress(page, "/servers");
    await expect(servers.card("web-01")).toBeVisible();

    await servers.pageSize.selectOption("50");
    await expectAddress(page, "/servers?size=50");
    await expect(servers.cards).toHaveCount(37);
    await page.reload();
    await expect(servers.cards).toHaveCount(37);
    await expect(servers.pageSize).toHaveValue("50");
    await page.goBack();
    await expect(servers.cards).toHaveCount(20);
  });

  test("a page past the end leads back to the first", async ({ page, problems }) => {
    problems.expectStatus(404);
    const servers = new ServersPage(page);
    await servers.open("/servers?page=9");
    await expect(page.getByRole("heading", { name: words("servers.page_gone_title") })).toBeVisible();
    await page.getByRole("button", { name: words("servers.first_page") }).click();
    await expectAddress(page, "/servers");
    await expect(servers.cards).toHaveCount(20);
  });
});

test.describe("a server's page", () => {
  test.use({ account: single });

  test("is reached from its card and tells the same", async ({ page, api, token }) => {
    const server = await api.serverNamed(token, "shop-db");
    const servers = new ServersPage(page);
    await servers.open();
    await page.getByRole("link", { name: "shop-db", exact: true }).click();
    await expectAddress(page, `/servers/${server.instance_id}`);
    await expect(page.getByRole("heading", { name: "shop-db", level: 1 })).toBeVisible();
    await expect(page).toHaveTitle("shop-db · VPS Portal");
    const main = page.getByRole("main");
    for (const fact of ["Running", "HN-01", server.ip_addresses[0], server.instance_id]) {
      await expect(main.getByText(fact, { exact: true }).first()).toBeVisible();
    }
    await page.getByRole("link", { name: "All servers" }).click();
    await expectAddress(page, "/servers");
  });

  for (const id of ["00000000-0000-8000-8000-000000000000", "no/such id?", "đâu?"]) {
    test(`with the id ${id}, which nobody has, says so`, async ({ page, problems }) => {
      problems.expectStatus(404);
      await page.goto(`/servers/${encodeURIComponent(id)}`);
      await expect(page.getByRole("heading", { name: words("server.missing_title") })).toBeVisible();
      await expect(page.getByText(words("server.missing_text"))).toBeVisible();
    });
  }
});

test.describe("an account without servers", () => {
  test.use({ account: empty });

  test("is told what will appear", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await expect(page.getByRole("heading", { name: words("servers.empty_title") })).toBeVisible();
    await expect(page.getByText(words("servers.empty_text"))).toBeVisible();
    await expect(servers.count).toHaveText("0 servers");
  });
});

test.describe("a slow service", () => {
  test.use({ account: failingList("slow") });

  test("places stand in for the cards at the first load only", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const loading = page.getByRole("status").getByText(words("common.loading"));
    await expect(loading).toBeAttached();
    await expect(servers.card("web-01")).toBeVisible();
    await expect(loading).toHaveCount(0);
    await servers.refresh.click();
    await expect(servers.refresh).toHaveAttribute("aria-busy", "true");
    await expect(servers.card("web-01")).toBeVisible();
    await expect(loading).toHaveCount(0);
    await expect(servers.refresh).not.toHaveAttribute("aria-busy", "true");
    await expect(servers.card("web-01")).toBeVisible();
  });
});
