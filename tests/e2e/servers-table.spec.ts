import { accounts } from "./support/accounts.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const asTable = { "vps-portal.servers-view": "table" };

interface Server {
  readonly instance_id: string;
  readonly name: string;
  readonly status: string;
  readonly region: string;
  readonly created: string;
  readonly expired: string;
}

type Compare = (one: Server, other: Server) => number;

const byLanguage = new Intl.Collator("en", { numeric: true }).compare;
const byCode = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const byId: Compare = (one, other) => byCode(one.instance_id, other.instance_id);

/** The orders that the table offers, as a person would say them. */
const orders: Record<string, Compare> = {
  Name: (one, other) => byLanguage(one.name, other.name),
  Status: (one, other) => byCode(one.status, other.status),
  Region: (one, other) => byLanguage(one.region, other.region),
  Created: (one, other) => Date.parse(one.created) - Date.parse(other.created),
  Expires: (one, other) => Date.parse(one.expired) - Date.parse(other.expired),
};

test.use({ account: accounts.company });

test("the view is chosen with a click and remembered", async ({ page, context }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await expect(page.getByRole("radio", { name: "Grid" })).toBeChecked();
  await page.getByRole("radio", { name: "Table" }).check();
  await expect(page.getByRole("table", { name: "Servers" })).toBeVisible();
  await expect(servers.cards).toHaveCount(20);
  await page.reload();
  await expect(page.getByRole("table", { name: "Servers" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Table" })).toBeChecked();
  const other = await context.newPage();
  await new ServersPage(other).open();
  await expect(other.getByRole("table", { name: "Servers" })).toBeVisible();
  await page.bringToFront();
  await page.getByRole("radio", { name: "Grid" }).check();
  await expect(page.getByRole("table")).toHaveCount(0);
});

test.describe("as a table", () => {
  test.use({ remembered: asTable });

  test("a row tells what a card tells", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const row = servers.row("vpn-gateway");
    await expect(row).toContainText("Running");
    await expect(row).toContainText("HN-01");
    await expect(row.getByText("203.0.113.15", { exact: true })).toBeVisible();
    await row.getByRole("button", { name: "Show 3 more addresses" }).click();
    await expect(row.getByRole("button", { name: /^Copy /u })).toHaveCount(5);
    await expect(row.getByRole("time")).toHaveText(/^in 2[34] hours$/u);
    await row.getByRole("link", { name: "vpn-gateway" }).click();
    await expect(page.getByRole("heading", { name: "vpn-gateway", level: 1 })).toBeVisible();
  });

  for (const [column, compare] of Object.entries(orders)) {
    test(`sorted by ${column}, both ways, then as the service has it`, async ({ page, api, token }) => {
      const { body } = await api.call("GET", "/server/?page_size=100", token);
      const all = body.results as Server[];
      const names = (order: Compare) => all.toSorted((one, other) => order(one, other) || byId(one, other)).map(({ name }) => name);
      const servers = new ServersPage(page);
      await servers.open("/servers?size=50");
      const head = page.getByRole("columnheader", { name: column });
      const press = head.getByRole("button", { name: column });
      await expect(head).toHaveAttribute("aria-sort", "none");

      await press.click();
      await servers.expectNames(names(compare));
      await expect(head).toHaveAttribute("aria-sort", "ascending");
      await expectAddress(page, `/servers?sort=${column.toLowerCase()}&size=50`);

      await press.click();
      await servers.expectNames(names((one, other) => compare(other, one)));
      await expect(head).toHaveAttribute("aria-sort", "descending");
      await page.reload();
      await expect(head).toHaveAttribute("aria-sort", "descending");
      await servers.expectNames(names((one, other) => compare(other, one)));

      await press.click();
      await servers.expectNames(all.map(({ name }) => name));
      await expect(head).toHaveAttribute("aria-sort", "none");
      await expectAddress(page, "/servers?size=50");
    });
  }

  test("an order holds over pages and beside a filter", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?sort=-name");
    const first = await servers.names();
    await servers.next.click();
    await expectAddress(page, "/servers?sort=-name&page=2");
    await expect(servers.cards).toHaveCount(17);
    const second = await servers.names();
    expect([...first, ...second]).toEqual([...first, ...second].toSorted((one, other) => byLanguage(other, one)));
    await servers.status.selectOption({ label: "Stopped" });
    await servers.expectNames(["staging-01", "old-website"]);
    await expectAddress(page, "/servers?status=SHUTOFF&sort=-name");
  });
});
