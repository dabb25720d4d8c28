import type { Page } from "@playwright/test";
import { type Account, accounts } from "./support/accounts.ts";
import type { Api } from "./support/api.ts";
import { leaveAsFound } from "./support/as-found.ts";
import { BootLogPage } from "./support/boot-log.ts";
import { installClock } from "./support/clock.ts";
import { setVisibility } from "./support/presence.ts";
import { PARTS, type Part } from "./support/server.ts";
import { SESSION_KEY, storedSession } from "./support/session.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const HOUR = 60 * 60_000;
const SERVER = "vpn-gateway";
const { company } = accounts;

/** A page on which the laptop is shut. */
interface Place {
  readonly name: string;
  readonly path: (id: string) => string;
  /** Brings the page to what it shows when the laptop is shut. */
  readonly reach?: (page: Page) => Promise<void>;
  /** What shows that it goes on, with the data of now. */
  readonly goesOn: (page: Page) => Promise<void>;
}

const part = (of: Part) => (id: string) => `/servers/${id}${PARTS[of]}`;
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const nameField = (page: Page) => page.getByLabel("Server name");

const places: readonly Place[] = [
  {
    name: "the list",
    path: () => "/servers",
    goesOn: async (page) => expect(page.getByRole("article", { name: SERVER })).toBeVisible(),
  },
  {
    name: "a server",
    path: part("Overview"),
    goesOn: async (page) => expect(heading(page, SERVER)).toBeVisible(),
  },
  {
    name: "a server's console",
    path: part("Console"),
    goesOn: async (page) => {
      await expect(page.getByText(words("console.ended"))).toHaveCount(0);
      await expect(page.getByRole("link", { name: words("action.open_console") })).toHaveAttribute("href", /^https?:/u);
    },
  },
  {
    name: "a boot log that is followed",
    path: part("Boot log"),
    reach: async (page) => new BootLogPage(page).follow.setChecked(true),
    goesOn: async (page) => {
      await expect(new BootLogPage(page).log).toBeVisible();
      await expect(new BootLogPage(page).follow).toBeChecked();
    },
  },
  {
    name: "a form that is half filled",
    path: part("Settings"),
    reach: async (page) => nameField(page).fill("half a name"),
    goesOn: async (page) => expect(nameField(page)).toHaveValue("half a name"),
  },
  {
    name: "an open question",
    path: part("Overview"),
    reach: async (page) => {
      await page.getByRole("group", { name: "Power" }).getByRole("button", { name: "Stop" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
    goesOn: async (page) => {
      await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(heading(page, SERVER)).toBeVisible();
    },
  },
  {
    name: "the token",
    path: () => "/token",
    goesOn: async (page) => expect(page.getByRole("list", { name: "Sessions" })).toBeVisible(),
  },
];

/** Signs the page in with a token. */
async function remember(page: Page, token: string, account: Account): Promise<void> {
  const session = [SESSION_KEY, storedSession(token, account.email)] as const;
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), session);
}

/** Opens a place with a token of so many hours; gives the token. */
async function openWith(page: Page, api: Api, account: Account, hours: number, { path, reach, goesOn }: Place): Promise<string> {
  const token = await api.signIn(account, hours);
  const { instance_id: id } = await api.serverNamed(token, SERVER);
  await installClock(page);
  await remember(page, token, account);
  await page.goto(path(id));
  if (reach) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(SERVER);
    await reach(page);
  } else {
    await goesOn(page);
  }
  return token;
}

/** Lets the laptop sleep for some hours and wake; gives the calls of the service in the first seconds. */
async function sleep(page: Page, hours: number): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/api/")) {
      asked.push(`${request.method()} ${pathname}${search}`);
    }
  });
  await setVisibility(page, "hidden");
  await page.clock.fastForward(hours * HOUR);
  await setVisibility(page, "visible");
  // Less than the rhythm of anything but a log that is followed.
  await page.clock.runFor(1_500);
  return asked;
}

/** Each question is asked once or twice on waking: again at once, and by a timer that has run out meanwhile. */
function expectNoBurst(asked: readonly string[]): void {
  const times = (call: string) => asked.filter((other) => other === call).length;
  expect(asked.filter((call) => times(call) > 2), "asked more than twice").toEqual([]);
  // An account that many journeys sign in to has sessions for several pages.
  const questions = asked.filter((call) => !/\/token\/\?(?:.*&)?page=(?!1\b)/u.test(call));
  expect(questions.length, questions.join(", ")).toBeLessThanOrEqual(8);
}

const news = (page: Page) => page.getByRole("region", { name: "Notifications" }).locator("p");

for (const place of places) {
  test(`${place.name}: wakes after a day to what is true then, where the token still holds`, async ({ page, api }) => {
    await openWith(page, api, company, 24 * 30, place);
    const asked = await sleep(page, 24);
    await place.goesOn(page);
    expectNoBurst(asked);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(news(page)).toHaveCount(0);
  });

  test(`${place.name}: wakes to the sign-in, where the token has ended`, async ({ page, api, problems }) => {
    problems.expectStatus(401);
    const token = await openWith(page, api, company, 8, place);
    await api.call("DELETE", "/auth/tokens", token);
    const asked = await sleep(page, 24);
    await expect(page.getByText(words("login.ended"))).toBeVisible();
    expectNoBurst(asked);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(news(page)).toHaveCount(0);
    const before = asked.length;
    await page.clock.runFor(5 * 60_000);
    expect(asked.slice(before), "asked without a session").toEqual([]);
  });
}

test.describe("what was under way", () => {
  test.use({ account: accounts.laboratory });
  leaveAsFound();

  test("is no news a day later: the page shows what is true by then", async ({ page, api }) => {
    // One that holds longer: a page whose token has ended by its clock asks whether it has.
    const token = await api.signIn(accounts.laboratory, 24 * 30);
    await installClock(page);
    await remember(page, token, accounts.laboratory);
    const { instance_id: id } = await api.serverNamed(token, "lab-kubernetes-01");
    await page.goto(`/servers/${id}`);
    await page.getByRole("group", { name: "Power" }).getByRole("button", { name: "Reboot" }).click();
    const accepted = page.waitForResponse("**/reboot/");
    await page.getByRole("dialog").getByRole("button", { name: "Reboot" }).click();
    await accepted;
    await expect(page.getByRole("main").getByText(words("status.reboot"), { exact: true }).first()).toBeVisible();
    expectNoBurst(await sleep(page, 24));
    await expect(page.getByRole("main").getByText("Running", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("group", { name: "Power" }).getByRole("button", { name: "Reboot" })).not.toHaveAttribute("aria-disabled", "true");
    await expect(news(page)).toHaveCount(0);
  });
});
