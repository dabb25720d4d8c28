import type { Page } from "@playwright/test";

/** What a person can use, as far as it is shown. */
const CONTROLS = "a[href], button, input, select, textarea, summary, [role^=menuitem], [tabindex='0']";

/**
 * The controls that a finger of 44 pixels misses: what is nearly half of that above, below, left or right of the middle of
 * one does not belong to it. Links within a sentence are as high as its lines (WCAG 2.2, 2.5.8), and the name of a card is
 * as large as the card.
 */
export async function missedByFingers(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const NEARLY_HALF = 21;
    const belongs = (control: HTMLElement, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (control.contains(hit) || hit.closest("label")?.control === control);
    };
    const isWithinSentence = (control: HTMLElement) =>
      [...(control.parentElement?.childNodes ?? [])].some((node) => node instanceof Text && node.data.trim() !== "");
    const isMissed = (control: HTMLElement) => {
      const area = control.closest("label") ?? control;
      area.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const { left, top, width, height } = area.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      // The words of a box are at one side of it.
      const beside = control.matches(".check__input") ? [] : [[-NEARLY_HALF, 0], [NEARLY_HALF, 0]];
      const around = [[0, -NEARLY_HALF], [0, NEARLY_HALF], ...beside];
      // What a dialog covers cannot be used now.
      const isFree = belongs(control, x, y) || control.matches(".check__input");
      return isFree && !around.every(([right = 0, down = 0]) => belongs(control, x + right, y + down));
    };
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((control) => control.checkVisibility({ visibilityProperty: true }));
    const measured = shown.filter((control) => !control.matches(".skip, article.server .server__link") && !isWithinSentence(control));
    return measured.filter(isMissed).map(({ outerHTML }) => outerHTML.slice(0, 200));
  }, CONTROLS);
}

/** The controls that something else covers once they have the focus (WCAG 2.2, 2.4.11), or that are not on the screen then. */
export async function coveredOnFocus(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const isCovered = (control: HTMLElement) => {
      control.focus();
      const area = control.closest("label") ?? control;
      const { left, right, top, bottom } = area.getBoundingClientRect();
      const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
      const hit = document.elementFromPoint(x, y);
      return hit === null || !(area.contains(hit) || hit.contains(area) || hit.closest("label")?.control === control);
    };
    const within = document.querySelector("dialog[open], .menu:popover-open") ?? document;
    const shown = [...within.querySelectorAll<HTMLElement>(selector)].filter((control) => control.checkVisibility({ visibilityProperty: true }));
    return shown.filter(isCovered).map(({ outerHTML }) => outerHTML.slice(0, 200));
  }, CONTROLS);
}

/** What is cut off: at the side of the page, or within an element that does not scroll. A field, and a log, scroll by themselves. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element) => {
      const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element);
      const isHidden = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const isMeant = textOverflow === "ellipsis" || clipPath !== "none" || element.matches("input, select, .log__screen *");
      const isWider = isHidden(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isHigher = isHidden(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return !isMeant && element.checkVisibility() && (isWider || isHigher);
    };
    const cut = [...document.body.querySelectorAll("*")].filter(isCut).map(({ outerHTML }) => outerHTML.slice(0, 200));
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`The page is ${scrollWidth} pixels wide.`, ...cut] : cut;
  });
}

/** How much of the height of the screen is taken by what stays there as the page scrolls: from 0 to 1. */
export async function heldByBars(page: Page): Promise<number> {
  return page.evaluate(() => {
    const stays = (element: Element) =>
      ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.checkVisibility() && !element.closest("dialog, .menu");
    const bars = [...document.querySelectorAll(".bar, .bar *, .page *")].filter(stays);
    return bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0) / innerHeight;
  });
}

/** Spaces all text as wide as a person may (WCAG 2.2, 1.4.12). */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      *:not(.log__screen *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
}
