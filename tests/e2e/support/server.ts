import { type Locator, type Page, expect } from "@playwright/test";
import type { Api } from "./api.ts";

export type Part = "Overview" | "Console" | "Boot log" | "Volumes" | "Settings";

/** The end of each part's address. */
export const PARTS: Readonly<Record<Part, string>> = {
  Overview: "",
  Console: "/console",
  "Boot log": "/log",
  Volumes: "/volumes",
  Settings: "/settings",
};

/** The page of one server. */
export class ServerPage {
  readonly tabs: Locator;
  readonly main: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.tabs = page.getByRole("navigation", { name: "Parts of the server" });
    this.main = page.getByRole("main");
  }

  /** Opens a part of the page of the server of this name; gives the server as the API has it. */
  async open(api: Api, token: string, name: string, part: Part = "Overview"): Promise<any> {
    const server = await api.serverNamed(token, name);
    await this.page.goto(`/servers/${server.instance_id}${PARTS[part]}`);
    await expect(this.heading(name)).toBeVisible();
    return server;
  }

  heading(name: string): Locator {
    return this.page.getByRole("heading", { name, level: 1, exact: true });
  }

  tab(part: Part): Locator {
    return this.tabs.getByRole("link", { name: part, exact: true });
  }

  /** The button that copies this value, the first of them. */
  copy(value: string): Locator {
    return this.main.getByRole("button", { name: `Copy ${value}`, exact: true }).first();
  }
}

/** The address of a call below a server, whatever the host. */
export const callOf = (id: string, call = ""): RegExp => new RegExp(`/server/${id}/${call === "" ? "" : `${call}/`}$`, "u");
