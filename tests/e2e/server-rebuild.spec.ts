import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import type { Api } from "./support/api.ts";
import { expectAddress } from "./support/portal.ts";
import { settings, settingsOf } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const REBUILDS_KEY = "vps-portal.rebuilds";
const MINUTE = 60_000;

/** What goes on while a server is rebuilt: what is said of it, and the bar. */
const progress = (page: Page) => ({
  said: page.getByRole("status").filter({ has: page.locator("p") }),
  bar: page.getByRole("progressbar", { name: words("rebuild.progress") }),
});

/** Makes the page remember a rebuild of the server with this system that began so long ago. */
async function rememberRebuild(page: Page, id: string, image: number, milliseconds: number): Promise<void> {
  await page.goto("/icon.svg");
  const stored = `${image} ${Date.now() - milliseconds} ${id}\n`;
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [REBUILDS_KEY, stored] as const);
}

const statusOf = async (api: Api, token: string, id: string) =>
  (await api.call("GET", `/server/${id}/`, token)).body.status as string;

test.describe("a server of one's own", () => {
  test.use({ account: accounts.laboratory });

  test("is rebuilt once the system is chosen and its name typed, and followed to the end", async ({ page, api, token }) => {
    test.setTimeout(60_000);
    const { id, rebuild, rename } = await settingsOf(page, api, token, "lab-kubernetes-02");
    await expect(rebuild.submit).toHaveAccessibleDescription(words("rebuild.choose"));
    await expect(page.getByText(words("rebuild.lost"))).toBeVisible();
    await expect(page.getByText(words("rebuild.takes_either"))).toBeVisible();
    await rebuild.systems.getByRole("radio", { name: "Debian 12" }).check();
    await expectAddress(page, `/servers/${id}/settings?image=1`);
    await expect(page.getByText(words("rebuild.takes_linux"))).toBeVisible();

    await expect(rebuild.submit).toHaveAccessibleDescription(words("rebuild.type_first"));
    await rebuild.confirm.fill("lab-kubernetes-01");
    await expect(rebuild.submit).toHaveAttribute("aria-disabled", "true");
    await rebuild.confirm.press("Enter");
    expect(await statusOf(api, token, id)).toBe("ACTIVE");

    await rebuild.confirm.fill(" lab-kubernetes-02 ");
    await expect(rebuild.submit).not.toHaveAttribute("aria-disabled", "true");
    const sent = page.waitForRequest((request) => request.url().endsWith(`/server/${id}/rebuild/`));
    await rebuild.submit.click();
    expect((await sent).postDataJSON()).toEqual({ os_image: 1 });

    const { said, bar } = progress(page);
    await expect(said).toContainText(words("rebuild.underway_with", { image: "Debian 12" }));
    await expect(said).toContainText(words("rebuild.takes_linux"));
    await expect(bar).toHaveAttribute("value", /^\d+$/u);
    await expect(rebuild.confirm).toHaveValue("");
    await expect(rebuild.submit).toHaveAttribute("aria-disabled", "true");
    await expect(rename.submit).toHaveAttribute("aria-disabled", "true");

    await page.reload();
    await expect(said).toContainText(words("rebuild.underway_with", { image: "Debian 12" }));
    await expect(bar).toHaveAttribute("value", /^\d+$/u);

    await expect(said).toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByText("Running")).toBeVisible();
    expect(await statusOf(api, token, id)).toBe("ACTIVE");
    const log = await api.call("GET", `/server/${id}/get_console_log/`, token);
    expect(log.body.console_log).toContain("Debian GNU/Linux 12");
  });

  test("a chosen system that the address does not know is none", async ({ page, api, token }) => {
    const { rebuild } = await settingsOf(page, api, token, "lab-alma", "?image=99");
    await expect(rebuild.systems.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(rebuild.submit).toHaveAccessibleDescription(words("rebuild.choose"));
  });

  test("the systems stand under their families and are chosen by keyboard", async ({ page, api, token }) => {
    const { rebuild } = await settingsOf(page, api, token, "lab-alma", "?image=2");
    const families = rebuild.systems.getByRole("group");
    await expect(families).toHaveCount(4);
    await expect(families.filter({ hasText: "Ubuntu" }).getByRole("radio", { name: "Ubuntu 24.04 LTS" })).toBeChecked();
    await rebuild.systems.getByRole("radio", { name: "Ubuntu 24.04 LTS" }).press("ArrowDown");
    await expect(rebuild.systems.getByRole("radio", { name: "AlmaLinux 9" })).toBeChecked();
  });

  test("without a name it is confirmed by its id", async ({ page, api, token }) => {
    const { instance_id: id } = await api.serverNamed(token, "lab-alma");
    await page.route(`**/server/${id}/`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), name: " " } });
    });
    await page.goto(`/servers/${id}/settings?image=3`);
    const { rebuild } = settings(page, id);
    await expect(rebuild.confirm).toHaveAccessibleDescription(words("rebuild.confirm_id", { id }));
    await rebuild.confirm.fill(id);
    await expect(rebuild.submit).not.toHaveAttribute("aria-disabled", "true");
  });

  test("without systems in the configuration there is a sentence and no form", async ({ page, api, token }) => {
    await page.route("**/config.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), os_images: [] } });
    });
    const { rebuild } = await settingsOf(page, api, token, "lab-alma");
    await expect(page.getByText(words("rebuild.no_systems"))).toBeVisible();
    await expect(rebuild.form).toHaveCount(0);
  });
});

test.describe("a rebuild that goes on", () => {
  test.use({ account: accounts.company });

  test("begun elsewhere: the page says what it knows, which is not for how long", async ({ page, api, token }) => {
    await settingsOf(page, api, token, "crm");
    const { said, bar } = progress(page);
    await expect(said).toContainText(words("rebuild.underway"));
    await expect(said).toContainText(words("rebuild.takes_either"));
    await expect(bar).not.toHaveAttribute("value");
  });

  for (const [system, image, minutes, key, value] of [
    ["Windows", 4, 5, "rebuild.takes_windows", "50"],
    ["Linux", 1, 20, "rebuild.overdue", "95"],
  ] as const) {
    test(`begun here ${minutes} minutes ago, with ${system}`, async ({ page, api, token, problems }) => {
      // The browser looks for an icon beside the file that gives access to the storage.
      problems.expectStatus(404);
      const { instance_id: id } = await api.serverNamed(token, "crm");
      await rememberRebuild(page, id, image, minutes * MINUTE);
      await settingsOf(page, api, token, "crm");
      const { said, bar } = progress(page);
      await expect(said).toContainText(words(key));
      await expect(bar).toHaveAttribute("value", value);
      await expect(page.getByText(new RegExp(`^${minutes}:\\d\\d so far$`, "u"))).toBeVisible();
    });
  }
});
