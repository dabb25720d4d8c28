import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { PASSWORD, accounts } from "./support/accounts.ts";
import { Api } from "./support/api.ts";
import { type Backend, startBackend } from "./support/backend.ts";
import { configured } from "./support/configured.ts";
import { ServersPage, SignInForm, signOut } from "./support/portal.ts";
import { Recorder } from "./support/recorder.ts";
import { SESSION_KEY, storedSession } from "./support/session.ts";
import { settings } from "./support/settings.ts";
import { expect, test as base } from "./support/test.ts";
import { words } from "./support/words.ts";

const { laboratory } = accounts;
const NEW_PASSWORD = "xK7#qP2m-vR9z";

/** What no place may show, but those that must. */
interface Secrets {
  token: string;
  readonly passwords: readonly string[];
}

interface Fixtures {
  /** The origin of the page: what the browser sends there. */
  home: Recorder;
  /** Another origin. */
  elsewhere: Recorder;
}

/** Journeys with a backend of their own, which they change. */
const test = base.extend<Fixtures, { own: Backend }>({
  own: [
    async ({}, use) => {
      const backend = await startBackend();
      await use(backend);
      await backend.stop();
    },
    { scope: "worker" },
  ],
  home: async ({ own }, use) => {
    const recorder = await Recorder.start(own.origin);
    await use(recorder);
    await recorder.stop();
  },
  elsewhere: async ({ own }, use) => {
    const recorder = await Recorder.start(own.origin);
    await use(recorder);
    await recorder.stop();
  },
  baseURL: async ({ home }, use) => use(home.origin),
});

const heading = (page: Page, name: string) => expect(page.getByRole("heading", { name, level: 1, exact: true })).toBeVisible();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().click();
const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
const storedToken = async (page: Page): Promise<string> => {
  const stored = await page.evaluate((key) => localStorage.getItem(key), SESSION_KEY);
  return (JSON.parse(stored ?? "{}") as { token: string }).token;
};

async function saved(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return `${(download as Download).suggestedFilename()}\n${await readFile(await (download as Download).path(), "utf8")}`;
}

/**
 * A long visit, every page and most of what can be done there; `look` is called wherever there is something new to see.
 * Gives the files that were saved.
 */
async function visit(page: Page, secrets: Secrets, look: () => Promise<void>): Promise<string[]> {
  const form = new SignInForm(page);
  await form.open("/servers?q=lab");
  await form.send(laboratory.email, "Not-the-password-1", laboratory.project);
  await expect(form.alert).toBeVisible();
  await look();
  await form.send(laboratory.email, PASSWORD, laboratory.project);
  const servers = new ServersPage(page);
  await expect(servers.card("lab-alma")).toBeVisible();
  secrets.token = await storedToken(page);
  expect(secrets.token.length).toBeGreaterThan(30);
  await look();

  const files = [];
  for (const kind of ["CSV", "JSON"]) {
    await press(page, "Export");
    files.push(await saved(page, () => page.getByRole("menuitem", { name: kind }).click()));
  }
  await page.getByRole("radio", { name: "Table" }).check();
  await look();
  await servers.card("lab-alma").getByRole("link").click();
  await heading(page, "lab-alma");
  await press(page, "Reboot");
  await page.getByRole("dialog").getByRole("button", { name: "Reboot" }).click();
  await look();
  await follow(page, "Console");
  const [console] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: /^Open console/u }).click()]);
  await expect(console.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await console.evaluate(() => [opener, document.referrer])).toEqual([null, ""]);
  await console.close();
  await look();
  await follow(page, "Boot log");
  files.push(await saved(page, () => page.getByRole("button", { name: "Download" }).click()));
  await follow(page, "Volumes");
  await expect(page.getByRole("table", { name: "Volumes" })).toBeVisible();
  await follow(page, "Settings");
  const { rename, password } = settings(page, "");
  await rename.name.fill("lab-alma-2");
  await rename.submit.click();
  await heading(page, "lab-alma-2");
  await password.first.fill(NEW_PASSWORD);
  await password.second.fill(NEW_PASSWORD);
  await expect(password.submit).toBeEnabled();
  await password.submit.click();
  await expect(password.first).toHaveValue("");
  await look();
  await follow(page, "Profile");
  const change = page.getByRole("form", { name: "Change password" });
  await change.getByLabel("Current password").fill("Not-the-password-1");
  await change.getByLabel("New password").fill(NEW_PASSWORD);
  await change.getByLabel("Repeat password").fill(NEW_PASSWORD);
  await change.getByRole("button", { name: "Change password" }).click();
  await expect(change.getByLabel("Current password")).toHaveAttribute("aria-invalid", "true");
  await look();
  await page.getByRole("textbox", { name: "Address" }).fill("Half a street");
  await press(page, "Save changes");
  await expect(page.getByRole("status").filter({ hasText: words("profile.saved") }).first()).toBeVisible();
  await follow(page, "Projects");
  await heading(page, "Projects");
  await follow(page, "Token");
  await expect(page.getByRole("list", { name: "Sessions" })).toBeVisible();
  await look();
  await page.reload();
  await expect(page.getByRole("list", { name: "Sessions" })).toBeVisible();
  await signOut(page);
  await look();
  return files;
}

/** Which of the secrets a text holds. */
const leaks = (text: string, { token, passwords }: Secrets): string[] => [token, ...passwords].filter((secret) => secret !== "" && text.includes(secret));

/** Everything of the page that is seen or kept, but the session in the storage and what stands in password fields. */
const traces = (page: Page) =>
  page.evaluate(async (key) => {
    const { [key]: _, ...kept } = { ...localStorage };
    const secret = new Set([...document.querySelectorAll("input[autocomplete$=password]")]);
    const values = [...document.querySelectorAll("input")].filter((input) => !secret.has(input)).map(({ value }) => value);
    const entries = performance.getEntries().map(({ name }) => name);
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const elsewhere = [document.cookie, ...Object.entries({ ...sessionStorage }).flat(), ...databases, ...(await caches.keys())];
    expectEmpty(elsewhere);
    return JSON.stringify([location.href, document.title, history.state, kept, values, entries, document.documentElement.outerHTML]);

    function expectEmpty(places: unknown[]): void {
      if (places.some((place) => place !== "")) {
        throw new Error(`Something is kept where nothing should be: ${JSON.stringify(places)}`);
      }
    }
  }, SESSION_KEY);

test("a long visit leaves nothing secret in any place, and the token goes to calls of the API alone", async ({ page, context, home, problems }) => {
  test.setTimeout(90_000);
  problems.expectStatus(400);
  const secrets: Secrets = { token: "", passwords: [PASSWORD, NEW_PASSWORD, "Not-the-password-1"] };
  const said: string[] = [];
  const addresses: string[] = [];
  context.on("console", (message) => said.push(message.text()));
  context.on("request", (request) => addresses.push(request.url()));
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  const files = await visit(page, secrets, async () => {
    expect(leaks(await traces(page), secrets)).toEqual([]);
  });

  expect(leaks(said.join("\n"), secrets)).toEqual([]);
  expect(leaks(addresses.join("\n"), secrets)).toEqual([]);
  expect(addresses.filter((address) => !address.startsWith(`${home.origin}/`))).toEqual([]);
  expect(files).toHaveLength(3);
  expect(leaks(files.join("\n"), secrets)).toEqual([]);
  expectSentWell(home, secrets);
});

/** The token goes in one header of calls of the API, passwords in their bodies, and nothing else says who asks. */
function expectSentWell({ requests }: Recorder, secrets: Secrets): void {
  const calls = requests.filter(({ path, method }) => path.startsWith("/api/v1/") && method !== "OPTIONS");
  const bearing = calls.filter(({ headers }) => headers.authorization === `Token ${secrets.token}`);
  expect(bearing.length).toBeGreaterThan(15);
  for (const request of requests) {
    const { authorization, ...others } = request.headers;
    const what = `${request.method} ${request.path}`;
    expect(others.referer, what).toBeUndefined();
    expect(others.cookie, what).toBeUndefined();
    expect(leaks(`${request.path}\n${JSON.stringify(others)}`, secrets), what).toEqual([]);
    if (!bearing.includes(request)) {
      expect(authorization, what).toBeUndefined();
    }
    const mayTellPasswords = /^\/api\/v1\/(auth\/tokens|.*\/change_password\/)$/u.test(request.path);
    expect(leaks(request.body, { ...secrets, passwords: mayTellPasswords ? [] : secrets.passwords }), what).toEqual([]);
  }
}

test("with the API on another origin, the token goes there and never to the page's own", async ({ page, home, elsewhere, problems }) => {
  test.setTimeout(90_000);
  problems.expectStatus(400);
  const { document, config } = await configured({ api_base: `${elsewhere.origin}/api/v1` });
  // A host of files that sends no headers: the policy in the document is all there is.
  home.files = (path) => {
    if (path === "/config.json") {
      return { type: "application/json", content: config.plain };
    }
    return path.includes(".") ? undefined : { type: "text/html", content: document.plain };
  };
  const secrets: Secrets = { token: "", passwords: [PASSWORD, NEW_PASSWORD] };
  const form = new SignInForm(page);
  await form.open("/servers?q=lab");
  await form.send(laboratory.email, PASSWORD, laboratory.project);
  await expect(page.getByRole("article").first()).toBeVisible();
  secrets.token = await storedToken(page);
  for (const name of ["Profile", "Projects", "Token", "Servers"]) {
    await follow(page, name);
    await heading(page, name);
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  }
  await signOut(page);
  const calls = elsewhere.requests.filter(({ headers }) => headers.authorization === `Token ${secrets.token}`);
  expect(calls.length).toBeGreaterThan(5);
  expect(calls.map(({ method }) => method)).toContain("DELETE");
  expect(elsewhere.requests.filter(({ path }) => !path.startsWith("/api/v1/"))).toEqual([]);
  expect(home.requests.filter(({ headers, path }) => headers.authorization !== undefined || path.startsWith("/api/"))).toEqual([]);
  expect(leaks(JSON.stringify(home.requests), secrets)).toEqual([]);
});

test("a redirect to another origin is not followed, whatever was asked", async ({ page, home, elsewhere, own, problems }) => {
  test.setTimeout(90_000);
  problems.expectNoAnswer();
  problems.expect(/redirect/u);
  const api = new Api(own.origin);
  const alert = page.getByRole("alert").first();
  const redirect = (calls = /^\/api\//u) => {
    home.redirect = { calls, to: elsewhere.origin };
  };
  // With a password in it.
  const form = new SignInForm(page);
  redirect();
  await form.open();
  await form.send(laboratory.email, PASSWORD, laboratory.project);
  await expect(form.alert).toBeVisible();

  const token = await api.signIn(laboratory);
  await page.evaluate(([key, value]) => localStorage.setItem(key ?? "", value ?? ""), [SESSION_KEY, storedSession(token, laboratory.email)]);
  const { instance_id: id } = await api.serverNamed(token, "lab-kubernetes-01");
  const server = `/servers/${id}`;
  const details = { "/console": "console", "/log": "get_console_log", "/volumes": "list_volume_attached" };
  const parts = Object.entries(details).map(([part, call]) => [server + part, `/${call}/$`]);
  const pages = ["/servers", server, "/profile", "/projects", "/token"].map((path) => [path, ""]);
  for (const [path = "", call = ""] of [...pages, ...parts]) {
    redirect(new RegExp(`^/api/.*${call}`, "u"));
    await page.goto(path);
    await expect(alert).toBeVisible();
  }

  const { rename, password } = settings(page, id);
  const change = page.getByRole("form", { name: "Change password" });
  const writes: readonly [path: string, fill: () => Promise<void>, send: () => Promise<void>][] = [
    [server, async () => undefined, () => press(page, "Reboot").then(() => page.getByRole("dialog").getByRole("button", { name: "Reboot" }).click())],
    [`${server}/settings`, () => rename.name.fill("another-name"), () => rename.submit.click()],
    [
      `${server}/settings`,
      async () => {
        await password.first.fill(NEW_PASSWORD);
        await password.second.fill(NEW_PASSWORD);
      },
      () => password.submit.click(),
    ],
    ["/profile", () => page.getByRole("textbox", { name: "Address" }).fill("Elsewhere"), () => press(page, "Save changes")],
    [
      "/profile",
      async () => {
        await change.getByLabel("Current password").fill(PASSWORD);
        await change.getByLabel("New password").fill(PASSWORD);
        await change.getByLabel("Repeat password").fill(PASSWORD);
      },
      () => change.getByRole("button", { name: "Change password" }).click(),
    ],
  ];
  for (const [path, fill, send] of writes) {
    home.redirect = undefined;
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await fill();
    redirect();
    await send();
    await expect(alert).toBeVisible();
  }
  home.redirect = undefined;
  await page.goto("/profile");
  await heading(page, "Profile");
  redirect();
  await signOut(page);

  const redirected = () => new Set(home.requests.filter((request) => request.isRedirected).map(kind));
  await expect.poll(redirected).toContain("DELETE auth/tokens");
  for (const call of ["GET server", "GET server/…", "GET server/…/console", "GET server/…/get_console_log", "GET server/…/list_volume_attached", "GET user/detail_user"]) {
    expect(redirected()).toContain(call);
  }
  for (const call of ["auth/tokens", "server/…/reboot", "server/…/rename", "server/…/change_password", "user/change_password"]) {
    expect(redirected()).toContain(`POST ${call}`);
  }
  expect(redirected()).toContain("PATCH user/update_profile");
  expect(elsewhere.requests).toEqual([]);
});

/** What kind of call a request is: its method and path, without what differs from one to the next. */
const kind = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.replace("/api/v1/", "").replace(/\?.*$/u, "").replace(/\/$/u, "").replace(/^server\/[^/]+/u, "server/…")}`;
