import { type Page, expect } from "@playwright/test";
import { hold } from "./hold.ts";

/** What stands around every page, and comes by itself a moment after it. */
const AROUND = /\/split_around-\w+\.wasm$/u;
/** What comes with the list in the same way: its menus. */
const OVER_LIST = /\/split_views-\w+\.wasm$/u;
/** That piece of the program, words, style, and what the piece asks. */
const LATER = [AROUND, /\/later-\w+\.css$/u, /-later-\w+\.txt$/u, /\/auth\/tokens$/u, /\/account\/me\/$/u];

/** The addresses of all that a page has loaded so far. By an observer: a clock in a test's hands holds the other list back. */
const loaded = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(list.getEntries().map(({ name }) => name));
        }).observe({ type: "resource", buffered: true });
      }),
  );

/** Lets what stands around the pages never come: what it asks would be news to the page. */
export async function keepAroundOut(page: Page): Promise<void> {
  await hold(page, AROUND);
}

/** Waits for what comes by itself: without a network it would fail, and the browser would tell of it. */
export async function laterHasCome(page: Page): Promise<void> {
  const wanted = /\/servers(?:\?|$)/u.test(page.url()) ? [...LATER, OVER_LIST] : LATER;
  await expect
    .poll(async () => {
      const come = await loaded(page);
      return wanted.filter((later) => !come.some((address) => later.test(address)));
    })
    .toEqual([]);
}

/** Takes the network from a page on which nobody waits for anything. */
export async function loseNetwork(page: Page): Promise<void> {
  await laterHasCome(page);
  await page.context().setOffline(true);
}
