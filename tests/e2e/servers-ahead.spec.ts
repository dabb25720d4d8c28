import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { hold } from "./support/hold.ts";
import { loseNetwork } from "./support/network.ts";
import { ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test.use({ account: accounts.fleet });

/** The pages of the list that are asked for from now on, by their numbers. */
function askedPages(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith("/server/")) {
      asked.push(searchParams.get("page") ?? "");
    }
  });
  return asked;
}

/** Opens the list at a time that stands still, so that nothing grows old. */
async function open(page: Page, path = "/servers"): Promise<ServersPage> {
  const servers = new ServersPage(page);
  await installClock(page);
  await page.clock.setFixedTime(Date.now());
  await servers.open(path);
  await expect(servers.cards).toHaveCount(20);
  await expect(servers.pagination).toBeVisible();
  return servers;
}

test("the next page is here once somebody has looked at this one, and so is the one after it", async ({ page }) => {
  const asked = askedPages(page);
  const answered = page.waitForResponse(/[?&]page=2&/u);
  const servers = await open(page);
  await answered;
  for (const [first, next] of [["edge-0021", 3], ["edge-0041", 4]] as const) {
    const after = page.waitForResponse(new RegExp(`[?&]page=${next}&`, "u"));
    await servers.next.click();
    await expect(servers.card(first)).toBeVisible();
    await after;
  }
  // Nor does the way back ask for anything.
  await servers.previous.hover();
  await servers.previous.click();
  await expect(servers.card("edge-0021")).toBeVisible();
  await expect.poll(() => asked.toSorted()).toEqual(["1", "2", "3", "4"]);
});

test("a page that somebody reaches for is asked for, with the pointer or the focus", async ({ page }) => {
  const servers = await open(page, "/servers?page=5");
  const asked = askedPages(page);
  for (const [page, reach] of [["4", "hover"], ["3", "focus"]] as const) {
    await servers.previous[reach]();
    await expect.poll(() => asked).toContain(page);
    await servers.previous.press("Enter");
    await expect(servers.previous).toHaveAttribute("href", new RegExp(`page=${Number(page) - 1}`, "u"));
  }
});

test("whoever turns back pages finds the one before here", async ({ page }) => {
  const servers = await open(page, "/servers?page=5");
  const asked = askedPages(page);
  await servers.previous.click();
  await expect(servers.card("edge-0061")).toBeVisible();
  await expect.poll(() => asked).toContain("3");
});

test("another list is asked for alone, and its next page once it has been looked at", async ({ page }) => {
  const asked = askedPages(page);
  const servers = await open(page);
  await expect.poll(() => asked).toEqual(["1", "2"]);
  const letGo = await hold(page, /server_status=ACTIVE/u);
  await servers.status.selectOption("ACTIVE");
  // A frame after the list has been told to wait nothing else has been asked for.
  await expect(page.locator("[data-older]")).toHaveCount(1);
  expect(asked).toEqual(["1", "2", "1"]);
  letGo();
  await expect.poll(() => asked).toEqual(["1", "2", "1", "2"]);
});

test("a tab that nobody looks at asks for no page ahead", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
  });
  const asked = askedPages(page);
  const servers = await open(page);
  await page.clock.runFor(5_000);
  expect(asked).toEqual(["1"]);
  await servers.next.hover();
  await expect.poll(() => asked).toEqual(["1", "2"]);
});

test("without a network nothing is asked ahead", async ({ page, context }) => {
  const asked = askedPages(page);
  const servers = await open(page, "/servers?page=5");
  await expect.poll(() => asked).toEqual(["5", "6"]);
  await loseNetwork(page);
  await servers.previous.hover();
  await page.mouse.move(0, 0);
  await context.setOffline(false);
  // The list itself is renewed then.
  await expect.poll(() => asked).toEqual(["5", "6", "5"]);
});

test("a list that is here as a whole asks for no page of it", async ({ page }) => {
  // Where a server is on its way the list asks by itself, every few seconds.
  const servers = await open(page, "/servers?q=web-00&status=ACTIVE&sort=name");
  const asked = askedPages(page);
  // What is here is old enough to be asked for anew by whoever came to it.
  await page.clock.setFixedTime(Date.now() + 10_000);
  await servers.next.hover();
  await servers.next.click();
  await expect(servers.cards).not.toHaveCount(0);
  await expect(servers.previous).toBeVisible();
  await servers.refresh.click();
  await expect.poll(() => asked.length).toBe(1);
});
