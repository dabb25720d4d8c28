import { type Locator, type Page, expect } from "@playwright/test";
import type { Api } from "../support/api.ts";
import { type Part, PARTS } from "../support/server.ts";
import { words } from "../support/words.ts";

/** A call that a page makes to show something. */
export interface Read {
  readonly name: string;
  readonly call: RegExp;
  /** The page that makes it. */
  readonly page: (api: Api, token: string) => Promise<string>;
  /** Whether what stands around every page makes it, too, a moment later. */
  readonly isAskedAround?: boolean;
  /** What is there as soon as the page has begun; its heading where this says nothing else. */
  readonly begun?: (page: Page) => Locator;
  /** Where the page tells that the call has failed. */
  readonly told: (page: Page) => Locator;
  /** What is there once it has not. */
  readonly shown: (page: Page) => Locator;
  /** What is to be seen instead, for faults that mean something else here. */
  readonly otherwise?: Readonly<Record<string, (page: Page) => Locator>>;
}

const SERVER = "vpn-gateway";

const at = (path: string) => async () => path;
const part = (name: Part) => async (api: Api, token: string) =>
  `/servers/${(await api.serverNamed(token, SERVER)).instance_id}${PARTS[name]}`;
const alert = (title: string) => (page: Page) =>
  page.getByRole("alert").filter({ has: page.getByRole("heading", { name: words(title) }) });
const inPassing = (title: string) => (page: Page) =>
  page.getByRole("main").getByRole("status").filter({ hasText: words(title) });
const below = (call: string) => new RegExp(`/server/[\\w-]+/${call}/$`, "u");
const heading = (name: string) => (page: Page) => page.getByRole("heading", { level: 1, name });

export const reads: readonly Read[] = [
  {
    name: "GET /auth/tokens",
    isAskedAround: true,
    call: /\/auth\/tokens$/u,
    page: at("/token"),
    told: alert("token.failed_title"),
    shown: (page) => page.getByRole("definition").first(),
    // Optional: the other call knows the token, too. And one that may not even be asked about is not accepted.
    otherwise: { "404": (page) => page.getByRole("definition").first(), "403": (page) => page.getByText(words("login.ended")) },
  },
  {
    name: "GET /account/me/",
    isAskedAround: true,
    call: /\/account\/me\/$/u,
    page: at("/token"),
    told: alert("token.failed_title"),
    shown: (page) => page.getByRole("definition").first(),
    otherwise: { "404": (page) => page.getByText(words("permissions.untold")) },
  },
  {
    name: "GET /user/detail_user/",
    call: /\/user\/detail_user\/$/u,
    page: at("/profile"),
    told: alert("profile.failed_title"),
    shown: (page) => page.getByRole("textbox", { name: "Address" }),
  },
  {
    name: "GET /user/list_project/",
    call: /\/user\/list_project\/$/u,
    page: at("/projects"),
    told: alert("projects.failed_title"),
    shown: (page) => page.getByRole("list", { name: "Projects" }),
  },
  {
    name: "GET /token/",
    call: /\/token\/(\?.*)?$/u,
    page: at("/token"),
    told: alert("sessions.failed_title"),
    shown: (page) => page.getByRole("list", { name: "Sessions" }),
    otherwise: {
      "403": (page) => page.getByRole("table", { name: "Permissions" }),
      "404": (page) => page.getByRole("table", { name: "Permissions" }),
    },
  },
  {
    name: "GET /server/",
    call: /\/server\/(\?.*)?$/u,
    page: at("/servers"),
    told: alert("servers.failed_title"),
    shown: (page) => page.getByRole("article").first(),
  },
  {
    name: "GET /server/{instance_id}/",
    call: /\/server\/[\w-]+\/$/u,
    page: part("Overview"),
    begun: (page) => page.getByRole("link", { name: words("server.back") }),
    told: alert("server.failed_title"),
    shown: heading(SERVER),
    otherwise: { "404": heading(words("server.missing_title")) },
  },
  {
    name: "GET /server/{instance_id}/console/",
    call: below("console"),
    page: part("Console"),
    told: alert("console.failed_title"),
    shown: (page) => page.getByRole("link", { name: /^Open console/u }),
  },
  {
    name: "GET /server/{instance_id}/get_console_log/",
    call: below("get_console_log"),
    page: part("Boot log"),
    told: alert("log.failed_title"),
    shown: (page) => page.getByRole("region", { name: words("server.boot_log") }),
  },
  {
    name: "GET /server/{instance_id}/list_volume_attached/",
    call: below("list_volume_attached"),
    page: part("Volumes"),
    told: alert("volumes.failed_title"),
    shown: (page) => page.getByRole("table", { name: "Volumes" }),
  },
  {
    name: "GET /server/{instance_id}/get_action_log/",
    call: below("get_action_log"),
    page: part("Overview"),
    told: inPassing("activity.failed"),
    shown: (page) => page.getByRole("heading", { name: words("activity.title") }),
    otherwise: { "404": heading(SERVER) },
  },
  {
    name: "GET /server/{instance_id}/list_ip/",
    call: below("list_ip"),
    page: part("Overview"),
    told: inPassing("server.network_failed"),
    shown: (page) => page.getByRole("group").first(),
    otherwise: { "404": heading(SERVER) },
  },
];

/** Waits until the page shows what it should. */
export const expectShown = (locator: Locator) => expect(locator).toBeVisible();
