import { type Page, expect } from "@playwright/test";
import { type Account, accounts, failingInTurns, failingList } from "./accounts.ts";
import type { Api } from "./api.ts";
import { changeAnswer } from "./answers.ts";
import { brand } from "./brand.ts";
import { SESSION_KEY, storedSession } from "./session.ts";
import { alreadyTold } from "./told.ts";

/** What a page looks like in a state that somebody designed. */
export interface Scene {
  readonly name: string;
  readonly account?: Account;
  /** The address; some name a server, which the API is asked for. */
  readonly path: string | ((api: Api) => Promise<string>);
  /** What the page remembers besides the session. */
  readonly remembered?: Record<string, string>;
  /** Changes what the service answers, before the page is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Brings the page from its address to the state and waits until it is there, in whatever language. */
  readonly reach: (page: Page) => Promise<void>;
}

/** Brings a browser to a scene: signed in as it says, with what it remembers. */
export async function enter(page: Page, scene: Scene, api: Api): Promise<void> {
  const { account, path } = scene;
  const session = account && storedSession(await api.signIn(account), account.email);
  const kept = { ...alreadyTold(), ...scene.remembered, ...(session && { [SESSION_KEY]: session }) };
  // Any file of the origin will do: the storage belongs to the origin.
  await page.goto("/icon.svg");
  await page.evaluate((entries) => entries.forEach(([key, value]) => localStorage.setItem(key, value)), Object.entries(kept));
  await scene.prepare?.(page);
  await page.goto(typeof path === "string" ? path : await path(api));
  await scene.reach(page);
}

const heading = async (page: Page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible();
const cards = async (page: Page) => expect(page.getByRole("article").first()).toBeVisible();
const selected = async (page: Page) => {
  await page.getByRole("checkbox").nth(1).click();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
};
const bulkSummary = async (page: Page) => {
  await page.getByRole("checkbox").first().click();
  await page.locator(".selection-bar__actions button").nth(1).click();
  await expect(page.getByRole("dialog")).toBeVisible();
};
const alert = async (page: Page) => expect(page.getByRole("alert").first()).toBeVisible();
const facts = async (page: Page) => expect(page.getByRole("definition").first()).toBeVisible();
const rows = async (page: Page) => expect(page.getByRole("rowheader").first()).toBeVisible();
const items = async (page: Page) => expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
const noArticles = async (page: Page) => {
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
};

/** A provider with a logo, a difficult accent and a support line. */
const branded = (page: Page) => brand(page, { logo: "logo.svg", accent: "#ffd500" });

const openMenu = async (page: Page) => {
  await cards(page);
  await page.locator(".server__head > .button, .server__cell-menu > .button").first().click();
  // Under a thumb the way out is one more.
  await expect(page.locator(".menu:popover-open [role=menuitem]:not(.menu__close)")).toHaveCount(8);
};

/** The service tells that the token has only these permissions. */
const permitted = (...permissions: string[]) => (page: Page) =>
  changeAnswer(page, "**/account/me/", (body) => ({ ...body, token: { ...body.token, permissions } }));
/** The service tells that the token ends so many minutes from now, and when it was made. */
const endingIn = (minutes: number, created_at?: string) => async (page: Page) => {
  const expires_at = new Date(Date.now() + minutes * 60_000).toISOString();
  await changeAnswer(page, "**/auth/tokens", (body) => ({ ...body, token_expired: expires_at }));
  const changed = { expires_at, ...(created_at && { created_at }) };
  await changeAnswer(page, "**/account/me/", (body) => ({ ...body, token: { ...body.token, ...changed } }));
};
const inDialog = (open: (page: Page) => Promise<void>) => async (page: Page) => {
  await open(page);
  await expect(page.getByRole("dialog").getByRole("heading")).toBeVisible();
};

const asTable = { "vps-portal.servers-view": "table" };
const { company, single, empty } = accounts;

/** The address of a part of a server's page. */
const partOf = (name: string, end: string) => async (api: Api) => {
  const server = await api.serverNamed(await api.signIn(company), name);
  return `/servers/${server.instance_id}${end}`;
};
/** The server with the most to show. */
const gateway = partOf("vpn-gateway", "");
const warehouse = "analytics-warehouse-nightly-batch-processing-cluster-node-00001";

/** Every page, in every state that looks different. */
export const scenes: readonly Scene[] = [
  { name: "sign-in", path: "/login", reach: heading },
  {
    name: "sign-in-errors",
    path: "/login",
    reach: async (page) => {
      await page.locator("button[type=submit]").click();
      await expect(page.locator("[aria-invalid=true]")).toHaveCount(2);
    },
  },
  { name: "sign-in-branded", path: "/login", prepare: branded, reach: heading },
  { name: "sign-in-token", path: "/login?with=token", reach: heading },
  { name: "servers-cards", account: company, path: "/servers", reach: cards },
  { name: "servers-table", account: company, path: "/servers", remembered: asTable, reach: cards },
  {
    name: "servers-glance",
    account: company,
    path: "/servers?status=ERROR",
    remembered: { "vps-portal.servers-glance": "open" },
    reach: async (page) => {
      await cards(page);
      await expect(page.locator(".timeline svg").first()).toBeVisible();
    },
  },
  { name: "servers-cards-menu", account: company, path: "/servers", reach: openMenu },
  { name: "servers-table-menu", account: company, path: "/servers", remembered: asTable, reach: openMenu },
  { name: "servers-cards-selected", account: company, path: "/servers", reach: selected },
  { name: "servers-table-selected", account: company, path: "/servers", remembered: asTable, reach: selected },
  {
    name: "servers-views",
    account: company,
    path: "/servers?status=SHUTOFF",
    remembered: { "vps-portal.kept": `@${company.email} \nview\tStopped, newest first\t?status=SHUTOFF&sort=-created&as=table\nview\tTắt\t?status=SHUTOFF&as=grid\n` },
    reach: async (page) => {
      await page.locator(".list-line__tools > .button").first().click();
      await expect(page.locator("[role=menuitem][aria-current]")).toHaveCount(1);
    },
  },
  {
    name: "servers-table-compact-pinned",
    account: company,
    path: "/servers",
    remembered: { ...asTable, "vps-portal.density": "compact", "vps-portal.columns-left-out": "created" },
    reach: async (page) => {
      await openMenu(page);
      await page.locator(".menu:popover-open [role=menuitem]:not(.menu__close)").last().click();
      await expect(page.locator(".table__group")).toHaveCount(2);
    },
  },
  { name: "servers-bulk-summary", account: company, path: "/servers", reach: bulkSummary },
  {
    name: "servers-bulk-outcome",
    account: { email: "faults@example.com" },
    path: "/servers?q=fault-html",
    reach: async (page) => {
      await bulkSummary(page);
      await page.getByRole("dialog").getByRole("button").last().click();
      await expect(page.getByRole("dialog").getByRole("heading", { level: 3 })).toBeVisible();
      await expect(page.getByRole("dialog").getByRole("status")).not.toBeEmpty();
    },
  },
  { name: "servers-nothing", account: company, path: "/servers?q=nowhere-to-be-found", reach: noArticles },
  { name: "servers-empty", account: empty, path: "/servers", reach: noArticles },
  { name: "servers-failed", account: failingList("html"), path: "/servers", reach: alert },
  {
    name: "servers-stale",
    account: failingInTurns("text"),
    path: "/servers",
    reach: async (page) => {
      await cards(page);
      await page.locator(".freshness + .button-frame button").click();
      await alert(page);
    },
  },
  { name: "server", account: company, path: gateway, reach: facts },
  {
    name: "server-network",
    account: company,
    path: gateway,
    reach: async (page) => {
      await page.locator("summary").click();
      await expect(page.locator("details[open] dd").first()).toBeVisible();
    },
  },
  {
    name: "server-console",
    account: company,
    path: partOf("web-01", "/console"),
    reach: async (page) => expect(page.locator("a[target=_blank][href]")).toBeVisible(),
  },
  { name: "server-console-stopped", account: company, path: partOf("staging-01", "/console"), reach: noArticles },
  {
    name: "server-log",
    account: company,
    path: partOf("vpn-gateway", "/log?q=systemd"),
    reach: async (page) => expect(page.locator("mark").first()).toBeVisible(),
  },
  { name: "server-volumes", account: company, path: partOf(warehouse, "/volumes"), reach: rows },
  { name: "server-volumes-none", account: company, path: partOf("netboot", "/volumes"), reach: noArticles },
  {
    name: "server-stop",
    account: company,
    path: gateway,
    reach: async (page) => {
      await page.locator(".power button").nth(1).click();
      await expect(page.getByRole("dialog").getByRole("checkbox")).toBeVisible();
    },
  },
  {
    name: "server-settings",
    account: company,
    path: async (api) => `${await gateway(api)}/settings?image=2`,
    reach: async (page) => {
      await page.locator("input[name=password]").fill("Portal");
      await page.locator("input[name=password]").press("Enter");
      await expect(page.locator("input[name=password][aria-invalid=true]")).toBeVisible();
    },
  },
  {
    name: "server-settings-rebuilding",
    account: company,
    path: async (api) => {
      const { instance_id: id } = await api.serverNamed(await api.signIn(company), "crm");
      return `/servers/${id}/settings`;
    },
    reach: async (page) => expect(page.getByRole("progressbar")).toBeVisible(),
  },
  { name: "server-missing", account: single, path: "/servers/00000000", reach: heading },
  { name: "profile", account: company, path: "/profile", reach: facts },
  {
    name: "profile-errors",
    account: company,
    path: "/profile",
    reach: async (page) => {
      await page.locator("input[name=phone_number]").fill("none");
      await page.locator("form button[type=submit]").first().click();
      await page.locator("input[name=old_password]").press("Enter");
      await expect(page.locator("[aria-invalid=true]")).toHaveCount(3);
    },
  },
  {
    name: "profile-leaving",
    account: company,
    path: "/profile",
    reach: inDialog(async (page) => {
      await page.locator("input[name=address]").fill("Somewhere");
      await page.locator("a[href='/token']").click();
    }),
  },
  { name: "projects", account: company, path: "/projects", reach: items },
  {
    name: "projects-switch",
    account: company,
    path: "/projects",
    reach: inDialog(async (page) => page.getByRole("main").getByRole("button").first().click()),
  },
  { name: "projects-unavailable", account: { email: "suspended@example.com" }, path: "/projects", reach: items },
  { name: "token", account: company, path: "/token", reach: rows },
  { name: "token-limited", account: company, path: "/token", prepare: permitted("servers:list", "dns:*", "moon:land"), reach: rows },
  {
    name: "token-end-all",
    account: company,
    path: "/token?end=all",
    reach: inDialog(async () => undefined),
  },
  {
    name: "servers-lacking",
    account: company,
    path: "/servers",
    prepare: async (page) => {
      await permitted("dns:*")(page);
      await page.route("**/server/?*", (route) => route.fulfill({ status: 403, json: { detail: "No." } }));
    },
    reach: async (page) => expect(page.getByRole("alert").locator("a[href='/token']")).toBeVisible(),
  },
  {
    name: "ending-in-days",
    account: company,
    path: "/projects",
    prepare: endingIn(3 * 24 * 60, "2020-01-01T00:00:00Z"),
    reach: async (page) => expect(page.locator(".notice a")).toBeVisible(),
  },
  { name: "ending-in-minutes", account: company, path: "/projects", prepare: endingIn(4), reach: alert },
  {
    name: "palette",
    account: company,
    path: "/servers",
    reach: async (page) => {
      await cards(page);
      await page.keyboard.press("Control+k");
      await page.locator("dialog input").fill("web-01");
      await expect(page.getByRole("option", { name: /web-01/u }).nth(3)).toBeVisible();
    },
  },
  {
    name: "palette-server",
    account: company,
    path: gateway,
    reach: async (page) => {
      await facts(page);
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("option", { disabled: true })).toHaveCount(1);
    },
  },
  {
    name: "keys",
    account: company,
    path: "/servers",
    reach: inDialog(async (page) => {
      await cards(page);
      // What comes by itself has come.
      await expect(page.locator(".palette-button")).toBeAttached();
      await page.keyboard.press("?");
    }),
  },
  {
    name: "activity",
    account: company,
    path: gateway,
    prepare: async (page) => {
      await page.route("**/reboot/", (route) => route.fulfill({ json: { message: "" } }));
      await page.route("**/stop/", (route) => route.fulfill({ status: 503, json: { message: "No." } }));
    },
    reach: async (page) => {
      const press = async (button: number) => {
        await page.locator(".power button").nth(button).click();
        await page.getByRole("dialog").getByRole("button").last().click();
      };
      await press(2);
      await page.locator(".bar__tools [aria-haspopup=menu]").last().click();
      await page.locator("a[href='/activity']").click();
      await items(page);
      await page.goBack();
      // The reboot has ended, and been told.
      await expect(page.locator(".toast")).toBeVisible({ timeout: 15_000 });
      await press(1);
      await alert(page);
      await page.goForward();
      await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
      const toast = page.locator(".toast");
      while ((await toast.count()) > 0) {
        // One that goes by itself may be gone by now.
        await toast.first().getByRole("button").click({ timeout: 1_000 }).catch(() => undefined);
      }
    },
  },
  { name: "not-found", account: single, path: "/no/such/page", reach: heading },
];
