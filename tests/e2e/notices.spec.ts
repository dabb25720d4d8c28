import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { changeAnswer } from "./support/answers.ts";
import { leaveAsFound } from "./support/as-found.ts";
import { installClock } from "./support/clock.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { setVisibility } from "./support/presence.ts";
import { ServerPage, callOf } from "./support/server.ts";
import { TOLD_KEY } from "./support/told.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { laboratory, single } = accounts;

const DAY = 86_400_000;

const toasts = (page: Page) => page.getByRole("region", { name: "Notifications" });
const told = (page: Page, text: string) => toasts(page).getByRole("status").filter({ hasText: text });
const alarm = (page: Page, text: string) => toasts(page).getByRole("alert").filter({ hasText: text });

/** What the service says of servers, by their names, from now on: changes of its answers. */
type Changes = Record<string, { status?: string; expired?: string }>;

/** Has the list tell the `changes` as they are at the time of each answer. */
const tell = (page: Page, changes: Changes) =>
  changeAnswer(page, "**/server/?*", (body) => ({
    ...body,
    results: body.results.map((server: { name: string }) => ({ ...server, ...changes[server.name] })),
  }));

const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

test.describe("of servers that the list shows", () => {
  test.use({ account: single, remembered: { [TOLD_KEY]: "" } });

  test("those that come up or fail are told once, several at a time with their number", async ({ page }) => {
    // What tells it comes by itself after the page; it first tells of the end that is near.
    const changes: Changes = { blog: { status: "BUILD", expired: inDays(3.5) }, mail: { status: "REBUILD" }, office: { status: "REBUILD" } };
    await tell(page, changes);
    const servers = new ServersPage(page);
    await servers.open();
    await expect(told(page, words("notice.expires", { name: "blog", distance: "in 3 days" }))).toBeVisible();

    changes.blog = { status: "ACTIVE" };
    const running = told(page, words("action.start_done", { name: "blog" }));
    await running.getByRole("link", { name: words("notice.show_server") }).click();
    await expect(new ServerPage(page).heading("blog")).toBeVisible();
    await expect(running).toHaveCount(0);

    await page.goBack();
    await expect(servers.card("mail")).toBeVisible();
    changes.mail = { status: "ACTIVE" };
    changes.office = { status: "ACTIVE" };
    await servers.refresh.click();
    await expect(told(page, "2 servers have come up and are running.")).toBeVisible();

    changes.mail = { status: "REBOOT" };
    await servers.refresh.click();
    await expect(servers.card("mail")).toContainText("Rebooting");
    changes.mail = { status: "ERROR" };
    await servers.refresh.click();
    const failed = alarm(page, words("notice.failed", { name: "mail" }));
    await expect(failed).toBeVisible();
    await failed.getByRole("button", { name: "Dismiss" }).click();
    await servers.refresh.click();
    await expect(servers.refresh).not.toHaveAttribute("aria-busy", "true");
    await expect(toasts(page).getByRole("alert")).toHaveCount(0);
  });

  test("those that end within a week are told once a day, in one of all tabs, with the way to them", async ({ page, context }) => {
    const changes: Changes = { blog: { status: "BUILD", expired: inDays(2) }, mail: { expired: inDays(6) }, office: { expired: inDays(-1) } };
    const servers = new ServersPage(page);
    await tell(page, changes);
    await servers.open();
    const warning = told(page, "2 servers on this page expire within a week.");
    await warning.getByRole("link", { name: words("notice.show_by_expiry") }).click();
    await expectAddress(page, "/servers?sort=expires");
    await expect(warning).toHaveCount(0);

    const other = await context.newPage();
    await tell(other, changes);
    for (const tab of [page, other]) {
      changes.blog = { status: "BUILD", expired: inDays(2) };
      await tab.bringToFront();
      await tab.goto("/servers");
      await expect(new ServersPage(tab).card("blog")).toContainText("Being built");
      // What tells news comes with the menus, and looks at the list a second after the page at the soonest.
      await tab.getByRole("button", { name: "Account menu" }).click();
      await expect(tab.getByRole("menuitem", { name: words("history.title") })).toBeVisible();
      await tab.keyboard.press("Escape");
      await tab.waitForResponse(/\/server\/\?/u);
      await tab.waitForResponse(/\/server\/\?/u);
      changes.blog = { status: "ACTIVE", expired: inDays(2) };
      await expect(told(tab, words("action.start_done", { name: "blog" }))).toBeVisible();
      await expect(toasts(tab).getByRole("status")).toHaveCount(1);
    }
  });
});

test.describe("of a page that was asked for before anybody turned to it", () => {
  test.use({ account: accounts.fleet, remembered: { [TOLD_KEY]: "" } });

  test("those that end soon are told once it is turned to", async ({ page }) => {
    const ending = (expired: string, few: number) => (body: { results: object[] }) => ({
      ...body,
      results: body.results.map((server, place) => ({ ...server, expired: place < few ? expired : inDays(90) })),
    });
    await changeAnswer(page, "**/server/?page=1&*", ending(inDays(90), 0));
    await changeAnswer(page, "**/server/?page=2&*", ending(inDays(2), 3));
    await installClock(page);
    const servers = new ServersPage(page);
    const ahead = page.waitForResponse(/[?&]page=2&/u);
    await servers.open();
    await ahead;
    // What tells news comes with the menus; whatever it has to say of an answer it says within two seconds.
    await page.getByRole("button", { name: "Account menu" }).click();
    await expect(page.getByRole("menuitem", { name: words("history.title") })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.clock.runFor(2_000);
    await expect(toasts(page).getByRole("status")).toHaveCount(0);

    await servers.next.click();
    await expect(told(page, "3 servers on this page expire within a week.")).toBeVisible();
  });
});

/** What a notification of the device says, and where it leads. */
interface Shown {
  readonly title: string;
  readonly body: string;
  readonly data: string;
}

/** How the browser of a journey stands to notifications. */
interface Stub {
  /** What it answers before anybody has been asked; without it there are none at all. */
  readonly permission?: "default" | "denied" | "granted";
  /** What the person answers. */
  readonly answer?: "default" | "granted";
  /** A service worker shows them. */
  readonly byWorker?: boolean;
}

/** Puts a stub in the place of the browser's notifications, which a test cannot see. */
async function stubNotifications(page: Page, stub: Stub): Promise<void> {
  await page.addInitScript(({ permission, answer, byWorker }) => {
    const shown: unknown[] = [];
    let asked = 0;
    class Notification extends EventTarget {
      static permission = permission;
      onclick: ((event: Event) => void) | undefined;
      constructor(title: string, { body, data }: { body: string; data: string }) {
        super();
        Object.assign(this, { title, body, data });
        this.addEventListener("click", (event) => this.onclick?.(event));
        shown.push(this);
      }
      static async requestPermission(): Promise<string> {
        asked += 1;
        // Whoever has answered is not asked again.
        Notification.permission = permission === "default" ? answer : permission;
        return Notification.permission ?? "default";
      }
      close(): void {}
    }
    const showNotification = async (title: string, options: object) => void shown.push({ title, ...options });
    const registration = byWorker ? { active: {}, showNotification } : undefined;
    Object.assign(navigator.serviceWorker, { getRegistration: async () => registration });
    Object.assign(globalThis, { stub: { shown, asked: () => asked } });
    if (permission) {
      Object.defineProperty(globalThis, "Notification", { configurable: true, value: Notification });
    } else {
      Reflect.deleteProperty(globalThis, "Notification");
    }
  }, stub);
}

/** What has been shown so far. */
const shown = (page: Page): Promise<Shown[]> =>
  page.evaluate(() => (globalThis as any).stub.shown.map(({ title, body, data }: Shown) => ({ title, body, data })));

const asked = (page: Page): Promise<number> => page.evaluate(() => (globalThis as any).stub.asked());

const notifySwitch = (page: Page) => page.getByRole("switch", { name: words("notice.switch") });

/** Goes to the history by the account's menu. */
async function openHistory(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByRole("menuitem", { name: words("history.title") }).click();
  await expect(page.getByRole("heading", { name: words("history.title"), level: 1 })).toBeFocused();
}

/** Reboots the server of the page, until the service has accepted that. */
async function reboot(page: Page): Promise<void> {
  const accepted = page.waitForResponse(/\/reboot\/$/u);
  await page.getByRole("group", { name: "Power" }).getByRole("button", { name: "Reboot" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reboot" }).click();
  await accepted;
}

test.describe("by the device", () => {
  test.use({ account: laboratory });
  leaveAsFound();

  test("once it is switched on, a hidden tab tells how what it began has ended, and a press leads there", async ({ page, api, token }) => {
    await stubNotifications(page, { permission: "default", answer: "granted" });
    const { instance_id: id } = await new ServerPage(page).open(api, token, "lab-alma");
    await openHistory(page);
    expect(await asked(page)).toBe(0);
    await notifySwitch(page).click();
    await expect(notifySwitch(page)).toBeChecked();
    expect(await asked(page)).toBe(1);

    await page.goBack();
    await reboot(page);
    await openHistory(page);
    await setVisibility(page, "hidden");
    const others: string[] = [];
    page.on("request", (request) => callOf(id).test(new URL(request.url()).pathname) || others.push(request.url()));
    const text = words("action.reboot_done", { name: "lab-alma" });
    await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual([{ title: "lab-alma", body: text, data: `/servers/${id}` }]);
    expect(others).toEqual([]);

    await page.evaluate(() => (globalThis as any).stub.shown[0].dispatchEvent(new Event("click")));
    await setVisibility(page, "visible");
    await expect(new ServerPage(page).heading("lab-alma")).toBeVisible();
    await openHistory(page);
    await notifySwitch(page).click();
    await expect(notifySwitch(page)).not.toBeChecked();
  });

  test("a service worker shows it where there is one, and says which was pressed", async ({ page, api, token }) => {
    await stubNotifications(page, { permission: "granted", byWorker: true });
    const { instance_id: id } = await new ServerPage(page).open(api, token, "lab-alma");
    await openHistory(page);
    await notifySwitch(page).click();
    await expect(notifySwitch(page)).toBeChecked();
    await page.goBack();
    await reboot(page);
    await openHistory(page);
    await setVisibility(page, "hidden");
    await expect.poll(() => shown(page), { timeout: 20_000 }).toHaveLength(1);
    await setVisibility(page, "visible");
    const press = (go: string) =>
      page.evaluate((address) => navigator.serviceWorker.dispatchEvent(new MessageEvent("message", { data: { go: address } })), go);
    await press(`/servers/${id}/log`);
    await expectAddress(page, `/servers/${id}/log`);
    // What leads out of the portal is not followed.
    await press("//evil.example/");
    await expectAddress(page, "/servers");
  });

  test("where the browser does not allow it, or cannot, that is said with what to do", async ({ page }) => {
    for (const [stub, key] of [
      [{ permission: "denied" }, "notice.blocked"],
      [{}, "notice.unsupported"],
      [{ permission: "default", answer: "default" }, "notice.not_allowed"],
    ] as const) {
      await stubNotifications(page, stub);
      await page.goto("/activity");
      await notifySwitch(page).click();
      await expect(page.getByRole("main").getByRole("status").filter({ hasText: words(key) })).toBeVisible();
      await expect(notifySwitch(page)).not.toBeChecked();
    }
  });
});
