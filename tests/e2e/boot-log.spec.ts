import { readFile } from "node:fs/promises";
import { accounts } from "./support/accounts.ts";
import { leaveAsFound } from "./support/as-found.ts";
import { BootLogPage, lines } from "./support/boot-log.ts";
import { installClock } from "./support/clock.ts";
import { address, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

const ESC = "\u001b";

test.use({ account: accounts.company });

/** The id of a server that runs. */
let id = "";
test.beforeEach(async ({ api, token }) => {
  id = (await api.serverNamed(token, "vpn-gateway")).instance_id;
});

test("the log is what the service has, without its escape sequences", async ({ page, api, token }) => {
  const { body } = await api.call("GET", `/server/${id}/get_console_log/`, token);
  const log = new BootLogPage(page);
  await log.open(id);
  await expect(log.follow).not.toBeChecked();
  const first = (body.console_log as string).split("\n")[0]?.replaceAll(/\u001b\[[0-9;]*m|\r/gu, "") ?? "";
  await expect(log.row(first).first()).toBeVisible();
  await expect(page).toHaveTitle(/Boot log/u);
});

test("colours, styles, carriage returns and tabs are what a terminal makes of them", async ({ page }) => {
  const log = new BootLogPage(page);
  await log.open(
    id,
    [
      `[${ESC}[0;32m  OK  ${ESC}[0m] Started ${ESC}[0;1;39mServer${ESC}[0m.`,
      "10%\r 50%\r100%",
      "a\tb",
      `${ESC}[38;5;196mcube${ESC}[0m ${ESC}[48;2;10;20;30mtrue${ESC}[0m ${ESC}[7minverse${ESC}[0m`,
      `${ESC}[3;4;9mall${ESC}[0m ${ESC}]0;title\u0007${ESC}[2J${ESC}(Bend`,
    ].join("\r\n"),
  );
  const colour = (text: string, property: string) =>
    log.log.getByText(text, { exact: true }).evaluate((part, name) => getComputedStyle(part).getPropertyValue(name), property);
  await expect(log.row("100%")).toBeVisible();
  await expect(log.row("a       b")).toBeVisible();
  await expect(log.row("all end")).toBeVisible();
  const green = await colour("OK", "color");
  expect(await colour("Server", "font-weight")).toBe("700");
  expect(await colour("all", "text-decoration-line")).toBe("underline line-through");
  expect(await colour("all", "font-style")).toBe("italic");
  expect(await colour("true", "background-color")).toBe("rgb(10, 20, 30)");
  const ink = await log.log.evaluate((screen) => getComputedStyle(screen).color);
  expect(await colour("inverse", "background-color")).toBe(ink);
  expect(await colour("cube", "color")).not.toBe(ink);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => colour("OK", "color")).not.toBe(green);
});

test.describe("a server that was stopped", () => {
  leaveAsFound();

  test("is followed to the end of its log as it starts", async ({ page, api, token }) => {
    const { instance_id: stopped } = await api.serverNamed(token, "staging-01");
    expect((await api.call("POST", `/server/${stopped}/start/`, token)).status).toBeLessThan(300);
    const log = new BootLogPage(page);
    await page.goto(`/servers/${stopped}/log`);
    await log.follow.check();
    await expect(log.log.getByText(/login:/u)).toBeVisible({ timeout: 20_000 });
    await log.expectAtEnd();
    await expect(log.toEnd).toHaveCount(0);
    await expect.poll(async () => (await api.serverNamed(token, "staging-01")).status).toBe("ACTIVE");
  });
});

test("what is added is shown at the end, and a reader who has scrolled up stays where they are", async ({ page }) => {
  await installClock(page);
  const log = new BootLogPage(page);
  await log.open(id, lines(300));
  await expect(log.row("line 1")).toBeVisible();
  await log.follow.check();
  await expect(log.row("line 300")).toBeVisible();

  await log.answer(lines(320));
  await page.clock.fastForward(2_500);
  await expect(log.row("line 320")).toBeVisible();
  await log.expectAtEnd();

  await log.scrollTo(2_000);
  await expect(log.toEnd).toBeVisible();
  const { top } = await log.position();
  const seen = await log.row("line 110").evaluateHandle((row) => row);
  await log.answer(lines(900));
  await page.clock.fastForward(2_500);
  await expect.poll(async () => (await log.position()).below).toBeGreaterThan(12_000);
  expect((await log.position()).top).toBe(top);
  expect(await seen.evaluate((row) => row.isConnected), "the row has not been drawn anew").toBe(true);

  // The beginning has gone, as with a service that keeps only so much: what is seen stays, with its number.
  await log.answer(lines(880, 51));
  await page.clock.fastForward(2_500);
  await expect.poll(async () => (await log.position()).top).toBe(top - 50 * 22);
  expect(await seen.evaluate((row) => row.isConnected && row.getAttribute("data-number"))).toBe("110");

  await log.toEnd.click();
  await expect(log.row("line 930")).toBeVisible();
  await expect(log.toEnd).toHaveCount(0);
});

test("it is asked for only while it is followed and somebody looks", async ({ page }) => {
  await installClock(page);
  const log = new BootLogPage(page);
  let asked = 0;
  page.on("request", (request) => {
    asked += Number(request.url().endsWith("/get_console_log/"));
  });
  await log.open(id, lines(3));
  await page.clock.fastForward(10_000);
  expect(asked).toBe(1);
  await log.follow.check();
  await expect.poll(() => asked).toBe(2);
  await page.clock.fastForward(2_500);
  await expect.poll(() => asked).toBe(3);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.clock.fastForward(10_000);
  await page.evaluate(() => fetch("/config.json"));
  expect(asked).toBe(3);
});

test("a text is found, counted, and gone to", async ({ page }) => {
  const log = new BootLogPage(page);
  const text = lines(400).replaceAll(/line (\d*7\d)\n/gu, "line $1 Error: no disk\n");
  await log.open(id, text);
  await log.search.fill("ERROR");
  await expect(page.getByText("1 of 40", { exact: true })).toBeVisible();
  await expect(log.matches.first()).toHaveText("Error");
  await expect(log.row(/^line 70 /u)).toBeVisible();
  await expectAddress(page, `/servers/${id}/log?q=ERROR`);
  for (let step = 0; step < 10; step += 1) {
    await log.search.press("Enter");
  }
  await expect(page.getByText("11 of 40", { exact: true })).toBeVisible();
  await expect(log.row(/^line 170 /u)).toBeVisible();
  await log.search.press("Shift+Enter");
  await expect(page.getByText("10 of 40", { exact: true })).toBeVisible();
  await log.next.click();
  await log.previous.click();
  await log.previous.click();
  await expect(page.getByText("9 of 40", { exact: true })).toBeVisible();
  await log.search.fill("nowhere");
  await expect(page.getByText("No matches")).toBeVisible();
  await expect(log.matches).toHaveCount(0);
  await log.search.fill("");
  await expect(page.getByText("No matches")).toHaveCount(0);
  await expect.poll(() => address(page)).toBe(`/servers/${id}/log`);
  await page.goto(`/servers/${id}/log?q=line+399`);
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
  await expect(log.row("line 399")).toBeInViewport();
});

test("long lines are broken on demand, and a match beside the screen is brought into it", async ({ page }) => {
  const log = new BootLogPage(page);
  await log.open(id, `${lines(50)}${"word ".repeat(150)}needle\n${lines(50)}`);
  const width = () => log.log.evaluate((screen) => screen.scrollWidth - screen.clientWidth);
  expect(await width()).toBeGreaterThan(1_000);
  await log.search.fill("needle");
  await expect(log.matches).toBeInViewport();
  await log.wrap.check();
  await expect.poll(width).toBe(0);
  await log.search.fill("line 25");
  await expect(log.row("line 25").first()).toBeInViewport();
  await page.reload();
  await expect(log.wrap).toBeChecked();
  await log.numbers.uncheck();
  await page.reload();
  await expect(log.numbers).not.toBeChecked();
});

test("with broken lines the end is the end, whatever the letters are", async ({ page }) => {
  const log = new BootLogPage(page);
  const khmer = "ម៉ាស៊ីនមេបានចាប់ផ្ដើម ".repeat(20);
  await log.open(id, Array.from({ length: 300 }, (_, line) => `${line} ${khmer}日本語${"x".repeat(line)}\n`).join(""));
  await log.wrap.check();
  await log.toEnd.click();
  await log.expectAtEnd();
  await expect(log.row(/^299 /u)).toBeInViewport();
  await log.scrollTo(0);
  await expect(log.row(/^0 /u)).toBeInViewport();
});

test("the whole log is copied and saved as plain text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const log = new BootLogPage(page);
  await log.open(id, `${ESC}[32mgreen${ESC}[0m\r\n${lines(500)}`);
  const plain = `green\n${lines(500)}`;
  await log.copy.click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(plain);
  const [download] = await Promise.all([page.waitForEvent("download"), log.download.click()]);
  expect(download.suggestedFilename()).toBe("vpn-gateway-boot-log.txt");
  expect(await readFile(await download.path(), "utf8")).toBe(plain);
});

test("keys scroll it once it has the focus", async ({ page }) => {
  const log = new BootLogPage(page);
  await log.open(id, lines(500));
  await log.log.focus();
  await page.keyboard.press("PageDown");
  // The browser glides there.
  await expect
    .poll(async () => {
      const { top } = await log.position();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      return top > 100 && top === (await log.position()).top;
    })
    .toBe(true);
  await page.keyboard.press("End");
  await log.expectAtEnd();
  await expect(log.row("line 500")).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(log.row("line 1")).toBeInViewport();
});

test("an empty log says so", async ({ page }) => {
  const log = new BootLogPage(page);
  await log.answer("");
  await page.goto(`/servers/${id}/log`);
  await expect(page.getByRole("heading", { name: "The log is empty" })).toBeVisible();
});

test("a log that can no longer be had stays, with the reason", async ({ page, problems }) => {
  problems.expectStatus(500);
  await installClock(page);
  const log = new BootLogPage(page);
  await log.open(id, lines(5));
  await page.unroute("**/get_console_log/");
  await page.route("**/get_console_log/", (route) => route.fulfill({ status: 500, body: "" }));
  await page.clock.fastForward(3_000);
  await log.follow.check();
  await expect(page.getByRole("alert")).toContainText("The service has a problem");
  await expect(log.row("line 5")).toBeVisible();
  await log.answer(lines(6));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(log.row("line 6")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});
