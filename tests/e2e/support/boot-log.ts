import { type Locator, type Page, expect } from "@playwright/test";

/** The part of a server's page that shows its boot log. */
export class BootLogPage {
  readonly log: Locator;
  readonly search: Locator;
  readonly next: Locator;
  readonly previous: Locator;
  readonly follow: Locator;
  readonly wrap: Locator;
  readonly numbers: Locator;
  readonly copy: Locator;
  readonly download: Locator;
  readonly toEnd: Locator;
  /** What is found: a `mark` for each match in sight. */
  readonly matches: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.log = page.getByRole("region", { name: "Boot log" });
    this.search = page.getByRole("searchbox", { name: "Search in log" });
    this.next = page.getByRole("button", { name: "Next match" });
    this.previous = page.getByRole("button", { name: "Previous match" });
    this.follow = page.getByRole("switch", { name: "Follow" });
    this.wrap = page.getByRole("switch", { name: "Wrap lines" });
    this.numbers = page.getByRole("switch", { name: "Line numbers" });
    this.copy = page.getByRole("button", { name: "Copy", exact: true });
    this.download = page.getByRole("button", { name: "Download" });
    this.toEnd = page.getByRole("button", { name: "Jump to end" });
    this.matches = this.log.locator("mark");
  }

  /** Opens the log of a server, which the service answers with `text` where that is given. */
  async open(id: string, text?: string, query = ""): Promise<void> {
    if (text !== undefined) {
      await this.answer(text);
    }
    await this.page.goto(`/servers/${id}/log${query}`);
    await expect(this.log).toBeVisible();
  }

  /** Lets the service answer with `text` from now on. */
  async answer(text: string): Promise<void> {
    const address = "**/get_console_log/";
    await this.page.unroute(address);
    await this.page.route(address, (route) => route.fulfill({ json: { console_log: text } }));
  }

  /** The row that shows this text. */
  row(text: string | RegExp): Locator {
    return this.log.getByText(text, { exact: true });
  }

  /** How far the screen is scrolled, and how far it is from its end, in pixels. */
  async position(): Promise<{ top: number; below: number }> {
    return this.log.evaluate((screen) => ({
      top: screen.scrollTop,
      below: screen.scrollHeight - screen.scrollTop - screen.clientHeight,
    }));
  }

  async scrollTo(top: number): Promise<void> {
    await this.log.evaluate((screen, place) => {
      screen.scrollTop = place;
    }, top);
  }

  async expectAtEnd(): Promise<void> {
    await expect.poll(async () => (await this.position()).below).toBeLessThan(2);
  }
}

/** Lines that tell where they are: `line 1` and so on. */
export const lines = (count: number, first = 1): string =>
  Array.from({ length: count }, (_, index) => `line ${first + index}\n`).join("");
