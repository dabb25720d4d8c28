import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test.use({ account: accounts.company });

async function openDisplay(page: Page) {
  await page.getByRole("button", { name: "Display", exact: true }).click();
  const menu = page.getByRole("menu", { name: "Display" });
  await expect(menu.getByRole("menuitemradio", { name: "Compact" })).toBeVisible();
  return menu;
}

const height = async (page: Page) => (await page.getByRole("article").first().boundingBox())?.height ?? 0;

test("density: chosen with a click, from the first paint on, in every tab", async ({ page, context }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards).toHaveCount(20);
  const comfortable = await height(page);
  const menu = await openDisplay(page);
  await expect(menu.getByRole("menuitemradio", { name: "Comfortable" })).toHaveAttribute("aria-checked", "true");
  await expect(menu.getByRole("menuitemcheckbox")).toHaveCount(0);
  const other = await context.newPage();
  await new ServersPage(other).open();
  await expect(other.getByRole("button", { name: "Display", exact: true })).toBeVisible();
  await page.bringToFront();
  await menu.getByRole("menuitemradio", { name: "Compact" }).click();
  await expect.poll(() => height(page)).toBeLessThan(comfortable - 20);
  await expect(other.locator("html")).toHaveAttribute("data-density", "compact");

  // Before the program is here, and so before anything that it could move.
  await page.route(/\/vps-portal_bg-\w+\.wasm$/u, () => undefined);
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html[data-density=compact] #boot-shell .servers")).toBeVisible();
});

test.describe("the table", () => {
  test.use({ remembered: { "vps-portal.servers-view": "table" } });

  test("shows the columns that one wants, and remembers them", async ({ page, context }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const column = (name: string) => page.getByRole("columnheader", { name, exact: true });
    await expect(column("Region")).toBeVisible();
    const menu = await openDisplay(page);
    const other = await context.newPage();
    await new ServersPage(other).open();
    await expect(other.getByRole("columnheader", { name: "Region" })).toBeVisible();
    await page.bringToFront();
    for (const name of ["Region", "Created"]) {
      await menu.getByRole("menuitemcheckbox", { name }).click();
      await expect(menu.getByRole("menuitemcheckbox", { name })).toHaveAttribute("aria-checked", "false");
      await expect(column(name)).toHaveCount(0);
    }
    await expect(other.getByRole("columnheader", { name: "Region" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Display", exact: true })).toBeFocused();
    await page.reload();
    await expect(column("Expires")).toBeVisible();
    await expect(column("Created")).toHaveCount(0);
    await expect(servers.row("vpn-gateway").getByText("HN-01")).toBeHidden();
    const again = await openDisplay(page);
    await again.getByRole("menuitemcheckbox", { name: "Region" }).click();
    await expect(servers.row("vpn-gateway").getByText("HN-01")).toBeVisible();
  });
});
