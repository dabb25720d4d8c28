import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const PAGE = 20;
/** As many as a phone begins with (src/pages/servers/drawn.rs). */
const FIRST = 3;
const PHONE = { width: 360, height: 740 };

test.use({ account: accounts.fleet });

/** How many servers a page shows at a time, and whether what follows the list stands there, too. */
interface Step {
  servers: number;
  isFollowed: boolean;
}

/** Notes every step of the drawing from now on, in every document. */
async function watchDrawing(page: Page): Promise<() => Promise<Step[]>> {
  await page.addInitScript(() => {
    const drawn: Step[] = [];
    Object.assign(window, { drawn });
    new MutationObserver(() => {
      const servers = document.querySelectorAll("article").length;
      if (servers > 0 && servers !== drawn.at(-1)?.servers) {
        drawn.push({ servers, isFollowed: document.querySelector("nav.pagination") !== null });
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { drawn: Step[] }).drawn);
}

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  test("a list that was waited for begins with what the screen shows, and is whole a moment later", async ({ page }) => {
    const drawn = await watchDrawing(page);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(PAGE);
    await expect(servers.pagination).toBeVisible();
    const steps = await drawn();
    expect(steps.map((step) => step.servers)).toEqual([FIRST, 12, PAGE]);
    // The next one would begin below the screen.
    const next = await servers.cards.nth(FIRST).boundingBox();
    expect(next?.y).toBeGreaterThan(PHONE.height);
    // What stands below would jump down with every step.
    expect(steps.map((step) => step.isFollowed)).toEqual([false, false, true]);
  });

  test("a list without servers waits for none", async ({ page }) => {
    const servers = new ServersPage(page);
    await servers.open("/servers?q=nowhere-to-be-found");
    await expect(page.getByRole("heading", { name: words("servers.nothing_title") })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  });
});

test("on a desk a list is drawn at once", async ({ page }) => {
  const drawn = await watchDrawing(page);
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards).toHaveCount(PAGE);
  expect((await drawn()).map((step) => step.servers)).toEqual([PAGE]);
});

for (const [device, viewport] of [
  ["a phone", PHONE],
  ["a desk", { width: 1440, height: 900 }],
] as const) {
  test(`on ${device} somebody who comes back finds the list as long as they left it, and where they left it`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const drawn = await watchDrawing(page);
    const servers = new ServersPage(page);
    await servers.open();
    const server = servers.cards.nth(PAGE - 4);
    const name = (await server.getAttribute("aria-label")) ?? "";
    await server.getByRole("link").click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeFocused();
    expect(await page.evaluate(() => scrollY), "a page that a link leads to begins at its top").toBe(0);
    const before = (await drawn()).length;
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Servers", level: 1 })).toBeFocused();
    await expect(server).toBeInViewport();
    expect((await drawn()).slice(before).map((step) => step.servers)).toEqual([]);
  });

  test(`on ${device} a list that is loaded anew is where it was`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const servers = new ServersPage(page);
    await servers.open();
    const server = servers.cards.nth(PAGE - 4);
    await server.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(0);
    for (const time of ["once", "again"]) {
      // It is kept when the page has come to rest.
      await expect.poll(() => page.evaluate(() => history.state?.scroll)).toBe(left);
      await page.reload();
      await expect.poll(() => page.evaluate(() => scrollY), time).toBe(left);
      await expect(server).toBeInViewport();
    }
    // Another address is another place.
    await page.goto("/servers?page=2");
    await expect(servers.pagination).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
}
