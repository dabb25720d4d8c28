import type { Page } from "@playwright/test";

/** Changes the body of a call's good answers on their way to the page. */
export async function changeAnswer(page: Page, call: string | RegExp, change: (body: any) => unknown): Promise<void> {
  await page.route(call, async (route) => {
    if (route.request().method() !== "GET") {
      await route.fallback();
      return;
    }
    const response = await route.fetch();
    await route.fulfill(response.ok() ? { response, json: change(await response.json()) } : { response });
  });
}
