import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { BootLogPage } from "./support/boot-log.ts";
import { Day } from "./support/day.ts";
import { environment } from "./support/environment.ts";
import { type Footprint, Scales } from "./support/footprint.ts";
import { Selection, ServersPage } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { SESSION_KEY, storedSession } from "./support/session.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** How long one round through the portal takes a person, in minutes. */
const ROUND = 20;
/** So many rounds fetch every piece and fill the caches, before anything is counted. */
const WARM_UP = 1;
const ROUNDS = Math.max(2, Math.round((environment.hours * 60) / ROUND));
const SERVER = "web-01";

const dialog = (page: Page) => page.getByRole("dialog");
const news = (page: Page, text: string) => page.getByRole("region", { name: "Notifications" }).getByText(text);

/** Opens a dialog and leaves it. */
async function lookInto(page: Page, open: () => Promise<void>): Promise<void> {
  await open();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
}

/** Chooses in a menu of the bar, whatever the language. */
async function choose(page: Page, menu: number, choice: number): Promise<void> {
  await page.locator(".bar__tools button[aria-haspopup]").nth(menu).click();
  await page.getByRole("menuitemradio").nth(choice).click();
}

async function throughTheList(page: Page, day: Day): Promise<void> {
  const servers = new ServersPage(page);
  await servers.search.fill("shop");
  await day.pass(3, 1);
  await servers.expectNames(["shop-frontend", "shop-db-primary", "shop-test"].slice(0, await servers.cards.count()));
  await servers.search.fill("");
  await day.pass(3, 1);
  await servers.status.selectOption("SHUTOFF");
  await day.pass(30);
  await servers.status.selectOption("");
  await day.pass(60);
  const selection = new Selection(page);
  await selection.wholePage.click();
  await lookInto(page, () => selection.bar.getByRole("button", { name: "Reboot" }).click());
  await selection.clear.click();
}

async function throughTheServer(page: Page, day: Day): Promise<void> {
  const server = new ServerPage(page);
  await page.getByRole("link", { name: SERVER, exact: true }).click();
  await expect(server.heading(SERVER)).toBeVisible();
  await day.pass(60);
  await page.getByRole("button", { name: /^Copy / }).first().click();
  const power = page.getByRole("group", { name: "Power" });
  await lookInto(page, () => power.getByRole("button", { name: "Stop" }).click());
  await power.getByRole("button", { name: "Reboot" }).click();
  await dialog(page).getByRole("button", { name: "Reboot" }).click();
  await expect(async () => {
    await day.pass(1, 1);
    await expect(news(page, words("action.reboot_done", { name: SERVER }))).toBeVisible({ timeout: 1 });
  }).toPass();
  await server.tab("Boot log").click();
  const log = new BootLogPage(page);
  await log.follow.setChecked(true);
  await day.pass(60, 2);
  await log.search.fill("systemd");
  await day.pass(2, 1);
  await server.tab("Console").click();
  await day.pass(30);
  await server.tab("Volumes").click();
  await day.pass(30);
  await server.tab("Settings").click();
  const name = page.getByLabel("Server name");
  await name.fill("");
  await name.press("Enter");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await name.press("Escape");
  await expect(name).toHaveValue(SERVER);
}

async function throughTheAccount(page: Page, day: Day): Promise<void> {
  const link = (name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true });
  await link("Profile").click();
  const address = page.getByRole("textbox", { name: "Address" });
  const before = await address.inputValue();
  await address.fill(`${before} 1`);
  await lookInto(page, () => link("Token").click());
  await address.fill(before);
  await page.getByRole("form", { name: "Change password" }).getByLabel("Current password").press("Enter");
  await day.pass(30);
  await link("Projects").click();
  await lookInto(page, () => page.getByRole("button", { name: /^Switch to/u }).first().click());
  await link("Token").click();
  await expect(page.getByRole("list", { name: "Sessions" })).toBeVisible();
  await lookInto(page, () => page.getByRole("button", { name: words("sessions.end_all") }).click());
  for (const language of [1, 2, 0]) {
    await choose(page, 0, language);
    await day.pass(1, 1);
  }
  for (const theme of [2, 0]) {
    await choose(page, 1, theme);
  }
  await link("Servers").click();
}

async function throughAnOutage(page: Page, day: Day): Promise<void> {
  const servers = new ServersPage(page);
  await page.route("**/server/?*", (route) => route.abort());
  await servers.refresh.click();
  await expect(page.getByRole("alert")).toBeVisible();
  await day.pass(120);
  await page.unroute("**/server/?*");
  // Not by "Try again": the list asks by itself, too, and may be there before it is pressed.
  await servers.refresh.click();
  await expect(page.getByRole("alert")).toHaveCount(0);
}

/**
 * By how much a page may grow between the first half of the day and the second. Of nodes and listeners nothing grows; what
 * the browser remembers of typed text is a node now and then. The browser's own heap grows with the code that it compiles,
 * and the program's memory, which never shrinks and grows by 64 kB at a time, with the holes in it: both by an amount at
 * first and by a little with each hour. A page that kept a kilobyte of every one of its parts would exceed this within
 * the first hour: 2 MB of the program an hour were measured before the portal let go of what it had shown.
 */
const PAGE = 65_536;
const MOST: Footprint = {
  nodes: 50,
  listeners: 10,
  heap: 1_000_000 + environment.hours * 250_000,
  program: 4 * PAGE + environment.hours * PAGE,
};

/** The least of several weighings: a page is caught with something in its hands now and then. */
const least = (weighed: readonly Footprint[]): Footprint => {
  const of = (part: keyof Footprint) => Math.min(...weighed.map((footprint) => footprint[part]));
  return { nodes: of("nodes"), listeners: of("listeners"), heap: of("heap"), program: of("program") };
};

test(`a page that is used for ${environment.hours} hours does not grow`, async ({ page, api, problems }, { annotations }) => {
  test.setTimeout(120_000 + environment.hours * 120_000);
  problems.expectNoAnswer();
  const scales = await Scales.of(page);
  const day = await Day.of(page);
  // Not one of eight hours, which would end on the way.
  const session = storedSession(await api.signIn(accounts.company, 30 * 24), accounts.company.email);
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, session] as const);
  await new ServersPage(page).open();
  const weighed: Footprint[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    await throughTheList(page, day);
    await throughTheServer(page, day);
    await throughTheAccount(page, day);
    await throughAnOutage(page, day);
    await day.passUntil((round + 1) * ROUND);
    if (round >= WARM_UP) {
      weighed.push(await scales.weigh());
    }
  }
  const some = Math.ceil(ROUNDS / 2);
  const [first, last] = [least(weighed.slice(0, some)), least(weighed.slice(-some))];
  annotations.push({ type: "footprint", description: JSON.stringify({ asked: day.asked, first, last }) });
  for (const part of ["nodes", "listeners", "heap", "program"] as const) {
    expect(last[part] - first[part], `${part}: ${first[part]}, then ${last[part]}`).toBeLessThanOrEqual(MOST[part]);
  }
});
