import { accounts } from "./support/accounts.ts";
import { SignInForm, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const { single } = accounts;

test("a named token signs in, and its page tells what it may do", async ({ page, backend, problems }) => {
  // Such a token may not ask for the other sessions.
  problems.expectStatus(403);
  const token = await backend.makeToken(single.email, "servers:list,servers:power");
  await page.goto("/login?next=%2Ftoken");
  await page.getByRole("link", { name: "API token" }).click();
  await page.getByLabel("API token", { exact: true }).fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expectAddress(page, "/token");
  const permissions = page.getByRole("table", { name: "Permissions" });
  const servers = permissions.getByRole("row", { name: /^Servers/u }).getByRole("cell");
  await expect(servers.first().getByRole("listitem")).toHaveText(["Viewlist", "Powerpower"]);
});

test("a token that the service does not know is said, and stays in the field", async ({ page, problems }) => {
  problems.expectStatus(401);
  await page.goto("/login?with=token");
  const field = page.getByLabel("API token", { exact: true });
  await field.fill("vps_no-such-token");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toHaveText(words("login.token_refused"));
  await expect(field).toHaveValue("vps_no-such-token");
  await expect(page).toHaveURL(/\/login\?with=token$/u);
});

test("an empty field and a text that is no token are told beside the field", async ({ page }) => {
  await page.goto("/login?with=token");
  const field = page.getByLabel("API token", { exact: true });
  const submit = page.getByRole("button", { name: "Sign in" });
  await submit.click();
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${words("login.token_missing")}`, "u"));
  await expect(field).toBeFocused();
  await field.fill("two words");
  await submit.click();
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${words("login.token_wrong")}`, "u"));
});

test("the choice of the way stands in the address, beside the page to return to", async ({ page }) => {
  await page.goto("/login?next=%2Fprofile");
  await page.getByRole("link", { name: "API token" }).click();
  await expectAddress(page, "/login?with=token&next=%2Fprofile");
  await page.reload();
  await expect(page.getByLabel("API token", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Email and password" }).click();
  await expectAddress(page, "/login?next=%2Fprofile");
  await expect(new SignInForm(page).email).toBeVisible();
});
