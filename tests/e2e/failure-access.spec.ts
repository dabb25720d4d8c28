import type { Locator, Page } from "@playwright/test";
import { PASSWORD, accounts } from "./support/accounts.ts";
import { changeAnswer } from "./support/answers.ts";
import { ServersPage, SignInForm } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { settingsOf } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const NEW_PASSWORD = "xK7#qP2m-vR9z";

/**
 * Keeps what assistive technology is given to speak by itself: the text of each live region as something is put into it
 * or written there, once for each time that the page is drawn.
 */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    const live = "[role=alert], [role=status], [aria-live]";
    const nearest = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)?.closest(live) ?? null;
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes, type } of changes) {
        const added = type === "childList" ? [...addedNodes] : [target];
        for (const node of added.filter(({ textContent }) => textContent?.trim())) {
          const within = node instanceof Element ? node.querySelectorAll("[role=alert]") : [];
          const region = nearest(node);
          [...(region ? [region] : []), ...within].forEach((found) => regions.add(found));
        }
      }
      for (const region of regions) {
        if (region.getAttribute("aria-live") !== "off" && region.isConnected) {
          spoken.push(region.textContent?.trim() ?? "");
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** How often this has been spoken since it was last asked. */
async function timesSpoken(page: Page, text: string): Promise<number> {
  return page.evaluate((wanted) => {
    const { spoken } = window as unknown as { spoken: string[] };
    return spoken.splice(0).filter((said) => said.includes(wanted)).length;
  }, text);
}

/** Waits until this has been spoken, once and no more. */
async function expectSpokenOnce(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.evaluate((wanted) => (window as unknown as { spoken: string[] }).spoken.some((said) => said.includes(wanted)), text))
    .toBe(true);
  // Two frames: what is said twice is said by then.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await timesSpoken(page, text)).toBe(1);
}

/** A form, and the ways in which it can be wrong. */
interface Form {
  readonly name: string;
  /** Fills it with what the form itself accepts. */
  readonly fill: () => Promise<void>;
  readonly submit: Locator;
  /** The call that it sends, and the method. */
  readonly call: string;
  /** The field that the service finds wrong, by the name of the contract. */
  readonly field: string;
  readonly control: Locator;
}

/** What every form owes to who does not see it, in each way in which sending it fails. */
async function expectAccessible(page: Page, { fill, submit, call, field, control }: Form): Promise<void> {
  let answer: object = { json: { error: true, message: "The form as a whole." } };
  await page.route(call, (route) => (route.request().method() === "GET" ? route.fallback() : route.fulfill(answer)));
  await fill();
  await listen(page);
  for (const _ of ["once", "once more"]) {
    await submit.click();
    await expectSpokenOnce(page, "The form as a whole.");
  }
  answer = { status: 400, json: { [field]: ["This is wrong."] } };
  await submit.click();
  await expect(control).toBeFocused();
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await expect(control).toHaveAccessibleDescription(/^This is wrong\./u);
  expect(await timesSpoken(page, "This is wrong.")).toBe(0);
  if ((await control.getAttribute("role")) !== "radiogroup") {
    await control.press("Enter");
    await expectSpokenOnce(page, "This is wrong.");
    await control.press("Enter");
    await expectSpokenOnce(page, "This is wrong.");
  }
}

test("a sign-in that fails", async ({ page, problems }) => {
  problems.expectStatus(400);
  const form = new SignInForm(page);
  await form.open();
  await form.submit.click();
  await expect(form.email).toBeFocused();
  await listen(page);
  await form.email.press("Enter");
  await expectSpokenOnce(page, words("login.email_missing"));
  await expectAccessible(page, {
    name: "sign-in",
    fill: async () => {
      await form.email.fill(accounts.single.email);
      await form.password.fill(PASSWORD);
    },
    submit: form.submit,
    call: "**/auth/tokens",
    field: "project_id",
    control: form.project,
  });
});

test("a sign-in with a token that fails", async ({ page, problems }) => {
  problems.expectStatus(401);
  await page.goto("/login?with=token");
  const token = page.getByLabel("API token", { exact: true });
  const submit = page.getByRole("button", { name: "Sign in", exact: true });
  await submit.click();
  await expect(token).toBeFocused();
  await expect(token).toHaveAttribute("aria-invalid", "true");
  await expect(token).toHaveAccessibleDescription(new RegExp(words("login.token_missing"), "u"));
  await token.fill("unknown");
  await listen(page);
  for (const _ of ["once", "once more"]) {
    await token.press("Enter");
    await expectSpokenOnce(page, words("login.token_refused"));
  }
});

test.describe("signed in", () => {
  test.use({ account: accounts.company });

  test("a profile that cannot be saved", async ({ page, problems }) => {
    problems.expectStatus(400);
    await page.goto("/profile");
    const control = page.getByRole("textbox", { name: "Address" });
    await expectAccessible(page, {
      name: "profile",
      fill: () => control.fill("Nowhere"),
      submit: page.getByRole("button", { name: "Save changes" }),
      call: "**/user/update_profile/",
      field: "address",
      control,
    });
  });

  test("a password that cannot be changed", async ({ page, problems }) => {
    problems.expectStatus(400);
    await page.goto("/profile");
    const form = page.getByRole("form", { name: "Change password" });
    const old = form.getByLabel("Current password");
    const submit = form.getByRole("button", { name: "Change password" });
    await submit.click();
    await expect(old).toBeFocused();
    for (const label of ["Current password", "New password"]) {
      await expect(form.getByLabel(label)).toHaveAttribute("aria-invalid", "true");
      await expect(form.getByLabel(label)).toHaveAccessibleDescription(/./u);
    }
    await expectAccessible(page, {
      name: "password",
      fill: async () => {
        await old.fill(PASSWORD);
        await form.getByLabel("New password").fill(NEW_PASSWORD);
        await form.getByLabel("Repeat password").fill(NEW_PASSWORD);
      },
      submit,
      call: "**/user/change_password/",
      field: "old_password",
      control: old,
    });
  });

  test("settings of a server that cannot be changed", async ({ page, api, token, problems }) => {
    problems.expectStatus(400);
    const { rename, password, rebuild } = await settingsOf(page, api, token, "vpn-gateway");
    await expectAccessible(page, {
      name: "rename",
      fill: () => rename.name.fill("another"),
      submit: rename.submit,
      call: "**/rename/",
      field: "server_name",
      control: rename.name,
    });
    await expectAccessible(page, {
      name: "reset password",
      fill: async () => {
        await password.first.fill(NEW_PASSWORD);
        await password.second.fill(NEW_PASSWORD);
      },
      submit: password.submit,
      call: "**/change_password/",
      field: "password",
      control: password.first,
    });
    await expectAccessible(page, {
      name: "rebuild",
      fill: async () => {
        await rebuild.systems.getByRole("radio", { name: "Debian 12" }).check();
        await rebuild.confirm.fill("vpn-gateway");
      },
      submit: rebuild.submit,
      call: "**/rebuild/",
      field: "os_image",
      control: rebuild.systems,
    });
  });

  test("a session that cannot be prolonged", async ({ page, problems }) => {
    problems.expectStatus(400);
    const soon = new Date(Date.now() + 4 * 60_000).toISOString();
    await changeAnswer(page, "**/auth/tokens", (body) => ({ ...body, token_expired: soon }));
    await changeAnswer(page, "**/account/me/", (body) => ({ ...body, token: { ...body.token, expires_at: soon } }));
    await page.goto("/projects");
    await page.getByRole("button", { name: words("ending.stay") }).click();
    const dialog = page.getByRole("dialog", { name: words("ending.stay") });
    const control = dialog.getByLabel("Password", { exact: true });
    const submit = dialog.getByRole("button", { name: words("ending.stay") });
    await submit.click();
    await expect(control).toBeFocused();
    await expect(control).toHaveAccessibleDescription(new RegExp(words("login.password_missing"), "u"));
    await expectAccessible(page, {
      name: "stay",
      fill: () => control.fill(PASSWORD),
      submit,
      call: "**/auth/tokens",
      field: "password",
      control,
    });
  });

  test("a list that cannot be had is told once for each press, and the focus has a place when it comes", async ({ page, problems }) => {
    problems.expectNoAnswer();
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards.first()).toBeVisible();
    await page.route("**/server/?*", (route) => route.abort());
    await listen(page);
    await servers.refresh.click();
    await expectSpokenOnce(page, words("error.network"));
    const again = page.getByRole("button", { name: words("common.try_again") });
    for (const _ of ["once", "once more"]) {
      await again.click();
      await expectSpokenOnce(page, words("error.network"));
      await expect(again).toBeFocused();
    }
    await page.unroute("**/server/?*");
    await again.click();
    await expect(again).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });

  test("a part of a server that cannot be had leaves the focus at the server", async ({ page, api, token, problems }) => {
    problems.expectStatus(500);
    await page.route("**/list_volume_attached/", (route) => route.fulfill({ status: 500, body: "" }));
    await new ServerPage(page).open(api, token, "vpn-gateway", "Volumes");
    await listen(page);
    const again = page.getByRole("button", { name: words("common.try_again") });
    await again.click();
    await expectSpokenOnce(page, words("error.server"));
    await page.unroute("**/list_volume_attached/");
    await again.click();
    await expect(again).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "vpn-gateway", level: 1 })).toBeFocused();
  });
});
