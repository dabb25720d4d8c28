import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { Api } from "./support/api.ts";
import { startBackend } from "./support/backend.ts";
import { configuredFolder } from "./support/configured.ts";
import { environment } from "./support/environment.ts";
import { nextBuild } from "./support/next-build.ts";
import { readRecipe } from "./support/policy.ts";
import { Recorder } from "./support/recorder.ts";
import { SESSION_KEY, storedSession } from "./support/session.ts";
import { expect, test as base } from "./support/test.ts";
import { LANGUAGES, words } from "./support/words.ts";

/** Journeys with a server that keeps what is asked of it, by the worker too. */
const test = base.extend<{ home: Recorder }>({
  home: async ({ backend }, use) => {
    const recorder = await Recorder.start(backend.origin);
    await use(recorder);
    await recorder.stop().catch(() => undefined);
  },
  baseURL: async ({ home }, use) => use(home.origin),
  storageState: async ({ token, home }, use) => {
    const localStorage = [{ name: SESSION_KEY, value: storedSession(token, accounts.single.email) }];
    await use({ cookies: [], origins: [{ origin: home.origin, localStorage }] });
  },
});

test.use({ account: accounts.single, serviceWorkers: "allow" });

const card = (page: Page) => page.getByRole("article", { name: "blog" });

/** What is kept: the addresses, without the origin. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(stores.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => url.slice(location.origin.length)).sort();
  });

const builds = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);

/** A first visit, until the next one could do without a network. */
async function visit(page: Page, address = "/servers"): Promise<void> {
  await page.goto(address);
  await expect(card(page)).toBeVisible();
  await expect.poll(() => kept(page), { timeout: 15_000 }).toContainEqual(expect.stringMatching(/\/locales\/\w\w-[0-9a-f]+\.txt$/u));
}

/** The module that the page runs. */
const moduleOf = (page: Page) => page.evaluate(() => document.querySelector("script[data-module]")?.getAttribute("data-module"));

test("the next visit asks for no file that has not changed, and the API is asked as ever", async ({ page, home }) => {
  await visit(page);
  home.requests.length = 0;
  await page.goto("/servers");
  await expect(card(page)).toBeVisible();
  const asked = home.requests.map(({ path }) => path);
  expect(asked.filter((path) => /\.(?:js|css|wasm|txt|svg)$/u.test(path) && path !== "/sw.js")).toEqual([]);
  expect(asked.filter((path) => path.startsWith("/api/v1/server/"))).toEqual(["/api/v1/server/?page=1&page_size=20"]);
});

test("nothing of a person is kept: no answer of the API, no token", async ({ page, token, problems }) => {
  // An address of the API, opened as a page.
  problems.expectStatus(401);
  await visit(page);
  await page.goto("/servers");
  await card(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "blog", level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "blog", level: 1 })).toBeVisible();
  await page.goto("/api/v1/server/");
  const addresses = await kept(page);
  expect(addresses.length).toBeGreaterThan(8);
  expect(addresses.filter((address) => !/^\/(?:|config\.json|icon\.svg|pieces-[0-9a-f]{16}\.json|(?:locales\/)?[\w-]+-[0-9a-f]{16}\.(?:js|css|wasm|txt))$/u.test(address))).toEqual([]);
  const texts = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()));
    return Promise.all(all.flat().map(async (response) => JSON.stringify([...response.headers]) + (await response.text())));
  });
  expect(texts.filter((text) => text.includes(token) || text.includes("blog"))).toEqual([]);
});

test("a press on a notification is told to the tab that is open", async ({ page, context }) => {
  await visit(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.evaluate(() => navigator.serviceWorker.addEventListener("message", ({ data }) => Object.assign(globalThis, { told: data })));
  const [worker] = context.serviceWorkers();
  // No test can press what the device shows.
  await worker?.evaluate(() => {
    const notification = { data: "/servers/1", close: () => undefined };
    dispatchEvent(Object.assign(new Event("notificationclick"), { notification, waitUntil: () => undefined }));
  });
  const told = await page.waitForFunction(() => (globalThis as { told?: unknown }).told);
  expect(await told.jsonValue()).toEqual({ go: "/servers/1" });
});

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test("without a network the portal starts, and says why it shows nothing", async ({ page, home, problems, context }) => {
      problems.expectNoAnswer();
      await visit(page);
      await home.stop();
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole("heading", { level: 1, name: words("servers.title", {}, language) })).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: words("offline.notice", {}, language) })).toBeVisible();
      await expect(page.getByRole("alert")).toContainText(words("error.network", {}, language));
      await expect(page.getByRole("button", { name: words("common.try_again", {}, language) })).toBeVisible();
      await expect(page.locator("#boot-shell")).toHaveCount(0);
    });
  });
}

test("a page whose piece has been used starts without a network, too", async ({ page, home, problems }) => {
  problems.expectNoAnswer();
  await visit(page);
  await page.goto("/profile");
  await expect(page.getByRole("textbox", { name: "Address" })).toBeVisible();
  await expect.poll(() => kept(page)).toContainEqual(expect.stringContaining("split_profile"));
  await home.stop();
  await page.goto("/profile");
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(words("error.network"));
});

test("a new build is offered, a reload brings it and no older one, and the older one is forgotten", async ({ page, home, context, problems }) => {
  test.slow();
  problems.expectNoAnswer();
  const next = await nextBuild();
  await visit(page);
  const before = await moduleOf(page);
  home.files = next.files;
  await page.goto("/servers");
  await expect(card(page)).toBeVisible();
  expect(await moduleOf(page)).toBe(before);
  const other = await context.newPage();
  const notice = page.getByRole("status").filter({ hasText: words("version.new") });
  await expect(notice).toBeVisible({ timeout: 15_000 });
  await notice.getByRole("button", { name: words("version.reload") }).click();
  await expect.poll(() => moduleOf(page)).toBe(`/${next.module}`);
  await expect(card(page)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await other.goto("/servers");
  await expect(card(other)).toBeVisible();
  expect(await moduleOf(other)).toBe(`/${next.module}`);
  await expect.poll(() => builds(page), { timeout: 15_000 }).toBe(1);
  await home.stop();
  await page.goto("/servers?page=2");
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await moduleOf(page)).toBe(`/${next.module}`);
});

test("a tab of the build before keeps its files as long as it is open", async ({ page, home, context }) => {
  // Many starts, of two builds.
  test.slow();
  const next = await nextBuild();
  await visit(page);
  const before = await moduleOf(page);
  home.files = next.files;
  const other = await context.newPage();
  await other.goto("/servers");
  await expect.poll(() => builds(other), { timeout: 15_000 }).toBe(2);
  await other.reload();
  await expect.poll(() => moduleOf(other)).toBe(`/${next.module}`);
  await other.goto("/servers");
  await expect(card(other)).toBeVisible();
  expect(await moduleOf(page)).toBe(before);
  expect(await page.evaluate(async (module) => (await fetch(module ?? "")).status, before)).toBe(200);
  expect(await builds(other)).toBe(2);
  await page.close();
  await other.goto("/servers");
  await expect.poll(() => builds(other), { timeout: 15_000 }).toBe(1);
});

test("a reload asks the server, and comes without one", async ({ page, home, problems }) => {
  problems.expectNoAnswer();
  await visit(page);
  home.requests.length = 0;
  await page.reload();
  await expect(card(page)).toBeVisible();
  expect(home.requests.map(({ path }) => path)).toContain("/servers");
  await home.stop();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a configuration that switches it off takes it away, with all that it kept", async ({ page, home }) => {
  await visit(page);
  const config = JSON.parse(await readFile(path.join(environment.dist, "config.json"), "utf8")) as object;
  const content = JSON.stringify({ ...config, service_worker: false });
  home.files = (path) => (path === "/config.json" ? { type: "application/json", content } : undefined);
  await page.goto("/servers");
  await expect(card(page)).toBeVisible();
  await expect.poll(() => builds(page), { timeout: 15_000 }).toBe(0);
  await page.goto("/servers");
  await expect(card(page)).toBeVisible();
  expect(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, navigator.serviceWorker.controller])).toEqual([0, null]);
});

test("what is not of the build is not kept: a changed file, the page of a hotel", async ({ page, home, problems }) => {
  problems.expect(/integrity|Failed to/u);
  await visit(page);
  home.files = (path) =>
    /split_profile/u.test(path)
      ? { type: "application/wasm", content: "changed" }
      : path === "/" || path === "/config.json"
        ? { type: "text/html", content: "<title>Welcome to our hotel</title>" }
        : undefined;
  const before = await kept(page);
  await page.goto("/servers");
  await expect(card(page)).toBeVisible();
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("alert").getByRole("heading", { name: words("piece.missing_title") })).toBeVisible({ timeout: 15_000 });
  expect((await kept(page)).filter((address) => address.includes("split_profile"))).toEqual([]);
  const { document, config } = await page.evaluate(async () => ({
    document: await (await caches.match("/"))?.text(),
    config: await (await caches.match("/config.json"))?.text(),
  }));
  expect(before).toContain("/");
  expect(document).toContain("data-module");
  expect(config).toContain("api_base");
});

test("nothing else can be made a worker or a script", async ({ page, problems }) => {
  problems.expect(/Trusted|policy/iu);
  await visit(page);
  const refused = await page.evaluate(async () => {
    const types = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
    const attempt = async (act: () => unknown) => {
      try {
        await act();
        return "allowed";
      } catch (error) {
        return (error as Error).name;
      }
    };
    return [
      await attempt(() => navigator.serviceWorker.register("/sw.js")),
      await attempt(() => types.createPolicy("vps-portal", { createScriptURL: (url: string) => url })),
    ];
  });
  expect(refused).toEqual(["TypeError", "TypeError"]);
});

test("in a folder of a host it keeps to that folder", async ({ page, problems }) => {
  problems.expectNoAnswer();
  const folder = await configuredFolder({ base_path: "/portal/" });
  const backend = await startBackend("--dist", folder.dist, "--base", "/portal/");
  try {
    const session = storedSession(await new Api(backend.origin).signIn(accounts.single), accounts.single.email);
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [`${SESSION_KEY}/portal`, session] as const);
    await visit(page, `${backend.origin}/portal/servers`);
    const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname));
    expect(scopes).toEqual(["/portal/"]);
    expect((await kept(page)).filter((address) => !address.startsWith("/portal/"))).toEqual([]);
  } finally {
    await backend.stop();
    await folder.remove();
  }
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the worker that removes itself leaves a portal that works without one", async ({ page, home }) => {
  await visit(page);
  const content = await readRecipe("remove-worker.js");
  home.files = (path) => (path === "/sw.js" ? { type: "text/javascript", content } : undefined);
  await page.goto("/servers");
  await expect.poll(() => builds(page), { timeout: 15_000 }).toBe(0);
  await expect(card(page)).toBeVisible();
});
