// On the next page of the list a card shows another server, instead of a new card being made for it: nothing of the one
// before is left in it, none is seen to move, and one that somebody has begun to do something with shows no other.

import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { Selection, ServersPage, expectAddress } from "./support/portal.ts";
import { noteShifts, shifts } from "./support/shifts.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const asTable = { "vps-portal.servers-view": "table" };

test.use({ account: accounts.company });

/** Marks every card with the name that it has now. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const card of document.querySelectorAll("article")) {
      card.dataset["was"] = card.getAttribute("aria-label") ?? "";
    }
  });
}

/** Shows the first page, with the second one known. */
async function openFirst(page: Page, servers: ServersPage): Promise<void> {
  await servers.open("/servers?page=2");
  await expect(servers.cards).toHaveCount(17);
  await servers.previous.click();
  await expect(servers.cards).toHaveCount(20);
  await expect(page.locator("[data-older]")).toHaveCount(0);
}

/** Goes to the second page, and resolves with the names on it. */
async function goOn(page: Page, servers: ServersPage): Promise<string[]> {
  await servers.next.click();
  await expectAddress(page, "/servers?page=2");
  await expect(servers.cards).toHaveCount(17);
  return servers.names();
}

for (const [drawing, remembered] of Object.entries({ cards: {}, "a table": asTable })) {
  test.describe(`as ${drawing}`, () => {
    test.use({ remembered });

    test("all that a card says and does is about the server that it shows now", async ({ page, context, api, token }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const servers = new ServersPage(page);
      const selection = new Selection(page);
      await openFirst(page, servers);
      await selection.box("web-01").click();
      await selection.expectCount(1);
      await mark(page);

      const names = await goOn(page, servers);
      const [name] = names;
      if (name === undefined) throw new Error("The second page shows no server.");
      await expect(page.locator("article[data-was]")).toHaveCount(17);
      await expect(selection.ticked).toHaveCount(0);
      const server = await api.serverNamed(token, name);
      const card = drawing === "cards" ? servers.card(name) : servers.row(name);
      await expect(card).toContainText(server.region);
      await expect(card.getByRole("link", { name, exact: true })).toHaveAttribute("href", `/servers/${server.instance_id}`);

      const [address] = server.ip_addresses;
      if (address === undefined) throw new Error(`${name} has no address.`);
      await card.getByRole("button", { name: `Copy ${address}` }).click();
      await expect(page.getByText(words("common.copied"), { exact: true })).toBeAttached();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

      await selection.box(name).click();
      await selection.expectCount(2);
      await expect(selection.ticked).toHaveCount(1);

      await card.getByRole("button", { name: `Actions for ${name}` }).click();
      const menu = page.getByRole("menu", { name: `Actions for ${name}` });
      await expect(menu.getByRole("menuitem", { name: words("server.volumes") })).toHaveAttribute(
        "href",
        `/servers/${server.instance_id}/volumes`,
      );
      await page.keyboard.press("Escape");

      await servers.previous.click();
      await expect(servers.card("web-01")).toBeVisible();
      await expect(selection.box("web-01")).toBeChecked();
      await expect(selection.ticked).toHaveCount(1);
    });

    test("one that somebody does something with shows no other server", async ({ page }) => {
      const servers = new ServersPage(page);
      await openFirst(page, servers);
      await mark(page);
      const gateway = drawing === "cards" ? servers.card("vpn-gateway") : servers.row("vpn-gateway");
      await gateway.getByRole("button", { name: "Show 3 more addresses" }).click();
      await page.getByRole("button", { name: "Actions for web-02" }).click();
      await expect(page.getByRole("menu", { name: "Actions for web-02" })).toBeVisible();
      await page.keyboard.press("Escape");

      await goOn(page, servers);
      await expect(page.locator("article[data-was]")).toHaveCount(17);
      for (const used of ["vpn-gateway", "web-02"]) {
        await expect(page.locator(`article[data-was="${used}"]`)).toHaveCount(0);
      }
      await expect(page.getByRole("button", { name: words("common.fewer") })).toHaveCount(0);
    });
  });
}

test("the focus does not come to another server", async ({ page }) => {
  const servers = new ServersPage(page);
  await openFirst(page, servers);
  await servers.card("web-02").getByRole("link").focus();
  await mark(page);
  await page.goBack();
  await expect(servers.cards).toHaveCount(17);
  await expect(page.locator("article[data-was]")).toHaveCount(17);
  await expect(page.locator('article[data-was="web-02"]')).toHaveCount(0);
  await expect(page.locator("article :focus")).toHaveCount(0);
});

test("no card is seen to move when another page comes, however late", async ({ page }) => {
  const servers = new ServersPage(page);
  await noteShifts(page);
  await servers.open();
  await expect(servers.cards).toHaveCount(20);
  await mark(page);
  await page.route("**/api/v1/server/?*page=2*", async (route) => {
    await expect(page.locator("[data-older]")).toHaveCount(1);
    await route.continue();
  });
  await goOn(page, servers);
  await expect(page.locator("article[data-was]")).toHaveCount(17);
  const moved = await shifts(page);
  expect(moved.filter((shift) => shift.includes("<article"))).toEqual([]);
});
