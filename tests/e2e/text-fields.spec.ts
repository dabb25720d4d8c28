import { type Locator, type Page, expect } from "@playwright/test";
import { type Account, accounts } from "./support/accounts.ts";
import type { Api } from "./support/api.ts";
import { ServersPage, SignInForm } from "./support/portal.ts";
import { test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** What a keyboard on the screen, and what fills in and corrects, is told of a field. `null`: left to the browser. */
interface Told {
  readonly type: string;
  readonly autocomplete: string | null;
  readonly autocapitalize: string | null;
  readonly autocorrect: string | null;
  readonly spellcheck: string | null;
  readonly enterkeyhint: string | null;
}

const ATTRIBUTES = ["type", "autocomplete", "autocapitalize", "autocorrect", "spellcheck", "enterkeyhint"] as const;

/** Letter by letter: nothing is corrected, nothing begins with a capital. */
const exact = (type: string, autocomplete: string, enterkeyhint: string): Told => ({
  type,
  autocomplete,
  autocapitalize: "none",
  autocorrect: "off",
  spellcheck: "false",
  enterkeyhint,
});
/** Of a person, a company or a place. */
const name = (autocomplete: string, enterkeyhint: string): Told => ({ ...exact("text", autocomplete, enterkeyhint), autocapitalize: "words" });
const newPassword = {
  "New password": exact("password", "new-password", "next"),
  "Repeat password": exact("password", "new-password", "done"),
};
const search = exact("search", "off", "search");

interface Form {
  readonly name: string;
  readonly account?: Account;
  readonly open: (page: Page, api: Api, token: string) => Promise<void>;
  readonly form?: (page: Page) => Locator;
  readonly fields: Record<string, Told>;
}

const main = (page: Page) => page.getByRole("main");
const dialog = (page: Page) => page.getByRole("dialog");
const formNamed = (called: string) => (page: Page) => page.getByRole("form", { name: called, exact: true });
const toSettings = async (page: Page, api: Api, token: string) => {
  const { instance_id: id } = await api.serverNamed(token, "lab-alma");
  await page.goto(`/servers/${id}/settings`);
};

const forms: readonly Form[] = [
  {
    name: "sign-in",
    open: (page) => new SignInForm(page).open(),
    fields: {
      Email: exact("email", "username", "next"),
      Password: exact("password", "current-password", "go"),
      "Project ID": exact("text", "on", "go"),
    },
  },
  {
    name: "sign-in with a token",
    open: (page) => new SignInForm(page).open("/login?with=token"),
    fields: { "API token": exact("password", "off", "go") },
  },
  {
    name: "the list",
    account: accounts.company,
    open: (page) => new ServersPage(page).open(),
    fields: { [words("servers.search")]: search },
  },
  {
    name: "the name of a view",
    account: accounts.company,
    open: async (page) => {
      await new ServersPage(page).open();
      await page.getByRole("button", { name: words("views.menu") }).click();
      await page.getByRole("menuitem", { name: words("views.save") }).click();
    },
    form: dialog,
    // Somebody's own words, in whatever language.
    fields: {
      [words("views.name")]: { type: "text", autocomplete: "off", autocapitalize: null, autocorrect: null, spellcheck: null, enterkeyhint: "done" },
    },
  },
  {
    name: "the palette",
    account: accounts.company,
    open: async (page) => {
      await new ServersPage(page).open();
      await page.keyboard.press("Control+k");
    },
    form: dialog,
    fields: { [words("palette.search")]: exact("text", "off", "go") },
  },
  {
    name: "profile",
    account: accounts.empty,
    open: async (page) => void (await page.goto("/profile")),
    form: formNamed(words("profile.details")),
    fields: {
      [words("profile.first_name")]: name("family-name", "next"),
      [words("profile.last_name")]: name("given-name", "next"),
      [words("profile.phone")]: exact("tel", "tel", "next"),
      [words("profile.address")]: name("street-address", "next"),
      [words("profile.company")]: name("organization", "done"),
    },
  },
  {
    name: "change password",
    account: accounts.empty,
    open: async (page) => void (await page.goto("/profile")),
    form: formNamed(words("profile.change_password")),
    fields: {
      "Current password": exact("password", "current-password", "next"),
      ...newPassword,
    },
  },
  {
    name: "rename",
    account: accounts.laboratory,
    open: toSettings,
    form: formNamed(words("action.rename")),
    fields: { [words("settings.name")]: exact("text", "off", "done") },
  },
  {
    name: "reset the password of a server",
    account: accounts.laboratory,
    open: toSettings,
    form: formNamed(words("action.reset_password")),
    fields: newPassword,
  },
  {
    name: "rebuild",
    account: accounts.laboratory,
    open: toSettings,
    form: formNamed(words("action.rebuild")),
    fields: { [words("rebuild.confirm")]: exact("text", "off", "done") },
  },
  {
    name: "the boot log",
    account: accounts.laboratory,
    open: async (page, api, token) => {
      const { instance_id: id } = await api.serverNamed(token, "lab-alma");
      await page.goto(`/servers/${id}/log`);
    },
    fields: { [words("log.search")]: search },
  },
  {
    name: "the password for another project",
    account: accounts.company,
    open: async (page) => {
      await page.goto("/projects");
      await main(page).getByRole("button").first().click();
    },
    form: dialog,
    fields: { Password: exact("password", "current-password", "go") },
  },
];

for (const { name, account, open, form = main, fields } of forms) {
  test.describe(name, () => {
    test.use({ account, isMobile: true, hasTouch: true, viewport: { width: 390, height: 844 } });

    test("each field says what is typed into it, and what Enter does", async ({ page, api, token }) => {
      await open(page, api, token);
      const place = form(page);
      for (const label of Object.keys(fields)) {
        await expect(place.getByLabel(label, { exact: true }).first()).toBeVisible();
      }
      const told = await place.locator("input:visible:not([type=checkbox], [type=radio]), textarea:visible").evaluateAll(
        (inputs, attributes) =>
          (inputs as HTMLInputElement[]).map((input) => [
            input.labels?.[0]?.textContent?.trim() ?? input.ariaLabel,
            Object.fromEntries(attributes.map((attribute) => [attribute, input.getAttribute(attribute)])),
          ]),
        ATTRIBUTES,
      );
      expect(Object.fromEntries(told)).toEqual(fields);
    });
  });
}
