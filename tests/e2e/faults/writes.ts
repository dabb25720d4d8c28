import { type Locator, type Page, expect } from "@playwright/test";
import { type Account, PASSWORD, accounts } from "../support/accounts.ts";
import type { Api } from "../support/api.ts";
import { SignInForm } from "../support/portal.ts";
import { settings } from "../support/settings.ts";
import { words } from "../support/words.ts";

/** A call that changes something. */
export interface Write {
  readonly name: string;
  readonly method: "POST" | "PATCH";
  readonly call: RegExp;
  /** Who makes it; nobody where it is made before the sign-in. */
  readonly account?: Account;
  /** Opens the page and fills in what is to be sent. */
  readonly open: (page: Page, api: Api, token: string) => Promise<void>;
  /** Sends it. */
  readonly send: (page: Page) => Promise<void>;
  /** Where the page tells that it has failed. */
  readonly told: (page: Page) => Locator;
  /** All that was typed is still there. */
  readonly kept: (page: Page) => Promise<void>;
  /** What is there once it has succeeded. */
  readonly done: (page: Page) => Locator;
  /** What is to be seen instead, for faults that mean something else here. */
  readonly otherwise?: Readonly<Record<string, RegExp>>;
}

const NEW_PASSWORD = "xK7#qP2m-vR9z";
const toast = (page: Page) => page.getByRole("region", { name: "Notifications" }).getByRole("alert").last();
const news = (text: string | RegExp) => (page: Page) => page.getByRole("status").filter({ hasText: text }).first();
const nothing = async () => undefined;
const main = (page: Page) => page.getByRole("main");

async function openServer(page: Page, api: Api, token: string, name: string, part = ""): Promise<void> {
  const { instance_id: id } = await api.serverNamed(token, name);
  await page.goto(`/servers/${id}${part}`);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

const power = (action: "Start" | "Stop" | "Reboot", name: string, status: string): Write => ({
  name: `POST /server/{instance_id}/${action.toLowerCase()}/`,
  method: "POST",
  call: new RegExp(`/${action.toLowerCase()}/$`, "u"),
  account: accounts.company,
  open: (page, api, token) => openServer(page, api, token, name),
  send: (page) => main(page).getByRole("button", { name: action, exact: true }).click(),
  told: toast,
  kept: nothing,
  done: (page) => main(page).getByText(status, { exact: true }).first(),
});

/** A form of the settings of a server. */
const setting = (
  name: string,
  server: string,
  call: RegExp,
  form: (page: Page) => ReturnType<typeof settings>["rename"] | ReturnType<typeof settings>["password"] | ReturnType<typeof settings>["rebuild"],
  fill: (page: Page) => Promise<void>,
  kept: (page: Page) => Promise<void>,
  done: (page: Page) => Locator,
): Write => ({
  name,
  method: "POST",
  call,
  account: accounts.company,
  open: async (page, api, token) => {
    await openServer(page, api, token, server, "/settings?image=3");
    await fill(page);
  },
  send: (page) => form(page).submit.click(),
  told: (page) => form(page).form.getByRole("alert"),
  kept,
  done,
});

const rename = (page: Page) => settings(page, "").rename;
const password = (page: Page) => settings(page, "").password;
const rebuild = (page: Page) => settings(page, "").rebuild;
const profile = (page: Page) => page.getByRole("form", { name: words("profile.details") });
const ownPassword = (page: Page) => page.getByRole("form", { name: "Change password" });

export const writes: readonly Write[] = [
  {
    name: "POST /auth/tokens",
    method: "POST",
    call: /\/auth\/tokens$/u,
    open: async (page) => {
      const form = new SignInForm(page);
      await form.open();
      await form.email.fill(accounts.single.email);
      await form.password.fill(PASSWORD);
      await form.project.fill("single");
    },
    send: (page) => new SignInForm(page).submit.click(),
    told: (page) => page.getByRole("alert"),
    kept: async (page) => {
      const form = new SignInForm(page);
      await expect(form.email).toHaveValue(accounts.single.email);
      await expect(form.password).toHaveValue(PASSWORD);
      await expect(form.project).toHaveValue("single");
    },
    done: (page) => page.getByRole("heading", { name: "Servers", level: 1 }),
    otherwise: { "200 without a field": new RegExp(words("error.unreadable"), "u"), "401": new RegExp(words("login.refused"), "u") },
  },
  {
    name: "PATCH /user/update_profile/",
    method: "PATCH",
    call: /\/user\/update_profile\/$/u,
    account: accounts.single,
    open: async (page) => {
      await page.goto("/profile");
      await page.getByRole("textbox", { name: "Address" }).fill("Half a street");
    },
    send: (page) => page.getByRole("button", { name: "Save changes" }).click(),
    told: (page) => profile(page).getByRole("alert"),
    kept: (page) => expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("Half a street"),
    done: news(words("profile.saved")),
  },
  {
    name: "POST /user/change_password/",
    method: "POST",
    call: /\/user\/change_password\/$/u,
    account: accounts.empty,
    open: async (page) => {
      await page.goto("/profile");
      await ownPassword(page).getByLabel("Current password").fill(PASSWORD);
      await ownPassword(page).getByLabel("New password").fill(PASSWORD);
      await ownPassword(page).getByLabel("Repeat password").fill(PASSWORD);
    },
    send: (page) => ownPassword(page).getByRole("button", { name: "Change password" }).click(),
    told: (page) => ownPassword(page).getByRole("alert"),
    kept: async (page) => {
      for (const label of ["Current password", "New password", "Repeat password"]) {
        await expect(ownPassword(page).getByLabel(label)).toHaveValue(PASSWORD);
      }
    },
    done: news(words("profile.password_changed")),
  },
  power("Start", "staging-01", "Running"),
  power("Reboot", "web-02", "Rebooting"),
  power("Stop", "db-replica", "Stopped"),
  setting(
    "POST /server/{instance_id}/rename/",
    "internal-worker",
    /\/rename\/$/u,
    rename,
    (page) => rename(page).name.fill("another name"),
    (page) => expect(rename(page).name).toHaveValue("another name"),
    (page) => page.getByRole("heading", { name: "another name", level: 1 }),
  ),
  setting(
    "POST /server/{instance_id}/change_password/",
    "load-balancer",
    /\/server\/[\w-]+\/change_password\/$/u,
    password,
    async (page) => {
      await password(page).first.fill(NEW_PASSWORD);
      await password(page).second.fill(NEW_PASSWORD);
    },
    async (page) => {
      await expect(password(page).first).toHaveValue(NEW_PASSWORD);
      await expect(password(page).second).toHaveValue(NEW_PASSWORD);
    },
    (page) => main(page).getByText("Setting password", { exact: true }).first(),
  ),
  setting(
    "POST /server/{instance_id}/rebuild/",
    "netboot",
    /\/rebuild\/$/u,
    rebuild,
    (page) => rebuild(page).confirm.fill("netboot"),
    (page) => expect(rebuild(page).confirm).toHaveValue("netboot"),
    (page) => page.getByRole("progressbar", { name: words("rebuild.progress") }),
  ),
  {
    name: "POST /token/revoke_token/",
    method: "POST",
    call: /\/token\/revoke_token\/$/u,
    account: accounts.company,
    open: async (page) => {
      await page.goto("/token");
      await expect(page.getByRole("list", { name: "Sessions" })).toBeVisible();
    },
    send: (page) => page.getByRole("button", { name: words("sessions.end") }).first().click(),
    told: toast,
    kept: nothing,
    done: news(/^1 session was ended\.$/u),
  },
  {
    name: "POST /token/revoke_all_token/",
    method: "POST",
    call: /\/token\/revoke_all_token\/$/u,
    account: accounts.empty,
    open: (page) => page.goto("/token?end=all").then(nothing),
    send: (page) => page.getByRole("dialog").getByRole("button", { name: words("sessions.end_all") }).click(),
    told: (page) => page.getByRole("dialog").getByRole("alert"),
    kept: (page) => expect(page.getByRole("dialog")).toBeVisible(),
    done: (page) => page.getByRole("heading", { name: "Sign in" }),
    otherwise: { "404": new RegExp(words("sessions.end_all_unknown"), "u") },
  },
];
