import type { Page } from "@playwright/test";
import { failures, withReference } from "./support/failures.ts";
import { type Settings, settings } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: { email: "faults@example.com" } });

const NEW_PASSWORD = "xK7#qP2m-vR9z";

/** Opens the settings of a server whose own calls all fail: the list still knows it. */
async function throughTheList(page: Page, name: string): Promise<Settings> {
  await page.goto("/servers?size=50");
  await page.getByRole("article", { name, exact: true }).getByRole("link", { name, exact: true }).click();
  // What is said of the server's own answer moves the parts down: not from under the pointer.
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL(/\/settings$/u);
  return settings(page, new URL(page.url()).pathname.split("/")[2] ?? "");
}

/** Fills each form with what it would accept. */
async function fill({ rename, password, rebuild }: Settings, name: string): Promise<void> {
  await rename.name.fill("Another name");
  await password.first.fill(NEW_PASSWORD);
  await password.second.fill(NEW_PASSWORD);
  await rebuild.systems.getByRole("radio", { name: "Debian 12" }).check();
  await rebuild.confirm.fill(name);
}

/** What was typed is all there. */
async function expectKept({ rename, password, rebuild }: Settings, name: string): Promise<void> {
  await expect(rename.name).toHaveValue("Another name");
  await expect(password.first).toHaveValue(NEW_PASSWORD);
  await expect(password.second).toHaveValue(NEW_PASSWORD);
  await expect(rebuild.systems.getByRole("radio", { name: "Debian 12" })).toBeChecked();
  await expect(rebuild.confirm).toHaveValue(name);
}

// A missing server has no settings: the page says that it is missing.
for (const failure of failures.filter(({ kind }) => kind !== "not-found")) {
  const { kind } = failure;
  test(`${kind}: each form says so, and nothing typed is lost`, async ({ page, problems }) => {
    problems.expectStatus(400, 403, 409, 413, 429, 500, 502, 503);
    problems.expectNoAnswer();
    const name = `fault-${kind}`;
    const forms = await throughTheList(page, name);
    await fill(forms, name);
    for (const { form, submit } of [forms.rename, forms.password, forms.rebuild]) {
      await submit.click();
      await expect(form.getByRole("alert").getByText(withReference(failure), { exact: true })).toBeVisible();
      await expectKept(forms, name);
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  });
}

test("field: each field says so and has the focus", async ({ page, problems }) => {
  problems.expectStatus(400);
  const forms = await throughTheList(page, "fault-field");
  await fill(forms, "fault-field");
  for (const [{ form, submit }, field] of [
    [forms.rename, forms.rename.name],
    [forms.password, forms.password.first],
    [forms.rebuild, forms.rebuild.systems],
  ] as const) {
    await submit.click();
    await expect(field).toHaveAccessibleDescription(/This call fails on purpose: field\./u);
    await expect(field).toBeFocused();
    await expect(form.getByRole("alert")).toHaveCount(0);
    await expectKept(forms, "fault-field");
  }
});

test("unauthorised: the session ends, and comes back here", async ({ page, problems }) => {
  problems.expectStatus(401);
  await page.goto("/servers?size=50");
  await page.getByRole("link", { name: "fault-unauthorised", exact: true }).click();
  await expect(page.getByText(words("login.ended"))).toBeVisible();
});
