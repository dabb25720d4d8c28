import { accounts } from "./support/accounts.ts";
import { SignInForm } from "./support/portal.ts";
import { endSession } from "./support/session.ts";
import { settingsOf } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.company });

/** What the service says that the person's profile is. */
const profileOf = async (api: { call: Function }, token: string) => (await api.call("GET", "/user/detail_user/", token)).body;

test("only what changed is sent, and it is saved", async ({ page, api, token }) => {
  const before = await profileOf(api, token);
  await page.goto("/profile");
  const save = page.getByRole("button", { name: "Save changes" });
  await expect(page.getByLabel("First name")).toHaveValue(before.first_name);
  await expect(page.getByLabel("Last name")).toHaveValue(before.last_name);
  await expect(save).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Company", { exact: true }).fill("  Công ty Mới ");
  await page.getByLabel("Gender").selectOption({ label: "Company" });
  const request = page.waitForRequest("**/user/update_profile/");
  await save.click();
  expect((await request).postDataJSON()).toEqual({ company: "Công ty Mới", gender: 3 });
  await expect(page.getByRole("status").getByText(words("profile.saved"))).toBeVisible();
  await expect(save).toHaveAttribute("aria-disabled", "true");
  expect(await profileOf(api, token)).toMatchObject({ ...before, company: "Công ty Mới", gender: 3, last_login: expect.anything() });
  await page.getByLabel("Company", { exact: true }).fill(before.company);
  await page.getByLabel("Gender").selectOption(String(before.gender));
  await save.click();
  await expect.poll(async () => (await profileOf(api, token)).company).toBe(before.company);
});

test("a number that is none is told beside its field, and nothing is sent", async ({ page }) => {
  await page.goto("/profile");
  const phone = page.getByRole("textbox", { name: "Phone number" });
  await phone.fill("call me");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(words("profile.phone_wrong"))).toBeVisible();
  await expect(phone).toBeFocused();
  await expect(phone).toHaveValue("call me");
});

test("what the service refuses stands beside its field, and what was typed stays", async ({ page, problems }) => {
  problems.expectStatus(400);
  await page.route("**/user/update_profile/", (route) =>
    route.fulfill({ status: 400, json: { address: ["This street does not exist."] } }),
  );
  await page.goto("/profile");
  const address = page.getByRole("textbox", { name: "Address" });
  await address.fill("12 Nowhere");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("This street does not exist.")).toBeVisible();
  await expect(address).toBeFocused();
  await expect(address).toHaveValue("12 Nowhere");
});

test("leaving with something unsaved is asked about", async ({ page }) => {
  await page.goto("/projects");
  await page.getByRole("link", { name: "Profile" }).click();
  const address = page.getByRole("textbox", { name: "Address" });
  await address.fill("Somewhere else");
  const dialog = page.getByRole("dialog", { name: words("leaving.title") });
  await page.getByRole("link", { name: "Token" }).click();
  await dialog.getByRole("button", { name: words("leaving.stay") }).click();
  await expect(dialog).toBeHidden();
  await expect(address).toHaveValue("Somewhere else");
  await page.goBack();
  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/u);
  await dialog.getByRole("button", { name: words("leaving.leave") }).click();
  await expect(page.getByRole("heading", { name: "Projects", level: 1 })).toBeVisible();
});

test.describe("changing the password", () => {
  test.use({ account: accounts.empty });

  test("a wrong current password is told beside its field, the policy as it is met", async ({ page, problems }) => {
    problems.expectStatus(400);
    await page.goto("/profile");
    const form = page.getByRole("form", { name: "Change password" });
    await form.getByLabel("Current password").fill("Not-this-1");
    await form.getByLabel("New password").fill("Portal-demo-2");
    await form.getByLabel("Repeat password").fill("Portal-demo-2");
    await form.getByRole("button", { name: "Change password" }).click();
    await expect(form.getByLabel("Current password")).toBeFocused();
    await expect(form.getByLabel("Current password")).toHaveAttribute("aria-invalid", "true");
    await expect(form.getByLabel("New password")).toHaveValue("Portal-demo-2");
  });

  test("a new password that does not keep the policy is not sent", async ({ page }) => {
    await page.goto("/profile");
    const form = page.getByRole("form", { name: "Change password" });
    await form.getByLabel("Current password").fill("Portal-demo-1");
    await form.getByLabel("New password").fill("short");
    await form.getByRole("button", { name: "Change password" }).click();
    await expect(form.getByLabel("New password")).toBeFocused();
    await expect(form.getByText(words("password.unmet"))).toBeVisible();
  });

  test("a changed password is the one to sign in with, and the session goes on", async ({ page, api, token }) => {
    const change = (from: string, to: string) =>
      api.call("POST", "/user/change_password/", token, { old_password: from, new_password: to, re_password: to });
    await page.goto("/profile");
    const form = page.getByRole("form", { name: "Change password" });
    await form.getByLabel("Current password").fill("Portal-demo-1");
    await form.getByLabel("New password").fill("Portal-demo-2");
    await form.getByLabel("Repeat password").fill("Portal-demo-2");
    await form.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByRole("status").getByText(words("profile.password_changed"))).toBeVisible();
    await expect(form.getByLabel("New password")).toHaveValue("");
    const { status } = await api.call("POST", "/auth/tokens", undefined, { email: accounts.empty.email, password: "Portal-demo-2" });
    expect(status).toBe(200);
    expect((await change("Portal-demo-2", "Portal-demo-1")).status).toBe(200);
  });
});

test("a form that was typed into when the session ended is still filled after signing in", async ({ page, api, token, problems }) => {
  problems.expectStatus(401);
  await page.goto("/profile");
  await page.getByRole("textbox", { name: "Address" }).fill("Half a street");
  await endSession(api, token, page);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(words("login.ended"))).toBeVisible();
  await new SignInForm(page).send(accounts.company.email, undefined, accounts.company.project);
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("Half a street");
});

test("a new name for a server that was typed when the session ended is there after signing in", async ({ page, api, token, problems }) => {
  problems.expectStatus(401);
  const { rename } = await settingsOf(page, api, token, "vpn-gateway");
  await rename.name.fill("a better name");
  await endSession(api, token, page);
  await rename.submit.click();
  await expect(page.getByText(words("login.ended"))).toBeVisible();
  await new SignInForm(page).send(accounts.company.email, undefined, accounts.company.project);
  await expect(rename.name).toHaveValue("a better name");
  await expect(page.getByRole("heading", { name: "vpn-gateway", level: 1 })).toBeVisible();
});
