import { type Locator, type Page, expect } from "@playwright/test";
import { words } from "./words.ts";

const beginningWith = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")}`, "u");

/** The palette, as a person finds its parts. */
export class Palette {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly options: Locator;
  /** The option that Enter takes. */
  readonly active: Locator;
  /** What a screen reader is told. */
  readonly status: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: words("palette.title") });
    this.field = this.dialog.getByRole("combobox", { name: words("palette.search") });
    this.options = this.dialog.getByRole("option");
    this.active = this.dialog.getByRole("option", { selected: true });
    this.status = this.dialog.getByRole("status");
  }

  /** Opens it with its key; where it is still on its way, it comes by itself. */
  async open(): Promise<void> {
    await this.page.keyboard.press("Control+k");
    await expect(this.field).toBeFocused();
  }

  /** The option that begins with these words. */
  option(words: string): Locator {
    return this.options.filter({ hasText: beginningWith(words) });
  }

  /** The options of a kind. */
  group(name: string): Locator {
    return this.dialog.getByRole("group", { name, exact: true });
  }

  /** Types, and takes what is found first once it begins with these words. */
  async take(typed: string, words: string): Promise<void> {
    await this.open();
    await this.field.fill(typed);
    await expect(this.active).toHaveText(beginningWith(words));
    await this.page.keyboard.press("Enter");
    await expect(this.dialog).toBeHidden();
  }
}
