import type { Page } from "@playwright/test";

interface Shift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Notes from the next document on what moves by itself, and what moves soon after somebody has pressed something. */
export const noteShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as unknown as Shift[]) {
        const moved = sources.map(({ node }) => node).filter((node) => node instanceof Element);
        shifts.push(...moved.map((element) => `${value}: ${element.outerHTML.slice(0, 100)}`));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

/** What has moved, as it begins in the document. */
export const shifts = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
