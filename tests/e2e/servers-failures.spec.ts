import type { Locator } from "@playwright/test";
import { accounts, failingInTurns, failingList } from "./support/accounts.ts";
import { brand } from "./support/brand.ts";
import { type Failure, failures } from "./support/failures.ts";
import { ServersPage, SignInForm, expectAddress } from "./support/portal.ts";
import type { Problems } from "./support/problems.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** The list shows no field, so that what the service says of one is told of the whole. */
const ofTheList: readonly Failure[] = [...failures, { kind: "field", status: 400, sentence: words("error.invalid") }];

function allow(problems: Problems, { status }: Failure): void {
  if (status === undefined) {
    problems.expectNoAnswer();
  } else {
    problems.expectStatus(status);
  }
}

const tells = async (alert: Locator, sentence: string | RegExp) =>
  expect(alert.getByText(sentence, { exact: true })).toBeVisible();

for (const failure of ofTheList) {
  test.describe(failure.kind, () => {
    test.describe("at the first load", () => {
      test.use({ account: failingList(failure.kind) });

      test("the page says so and can try again", async ({ page, problems }) => {
        allow(problems, failure);
        const servers = new ServersPage(page);
        await servers.open();
        const alert = page.getByRole("alert");
        await expect(alert.getByRole("heading", { name: words("servers.failed_title") })).toBeVisible();
        await tells(alert, failure.sentence);
        const answer = page.waitForRequest(/\/api\/v1\/server\//u);
        await alert.getByRole("button", { name: "Try again" }).click();
        await answer;
        await tells(alert, failure.sentence);
        await expect(page.getByRole("alert")).toHaveCount(1);
        await expect(servers.cards).toHaveCount(0);
      });
    });

    // A browser repeats by itself what a closed connection left unanswered, so calls do not alternate: see below.
    if (failure.kind === "reset") {
      return;
    }

    test.describe("after a good answer", () => {
      test.use({ account: failingInTurns(failure.kind) });

      test("the older list stays, says why, and is renewed", async ({ page, problems }) => {
        allow(problems, failure);
        const servers = new ServersPage(page);
        await servers.open();
        await servers.expectNames(["web-01", "web-02"]);
        await servers.refresh.click();
        const alert = page.getByRole("alert");
        await expect(alert).toContainText(/^This is from .+\. It could not be refreshed\./u);
        await tells(alert, failure.sentence);
        await servers.expectNames(["web-01", "web-02"]);
        await alert.getByRole("button", { name: "Try again" }).click();
        await expect(alert).toHaveCount(0);
        await servers.expectNames(["web-01", "web-02"]);
      });
    });
  });
}

test.describe("no answer", () => {
  test.use({ account: accounts.single });

  test("after a good answer: the older list stays, says why, and is renewed", async ({ page, problems }) => {
    problems.expectNoAnswer();
    const servers = new ServersPage(page);
    await servers.open();
    await expect(servers.cards).toHaveCount(6);
    await page.route("**/api/v1/server/**", (route) => route.abort("connectionreset"));
    await servers.refresh.click();
    const alert = page.getByRole("alert");
    await tells(alert, words("error.network"));
    await expect(servers.cards).toHaveCount(6);
    await page.unroute("**/api/v1/server/**");
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
    await expect(servers.cards).toHaveCount(6);
  });
});

test.describe("unauthorised", () => {
  test.use({ account: failingInTurns("unauthorised") });

  test("the session ends, and signing in comes back to the list", async ({ page, problems, account }) => {
    problems.expectStatus(401);
    const servers = new ServersPage(page);
    await servers.open("/servers?size=50");
    await servers.expectNames(["web-01", "web-02"]);
    await servers.refresh.click();
    await expect(page.getByText(words("login.ended"))).toBeVisible();
    await new SignInForm(page).send(account?.email ?? "");
    await servers.expectNames(["web-01", "web-02"]);
    await expectAddress(page, "/servers?size=50");
  });
});

test.describe("what only support may be able to mend", () => {
  test.use({ account: failingList("html") });

  test("has a reference to copy, and the support line below", async ({ page, problems }) => {
    problems.expectStatus(500);
    await brand(page, {});
    const answered = page.waitForResponse((response) => response.url().includes("/server/?") && response.status() === 500);
    await page.goto("/servers");
    const id = (await answered).headers()["x-request-id"] ?? "none";
    const alert = page.getByRole("alert");
    await expect(alert.getByText(/^Reference: [0-9a-f]{16}, [\d-]{10} [\d:]{8} UTC/u)).toBeVisible();
    expect(id).toMatch(/^[0-9a-f]{16}$/u);
    await expect(alert.getByRole("button", { name: /^Copy [0-9a-f]{16}, /u })).toBeVisible();
    await expect(alert.getByRole("link", { name: "Support: 1900 0000" })).toBeVisible();
  });
});
