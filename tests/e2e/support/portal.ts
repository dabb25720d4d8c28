import { type Locator, type Page, expect } from "@playwright/test";
import { PASSWORD } from "./accounts.ts";

/** The form that asks for e-mail and password, as a person finds its parts. */
export class SignInForm {
  readonly email: Locator;
  readonly password: Locator;
  readonly project: Locator;
  readonly length: Locator;
  readonly submit: Locator;
  /** What is said of the form as a whole. */
  readonly alert: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.email = page.getByRole("textbox", { name: "Email", exact: true });
    this.password = page.getByLabel("Password", { exact: true });
    this.project = page.getByRole("textbox", { name: "Project ID", exact: true });
    this.length = page.getByRole("combobox", { name: "Stay signed in for" });
    this.submit = page.getByRole("button", { name: "Sign in", exact: true });
    this.alert = page.getByRole("alert");
  }

  async open(path = "/login"): Promise<void> {
    await this.page.goto(path);
    await expect(this.submit).toBeVisible();
  }

  /** Fills in what is given and sends the form. */
  async send(email: string, password: string = PASSWORD, project?: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    if (project !== undefined) {
      await this.project.fill(project);
    }
    await this.submit.click();
  }
}

/** What stands in the address bar, without the host. */
export const address = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

/** Waits until the address bar shows this. */
export async function expectAddress(page: Page, wanted: string): Promise<void> {
  await expect.poll(() => address(page)).toBe(wanted);
}

/** The list of servers. */
export class ServersPage {
  readonly search: Locator;
  readonly status: Locator;
  readonly region: Locator;
  readonly refresh: Locator;
  readonly cards: Locator;
  readonly pagination: Locator;
  readonly next: Locator;
  readonly previous: Locator;
  readonly pageSize: Locator;
  /** How many servers there are, beside the heading. */
  readonly count: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole("searchbox", { name: "Search servers" });
    this.status = page.getByRole("combobox", { name: "Status" });
    this.region = page.getByRole("combobox", { name: "Region" });
    this.refresh = page.getByRole("button", { name: "Refresh" });
    this.cards = page.getByRole("article");
    this.pagination = page.getByRole("navigation", { name: "Pagination" });
    this.next = this.pagination.getByRole("link", { name: "Next page" });
    this.previous = this.pagination.getByRole("link", { name: "Previous page" });
    this.pageSize = this.pagination.getByRole("combobox", { name: "Per page" });
    this.count = page.getByText(/^[\d,]+ servers?$/u);
  }

  async open(path = "/servers"): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole("heading", { name: "Servers", level: 1 })).toBeVisible();
  }

  /** The card, or in the table the row's first cell, of the server of this name. */
  card(name: string): Locator {
    return this.page.getByRole("article", { name, exact: true });
  }

  /** The row of the server of this name. */
  row(name: string): Locator {
    return this.page.getByRole("row").filter({ has: this.card(name) });
  }

  /** The names of the servers shown, in order, once there are some. Below a list that is still being drawn is nothing. */
  async names(): Promise<string[]> {
    await expect(this.cards.first()).toBeVisible();
    await expect(this.pagination).toBeVisible();
    return this.cards.getByRole("link").allTextContents();
  }

  async expectNames(names: string[]): Promise<void> {
    await expect(this.cards.getByRole("link")).toHaveText(names);
  }
}

/** Signs out with the account's menu. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
}

/** Selecting servers, and what is there while some are selected. */
export class Selection {
  /** The bar at the foot of the window. */
  readonly bar: Locator;
  readonly wholePage: Locator;
  readonly clear: Locator;
  /** The boxes that are ticked on this page. */
  readonly ticked: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole("region", { name: "Selection" });
    this.wholePage = page.getByRole("checkbox", { name: "Select all on this page" });
    this.clear = this.bar.getByRole("button", { name: "Clear selection" });
    this.ticked = page.getByRole("checkbox", { name: /^Select (?!all)/u, checked: true });
  }

  /** The box that selects the server of this name. */
  box(name: string): Locator {
    return this.page.getByRole("checkbox", { name: `Select ${name}`, exact: true });
  }

  /** Selects all that match, beyond this page. */
  async everything(): Promise<void> {
    await this.bar.getByRole("button", { name: /^Select all/u }).click();
  }

  async expectCount(count: number): Promise<void> {
    const number = count.toLocaleString("en");
    await expect(this.bar.getByText(`${number} server${count === 1 ? "" : "s"} selected`, { exact: true })).toBeVisible();
  }
}
