import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { ServerPage, callOf } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.company });

const WAREHOUSE = "analytics-warehouse-nightly-batch-processing-cluster-node-00001";

const table = (page: Page) => page.getByRole("table", { name: "Volumes", exact: true });
/** The rows of volumes, without head and total. */
const rows = (page: Page) => table(page).getByRole("row").filter({ has: page.getByRole("button") });

test("each volume is there with its size, and what they are together", async ({ page, api, token, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const server = new ServerPage(page);
  const { instance_id: id } = await server.open(api, token, WAREHOUSE, "Volumes");
  await expect(table(page).getByRole("columnheader")).toHaveText(["Name", "Size", "Volume ID"]);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText(`${WAREHOUSE}-boot`);
  await expect(rows(page).first()).toContainText(words("volumes.bootable"));
  await expect(rows(page).first()).toContainText("40 GiB");
  await expect(rows(page).last()).toContainText("1,000 GiB");
  await expect(rows(page).last()).not.toContainText(words("volumes.bootable"));
  await expect(table(page).getByRole("row").last()).toHaveText("Total2,040 GiB");
  // A bar as full as the volume is of the total.
  const widths = await rows(page).locator(".share__part").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
  const whole = (await rows(page).locator(".share").first().boundingBox())?.width ?? 0;
  expect(widths.map((width) => Math.round((width / whole) * 100))).toEqual([2, 49, 49]);
  const { body: volumes } = await api.call("GET", `/server/${id}/list_volume_attached/`, token);
  await server.copy(volumes[1].volume_id).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(volumes[1].volume_id);
});

test("a single volume needs no total", async ({ page, api, token }) => {
  await new ServerPage(page).open(api, token, "web-01", "Volumes");
  await expect(rows(page)).toHaveCount(1);
  await expect(table(page).getByText(words("volumes.total"))).toHaveCount(0);
  await expect(rows(page).locator(".share")).toHaveCount(0);
});

test("a server without volumes says so", async ({ page, api, token }) => {
  await new ServerPage(page).open(api, token, "netboot", "Volumes");
  await expect(page.getByText(words("volumes.empty_text"))).toBeVisible();
  await expect(table(page)).toHaveCount(0);
});

test("odd entries do no harm", async ({ page, api, token }) => {
  const { instance_id: id } = await api.serverNamed(token, "web-01");
  const volumes = [
    { bootable: true, name: "  ", size: 40, volume_id: "v-1" },
    {},
    { bootable: "false", name: "<img src=x onerror=alert(1)>", size: "many", volume_id: "v-2" },
    { bootable: "TRUE", name: "huge", size: 9007199254740991, volume_id: "v-2" },
    "a word",
    null,
  ];
  await page.route(callOf(id, "list_volume_attached"), (route) => route.fulfill({ json: volumes }));
  await new ServerPage(page).open(api, token, "web-01", "Volumes");
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(0)).toContainText(words("volumes.unnamed"));
  await expect(rows(page).nth(0)).toContainText(words("volumes.bootable"));
  await expect(rows(page).nth(1)).toContainText("<img src=x onerror=alert(1)>");
  await expect(rows(page).nth(1)).toContainText(words("volumes.no_size"));
  await expect(rows(page).nth(2)).toContainText("9007199254740991 GiB");
  // The size of one is not known, so nobody knows what they are together.
  await expect(table(page).getByText(words("volumes.total"))).toHaveCount(0);
});

test("on a phone all of it is there without scrolling sideways, and still a table", async ({ page, api, token }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const server = new ServerPage(page);
  const { instance_id: id } = await server.open(api, token, WAREHOUSE, "Volumes");
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first().getByRole("rowheader")).toContainText(`${WAREHOUSE}-boot`);
  await expect(rows(page).first().getByRole("cell")).toHaveCount(2);
  const { body: volumes } = await api.call("GET", `/server/${id}/list_volume_attached/`, token);
  for (const { volume_id } of volumes) {
    await server.copy(volume_id).scrollIntoViewIfNeeded();
    await expect(server.copy(volume_id)).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await table(page).evaluate((it) => it.parentElement!.scrollWidth - it.parentElement!.clientWidth)).toBe(0);
});

test("the last good list stays when a newer one fails", async ({ page, api, token, problems }) => {
  problems.expectStatus(503);
  await installClock(page);
  const { instance_id: id } = await new ServerPage(page).open(api, token, WAREHOUSE, "Volumes");
  await expect(rows(page)).toHaveCount(3);
  await page.route(callOf(id, "list_volume_attached"), (route) => route.fulfill({ status: 503, body: "" }));
  await page.clock.fastForward(31_000);
  await expect(page.getByRole("alert")).toContainText(words("error.server"));
  await expect(rows(page)).toHaveCount(3);
  await page.unroute(callOf(id, "list_volume_attached"));
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
});
