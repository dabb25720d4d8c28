import { accounts } from "./support/accounts.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { TOLD_KEY } from "./support/told.ts";
import { expect, test } from "./support/test.ts";

test.use({ account: accounts.company, remembered: { [TOLD_KEY]: "" } });

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
]) {
  test.describe(`${width} pixels`, () => {
    test.use({ viewport: { width, height }, hasTouch: width < 1000, isMobile: width < 1000 });

    test("a toast that stays moves nothing, and covers neither the end of the page nor the navigation", async ({ page }) => {
      const servers = new ServersPage(page);
      await servers.open();
      await expect(servers.cards).toHaveCount(20);
      const before = await servers.cards.first().boundingBox();
      const toast = page.getByRole("region", { name: "Notifications" }).getByRole("status");
      // What tells it comes a moment after the page.
      await expect(toast).toBeVisible({ timeout: 15_000 });
      expect(await servers.cards.first().boundingBox()).toEqual(before);
      await expect(toast).toBeInViewport({ ratio: 1 });

      await page.getByRole("link", { name: "Profile" }).click({ trial: true });
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect(toast).toBeInViewport({ ratio: 1 });
      for (const reached of [page.getByRole("link", { name: "Next page" }), page.getByLabel("Per page")]) {
        const isOnTop = await reached.evaluate((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        });
        expect(isOnTop).toBe(true);
      }
      await page.getByRole("link", { name: "Next page" }).click();
      await expectAddress(page, "/servers?page=2");
      await expect(toast).toBeVisible();
    });

    test("what takes the focus is not under it", async ({ page }) => {
      const servers = new ServersPage(page);
      await servers.open();
      const toast = page.getByRole("region", { name: "Notifications" }).getByRole("status");
      await expect(toast).toBeVisible({ timeout: 15_000 });
      const links = servers.cards.getByRole("link");
      for (const index of [8, 12, 19]) {
        await links.nth(index).focus();
        const foot = await links.nth(index).evaluate((link) => link.getBoundingClientRect().bottom);
        expect(foot).toBeLessThanOrEqual((await toast.boundingBox())?.y ?? 0);
      }
      const scrolled = () => page.evaluate(() => scrollY);
      const before = await scrolled();
      await toast.getByRole("link").focus();
      await toast.getByRole("button").focus();
      expect(await scrolled()).toBe(before);
    });
  });
}
