import { failures } from "./support/failures.ts";
import { expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** What is told in a way of its own: a missing server; a field, which the page does not have. */
const ofTheServer = [
  ...failures.filter(({ kind }) => kind !== "not-found"),
  { kind: "field", status: 400, sentence: words("error.invalid") },
];

test.use({ account: { email: "faults@example.com" } });

test("every way to fail is told on the server's own page, under its id", async ({ page, api, token, problems }) => {
  test.setTimeout(60_000);
  problems.expectStatus(400, 403, 409, 413, 429, 500, 502, 503);
  problems.expectNoAnswer();
  for (const { kind, sentence } of ofTheServer) {
    await test.step(kind, async () => {
      const { instance_id: id } = await api.serverNamed(token, `fault-${kind}`);
      await page.goto(`/servers/${id}`);
      const alert = page.getByRole("alert");
      await expect(alert.getByRole("heading", { name: words("server.failed_title") })).toBeVisible();
      await expect(alert.getByText(sentence, { exact: true })).toBeVisible();
      await expect(page.getByRole("heading", { name: id, level: 1 })).toBeVisible();
    });
  }
});

test("a server that the service denies is missing", async ({ page, api, token, problems }) => {
  problems.expectStatus(404);
  const { instance_id: id } = await api.serverNamed(token, "fault-not-found");
  await page.goto(`/servers/${id}`);
  await expect(page.getByRole("heading", { name: words("server.missing_title"), level: 1 })).toBeVisible();
});

test("a server that answers late is waited for", async ({ page, api, token }) => {
  const { instance_id: id } = await api.serverNamed(token, "fault-slow");
  await page.goto(`/servers/${id}`);
  await expect(page.getByRole("status").getByText(words("common.loading"))).toBeAttached();
  await expect(page.getByRole("heading", { name: "fault-slow", level: 1 })).toBeVisible();
});

test("a token that the service refuses for one server ends the session, and comes back there", async ({ page, api, token, problems }) => {
  problems.expectStatus(401);
  const { instance_id: id } = await api.serverNamed(token, "fault-unauthorised");
  await page.goto(`/servers/${id}`);
  await expect(page.getByText(words("login.ended"))).toBeVisible();
  await expectAddress(page, `/login?next=${encodeURIComponent(`/servers/${id}`)}`);
});

test("the list shows the servers that fail like any other", async ({ page }) => {
  await page.goto("/servers?size=50");
  await expect(page.getByRole("article")).toHaveCount(failures.length + 4);
  await expect(page.getByRole("article", { name: "fault-broken-json" })).toContainText("Running");
});
