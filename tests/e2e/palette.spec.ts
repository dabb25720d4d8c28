import { PASSWORD, accounts } from "./support/accounts.ts";
import { changeAnswer } from "./support/answers.ts";
import { hostileTexts } from "./support/hostile.ts";
import { loseNetwork } from "./support/network.ts";
import { Palette } from "./support/palette.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const RECENT = "vps-portal.recent";

test.describe("a few letters", () => {
  test.use({ account: accounts.single });

  test("lead to any page and server, and back to the last ones", async ({ page }) => {
    const palette = new Palette(page);
    await page.goto("/servers");
    await palette.take("prof", "Profile");
    await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeFocused();

    // From a field, and back into it; the key that opens it closes it, too.
    const address = page.getByRole("textbox", { name: "Address" });
    await address.focus();
    for (const key of ["Escape", "Control+k"]) {
      await palette.open();
      await page.keyboard.press(key);
      await expect(palette.dialog).toBeHidden();
      await expect(address).toBeFocused();
    }

    await palette.open();
    await palette.field.fill("shpdb");
    await expect(palette.active).toHaveText(/^shop-db.*HN-01/u);
    await expect(palette.field).toHaveAttribute("aria-activedescendant", /./u);
    await page.keyboard.press("ArrowDown");
    await expect(palette.active).not.toHaveText(/^shop-db/u);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "shop-db", level: 1 })).toBeFocused();

    // Here is what can be done here, and not the way here.
    await palette.open();
    await expect(palette.group(words("palette.here")).getByRole("option")).toHaveCount(10);
    await expect(palette.group(words("palette.recent"))).toHaveCount(0);
    await expect(palette.active).toHaveText("Open console");
    await palette.field.fill("boot log");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Boot log" })).toBeVisible();
    await palette.take("tok", "Token");
    await palette.open();
    await expect(palette.group(words("palette.recent")).getByRole("option")).toHaveText("shop-db");
    expect(await page.evaluate((key) => localStorage.getItem(key), RECENT)).toContain("shop-db");
    await page.keyboard.press("Escape");

    await palette.take("sign out", "Sign out");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(await page.evaluate((key) => localStorage.getItem(key), RECENT)).toBeNull();
  });

  test("change the theme and the language, with or without accents", async ({ page }) => {
    const palette = new Palette(page);
    await page.goto("/servers");
    await palette.take("dark", words("palette.theme", { theme: "Dark" }));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await palette.take("tieng viet", words("palette.language", { language: "Tiếng Việt" }));
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: words("palette.search", {}, "vi") }).fill("giao dien sang");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  });

  test("find what is known without a network, and say how many that is", async ({ page }) => {
    const servers = new ServersPage(page);
    const palette = new Palette(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    // Its part of the program comes when it is first opened.
    await palette.open();
    await page.keyboard.press("Escape");
    await expect(palette.dialog).toBeHidden();
    await loseNetwork(page);
    await palette.open();
    await palette.field.fill("blog");
    await expect(palette.active).toHaveText(/^blog/u);
    await expect(palette.option("Stop: blog")).toHaveText(new RegExp(`${words("offline.reason")}$`, "u"));
    await expect(palette.option("Stop: blog")).toHaveAttribute("aria-disabled", "true");
    await expect(palette.status).toHaveText(/^\d+ results$/u);
    await palette.field.fill("zzz");
    await expect(palette.options).toHaveCount(0);
    await expect(palette.field).toHaveAttribute("aria-expanded", "false");
    await expect(palette.status).toHaveText(words("palette.nothing"));
  });
});

test.describe("what can be done", () => {
  test.use({ account: accounts.company });

  test("to any server is done after the usual question, or says why it cannot be", async ({ page }) => {
    const palette = new Palette(page);
    await page.goto("/profile");
    const name = page.getByRole("textbox", { name: "First name" });
    await name.focus();
    await palette.take("stop db-replica", "Stop: db-replica");
    const question = page.getByRole("dialog", { name: words("action.stop_title", { name: "db-replica" }) });
    await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    await expect(name).toBeFocused();

    await palette.open();
    await palette.field.fill("start vpn-gateway");
    await expect(palette.active).toHaveText(`Start: vpn-gateway${words("action.start_fits")}`);
    await page.keyboard.press("Enter");
    await expect(palette.active).toHaveAttribute("aria-disabled", "true");
    await palette.field.fill("rebuild vpn-gateway");
    await expect(palette.active).toHaveAttribute("href", /\/settings$/u);
    await palette.field.fill("203.0.113.15");
    await expect(palette.active).toHaveText(/^vpn-gateway/u);
  });

  test("a project is changed to, once", async ({ page }) => {
    const palette = new Palette(page);
    await page.goto("/servers");
    await palette.open();
    await palette.field.fill("demo-main");
    await palette.field.fill("demo");
    await expect(palette.group("Projects").getByRole("option")).toHaveText("Switch to demo-lab");
    await page.keyboard.press("Escape");
    await palette.take("demo-lab", "Switch to demo-lab");
    const dialog = page.getByRole("dialog", { name: "Switch to demo-lab" });
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("listitem").filter({ hasText: "demo-lab" })).toContainText("In use now");
    await expect(dialog).toBeHidden();
    await expectAddress(page, "/projects");
  });

  test("without the permission says so, and hostile names stay texts", async ({ page }) => {
    const name = Object.values(hostileTexts)[0] ?? "";
    await changeAnswer(page, "**/account/me/", (body) => ({ ...body, token: { ...body.token, permissions: ["servers:list"] } }));
    await changeAnswer(page, "**/server/?*", (body) => ({ ...body, results: [{ ...body.results[0], name }, body.results[1]] }));
    const palette = new Palette(page);
    await page.goto("/servers");
    await palette.open();
    await palette.field.fill("stop web-02");
    await expect(palette.active).toContainText(words("action.not_permitted", { permission: "servers:power" }));
    await palette.field.fill("203.0.113.10");
    await expect(palette.active).toContainText(name);
    expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  });
});

test.describe("10,000 servers", () => {
  test.use({ account: accounts.fleet });

  test("one is found in a few requests", async ({ page }) => {
    const asked: string[] = [];
    const palette = new Palette(page);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(20);
    page.on("request", (request) => request.url().includes("/server/?") && asked.push(request.url()));
    await palette.open();
    await palette.field.pressSequentially("monitor-0042");
    await expect(palette.active).toHaveText(/^monitor-0042/u);
    expect(asked.length).toBeLessThan(8);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "monitor-0042", level: 1 })).toBeFocused();
  });
});

test.describe("on a phone", () => {
  test.use({ account: accounts.single, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("the account's menu opens it, as wide as the screen", async ({ page }) => {
    const palette = new Palette(page);
    await new ServersPage(page).open();
    await expect(page.locator(".palette-button")).toBeHidden();
    const menu = page.getByRole("button", { name: "Account menu" });
    await menu.tap();
    await page.getByRole("menuitem", { name: words("palette.title") }).tap();
    await expect(palette.field).toBeFocused();
    const box = await palette.dialog.boundingBox();
    expect(box).toMatchObject({ x: 0, width: 360 });
    await palette.dialog.getByRole("button", { name: words("palette.close") }).tap();
    await expect(palette.dialog).toBeHidden();
    await expect(menu).toBeFocused();
    await menu.tap();
    await page.getByRole("menuitem", { name: words("palette.title") }).tap();
    await palette.option("Projects").tap();
    await expect(page.getByRole("heading", { name: "Projects", level: 1 })).toBeFocused();
  });
});
