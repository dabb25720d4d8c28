import { PASSWORD, accounts } from "./support/accounts.ts";
import { failures, withReference } from "./support/failures.ts";
import { SignInForm } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const faulty = (kind: string) => `${kind}@sign-in.fault.example`;

const ofTheForm = [...failures, { kind: "unauthorised", status: 401, sentence: words("login.refused") }];

for (const failure of ofTheForm) {
  const { kind, status } = failure;
  test(`${kind}: the form says so, keeps what was typed, and works on`, async ({ page, problems }) => {
    if (status === undefined) {
      problems.expectNoAnswer();
    } else {
      problems.expectStatus(status);
    }
    const form = new SignInForm(page);
    await form.open();
    await form.length.selectOption({ label: "7 days" });
    await form.send(faulty(kind), PASSWORD, "a-project");
    await expect(form.alert).toHaveText(withReference(failure));
    await expect(form.email).toHaveValue(faulty(kind));
    await expect(form.password).toHaveValue(PASSWORD);
    await expect(form.project).toHaveValue("a-project");
    await expect(form.length).toHaveValue("168");

    await form.project.fill("");
    await form.email.fill(accounts.single.email);
    await form.submit.click();
    await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
  });
}

test("field: the field says so and has the focus", async ({ page, problems }) => {
  problems.expectStatus(400);
  const form = new SignInForm(page);
  await form.open();
  await form.send(faulty("field"));
  await expect(form.email).toHaveAccessibleDescription("This call fails on purpose: field.");
  await expect(form.email).toBeFocused();
  await expect(form.alert).toHaveCount(0);
});

test("slow: the button says that it is at work, and the form is sent once", async ({ page }) => {
  let sent = 0;
  page.on("request", (request) => {
    sent += Number(request.method() === "POST");
  });
  const form = new SignInForm(page);
  await form.open();
  await form.send(faulty("slow"));
  await expect(page.getByRole("button", { name: "Signing in…" })).toHaveAttribute("aria-busy", "true");
  await form.password.press("Enter");
  await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
  expect(sent).toBe(1);
});
