import { type Locator, type Page, expect } from "@playwright/test";
import { type Account, PASSWORD, accounts } from "./support/accounts.ts";
import type { Api } from "./support/api.ts";
import { SignInForm, signOut } from "./support/portal.ts";
import { test } from "./support/test.ts";
import { words } from "./support/words.ts";

const NEW_PASSWORD = "xK7#qP2m-vR9z";

/** A form with passwords or a token in it. */
interface SecretForm {
  readonly name: string;
  readonly account?: Account;
  /** Brings the page to the form, from wherever in the portal it is. */
  readonly open: (page: Page, api: Api, token: string) => Promise<void>;
  readonly form: (page: Page) => Locator;
  /** Each field's label, the word for password managers, and what is typed. */
  readonly fields: readonly (readonly [label: string, autocomplete: string, typed: string])[];
  /** Whose password it is, in the words under which a password manager keeps it. */
  readonly username?: string;
  /** Goes elsewhere in the portal without sending the form. */
  readonly leave: (page: Page) => Promise<void>;
  /** Sends the form and waits for its success. */
  readonly send: (page: Page, api: Api) => Promise<void>;
  /** Back to the form after that, where it is gone. */
  readonly again?: (page: Page) => Promise<void>;
}

const press = (place: Page | Locator, name: string) => place.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().click();
const heading = (page: Page, name: string) => expect(page.getByRole("heading", { name, level: 1, exact: true })).toBeVisible();
const formNamed = (name: string) => (page: Page) => page.getByRole("form", { name, exact: true });
const dialog = (page: Page) => page.getByRole("dialog");
const signInForm = (page: Page) => page.locator("form").filter({ has: new SignInForm(page).submit });
const toProjects = async (page: Page) => {
  await follow(page, "Projects");
  await heading(page, "Projects");
};

const forms: readonly SecretForm[] = [
  {
    name: "sign-in",
    open: (page) => new SignInForm(page).open(),
    form: signInForm,
    fields: [
      ["Email", "username", accounts.single.email],
      ["Password", "current-password", PASSWORD],
    ],
    leave: (page) => follow(page, words("login.with_token")),
    send: async (page) => {
      await new SignInForm(page).submit.click();
      await heading(page, "Servers");
    },
    again: signOut,
  },
  {
    name: "sign-in with a token",
    open: (page) => new SignInForm(page).open("/login?with=token"),
    form: signInForm,
    fields: [["API token", "off", "a-token-of-somebody"]],
    leave: (page) => follow(page, words("login.with_password")),
    send: async (page, api) => {
      // The service takes it for a token of its own.
      const authorization = `Token ${await api.signIn(accounts.single)}`;
      await page.route("**/api/**", (route) => route.continue({ headers: { ...route.request().headers(), authorization } }));
      await new SignInForm(page).submit.click();
      await heading(page, "Servers");
    },
  },
  {
    name: "change password",
    account: accounts.empty,
    open: async (page) => {
      await page.goto("/profile");
      await heading(page, "Profile");
    },
    form: formNamed("Change password"),
    fields: [
      ["Current password", "current-password", PASSWORD],
      ["New password", "new-password", PASSWORD],
      ["Repeat password", "new-password", PASSWORD],
    ],
    username: accounts.empty.email,
    leave: toProjects,
    send: async (page) => {
      await press(formNamed("Change password")(page), "Change password");
      await expect(page.getByRole("status").getByText(words("profile.password_changed"))).toBeVisible();
    },
  },
  {
    name: "reset the password of a server",
    account: accounts.laboratory,
    open: async (page, api, token) => {
      const { instance_id: id } = await api.serverNamed(token, "lab-alma");
      await page.goto(`/servers/${id}/settings`);
      await heading(page, "lab-alma");
    },
    form: formNamed("Reset password"),
    fields: [
      ["New password", "new-password", NEW_PASSWORD],
      ["Repeat password", "new-password", NEW_PASSWORD],
    ],
    username: "lab-alma",
    leave: toProjects,
    send: async (page) => {
      await press(formNamed("Reset password")(page), "Reset password");
      await expect(formNamed("Reset password")(page).getByLabel("New password")).toHaveValue("");
    },
  },
  {
    name: "the password for another project",
    account: accounts.company,
    open: async (page) => {
      await page.goto("/projects");
      await page.getByRole("main").getByRole("button").first().click();
      await expect(dialog(page)).toBeVisible();
    },
    form: (page) => dialog(page).locator("form"),
    fields: [["Password", "current-password", PASSWORD]],
    username: accounts.company.email,
    leave: (page) => press(dialog(page), words("common.cancel")),
    send: async (page) => {
      await dialog(page).locator("button[type=submit]").click();
      await expect(dialog(page)).toBeHidden();
    },
    again: async (page) => {
      await toProjects(page);
      await page.getByRole("main").getByRole("button").first().click();
    },
  },
  {
    name: "the password that lengthens a session",
    account: accounts.company,
    open: async (page) => {
      const soon = new Date(Date.now() + 4 * 60_000).toISOString();
      await page.route("**/auth/tokens", async (route) => {
        if (route.request().method() !== "GET") {
          return route.fallback();
        }
        const response = await route.fetch();
        return route.fulfill({ response, json: { ...(await response.json()), token_expired: soon } });
      });
      await page.route("**/account/me/", (route) => route.fulfill({ status: 404, json: { detail: "Not found." } }));
      await page.goto("/projects");
      await press(page.getByRole("alert"), words("ending.stay"));
      await expect(dialog(page)).toBeVisible();
    },
    form: (page) => dialog(page).locator("form"),
    fields: [["Password", "current-password", PASSWORD]],
    username: accounts.company.email,
    leave: (page) => press(dialog(page), words("common.cancel")),
    send: async (page) => {
      await dialog(page).locator("button[type=submit]").click();
      await expect(dialog(page)).toBeHidden();
    },
    again: (page) => press(page.getByRole("alert"), words("ending.stay")),
  },
];

/** Nothing of what was typed is in any field of the page, hidden ones included. */
async function expectForgotten(page: Page, form: SecretForm): Promise<void> {
  const typed = form.fields.map(([, , value]) => value);
  const kept = await page.locator("input").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(kept.filter((value) => typed.includes(value))).toEqual([]);
}

for (const form of forms) {
  test.describe(form.name, () => {
    test.use({ account: form.account });

    test("a password manager understands it, and nothing of it stays", async ({ page, api, token, problems }) => {
      problems.expectStatus(404);
      const fields = form.fields.map(([label]) => form.form(page).getByLabel(label, { exact: true }));
      const fill = async () => {
        for (const [index, [, , typed]] of form.fields.entries()) {
          await fields[index]?.fill(typed);
        }
      };
      await form.open(page, api, token);
      for (const [index, [, autocomplete]] of form.fields.entries()) {
        await expect(fields[index] as Locator).toHaveAttribute("type", autocomplete === "username" ? "email" : "password");
        await expect(fields[index] as Locator).toHaveAttribute("autocomplete", autocomplete);
        await expect(fields[index] as Locator).toHaveAttribute("name", /\S/u);
      }
      const secret = form.fields.filter(([, autocomplete]) => autocomplete !== "username");
      await expect(form.form(page).locator("input[type=password]")).toHaveCount(secret.length);

      await fill();
      await form.leave(page);
      await expectForgotten(page, form);
      await form.open(page, api, token);
      await expectForgotten(page, form);

      await fill();
      if (form.username !== undefined) {
        await expect(form.form(page).locator("input[autocomplete=username]")).toHaveValue(form.username);
      }
      await form.send(page, api);
      await expectForgotten(page, form);
      await form.again?.(page);
      await expectForgotten(page, form);
      for (const storage of ["localStorage", "sessionStorage"] as const) {
        const kept = await page.evaluate((name) => JSON.stringify({ ...window[name] }), storage);
        for (const [, autocomplete, typed] of secret) {
          // A token is what a session is kept by.
          expect(storage === "localStorage" && autocomplete === "off" ? "" : kept).not.toContain(typed);
        }
      }
    });
  });
}
