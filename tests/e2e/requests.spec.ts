import type { Page, Request, Route } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { ServersPage } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

test.use({ account: accounts.company });

/** The requests to the service from now on whose method and address fit. */
function requests(page: Page, method: string, address: RegExp): Request[] {
  const found: Request[] = [];
  page.on("request", (request) => request.method() === method && address.test(request.url()) && found.push(request));
  return found;
}

const LIST = /\/api\/v1\/server\/(\?.*)?$/u;

test("an answer that comes late does not take the place of a newer one", async ({ page }) => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(LIST, async (route) => {
    if (route.request().url().includes("server_status=SHUTOFF")) {
      await held;
    }
    // Taken back by now, most likely: then there is nobody to give it to.
    await route.continue().catch(() => undefined);
  });
  const servers = new ServersPage(page);
  await servers.open();
  const isLate = (request: Request) => request.url().includes("server_status=SHUTOFF");
  const sent = page.waitForRequest(isLate);
  const over = Promise.race([page.waitForEvent("requestfinished", isLate), page.waitForEvent("requestfailed", isLate)]);
  await servers.status.selectOption("SHUTOFF");
  await sent;
  await servers.status.selectOption("SUSPENDED");
  await servers.expectNames(["cache-02"]);
  letGo();
  await over;
  // A further answer, which can only come after the late one, shows that the page has had the time to be misled.
  const further = page.waitForResponse((response) => response.url().includes("server_status=SUSPENDED"));
  await servers.refresh.click();
  await further;
  await expect(servers.refresh).not.toHaveAttribute("aria-busy", "true");
  await servers.expectNames(["cache-02"]);
});

test("what several parts of a page ask is asked once", async ({ page }) => {
  const asked = requests(page, "GET", /\/(auth\/tokens|account\/me\/)$/u);
  // What is two seconds old is asked anew, and on a slow machine the parts of a page may come as late as that.
  await page.clock.setFixedTime(Date.now());
  await page.goto("/token");
  await expect(page.getByRole("list", { name: "Sessions" })).toBeVisible();
  await page.getByRole("button", { name: "Account menu" }).click();
  await expect(page.getByText("Project demo-main").first()).toBeVisible();
  expect(asked.map((request) => new URL(request.url()).pathname).toSorted()).toEqual(["/api/v1/account/me/", "/api/v1/auth/tokens"]);
});

test("leaving a page takes its questions back", async ({ page, problems }) => {
  problems.expectNoAnswer();
  await page.route("**/user/list_project/", () => undefined);
  await page.goto("/profile");
  const asked = page.waitForRequest("**/user/list_project/");
  await page.getByRole("link", { name: "Projects" }).click();
  const request = await asked;
  const takenBack = page.waitForEvent("requestfailed", (failed) => failed === request);
  await page.getByRole("link", { name: "Profile" }).click();
  expect((await takenBack).failure()?.errorText).toBe("net::ERR_ABORTED");
});

test("a press of Try again counts, too, while the question is on its way and fails once more", async ({ page, problems }) => {
  problems.expectStatus(500);
  await installClock(page);
  const fail = (route: Route) => route.fulfill({ status: 500, json: {} });
  await page.route("**/user/list_project/", fail);
  await page.goto("/projects");
  const told = page.getByRole("alert");
  const again = told.getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  // The next attempt, which the page makes by itself, is on its way when the person presses.
  await page.unroute("**/user/list_project/", fail);
  const held = new Promise<Route>((resolve) => page.route("**/user/list_project/", resolve, { times: 1 }));
  await page.clock.fastForward(10_000);
  const late = await held;
  await again.click();
  await fail(late);
  await expect(page.getByRole("list", { name: "Projects" })).toBeVisible();
});

test("a question that fails is asked again, after pauses that grow", async ({ page, problems }) => {
  problems.expectNoAnswer();
  await installClock(page);
  await page.route("**/user/list_project/", (route) => route.abort());
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards.first()).toBeVisible();
  await page.route(LIST, (route) => route.abort());
  const asked = requests(page, "GET", LIST);
  await servers.refresh.click();
  await expect(page.getByRole("alert")).toBeVisible();
  // A list that rests is asked for every 30 seconds; after failures the pauses are a quarter around 30, 30, 30, 40, 80.
  const counts: number[] = [];
  for (let minute = 1; minute <= 6; minute += 1) {
    const before = asked.length;
    await page.clock.runFor(60_000);
    counts.push(asked.length - before);
  }
  expect(counts[0]).toBeGreaterThanOrEqual(1);
  expect(counts[0]).toBeLessThanOrEqual(3);
  expect(counts.at(-1)).toBeLessThanOrEqual(1);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(asked.length).toBeLessThanOrEqual(13);
});

test("what changes something is never sent twice by itself", async ({ page, api, token, problems }) => {
  problems.expectNoAnswer();
  await installClock(page);
  await new ServerPage(page).open(api, token, "vpn-gateway", "Settings");
  await page.route("**/rename/", (route) => route.abort("connectionreset"));
  const sent = requests(page, "POST", /\/rename\/$/u);
  const name = page.getByLabel("Server name");
  await name.fill("another name");
  await name.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.clock.runFor(10 * 60_000);
  expect(sent).toHaveLength(1);
  await expect(name).toHaveValue("another name");
});
