import { type Locator, type Page, expect } from "@playwright/test";
import type { Api } from "./api.ts";

/** The settings of a server, as a person finds their parts. */
export interface Settings {
  /** The server's instance id. */
  readonly id: string;
  readonly rename: { form: Locator; name: Locator; submit: Locator };
  readonly password: { form: Locator; first: Locator; second: Locator; submit: Locator };
  readonly rebuild: { form: Locator; systems: Locator; confirm: Locator; submit: Locator };
}

/** The settings of the server with this id, opened or not. */
export function settings(page: Page, id: string): Settings {
  const form = (name: string) => page.getByRole("form", { name, exact: true });
  const [rename, password, rebuild] = [form("Rename"), form("Reset password"), form("Rebuild")];
  const submit = (owner: Locator, name: string) => owner.getByRole("button", { name, exact: true });
  return {
    id,
    rename: { form: rename, name: rename.getByLabel("Server name"), submit: submit(rename, "Rename") },
    password: {
      form: password,
      first: password.getByLabel("New password"),
      second: password.getByLabel("Repeat password"),
      submit: submit(password, "Reset password"),
    },
    rebuild: {
      form: rebuild,
      systems: rebuild.getByRole("radiogroup", { name: "Operating system" }),
      confirm: rebuild.getByRole("textbox"),
      submit: submit(rebuild, "Rebuild"),
    },
  };
}

/** Opens the settings of the server of this name. */
export async function settingsOf(page: Page, api: Api, token: string, name: string, query = ""): Promise<Settings> {
  const { instance_id: id } = await api.serverNamed(token, name);
  await page.goto(`/servers/${id}/settings${query}`);
  const opened = settings(page, id);
  await expect(opened.rename.name).toHaveValue(name);
  return opened;
}
