import { accounts } from "./support/accounts.ts";
import type { Api } from "./support/api.ts";
import { SESSION_KEY, storedSession } from "./support/session.ts";
import { settingsOf } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

// A project of their own: other journeys count on the names of the others.
test.use({ account: accounts.laboratory });

/** Waits until the service itself calls the server so. */
async function expectName(api: Api, token: string, id: string, name: string): Promise<void> {
  await expect.poll(async () => (await api.call("GET", `/server/${id}/`, token)).body.name).toBe(name);
}

test.describe("rename", () => {
  test("Enter saves; the new name shows at once, everywhere, and stays", async ({ page, api, token }) => {
    const { id, rename } = await settingsOf(page, api, token, "lab-kubernetes-01");
    // A service that takes its time: its answers have the old name for a while.
    let late = true;
    let lateAnswers = 0;
    await page.route(`**/server/${id}/`, async (route) => {
      const response = await route.fetch();
      const server = await response.json();
      lateAnswers += 1;
      await route.fulfill({ response, json: late ? { ...server, name: "lab-kubernetes-01" } : server });
    });
    await rename.name.fill("  Phòng thí nghiệm 🚀 ");
    await rename.name.press("Enter");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("Phòng thí nghiệm 🚀");
    await expect(page).toHaveTitle(/^Phòng thí nghiệm 🚀 · /u);
    await expect(rename.name).toHaveValue("Phòng thí nghiệm 🚀");
    await expectName(api, token, id, "Phòng thí nghiệm 🚀");
    await expect.poll(() => lateAnswers, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);
    await expect(heading).toHaveText("Phòng thí nghiệm 🚀");
    late = false;
    await expect(rename.submit).toHaveAccessibleDescription(words("settings.name_unchanged"));
    await expect(heading).toHaveText("Phòng thí nghiệm 🚀");

    await page.getByRole("link", { name: words("server.back") }).click();
    await expect(page.getByRole("article", { name: "Phòng thí nghiệm 🚀" })).toBeVisible();
    await api.call("POST", `/server/${id}/rename/`, token, { server_name: "lab-kubernetes-01" });
    await expectName(api, token, id, "lab-kubernetes-01");
  });

  test("Escape brings the present name back, and there is nothing to save", async ({ page, api, token }) => {
    const { rename } = await settingsOf(page, api, token, "lab-kubernetes-01");
    await rename.name.fill("");
    await rename.submit.click();
    await expect(rename.name).toHaveAccessibleDescription(new RegExp(words("settings.name_missing"), "u"));
    await expect(rename.name).toBeFocused();
    await rename.name.press("Escape");
    await expect(rename.name).toHaveValue("lab-kubernetes-01");
    await expect(rename.name).not.toHaveAttribute("aria-invalid", "true");
    await expect(rename.submit).toHaveAccessibleDescription(words("settings.name_unchanged"));
    await expect(rename.submit).toHaveAttribute("aria-disabled", "true");
  });

  test("a name that the service would not accept is told beside the field", async ({ page, api, token }) => {
    const { id, rename } = await settingsOf(page, api, token, "lab-kubernetes-01");
    await rename.name.fill("x".repeat(64));
    await rename.submit.click();
    await expect(rename.name).toHaveAccessibleDescription(new RegExp(words("settings.name_too_long"), "u"));
    await expect(rename.name).toHaveValue("x".repeat(64));
    expect((await api.call("GET", `/server/${id}/`, token)).body.name).toBe("lab-kubernetes-01");

    const longest = "ក".repeat(63);
    await rename.name.fill(longest);
    await rename.submit.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(longest);
    await expectName(api, token, id, longest);
    await api.call("POST", `/server/${id}/rename/`, token, { server_name: "lab-kubernetes-01" });
    await expectName(api, token, id, "lab-kubernetes-01");
  });
});

test.describe("reset password", () => {
  test("the policy is ticked off as it is met, and told once the person pauses", async ({ page, api, token }) => {
    const { password } = await settingsOf(page, api, token, "lab-alma");
    const rules = password.form.getByRole("list", { name: words("password.rules") }).getByRole("listitem");
    const met = rules.filter({ hasText: new RegExp(`, ${words("password.met")}$`, "u") });
    await expect(rules).toHaveCount(4);
    for (const [typed, count] of [["aaaa", 0], ["aaaaaaaa", 1], ["Aaaaaaaa", 2], ["Aaaaaaa1", 3], ["Aaaaaa1-", 4], ["A1-", 3]] as const) {
      await password.first.fill(typed);
      await expect(met).toHaveCount(count);
    }
    const spoken = page.locator(".visually-hidden[aria-live=polite]");
    await expect(spoken).toHaveText(words("password.still_missing", { rules: words("password.rule_length") }));
    const strength = password.form.getByRole("meter", { name: words("password.strength") });
    await expect(strength).toHaveAttribute("aria-valuetext", words("password.weak"));
    await password.first.fill("xK7#qP2m-vR9z");
    await expect(strength).toHaveAttribute("aria-valuetext", words("password.strong"));
    await expect(spoken).toHaveText(`${words("password.strength")}: ${words("password.strong")}`);
  });

  test("what the form does not accept is told beside its field, until it is put right", async ({ page, api, token }) => {
    const { id, password } = await settingsOf(page, api, token, "lab-alma");
    const before = await api.call("GET", `/server/${id}/get_action_log/`, token);
    await password.first.fill("short");
    await password.submit.click();
    await expect(password.first).toHaveAccessibleDescription(new RegExp(words("password.unmet"), "u"));
    await expect(password.first).toBeFocused();
    await password.first.fill("Long-enough-1");
    await expect(password.first).not.toHaveAttribute("aria-invalid", "true");
    await password.second.fill("Long-enough-2");
    await password.submit.click();
    await expect(password.second).toHaveAccessibleDescription(words("password.differs"));
    await expect(password.second).toBeFocused();
    await expect(password.first).toHaveValue("Long-enough-1");
    const after = await api.call("GET", `/server/${id}/get_action_log/`, token);
    expect(after.body).toEqual(before.body);
  });

  test("a generated password is filled in twice, can be copied, and resets the server's", async ({ page, context, api, token }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { id, password } = await settingsOf(page, api, token, "lab-alma");
    await password.form.getByRole("button", { name: words("password.generate") }).click();
    const made = await password.first.inputValue();
    expect(made).toMatch(/^[a-zA-Z2-9_.+:,@%-]{20}$/u);
    await expect(password.second).toHaveValue(made);
    await expect(password.first).toHaveAttribute("type", "text");
    await password.form.getByRole("button", { name: words("password.copy") }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(made);
    await password.form.getByRole("button", { name: words("password.generate") }).click();
    await expect(password.first).not.toHaveValue(made);

    const again = await password.first.inputValue();
    const sent = page.waitForRequest((request) => request.url().endsWith(`/server/${id}/change_password/`));
    await password.submit.click();
    expect((await sent).postDataJSON()).toEqual({ password: again, re_password: again });
    await expect(password.first).toHaveValue("");
    await expect(password.second).toHaveValue("");
    await expect(password.first).toHaveAttribute("type", "password");
    const log = await api.call("GET", `/server/${id}/get_action_log/`, token);
    expect(log.body[0]).toMatchObject({ action: "change_password" });

    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
    expect(kept).not.toContain(again);
  });
});

test.describe("what cannot be done says why", () => {
  test("a stopped server's password cannot be reset; it can be renamed and rebuilt", async ({ page, api, token }) => {
    expect((await api.serverNamed(token, "lab-windows")).status).toBe("SHUTOFF");
    const { rename, password, rebuild } = await settingsOf(page, api, token, "lab-windows", "?image=1");
    await expect(password.submit).toHaveAccessibleDescription(words("action.reset_password_fits"));
    await password.first.fill("xK7#qP2m-vR9z");
    await password.second.fill("xK7#qP2m-vR9z");
    await password.second.press("Enter");
    await expect(page.locator(".visually-hidden[aria-live=polite]")).toHaveText(words("action.reset_password_fits"));
    await expect(password.second).toHaveValue("xK7#qP2m-vR9z");
    await rename.name.fill("another");
    await expect(rename.submit).not.toHaveAttribute("aria-disabled", "true");
    await rebuild.confirm.fill("lab-windows");
    await expect(rebuild.submit).not.toHaveAttribute("aria-disabled", "true");
  });

  test.describe("to a token that may only look", () => {
    test.use({ account: undefined });

    test("each form names the permission that is missing", async ({ page, api, backend }) => {
      const token = await backend.makeToken(accounts.single.email, "servers:list");
      await page.goto("/login");
      const session = [SESSION_KEY, storedSession(token, accounts.single.email)] as const;
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), session);
      const { rename, password, rebuild } = await settingsOf(page, api, token, "mail");
      for (const { submit } of [rename, password, rebuild]) {
        await expect(submit).toHaveAccessibleDescription(words("action.not_permitted", { permission: "servers:update" }));
      }
    });
  });
});

test.describe("confirmations", () => {
  test.use({ remembered: { "vps-portal.power-confirmation": "never" } });

  test("a person who is no longer asked can want to be again", async ({ page, api, token }) => {
    await settingsOf(page, api, token, "lab-alma");
    const asked = page.getByRole("switch", { name: words("action.ask_again") });
    await expect(asked).not.toBeChecked();
    await asked.check();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("button", { name: words("common.cancel") }).click();
    await asked.uncheck();
    await page.reload();
    await expect(asked).not.toBeChecked();
  });
});
