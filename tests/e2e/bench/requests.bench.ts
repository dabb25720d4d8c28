import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { type Account, accounts } from "../support/accounts.ts";
import type { Api } from "../support/api.ts";
import { BootLogPage } from "../support/boot-log.ts";
import { Day } from "../support/day.ts";
import { environment } from "../support/environment.ts";
import { ServersPage } from "../support/portal.ts";
import { setVisibility } from "../support/presence.ts";
import { ServerPage } from "../support/server.ts";
import { SESSION_KEY, storedSession } from "../support/session.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const HOUR = 3_600;
/** How many times as fast as real ones the simulated machines of the journeys work: the page's time passes as fast beside them. */
const TIME_SCALE = 20;
const SERVER = "vpn-gateway";

/** What a page has asked of the service, and how many bytes the answers had, headers not counted. */
class Meter {
  asked = 0;
  bytes = 0;

  static of(page: Page): Meter {
    const meter = new Meter();
    page.on("response", async (response) => {
      if (new URL(response.url()).pathname.startsWith("/api/")) {
        meter.asked += 1;
        const { responseBodySize } = await response.request().sizes();
        meter.bytes += responseBodySize;
      }
    });
    return meter;
  }

  /** From now on it counts anew. */
  reset(): void {
    this.asked = 0;
    this.bytes = 0;
  }
}

interface Visitor {
  readonly page: Page;
  readonly day: Day;
  readonly servers: ServersPage;
}

/** How somebody uses the portal, and for how many seconds: what is asked meanwhile is told for an hour. */
interface Habit {
  readonly name: string;
  readonly account: Account;
  readonly seconds: number;
  readonly use: (visitor: Visitor, seconds: number) => Promise<void>;
}

/** Time passes no faster than the machines work: an action takes as long as a real one, by the clock of the page. */
async function passBesideMachines({ day }: Visitor, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 1) {
    const began = performance.now();
    await day.pass(1, 1);
    await pause(Math.max(0, 1_000 / TIME_SCALE - (performance.now() - began)));
  }
}

/** Five minutes of somebody who works: they search, look at pages, reboot a server and read its boot log. */
async function work(visitor: Visitor): Promise<void> {
  const { page, day, servers } = visitor;
  await servers.search.fill("vpn");
  await day.pass(5, 1);
  await servers.expectNames([SERVER]);
  await page.getByRole("link", { name: SERVER, exact: true }).click();
  const server = new ServerPage(page);
  await expect(server.heading(SERVER)).toBeVisible();
  await day.pass(20, 2);
  await page.getByRole("group", { name: "Power" }).getByRole("button", { name: "Reboot" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reboot" }).click();
  await expect(async () => {
    await passBesideMachines(visitor, 1);
    await expect(page.getByText(words("action.reboot_done", { name: SERVER })).first()).toBeVisible({ timeout: 1 });
  }).toPass();
  await server.tab("Boot log").click();
  await day.pass(60, 1);
  await server.tab("Volumes").click();
  await day.pass(30, 2);
  await page.getByRole("navigation").getByRole("link", { name: "Servers", exact: true }).first().click();
  await servers.status.selectOption("SHUTOFF");
  await day.pass(15, 1);
  await servers.status.selectOption("");
  await day.pass(15, 1);
  await servers.next.click();
  await day.pass(60, 1);
  await servers.previous.click();
  await day.pass(65, 1);
}

const habits: readonly Habit[] = [
  {
    name: "the list left open, all at rest",
    account: accounts.fleet,
    seconds: HOUR,
    use: ({ day }, seconds) => day.pass(seconds, 5),
  },
  {
    name: "the list left open, a server of it on its way",
    account: accounts.company,
    seconds: HOUR / 6,
    use: ({ day }, seconds) => day.pass(seconds, 1),
  },
  {
    name: "a server's page left open",
    account: accounts.single,
    seconds: HOUR,
    use: async ({ day, servers }, seconds) => {
      await servers.cards.getByRole("link").first().click();
      await day.pass(seconds, 5);
    },
  },
  {
    name: "a boot log that is followed",
    account: accounts.single,
    seconds: HOUR / 6,
    use: async ({ page, day, servers }, seconds) => {
      await servers.cards.getByRole("link").first().click();
      await new ServerPage(page).tab("Boot log").click();
      await new BootLogPage(page).follow.setChecked(true);
      await day.pass(seconds, 1);
    },
  },
  {
    name: "somebody at work (twelve rounds: search, page, reboot, boot log)",
    account: accounts.company,
    seconds: HOUR / 4,
    use: async (visitor, seconds) => {
      for (let passed = 0; passed < seconds; passed += 300) {
        await work(visitor);
      }
    },
  },
  {
    name: "a tab that is hidden",
    account: accounts.company,
    seconds: HOUR,
    use: async ({ page, day }, seconds) => {
      await setVisibility(page, "hidden");
      await day.pass(seconds, 10);
    },
  },
];

/** Opens the list for somebody whose session outlives the day, once what opening it asks has been answered. */
async function visit(page: Page, api: Api, account: Account): Promise<Visitor> {
  const day = await Day.of(page);
  const session = storedSession(await api.signIn(account, 30 * 24), account.email);
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, session] as const);
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards.first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  return { page, day, servers };
}

const measured: { habit: string; requests: number; kilobytes: number }[] = [];

for (const { name, account, seconds, use } of habits) {
  test(`requests in an hour: ${name}`, async ({ page, api }) => {
    test.setTimeout(300_000);
    const meter = Meter.of(page);
    const visitor = await visit(page, api, account);
    meter.reset();
    await use(visitor, seconds);
    const [requests, kilobytes] = [meter.asked, meter.bytes / 1_000].map((counted) => Math.round((counted * HOUR) / seconds));
    measured.push({ habit: name, requests: requests ?? 0, kilobytes: kilobytes ?? 0 });
    console.log(`\n  ${name.padEnd(66)} ${String(requests).padStart(6)} requests  ${String(kilobytes).padStart(6)} kB an hour`);
  });
}

test.afterAll(async () => {
  const folder = environment.measurements;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "requests.json"), `${JSON.stringify(measured, undefined, 2)}\n`);
});
