import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
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

test("a page that somebody reaches for is here when they turn to it, and so is the one after it", async ({ page }) => {
  const servers = await open(page);
  const asked = askedPages(page);
  const answered = page.waitForResponse(/[?&]page=2&/u);
  await servers.next.hover();
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
  await expect.poll(() => asked.toSorted()).toEqual(["2", "3", "4"]);
});

test("the focus reaches for a page, too", async ({ page }) => {
  const servers = await open(page, "/servers?page=2");
  const asked = askedPages(page);
  await servers.previous.focus();
  await expect.poll(() => asked).toEqual(["1"]);
  await servers.next.focus();
  await expect.poll(() => asked).toEqual(["1", "3"]);
});

test("without a network nothing is asked ahead", async ({ page, context }) => {
  const servers = await open(page);
  await loseNetwork(page);
  const asked = askedPages(page);
  await servers.next.hover();
  await page.mouse.move(0, 0);
  await context.setOffline(false);
  // The list itself is renewed then.
  await expect.poll(() => asked).toEqual(["1"]);
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
