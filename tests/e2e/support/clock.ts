import type { Page } from "@playwright/test";

/**
 * Puts the clock of a page that is opened next into the test's hands (`page.clock`); it runs on by itself meanwhile.
 *
 * Playwright numbers its timers from 10¹² on. WebAssembly takes the number of a timer for an integer of 32 bits, as every
 * browser gives them: cut to that, a timer could not be cleared. So they are numbered anew.
 */
export async function installClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.addInitScript(() => {
    const timers = new Map<number, number>();
    let last = 0;
    for (const kind of ["Timeout", "Interval"] as const) {
      const set = window[`set${kind}`] as (action: TimerHandler, ...rest: unknown[]) => number;
      const clear = window[`clear${kind}`];
      const renumbered = (action: TimerHandler, ...rest: unknown[]) => {
        last += 1;
        const number = last;
        // A timer that has run out is kept no longer: a long journey sets a great many.
        const once = (...given: unknown[]) => {
          timers.delete(number);
          (action as (...given: unknown[]) => void)(...given);
        };
        timers.set(number, set(kind === "Timeout" ? once : action, ...rest));
        return number;
      };
      Object.assign(window, {
        [`set${kind}`]: renumbered,
        [`clear${kind}`]: (number?: number) => {
          clear(timers.get(number ?? 0));
          timers.delete(number ?? 0);
        },
      });
    }
  });
}
