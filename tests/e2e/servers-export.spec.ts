import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { Selection, ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

interface Server {
  readonly instance_id: string;
  readonly status: string;
  readonly addresses: string;
  readonly name: string;
  readonly created: string;
  readonly expired: string;
  readonly ip_addresses: string[];
  readonly region: string;
}

/** Chooses a kind of file in the menu of the list, or in one of its own. */
async function exported(page: Page, kind: "CSV" | "JSON", place: Page | Locator = page.getByRole("main")): Promise<Download> {
  const download = page.waitForEvent("download");
  await place.getByRole("button", { name: "Export" }).first().click();
  await page.getByRole("menuitem", { name: kind }).click();
  return download;
}

const text = async (download: Download) => readFile(await download.path(), "utf8");

/** Reads CSV by the letter of RFC 4180. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") {
      rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

const moment = (time: string) => new Date(time).getTime();

test.use({ account: accounts.company });

test("a table holds what the service knows, for whatever opens it", async ({ page, api, token }) => {
  const { body } = await api.call("GET", "/server/?page_size=100", token);
  const all = body.results as Server[];
  await new ServersPage(page).open("/servers?page=2");
  const download = await exported(page, "CSV");
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  expect(download.suggestedFilename()).toBe(`servers-${today}.csv`);

  const csv = await text(download);
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  const [head, ...rows] = cells(csv.slice(1));
  expect(head).toEqual(["Instance ID", "Name", "Status", "Region", "Addresses", "Created", "Expires"]);
  expect(rows.map(([id, name, status, region, addresses]) => [id, name, status, region, addresses])).toEqual(
    all.map((server) => [server.instance_id, server.name, server.status, server.region, server.ip_addresses.join(" ")]),
  );
  expect(rows.map((row) => [moment(row[5] ?? ""), moment(row[6] ?? "")])).toEqual(
    all.map(({ created, expired }) => [moment(created), moment(expired)]),
  );
});

test("JSON holds the fields of the contract", async ({ page, api, token }) => {
  const { body } = await api.call("GET", "/server/?page_size=100", token);
  await new ServersPage(page).open();
  const download = await exported(page, "JSON");
  expect(download.suggestedFilename()).toMatch(/^servers-\d{4}-\d\d-\d\d\.json$/u);
  const comparable = (servers: Server[]) =>
    servers.map((server) => ({ ...server, created: moment(server.created), expired: moment(server.expired) }));
  expect(comparable(JSON.parse(await text(download)))).toEqual(comparable(body.results));
});

test("a filter and an order hold for the file", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open("/servers?region=HCM-01&sort=-name&size=100");
  await expect(servers.cards.first()).toBeVisible();
  const names = await servers.names();
  const [, ...rows] = cells(await text(await exported(page, "CSV")));
  expect(rows.map((row) => row[1])).toEqual(names);
});

test("a file of what is selected holds nothing else", async ({ page }) => {
  const selection = new Selection(page);
  await new ServersPage(page).open();
  await selection.box("web-01").click();
  await selection.box("mail-relay").click();
  const [, ...rows] = cells(await text(await exported(page, "CSV", selection.bar)));
  expect(rows.map((row) => row[1])).toEqual(["web-01", "mail-relay"]);
  await selection.expectCount(2);
});

test.describe("with a name that is a formula", () => {
  test.use({ account: accounts.laboratory });

  test("a spreadsheet is given text", async ({ page, api, token }) => {
    const [server] = (await api.call("GET", "/server/", token)).body.results as Server[];
    const renamed = async (name: string) => {
      await api.call("POST", `/server/${server?.instance_id}/rename/`, token, { server_name: name });
      await expect.poll(async () => (await api.call("GET", `/server/${server?.instance_id}/`, token)).body.name).toBe(name);
    };
    const formula = '=HYPERLINK("https://evil.example","web; -01")';
    await renamed(formula);
    await new ServersPage(page).open();
    const table = cells((await text(await exported(page, "CSV"))).slice(1));
    expect(table[1]?.[1]).toBe(`'${formula.replace("; -", ";' -")}`);
    for (const cell of table.flat()) {
      expect(cell).not.toMatch(/^\s*[=+\-@]/u);
    }
    expect(JSON.parse(await text(await exported(page, "JSON")))[0].name).toBe(formula);
    await renamed(server?.name ?? "");
  });
});

test.describe("in Vietnamese", () => {
  test.use({ remembered: { "vps-portal.language": "vi" } });

  test("the heads are in the reader's language", async ({ page }) => {
    await page.goto("/servers");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: words("export.menu", {}, "vi") }).click();
    await page.getByRole("menuitem", { name: "CSV" }).click();
    const [head] = cells((await text(await download)).slice(1));
    expect(head).toEqual(
      ["server.id", "servers.name", "servers.status", "servers.region", "servers.addresses", "servers.created", "servers.expires"].map(
        (key) => words(key, {}, "vi"),
      ),
    );
  });
});

test.describe("of 10,000", () => {
  test.use({ account: accounts.fleet });

  test("a long list shows how far it has come, and can be given up", async ({ page }) => {
    test.setTimeout(60_000);
    await new ServersPage(page).open();
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "CSV" }).click();
    const progress = page.getByRole("status").getByText(/^[\d,]+ of 10,000 read$/u);
    await expect(progress).toBeVisible();
    await page.getByRole("button", { name: words("common.cancel") }).click();
    await expect(progress).toHaveCount(0);
    const [, ...rows] = cells(await text(await exported(page, "CSV")));
    expect(rows).toHaveLength(10_000);
    expect(new Set(rows.map(([id]) => id)).size).toBe(10_000);
  });
});

test.describe("of a service that fails", () => {
  test.use({ account: { email: "then-html@list.fault.example" } });

  test("a failure is told, and trying again makes the file", async ({ page, problems }) => {
    problems.expectStatus(500);
    await new ServersPage(page).open();
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "CSV" }).click();
    const alert = page.getByRole("alert");
    await expect(alert.getByText(words("export.failed"))).toBeVisible();
    await expect(alert.getByText(words("error.server"))).toBeVisible();
    const download = page.waitForEvent("download");
    await alert.getByRole("button", { name: words("common.try_again") }).click();
    const [, ...rows] = cells(await text(await download));
    expect(rows.map((row) => row[1])).toEqual(["web-01", "web-02"]);
    await expect(alert).toHaveCount(0);
  });
});
