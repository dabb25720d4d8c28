import { type Locator, type Page, expect } from "@playwright/test";

/** More stops than any page of the journeys has. */
const MOST_STOPS = 120;

/** A person who has no mouse. Wherever the focus goes, it has to be seen. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on with the Tab key, or back, until this has the focus: it is reached, and nothing on the way holds the focus. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    const isBefore = await target.evaluate((element) => {
      const place = document.activeElement?.compareDocumentPosition(element) ?? 0;
      return (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    const key = isBefore ? "Shift+Tab" : "Tab";
    for (let stop = 0; !(await isThere()); stop += 1) {
      expect(stop, `the ${key} key reaches ${String(target)}`).toBeLessThan(MOST_STOPS);
      await this.page.keyboard.press(key);
    }
    await this.expectSeen();
  }

  /** Reaches what can be used, and uses it. */
  async use(target: Locator, key = "Enter"): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press(key);
  }

  /** Reaches a field and types into it, in the place of what is there. */
  async type(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  /** Opens a menu and goes down to an item. */
  async choose(button: Locator, item: Locator): Promise<void> {
    await this.use(button);
    await expect(this.page.locator("[role^=menuitem]:focus")).toHaveCount(1);
    for (let step = 0; !(await item.evaluate((element) => element === document.activeElement)); step += 1) {
      expect(step, `the arrow keys reach ${String(item)}`).toBeLessThan(12);
      await this.page.keyboard.press("ArrowDown");
    }
    await this.expectSeen();
    await this.page.keyboard.press("Enter");
  }

  /** Expects the focus to be somewhere, on something that is in sight, and to show. */
  async expectSeen(): Promise<void> {
    await expect.poll(() => this.page.evaluate(wrongWithFocus), "what is wrong with the focus").toBe("");
  }
}

/** What is wrong with where the focus is; nothing, where a person sees it. Runs in the page. */
function wrongWithFocus(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) {
    return "it is lost";
  }
  const name = `<${focused.localName} class="${focused.className}"> ${focused.textContent?.slice(0, 40) ?? ""}`;
  // What takes the place of a hidden box stands beside it, a field's frame around it, and a card shows it for its link.
  const around = [focused, focused.nextElementSibling, focused.parentElement, focused.parentElement?.parentElement, focused.closest("article")];
  const hasRing = (element: Element, part?: string) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const shows = around.some((element) => element && (hasRing(element) || hasRing(element, "::after")));
  // Only a script sends the focus there, after the address has changed: the page itself is what is new.
  const isPage = focused.matches("h1, h2, main, [tabindex='-1']");
  if (!shows && !isPage) {
    return `it does not show: ${name}`;
  }
  const box = around.map((element) => element?.getBoundingClientRect()).find((area) => area && area.width > 2 && area.height > 2);
  if (!box) {
    return `it has no place: ${name}`;
  }
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + x * box.width, box.top + y * box.height] as const));
  const inSight = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && around.some((element) => element && (element.contains(top) || top === element));
  });
  return inSight ? "" : `it is out of sight or covered: ${name}`;
}
