import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { Palette } from "./support/palette.ts";
import { Selection, ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.single });

/** The button in the bar comes with the keys. */
const keysHaveCome = (page: Page) => expect(page.getByRole("button", { name: words("palette.title") })).toBeVisible();
const list = (page: Page) => page.getByRole("dialog", { name: words("keys.title") });
const title = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
/** Presses a key as a keyboard with a Khmer letter in this place does. */
const pressKhmer = (page: Page, key: string, code: string, ctrlKey = false) =>
  page.evaluate(
    (init) => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true })),
    { key, code, ctrlKey },
  );

test("keys alone lead through the portal, and mean nothing where somebody writes", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards).toHaveCount(6);
  await keysHaveCome(page);

  await page.keyboard.press("?");
  await expect(list(page).getByRole("listitem").filter({ hasText: "Go to Token" })).toContainText("GT");
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();

  for (const [key, name] of [["p", "Profile"], ["j", "Projects"], ["t", "Token"]] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(title(page, name)).toBeFocused();
  }
  // There is no search on this page.
  const palette = new Palette(page);
  await page.keyboard.press("/");
  await expect(palette.field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette.dialog).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(title(page, "Servers")).toBeFocused();

  await page.keyboard.press("/");
  await expect(servers.search).toBeFocused();
  await page.keyboard.type("g?x");
  await expect(servers.search).toHaveValue("g?x");
  await servers.search.fill("");
  await expect(servers.cards).toHaveCount(6);
});

test("the arrows move in the grid, and letters select, open the menu and go on", async ({ page }) => {
  const servers = new ServersPage(page);
  const selection = new Selection(page);
  await page.setViewportSize({ width: 1200, height: 800 });
  await servers.open();
  const names = await servers.names();
  const focused = (index: number) => expect(servers.card(names[index] ?? "").getByRole("link")).toBeFocused();
  await keysHaveCome(page);
  const inLine = await servers.cards.evaluateAll((cards) => {
    const tops = cards.map((card) => card.getBoundingClientRect().top);
    return tops.filter((top) => top === tops[0]).length;
  });
  expect(inLine).toBeGreaterThan(1);

  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await focused(0);
  await page.keyboard.press("ArrowRight");
  await focused(1);
  await page.keyboard.press("ArrowDown");
  await focused(1 + inLine);
  await page.keyboard.press("ArrowUp");
  await focused(1);
  await page.keyboard.press("End");
  await focused(names.length - 1);
  await page.keyboard.press("Home");
  await page.keyboard.press("j");
  await focused(1);
  await page.keyboard.press("k");
  await focused(0);

  await page.keyboard.press("x");
  await expect(selection.box(names[0] ?? "")).toBeChecked();
  await focused(0);
  await page.keyboard.press("x");
  await expect(selection.ticked).toHaveCount(0);
  await page.keyboard.press("m");
  await expect(page.getByRole("menuitem", { name: "Start" })).toBeFocused();
  await page.keyboard.press("Escape");
  await focused(0);
  await page.keyboard.press("Enter");
  await expect(title(page, names[0] ?? "")).toBeFocused();
});

test.describe("as a table", () => {
  test.use({ remembered: { "vps-portal.servers-view": "table" } });

  test("the arrows move from row to row", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open();
    const names = await servers.names();
    const focused = (index: number) => expect(servers.card(names[index] ?? "").getByRole("link")).toBeFocused();
    await keysHaveCome(page);
    await page.keyboard.press("j");
    await focused(0);
    await page.keyboard.press("ArrowDown");
    await focused(1);
    await page.keyboard.press("ArrowRight");
    await focused(1);
    await page.keyboard.press("x");
    await expect(new Selection(page).box(names[1] ?? "")).toBeChecked();
  });
});

test("keys alone can be switched off, and stay so", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByRole("menuitem", { name: words("keys.title") }).click();
  const single = list(page).getByRole("switch", { name: words("keys.single") });
  await expect(single).toBeChecked();
  await single.click();
  await list(page).getByRole("button", { name: words("palette.close") }).click();
  await page.reload();
  await keysHaveCome(page);
  await page.keyboard.press("/");
  await expect(servers.search).not.toBeFocused();
  await new Palette(page).take("keyboard", words("keys.title"));
  await expect(single).not.toBeChecked();
  await single.click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(servers.search).toBeFocused();
});

test("a keyboard with other letters has the same keys in the same places", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open();
  await keysHaveCome(page);
  await pressKhmer(page, "ថ", "KeyG");
  await pressKhmer(page, "ផ", "KeyP");
  await expect(title(page, "Profile")).toBeFocused();
  await pressKhmer(page, "ក", "KeyK", true);
  await expect(new Palette(page).field).toBeFocused();
});
