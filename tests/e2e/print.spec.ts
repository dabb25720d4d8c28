import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { BootLogPage, lines } from "./support/boot-log.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.company });

/** Prints the page as the browser does it, and counts the sheets. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}

/** What can only be pressed, what leads elsewhere, and what reaches over the edge of the sheet. */
const wrongOnPaper = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const pressed = [...document.querySelectorAll("button, nav, [role=switch], [role=menu]")].filter(isSeen);
    const texts = [...document.querySelectorAll("main :not(.visually-hidden)")].filter((element) => isSeen(element) && element.clientWidth > 0);
    const beyond = texts.filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
    const cut = texts.filter((element) => getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1);
    const pale = [...document.querySelectorAll("main a")].filter((link) => isSeen(link) && getComputedStyle(link).color !== "rgb(0, 0, 0)");
    const told = (why: string) => (element: Element) => `${why}: ${element.outerHTML.slice(0, 120)}`;
    return [pressed.map(told("pressed")), beyond.map(told("beyond")), cut.map(told("cut")), pale.map(told("pale"))].flat();
  });

test.describe("in dark colours", () => {
  test.use({ remembered: { "vps-portal.theme": "dark" }, viewport: { width: 718, height: 1000 } });

  for (const path of ["", "/volumes", "/settings", "/profile", "/projects", "/activity", "/token"]) {
    test(`${path || "a server"}: the whole page is on paper, without what can only be pressed`, async ({ page, api, token }) => {
      const { instance_id: id } = await api.serverNamed(token, "web-01");
      await page.goto(["", "/volumes", "/settings"].includes(path) ? `/servers/${id}${path}` : path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main").getByRole("status", { name: words("common.loading") })).toHaveCount(0);
      await page.emulateMedia({ media: "print" });
      // What says how a page is printed comes with its piece.
      await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
      expect(await wrongOnPaper(page)).toEqual([]);
    });
  }
});

test("a page that is short takes one sheet", async ({ page }) => {
  await page.goto("/projects");
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  expect(await sheets(page)).toBe(1);
});

test.describe("a boot log", () => {
  test("is printed to its end, in black on white, and the reader stays where they were", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-01");
    const bootLog = new BootLogPage(page);
    await bootLog.open(id, `\u001b[1;93mpale\u001b[0m ${"x".repeat(400)}\n${lines(999, 2)}`);
    await bootLog.scrollTo(6000);
    await expect(bootLog.row("line 280")).toBeVisible();
    const { top } = await bootLog.position();
    const drawn = await bootLog.log.locator("[data-number]").count();
    // As many lines as a sheet of A4 can have.
    expect(await sheets(page)).toBeGreaterThan(1000 / 60);
    await expect(bootLog.log.locator("[data-number]")).toHaveCount(drawn);
    expect((await bootLog.position()).top).toBe(top);

    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(bootLog.log.locator("[data-number]")).toHaveCount(1000);
    await expect(bootLog.row("line 1000")).toBeVisible();
    await expect(page.getByText(words("log.printed", { count: "20,000" }))).toHaveCount(0);
    const pale = bootLog.log.getByText("pale", { exact: true });
    expect(await pale.evaluate((text) => [getComputedStyle(text).color, getComputedStyle(text).fontWeight])).toEqual(["rgb(0, 0, 0)", "700"]);
    expect(await wrongOnPaper(page)).toEqual([]);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(bootLog.log.locator("[data-number]")).not.toHaveCount(1000);
  });

  test("of hundreds of sheets is printed from its last 20,000 lines on, which is said on paper alone", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-01");
    const bootLog = new BootLogPage(page);
    await bootLog.open(id, lines(20_100));
    const note = page.getByText(words("log.printed", { count: "20,000" }));
    await expect(note).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(note).toBeVisible();
    await expect(bootLog.row("line 100")).toHaveCount(0);
    await expect(bootLog.row("line 101")).toBeVisible();
    await expect(bootLog.row("line 20100")).toBeVisible();
  });
});
