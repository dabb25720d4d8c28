import type { Page, Request, Route } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { hold } from "./support/hold.ts";
import { ServersPage, SignInForm } from "./support/portal.ts";
import { SESSION_KEY, storedSession } from "./support/session.ts";
import { expect, test } from "./support/test.ts";

test.use({ account: accounts.fleet });

const PROGRAM = /\/vps-portal_bg-\w+\.wasm$/u;
const CONFIG = "**/config.json";
const isList = (request: Request) => /\/server\/\?/u.test(request.url());

/** The page of the list that an address names, or the first one. */
const pageOf = (address: string) => Number(new URL(address).searchParams.get("page")) || 1;

/**
 * The questions for the list from now on, without those of the program for the next page: once this one has been looked at
 * for a second, that is asked for as well.
 */
function listed(page: Page): Request[] {
  const found: Request[] = [];
  let isProgramHere = false;
  page.on("response", (response) => (isProgramHere ||= PROGRAM.test(response.url())));
  const isNextPage = (request: Request) => isProgramHere && pageOf(request.url()) === pageOf(page.url()) + 1;
  page.on("request", (request) => isList(request) && !isNextPage(request) && found.push(request));
  return found;
}

/** Lets the program come only after `event`. */
const programAfter = (page: Page, event: Promise<unknown>) =>
  page.route(PROGRAM, async (route) => {
    await event;
    await route.continue();
  });

for (const path of ["/", "/servers", "/servers?page=2", "/servers?page=2&size=50"]) {
  test(`${path}: the list is asked for once, before the program is here, and as the program asks`, async ({ page }) => {
    const asked = listed(page);
    await programAfter(page, page.waitForRequest(isList));
    await page.goto(path);
    const servers = new ServersPage(page);
    await expect(servers.cards.first()).toBeVisible();
    expect(asked).toHaveLength(1);
    await servers.refresh.click();
    await expect.poll(() => asked.length).toBe(2);
    const [early, late] = await Promise.all(asked.map(async (request) => ({ url: request.url(), headers: await request.allHeaders() })));
    expect(early).toEqual(late);
    expect(early?.headers["authorization"]).toMatch(/^Token /u);
    expect(early?.headers["accept"]).toBe("application/json");
    expect(Object.keys(early?.headers ?? {})).not.toEqual(expect.arrayContaining(["referer"]));
  });
}

for (const path of ["/servers?q=shop", "/servers?page=0", "/profile", "/servers/some-id", "/login"]) {
  test(`${path}: nothing is asked that the page might not need`, async ({ page, problems }) => {
    problems.expectStatus(404);
    let early = 0;
    await page.route(PROGRAM, async (route) => {
      early = asked.length;
      await route.continue();
    });
    const asked = listed(page);
    // The boot script has asked for the words after anything else.
    const started = page.waitForResponse(/\/locales\//u);
    await page.goto(path);
    await started;
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(early).toBe(0);
  });
}

const SETTINGS: readonly [string, object, string | undefined][] = [
  ["another scheme", { auth_scheme: "Bearer" }, "/api/v1/server/?page=1&page_size=20"],
  ["a base with a slash at its end", { api_base: "/api/v1/" }, "/api/v1/server/?page=1&page_size=20"],
  ["a base that is no address", { api_base: "//127.0.0.1:9/api/v1" }, undefined],
  ["a scheme of two words", { auth_scheme: "Token or" }, undefined],
  ["a base with a name in it", { api_base: "https://user@example.com/" }, undefined],
];

for (const [what, settings, expected] of SETTINGS) {
  test(`a configuration with ${what}: the token goes only where the application would send it`, async ({ page }) => {
    await page.route(CONFIG, (route) => route.fulfill({ json: settings }));
    const asked = listed(page);
    let early: string[] = [];
    await page.route(PROGRAM, async (route) => {
      await (expected ? page.waitForRequest(isList).catch(() => undefined) : page.waitForResponse(/\/locales\//u));
      early = asked.map((request) => request.url());
      await route.continue();
    });
    await page.goto("/servers");
    await expect(page.getByRole("article").first()).toBeVisible();
    expect(early.map((address) => new URL(address)).map(({ pathname, search }) => pathname + search)).toEqual(expected ? [expected] : []);
    expect(asked.map((request) => new URL(request.url()).pathname)).toEqual(["/api/v1/server/"]);
  });
}

/** The paths of the questions for the list on a visit that follows one whose configuration said `before`. */
async function askedOnNextVisit(page: Page, before: object, now: object, configurationAfter: (list: Promise<Request>) => Promise<unknown>) {
  await page.route(CONFIG, (route) => route.fulfill({ json: before }));
  await page.goto("/servers");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.unroute(CONFIG);
  const first = page.waitForRequest(isList);
  await page.route(CONFIG, async (route) => {
    await configurationAfter(first);
    await route.fulfill({ json: now });
  });
  const asked = listed(page);
  await page.goto("/servers");
  await expect(page.getByRole("article").first()).toBeVisible();
  return asked.map((request) => new URL(request.url()).pathname);
}

test("the next visit asks for the list before its configuration is here", async ({ page }) => {
  expect(await askedOnNextVisit(page, {}, {}, (list) => list)).toEqual(["/api/v1/server/"]);
});

test("a configuration that has changed since the last visit: the list is asked for anew", async ({ page }) => {
  const before = { auth_scheme: "Bearer" };
  expect(await askedOnNextVisit(page, before, {}, (list) => list)).toEqual(["/api/v1/server/", "/api/v1/server/"]);
});

test("a service elsewhere: the token waits for the configuration of the day", async ({ page, backend }) => {
  const early = (list: Promise<Request>) => Promise.race([list.then(() => "asked"), page.waitForResponse(/\/locales\//u).then(() => "waited")]);
  const elsewhere = { api_base: new URL("/api/v1", backend.origin).href };
  const outcomes: unknown[] = [];
  await askedOnNextVisit(page, elsewhere, {}, async (list) => outcomes.push(await early(list)));
  expect(outcomes).toEqual(["waited"]);
});

for (const [what, stored] of [
  ["a session of another version", '{"version":2,"token":"abc"}'],
  ["a session without a token", '{"version":1,"token":""}'],
  ["no JSON", "{ oops"],
  ["null", "null"],
] as const) {
  test(`${what} is no session: nothing is asked`, async ({ page }) => {
    const asked = listed(page);
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, stored] as const);
    await page.goto("/servers");
    await expect(new SignInForm(page).submit).toBeVisible();
    expect(asked).toEqual([]);
  });
}

test("the answer for one session is never that of another", async ({ page, api }) => {
  const other = await api.signIn(accounts.single);
  const asked = listed(page);
  const early = page.waitForResponse((response) => isList(response.request()));
  await page.route(PROGRAM, async (route) => {
    await early;
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, storedSession(other, accounts.single.email)] as const);
    await route.continue();
  });
  await page.goto("/servers");
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
  expect(asked).toHaveLength(2);
});

/** Fails the first question for the list, the one that the boot script asks. */
async function failFirst(page: Page, how: (route: Route) => Promise<void>): Promise<Request[]> {
  const asked = listed(page);
  await page.route(/\/server\/\?/u, how, { times: 1 });
  await programAfter(page, Promise.race([page.waitForEvent("requestfailed", isList), page.waitForEvent("requestfinished", isList)]));
  return asked;
}

test("a connection that broke before the program came is tried again at once", async ({ page, problems }) => {
  problems.expectNoAnswer();
  const asked = await failFirst(page, (route) => route.abort());
  await page.goto("/servers");
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(asked).toHaveLength(2);
});

test("a failure that the service tells is told, and asked for again as any other", async ({ page, problems }) => {
  problems.expectStatus(500);
  const asked = await failFirst(page, (route) => route.fulfill({ status: 500, json: { detail: "Tạm nghỉ" } }));
  await page.goto("/servers");
  await expect(page.getByRole("alert")).toContainText("Tạm nghỉ");
  expect(asked).toHaveLength(1);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("a session that has ended meanwhile leads to the sign-in", async ({ page, api, problems, token }) => {
  problems.expectStatus(401);
  await api.call("DELETE", "/auth/tokens", token);
  await page.goto("/servers");
  await expect(new SignInForm(page).submit).toBeVisible();
});

test("an answer that has waited for long is not shown: it is asked for anew", async ({ page }) => {
  const asked = listed(page);
  await installClock(page);
  await page.route(PROGRAM, async (route) => {
    await page.waitForResponse((response) => isList(response.request()));
    await page.clock.fastForward(11_000);
    await route.continue();
  });
  await page.goto("/servers");
  await expect(page.getByRole("article").first()).toBeVisible();
  expect(asked).toHaveLength(2);
});

test("leaving the list takes its first question back", async ({ page, problems }) => {
  problems.expectNoAnswer();
  await page.route(/\/server\/\?/u, () => undefined);
  const asked = page.waitForRequest(isList);
  await page.goto("/servers");
  const request = await asked;
  const takenBack = page.waitForEvent("requestfailed", (failed) => failed === request);
  await page.getByRole("link", { name: "Profile" }).click();
  expect((await takenBack).failure()?.errorText).toBe("net::ERR_ABORTED");
});

test.describe("the application waits a moment for the answer", () => {
  /** Opens the list while its answer is held and no time passes; what this gives lets the answer come. */
  async function openWaiting(page: Page): Promise<() => void> {
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.addInitScript(() => {
      // The boot script gives it to the application, which calls it when all else is here.
      Object.defineProperty(globalThis, "vpsPortal", {
        configurable: true,
        set: (portal: { earlyArrival: () => Promise<unknown> }) => {
          const { earlyArrival } = portal;
          const noted = () => {
            Object.assign(globalThis, { isWaiting: true });
            return earlyArrival();
          };
          Object.defineProperty(globalThis, "vpsPortal", { configurable: true, value: { ...portal, earlyArrival: noted } });
        },
      });
    });
    const letCome = await hold(page, /\/server\/\?/u);
    await page.goto("/servers");
    await expect.poll(() => page.evaluate(() => "isWaiting" in globalThis)).toBe(true);
    await expect(page.locator("#boot-shell")).toBeVisible();
    return letCome;
  }

  test("and takes the place of the outline with the list", async ({ page }) => {
    const letCome = await openWaiting(page);
    letCome();
    await expect(new ServersPage(page).cards.first()).toBeVisible();
    await expect(page.locator("#boot-shell")).toHaveCount(0);
  });

  test("and no longer: then it can be used while the list is on its way", async ({ page }) => {
    const letCome = await openWaiting(page);
    await page.clock.runFor(150);
    await expect(page.locator("#boot-shell")).toHaveCount(0);
    await expect(page.getByRole("searchbox")).toBeEnabled();
    await expect(new ServersPage(page).cards).toHaveCount(0);
    letCome();
    await expect(new ServersPage(page).cards.first()).toBeVisible();
  });
});
