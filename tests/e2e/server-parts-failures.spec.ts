import type { Page } from "@playwright/test";
import { failures } from "./support/failures.ts";
import { ServersPage } from "./support/portal.ts";
import type { Problems } from "./support/problems.ts";
import { type Part, ServerPage } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

/** A server that is denied has no parts to fail. */
const ofAPart = [
  ...failures.filter(({ kind }) => kind !== "not-found"),
  { kind: "field", status: 400, sentence: words("error.invalid") },
];

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** The sentence wherever it stands in a text. */
const within = (sentence: string | RegExp) =>
  typeof sentence === "string" ? new RegExp(escaped(sentence), "u") : new RegExp(sentence.source.replace(/^\^|\$$/gu, ""), "u");

test.use({ account: { email: "faults@example.com" } });

/** Goes from the list, which knows the servers, to each of them: so its page is there, and every call below it fails. */
async function visitEach(
  page: Page,
  problems: Problems,
  look: (server: ServerPage, name: string, sentence: string | RegExp) => Promise<void>,
): Promise<void> {
  test.setTimeout(120_000);
  problems.expectStatus(400, 403, 404, 409, 413, 429, 500, 502, 503);
  problems.expectNoAnswer();
  const servers = new ServersPage(page);
  const server = new ServerPage(page);
  await servers.open("/servers?size=50");
  for (const { kind, sentence } of ofAPart) {
    const name = `fault-${kind}`;
    await test.step(kind, async () => {
      await servers.card(name).getByRole("link").click();
      await expect(server.heading(name)).toBeVisible();
      await look(server, name, sentence);
      await page.goBack();
    });
  }
}

for (const [part, title] of [
  ["Console", "console.failed_title"],
  ["Volumes", "volumes.failed_title"],
] as [Part, string][]) {
  test(`every way to fail is told on ${part}, and the head stays`, async ({ page, problems }) => {
    await visitEach(page, problems, async (server, name, sentence) => {
      // What is said of the server itself comes above the tabs: they move under a pointer that presses meanwhile.
      await expect(page.getByRole("alert")).toBeVisible();
      await server.tab(part).click();
      const alert = page.getByRole("alert").filter({ has: page.getByRole("heading", { name: words(title) }) });
      await expect(alert.getByText(sentence, { exact: true })).toBeVisible();
      await expect(alert.getByRole("button", { name: "Try again" })).toBeVisible();
      await expect(server.heading(name)).toBeVisible();
      await page.goBack();
    });
  });
}

test("every way to fail is told in passing on Overview, and what the list knows stays", async ({ page, problems }) => {
  await visitEach(page, problems, async (server, _, sentence) => {
    for (const failed of ["server.network_failed", "activity.failed"]) {
      await expect(server.main.getByRole("status").filter({ hasText: words(failed) })).toContainText(within(sentence));
    }
    await expect(page.getByRole("alert")).toContainText(within(sentence));
    await expect(server.main.getByText("HN-01", { exact: true })).toBeVisible();
  });
});
