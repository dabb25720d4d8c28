import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { type Settings, settings } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.laboratory });

/** What the server's own answer tells that the list does not: the head of the page shows when it is there. */
const ELSEWHERE = "Elsewhere";

/** Holds calls back until they are let go. */
class Gate {
  /** How many have come so far. */
  calls = 0;
  letGo: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => {
    this.letGo = resolve;
  });

  async pass(): Promise<void> {
    this.calls += 1;
    await this.opened;
  }
}

/** Holds back what the server itself tells. */
async function holdOwnAnswer(page: Page): Promise<Gate> {
  const gate = new Gate();
  await page.route(/\/server\/[^/]+\/$/u, async (route) => {
    await gate.pass();
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), region: ELSEWHERE } });
  });
  return gate;
}

/** Opens the settings from the list, which tells all of a server before its own answer is there. */
async function throughTheList(page: Page, name: string): Promise<Settings> {
  await page.goto("/servers");
  await page.getByRole("article", { name, exact: true }).getByRole("link", { name, exact: true }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL(/\/settings$/u);
  return settings(page, new URL(page.url()).pathname.split("/")[2] ?? "");
}

test("what is typed before the server's own answer is there outlives it", async ({ page }) => {
  const own = await holdOwnAnswer(page);
  const { rename, password, rebuild } = await throughTheList(page, "lab-kubernetes-01");
  await expect.poll(() => own.calls).toBe(1);
  await password.first.fill("xK7#qP2m-vR9z");
  await rebuild.confirm.fill("typed, too");
  await rename.name.fill("typed early");
  own.letGo();
  await expect(page.getByText(ELSEWHERE)).toBeVisible();
  await expect(rename.name).toBeFocused();
  await expect(rename.name).toHaveValue("typed early");
  await expect(password.first).toHaveValue("xK7#qP2m-vR9z");
  await expect(rebuild.confirm).toHaveValue("typed, too");
});

test("a form that is sent stays busy when the server's own answer comes", async ({ page, api, token }) => {
  const own = await holdOwnAnswer(page);
  const renaming = new Gate();
  await page.route(/\/rename\/$/u, async (route) => {
    await renaming.pass();
    await route.continue();
  });
  const { id, rename } = await throughTheList(page, "lab-kubernetes-01");
  await rename.name.fill("renamed early");
  await rename.submit.dblclick();
  const busy = rename.form.getByRole("button", { name: words("settings.rename_busy") });
  await expect(busy).toBeVisible();
  own.letGo();
  await expect(page.getByText(ELSEWHERE)).toBeVisible();
  await expect(busy).toBeVisible();
  await expect(rename.name).toHaveValue("renamed early");
  renaming.letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("renamed early");
  await expect(busy).toBeHidden();
  expect(renaming.calls).toBe(1);

  const told = async () => (await api.call("GET", `/server/${id}/`, token)).body.name;
  await expect.poll(told).toBe("renamed early");
  await api.call("POST", `/server/${id}/rename/`, token, { server_name: "lab-kubernetes-01" });
  await expect.poll(told).toBe("lab-kubernetes-01");
});
