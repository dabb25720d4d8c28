import axe from "axe-core";
import type { Page } from "@playwright/test";

/** Brings axe-core into the page. Its security policy forbids the page to load a script, not the browser's tools to run one. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** What axe-core finds wrong with the page as it is, one line for each kind and place. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

/** Changes what the page remembers, as if it had been changed in another tab. */
export async function remember(page: Page, key: string, value: string): Promise<void> {
  await page.evaluate(
    ([name, newValue]) => dispatchEvent(new StorageEvent("storage", { key: name, newValue })),
    [key, value] as const,
  );
}

/** Whether something sticks out of the page at its side. */
export const scrollsToTheSide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
