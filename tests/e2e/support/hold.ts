import type { Page } from "@playwright/test";

/** Holds back what a page asks for at such addresses, until what this gives is called. */
export async function hold(page: Page, addresses: RegExp | string): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(addresses, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
