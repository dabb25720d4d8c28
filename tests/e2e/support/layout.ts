import type { Locator, Page } from "@playwright/test";

/** A text that a person sees or hears, and the element that has it. */
export interface Seen {
  readonly text: string;
  readonly where: string;
}

/**
 * Every text of the page that is there for people: in sight, or read out. Not what is code, keys or a log, and the same in
 * every language, nor the languages' names for themselves.
 */
export const textsOf = (page: Page): Promise<Seen[]> =>
  page.evaluate(() => {
    const where = (element: Element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`;
    const isThere = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[hidden], #boot-shell, code, kbd, .log");
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { text: string; where: string }[] = [];
    while (nodes.nextNode()) {
      const { parentElement: parent, nodeValue } = nodes.currentNode;
      if (parent && nodeValue?.trim() && isThere(parent)) {
        found.push({ text: nodeValue, where: where(parent) });
      }
    }
    for (const element of document.body.querySelectorAll("[aria-label], [placeholder], [title], [alt], [aria-valuetext]")) {
      for (const name of ["aria-label", "placeholder", "title", "alt", "aria-valuetext"]) {
        const text = element.getAttribute(name);
        if (text?.trim() && isThere(element)) {
          found.push({ text, where: `${name} of ${where(element)}` });
        }
      }
    }
    return found;
  });

/** What does not fit where it stands: the page that scrolls to the side, a text that is cut off or leaves its box. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? ["the page scrolls to the side"] : [];
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
      const { display, overflowX, overflowY, position } = getComputedStyle(element);
      const isBox = own.length > 0 && display !== "inline";
      // The name of the provider may be as long as they like: it is shortened.
      const mayBeCut = element.closest(".visually-hidden, .brand__name, .log");
      if (!isBox || position === "absolute" || mayBeCut || !element.checkVisibility({ visibilityProperty: true })) {
        continue;
      }
      const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
      const isWide = element.scrollWidth > element.clientWidth + 1 && !scrolls(overflowX);
      const isHigh = element.scrollHeight > element.clientHeight + 1 && overflowY !== "visible" && !scrolls(overflowY);
      if (isWide || isHigh) {
        found.push(`${isWide ? "too wide" : "too high"}: <${element.localName} class="${element.className}"> ${element.textContent?.slice(0, 60)}`);
      }
    }
    return found;
  });

/** These signs of a text, in the order in which they stand on the screen, from the left. */
export const orderOf = (text: Locator, ...signs: string[]): Promise<string> =>
  text.evaluate((element, wanted) => {
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places: [number, string][] = [];
    while (nodes.nextNode()) {
      for (const sign of wanted) {
        const index = nodes.currentNode.nodeValue?.indexOf(sign) ?? -1;
        if (index >= 0) {
          const range = document.createRange();
          range.setStart(nodes.currentNode, index);
          range.setEnd(nodes.currentNode, index + sign.length);
          places.push([range.getBoundingClientRect().left, sign]);
        }
      }
    }
    return places.sort(([one], [other]) => one - other).map(([, sign]) => sign).join("");
  }, signs);
