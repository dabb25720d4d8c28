import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { single, company } = accounts;

/** The addresses of the list's requests that the page sends from now on. */
function listRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith("/server/")) {
      requests.push(search);
    }
  });
  return requests;
}

test.describe("searching", () => {
  test.use({ account: single });

  for (const [what, text, found] of [
    ["a part of a name", "shop", ["shop", "shop-db", "shop-test"]],
    ["a name in other letters", "BLOG", ["blog"]],
    ["a whole address", "192.0.2.14", ["office"]],
    ["a part of an address", ".15", ["mail"]],
  ] as const) {
    test(`by ${what}`, async ({ page }) => {
      const servers = new ServersPage(page);
      await servers.open();
      await servers.search.fill(text);
      await servers.expectNames([...found]);
      await expectAddress(page, `/servers?q=${encodeURIComponent(text)}`);
    });
  }

  test("by an instance id, whole or in part", async ({ page, api, token }) => {
    const server = await api.serverNamed(token, "office");
    const servers = new ServersPage(page);
    await servers.open();
    for (const text of [server.instance_id, server.instance_id.slice(0, 8), server.instance_id.slice(9, 18)]) {
      await servers.search.fill(text);
      await servers.expectNames(["office"]);
    }
  });

  test("waits for a pause in the typing, and asks once", async ({ page }) => {
    await installClock(page);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    await page.clock.pauseAt(Date.now() + 60_000);
    await expect(servers.cards).toHaveCount(6);
    const requests = listRequests(page);
    await servers.search.pressSequentially("mail");
    await expect(servers.search).toHaveValue("mail");
    await page.clock.runFor(240);
    expect(requests).toEqual([]);
    await page.clock.runFor(20);
    await servers.expectNames(["mail"]);
    expect(requests.filter((search) => search.includes("server_name"))).toEqual(["?page=1&page_size=20&server_name=mail"]);
  });

  test("stays over a reload, and Back takes it away", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await servers.search.fill("office");
    await servers.expectNames(["office"]);
    await page.reload();
    await servers.expectNames(["office"]);
    await expect(servers.search).toHaveValue("office");
    await page.goBack();
    await expect(servers.cards).toHaveCount(6);
    await expect(servers.search).toHaveValue("");
    await page.goForward();
    await servers.expectNames(["office"]);
    await expect(servers.search).toHaveValue("office");
  });

  test("is cleared with its button, which leaves the focus in the field", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?q=office");
    await servers.expectNames(["office"]);
    await page.getByRole("button", { name: "Clear search" }).click();
    await expect(servers.cards).toHaveCount(6);
    await expect(servers.search).toBeFocused();
    await expectAddress(page, "/servers");
  });

  test("that finds nothing says so and can be taken back", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await servers.search.fill("nothing is called so");
    await expect(page.getByRole("heading", { name: words("servers.nothing_title") })).toBeVisible();
    await expect(servers.count).toHaveText("0 servers");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(servers.cards).toHaveCount(6);
    await expect(servers.search).toHaveValue("");
    await expectAddress(page, "/servers");
  });

  test("signs of addresses and patterns are searched for, not obeyed", async ({ page }) => {
    const servers = new ServersPage(page);
    for (const text of ["%", "_", "a&status=SHUTOFF", "#", "'\"<b>", "\\"]) {
      await servers.open();
      await expect(servers.cards).toHaveCount(6);
      await servers.search.fill(text);
      await expect(page.getByRole("heading", { name: words("servers.nothing_title") })).toBeVisible();
      await expect(servers.search).toHaveValue(text);
    }
  });
});

test.describe("filtering", () => {
  test.use({ account: company });

  test("by status, by region, and by both", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    await servers.status.selectOption({ label: "Stopped" });
    await servers.expectNames(["staging-01", "old-website"]);
    await expectAddress(page, "/servers?status=SHUTOFF");
    await servers.region.selectOption("DN-01");
    await servers.expectNames(["staging-01"]);
    await expectAddress(page, "/servers?status=SHUTOFF&region=DN-01");
    await servers.status.selectOption({ label: "All statuses" });
    await expect(servers.count).toHaveText("9 servers");
    await expect(servers.card("ipv6-only")).toBeVisible();
    await page.goBack();
    await servers.expectNames(["staging-01"]);
    await page.reload();
    await servers.expectNames(["staging-01"]);
    await expect(servers.region).toHaveValue("DN-01");
    await expect(servers.status).toHaveValue("SHUTOFF");
  });

  test("a status that is nowhere leads back to all servers", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?status=ACTIVE&q=old-website");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(servers.count).toHaveText("37 servers");
    await expect(servers.status).toHaveValue("");
  });

  test("names with signs and in any script are found", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    for (const [text, name] of [
      ["máy chủ", "máy chủ kế toán"],
      ["ម៉ាស៊ីន", "ម៉ាស៊ីនមេគេហទំព័រ"],
      ["🚀", "🚀 launch"],
    ] as const) {
      await servers.search.fill(text);
      await servers.expectNames([name]);
    }
  });

  test("nonsense in the address is left out", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?page=-1&size=7&sort=colour&all=yes&q=%20");
    await expect(servers.cards).toHaveCount(20);
    await expect(servers.pagination).toContainText("Page 1 of 2");
  });
});
