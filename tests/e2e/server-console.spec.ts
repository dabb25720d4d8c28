import type { Page, Route } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { hold } from "./support/hold.ts";
import { setVisibility } from "./support/presence.ts";
import { ServerPage, callOf } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.company });

const MINUTE = 60_000;

const openConsole = (page: Page) => page.getByRole("link", { name: "Open console", exact: true });

/** Counts the links that the page fetches from now on. */
function countLinks(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    count += Number(request.url().endsWith("/console/"));
  });
  return () => count;
}

const answerWith = (url: string) => (route: Route) => route.fulfill({ json: [{ message: "success", url }] });

test.describe("the link", () => {
  test("opens the console in a tab of its own, which knows nothing of this one", async ({ page, api, token, context }) => {
    const server = new ServerPage(page);
    await server.open(api, token, "web-01", "Console");
    await expect(openConsole(page)).toHaveAttribute("href", /^http:\/\/127\.0\.0\.1:\d+\/console\/\S+$/u);
    await expect(openConsole(page)).toHaveAttribute("target", "_blank");
    await expect(openConsole(page)).toHaveAttribute("rel", "noopener noreferrer");
    await expect(openConsole(page)).toHaveAccessibleDescription(words("common.new_tab"));
    const opened = context.waitForEvent("page");
    await openConsole(page).click();
    const consolePage = await opened;
    await expect(consolePage.getByRole("heading", { name: "Console of web-01" })).toBeVisible();
    expect(await consolePage.evaluate(() => [opener, document.referrer])).toEqual([null, ""]);
    await expect(server.heading("web-01")).toBeVisible();
  });

  test("is copied on demand, and kept nowhere", async ({ page, api, token, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await new ServerPage(page).open(api, token, "web-01", "Console");
    const link = await openConsole(page).getAttribute("href");
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    const key = link?.split("/").at(-1) ?? "";
    expect(key).not.toBe("");
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.state]));
    expect(kept).not.toContain(key);
  });

  test("is understood as the bare object of the vendor's other page, too", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "web-01");
    const url = "https://console.example.com/vnc_auto.html?token=abc";
    await page.route(callOf(id, "console"), (route) => route.fulfill({ json: { message: "success", url } }));
    await new ServerPage(page).open(api, token, "web-01", "Console");
    await expect(openConsole(page)).toHaveAttribute("href", url);
  });

  for (const [kind, url] of [
    ["a script", "javascript:alert(1)"],
    ["a script in disguise", " jAvAsCrIpT:alert(1)"],
    ["data", "data:text/html,<script>alert(1)</script>"],
    ["a name and password", "https://user:password@console.example.com/"],
    ["a path of the portal", "/servers"],
    ["64 kB", `https://console.example.com/${"x".repeat(65_536)}`],
    ["nothing", ""],
  ] as const) {
    test(`that is ${kind} is refused with a sentence`, async ({ page, api, token }) => {
      const { instance_id: id } = await api.serverNamed(token, "web-01");
      await page.route(callOf(id, "console"), answerWith(url));
      await new ServerPage(page).open(api, token, "web-01", "Console");
      const alert = page.getByRole("alert");
      await expect(alert).toContainText(words("console.refused_text"));
      await expect(openConsole(page)).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Copy link" })).toHaveCount(0);
      expect(await page.locator("body").innerHTML()).not.toContain("console.example.com");
      await page.unroute(callOf(id, "console"));
      await alert.getByRole("button", { name: "Try again" }).click();
      await expect(openConsole(page)).toHaveAttribute("href", /^http/u);
      await expect(alert).toHaveCount(0);
    });
  }
});

test.describe("a link that ages", () => {
  test("is renewed before it ends", async ({ page, api, token }) => {
    await installClock(page);
    await new ServerPage(page).open(api, token, "web-01", "Console");
    const first = (await openConsole(page).getAttribute("href")) ?? "";
    const links = countLinks(page);
    await page.clock.fastForward(7 * MINUTE);
    await expect(page.getByText(words("console.age", { time: "7 minutes ago" }))).toBeVisible();
    expect(links()).toBe(0);
    await page.clock.fastForward(MINUTE + 1_000);
    await expect(openConsole(page)).not.toHaveAttribute("href", first);
    await expect(page.getByText(words("console.age", { time: "just now" }))).toBeVisible();
    expect(links()).toBe(1);
  });

  test("is left alone while nobody looks, and renewed at once when somebody does", async ({ page, api, token }) => {
    await installClock(page);
    const { instance_id: id } = await new ServerPage(page).open(api, token, "web-01", "Console");
    const first = (await openConsole(page).getAttribute("href")) ?? "";
    const links = countLinks(page);
    await setVisibility(page, "hidden");
    await page.clock.fastForward(30 * MINUTE);
    expect(links()).toBe(0);
    const release = await hold(page, callOf(id, "console"));
    await setVisibility(page, "visible");
    // An ended link is none to offer.
    await expect(openConsole(page)).toHaveAttribute("aria-disabled", "true");
    await expect(openConsole(page)).not.toHaveAttribute("href");
    await expect(page.getByRole("button", { name: "Copy link" })).toHaveCount(0);
    release();
    await expect(openConsole(page)).toHaveAttribute("href", /^http/u);
    await expect(openConsole(page)).not.toHaveAttribute("href", first);
    expect(links()).toBe(1);
  });

  test("stays while it holds when another cannot be had", async ({ page, api, token, problems }) => {
    problems.expectStatus(500);
    await installClock(page);
    const { instance_id: id } = await new ServerPage(page).open(api, token, "web-01", "Console");
    const first = (await openConsole(page).getAttribute("href")) ?? "";
    await page.route(callOf(id, "console"), (route) => route.fulfill({ status: 500, body: "" }));
    await page.clock.fastForward(8 * MINUTE + 1_000);
    await expect(page.getByRole("alert")).toContainText(words("error.server"));
    await expect(openConsole(page)).toHaveAttribute("href", first);
    await page.unroute(callOf(id, "console"));
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(openConsole(page)).not.toHaveAttribute("href", first);
  });

  test("is replaced once it has been opened beside this page", async ({ page, api, token, context }) => {
    await new ServerPage(page).open(api, token, "web-01", "Console");
    const first = (await openConsole(page).getAttribute("href")) ?? "";
    const opened = context.waitForEvent("page");
    await openConsole(page).click({ button: "middle" });
    await expect((await opened).getByRole("heading", { name: "Console of web-01" })).toBeVisible();
    await expect(openConsole(page)).not.toHaveAttribute("href", first);
  });
});

test.describe("a server without a console", () => {
  test.use({ account: accounts.laboratory });

  test("that is stopped says how to get one, and has it once it runs", async ({ page, api, token }) => {
    await installClock(page);
    const links = countLinks(page);
    const { instance_id: id } = await new ServerPage(page).open(api, token, "lab-windows", "Console");
    const statusIs = (status: string) =>
      expect.poll(async () => (await api.call("GET", `/server/${id}/`, token)).body.status).toBe(status);
    await expect(page.getByRole("heading", { name: words("console.stopped_title") })).toBeVisible();
    await expect(page.getByText(words("console.stopped_text"))).toBeVisible();
    expect(links()).toBe(0);
    await api.call("POST", `/server/${id}/start/`, token);
    await statusIs("ACTIVE");
    await page.clock.fastForward(31_000);
    await expect(openConsole(page)).toHaveAttribute("href", /^http/u);
    await api.call("POST", `/server/${id}/stop/`, token);
    await statusIs("SHUTOFF");
    await page.clock.fastForward(31_000);
    await expect(page.getByText(words("console.stopped_text"))).toBeVisible();
    await expect(openConsole(page)).toHaveCount(0);
  });
});

test("a server in another status says which", async ({ page, api, token }) => {
  await new ServerPage(page).open(api, token, "cache-02", "Console");
  await expect(page.getByText(words("console.none_text", { status: "Suspended" }))).toBeVisible();
});

test("a service that refuses is quoted, and asked again", async ({ page, api, token, problems }) => {
  problems.expectStatus(409);
  const { instance_id: id } = await api.serverNamed(token, "web-01");
  await page.route(callOf(id, "console"), (route) => route.fulfill({ status: 409, json: { message: "The console is busy." } }));
  await new ServerPage(page).open(api, token, "web-01", "Console");
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading", { name: words("console.failed_title") })).toBeVisible();
  await expect(alert).toContainText(`${words("error.conflict")} ${words("error.says", { message: "The console is busy." })}`);
  await page.unroute(callOf(id, "console"));
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(openConsole(page)).toHaveAttribute("href", /^http/u);
});
