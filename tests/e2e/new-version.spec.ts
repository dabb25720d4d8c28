import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { setVisibility } from "./support/presence.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.single });

/** The document as the next build would have it: with another module. */
const renewed = (html: string) => html.replaceAll(/vps-portal-[0-9a-f]{16}\.js/gu, "vps-portal-0123456789abcdef.js");

test("a build that takes the place of the open one is offered, and the open one goes on", async ({ page }) => {
  await installClock(page);
  await page.goto("/servers");
  await expect(page.getByRole("article").first()).toBeVisible();
  const looked: string[] = [];
  await page.route(/\/$/u, async (route) => {
    looked.push(route.request().url());
    const response = await route.fetch();
    await route.fulfill({ response, body: renewed(await response.text()) });
  });
  await setVisibility(page, "hidden");
  await page.clock.fastForward(2 * 60 * 60_000);
  await setVisibility(page, "visible");
  const notice = page.getByRole("status").filter({ hasText: words("version.new") });
  await expect(notice).toBeVisible();
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("textbox", { name: "Address" })).toBeVisible();
  await page.unrouteAll();
  await notice.getByRole("button", { name: words("version.reload") }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("the same build is not offered", async ({ page }) => {
  await installClock(page);
  await page.goto("/servers");
  await expect(page.getByRole("article").first()).toBeVisible();
  const looked = page.waitForResponse((response) => new URL(response.url()).pathname === "/");
  await setVisibility(page, "hidden");
  await page.clock.fastForward(2 * 60 * 60_000);
  await setVisibility(page, "visible");
  await (await looked).finished();
  await expect(page.getByText(words("version.new"))).toHaveCount(0);
});
