import { type Page, expect } from "@playwright/test";
import { type Account, accounts, failingInTurns, failingList } from "./accounts.ts";
import type { Api } from "./api.ts";

/** What a page looks like in a state that somebody designed. */
export interface Scene {
  readonly name: string;
  readonly account?: Account;
  readonly path: string;
  /** What the page remembers besides the session. */
  readonly remembered?: Record<string, string>;
  /** Brings the page from its address to the state and waits until it is there, in whatever language. */
  readonly reach: (page: Page) => Promise<void>;
}

const heading = async (page: Page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible();
const cards = async (page: Page) => expect(page.getByRole("article").first()).toBeVisible();
const alert = async (page: Page) => expect(page.getByRole("alert").first()).toBeVisible();
const facts = async (page: Page) => expect(page.getByRole("definition").first()).toBeVisible();
const noArticles = async (page: Page) => {
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
};

const asTable = { "vps-portal.servers-view": "table" };
const { company, single, empty } = accounts;

/** Every page, in every state that looks different; the addresses of single servers are asked of the API. */
export async function scenes(api: Api): Promise<Scene[]> {
  const server = await api.serverNamed(await api.signIn(company), "vpn-gateway");
  return [
    { name: "sign-in", path: "/login", reach: heading },
    {
      name: "sign-in-errors",
      path: "/login",
      reach: async (page) => {
        await page.locator("button[type=submit]").click();
        await expect(page.locator("[aria-invalid=true]")).toHaveCount(2);
      },
    },
    { name: "sign-in-token", path: "/login?with=token", reach: heading },
    { name: "servers-cards", account: company, path: "/servers", reach: cards },
    { name: "servers-table", account: company, path: "/servers", remembered: asTable, reach: cards },
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
    { name: "server", account: company, path: `/servers/${server.instance_id}`, reach: facts },
    { name: "server-missing", account: single, path: "/servers/00000000", reach: noArticles },
    { name: "profile", account: company, path: "/profile", reach: facts },
    { name: "projects", account: company, path: "/projects", reach: async (page) => expect(page.getByRole("rowheader").first()).toBeVisible() },
    { name: "token", account: company, path: "/token", reach: facts },
    { name: "not-found", account: single, path: "/no/such/page", reach: heading },
  ];
}
