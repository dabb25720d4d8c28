import { accounts, PASSWORD } from "./support/accounts.ts";
import { SignInForm, address, expectAddress } from "./support/portal.ts";
import { SESSION_KEY } from "./support/session.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const HOUR = 3_600_000;
const { single, company } = accounts;

test("an account with several projects is asked for one, beside the field", async ({ page, problems }) => {
  problems.expectStatus(400);
  const form = new SignInForm(page);
  await form.open();
  await form.send(company.email);
  await expect(form.project).toHaveAccessibleDescription(/This account has several projects\. Say which one\./u);
  await expect(form.project).toBeFocused();
  await expect(form.alert).toHaveCount(0);
  await expect(form.password).toHaveValue(PASSWORD);

  await form.project.fill(company.project);
  await form.submit.click();
  await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
  await expectAddress(page, "/servers");
});

test("an account with one project needs no project", async ({ page }) => {
  const form = new SignInForm(page);
  await form.open();
  await form.send(single.email);
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
});

test("spaces around the e-mail are no part of it, and Enter sends the form", async ({ page }) => {
  const form = new SignInForm(page);
  await form.open();
  await form.email.fill(` ${single.email} `);
  await form.password.fill(PASSWORD);
  await form.password.press("Enter");
  await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
});

test("a wrong password is said, and all that was typed stays", async ({ page, problems }) => {
  problems.expectStatus(400);
  const form = new SignInForm(page);
  await form.open();
  await form.send("suspended@example.com", "Not-the-password-1", "live");
  await expect(form.alert).toContainText("Unable to sign in with this e-mail and password.");
  await expect(form.email).toHaveValue("suspended@example.com");
  await expect(form.project).toHaveValue("live");
  await expect(page).toHaveURL(/\/login$/u);

  await form.password.fill(PASSWORD);
  await form.submit.click();
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
});

test("empty fields are told beside them, and the first has the focus", async ({ page }) => {
  const form = new SignInForm(page);
  await form.open();
  await form.submit.click();
  await expect(form.email).toHaveAccessibleDescription(words("login.email_missing"));
  await expect(form.password).toHaveAccessibleDescription(words("login.password_missing"));
  await expect(form.email).toBeFocused();

  await form.email.fill("half an address");
  await form.submit.click();
  await expect(form.email).toHaveAccessibleDescription(words("login.email_wrong"));

  await form.email.fill(single.email);
  await form.submit.click();
  await expect(form.email).not.toHaveAttribute("aria-invalid", "true");
  await expect(form.password).toBeFocused();
});

test("a password can be looked at while it is typed", async ({ page }) => {
  const form = new SignInForm(page);
  await form.open();
  await form.password.fill("Secret-1");
  await expect(form.password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show characters" }).click();
  await expect(form.password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide characters" }).click();
  await expect(form.password).toHaveAttribute("type", "password");
});

for (const [label, hours] of [["8 hours", 8], ["30 days", 720]] as const) {
  test(`a session of ${label} ends after that time`, async ({ page, api }) => {
    const form = new SignInForm(page);
    await form.open();
    await form.length.selectOption({ label });
    await form.send(single.email);
    await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
    const stored = await page.evaluate((key) => localStorage.getItem(key), SESSION_KEY);
    const { body } = await api.call("GET", "/auth/tokens", JSON.parse(stored ?? "{}").token);
    expect(Date.parse(body.token_expired) - Date.parse(body.token_created)).toBe(hours * HOUR);
  });
}

test("too many wrong passwords: the page says when to try again", async ({ page, api, problems }) => {
  problems.expectStatus(429);
  const email = "nobody-at-all@example.com";
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const body = { email, password: "Wrong-password-1" };
    expect((await api.call("POST", "/auth/tokens", undefined, body)).status).toBe(400);
  }
  const form = new SignInForm(page);
  await form.open();
  await form.send(email, "Wrong-password-1");
  await expect(form.alert).toContainText(/^Too many attempts\. Try again in 1[45] minutes\./u);
  await expect(form.email).toHaveValue(email);
});

test("the page first asked for comes after the sign-in, with its query", async ({ page }) => {
  const wanted = "/servers?status=SHUTOFF&size=50";
  await page.goto(wanted);
  const form = new SignInForm(page);
  await expect(form.submit).toBeVisible();
  await form.send(single.email);
  await expect(page.getByRole("article", { name: "shop-test" })).toBeVisible();
  expect(address(page)).toBe(wanted);
  await expect(page.getByRole("article")).toHaveCount(1);
});

for (const elsewhere of [
  "//evil.example/",
  "https://evil.example/",
  "javascript:alert(1)",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/login",
]) {
  test(`the return address ${JSON.stringify(elsewhere)} is not followed`, async ({ page, baseURL }) => {
    const form = new SignInForm(page);
    await form.open(`/login?next=${encodeURIComponent(elsewhere)}`);
    await form.send(single.email);
    await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
    await expect(page).toHaveURL(`${baseURL}/servers`);
  });
}

test("who is signed in does not see the sign-in page", async ({ page }) => {
  const form = new SignInForm(page);
  await form.open();
  await form.send(single.email);
  await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
  await page.goto("/login?next=%2Fprofile");
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});
