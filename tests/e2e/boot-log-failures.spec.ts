import { failures } from "./support/failures.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: { email: "faults@example.com" } });

test("every way to fail is told in the place of the log", async ({ page, api, token, problems }) => {
  test.setTimeout(90_000);
  problems.expectStatus(400, 403, 404, 409, 413, 429, 500, 502, 503);
  problems.expectNoAnswer();
  const plain = await api.serverNamed(token, "fault-slow");
  for (const { kind, sentence } of failures) {
    await test.step(kind, async () => {
      const { instance_id: faulty } = await api.serverNamed(token, `fault-${kind}`);
      // The server itself is known; only its log fails.
      await page.unrouteAll();
      await page.route(`**/server/${plain.instance_id}/`, (route) => route.fulfill({ json: plain }));
      await page.route(`**/${plain.instance_id}/get_console_log/`, (route) =>
        route.continue({ url: route.request().url().replace(plain.instance_id, faulty) }),
      );
      await page.goto(`/servers/${plain.instance_id}/log`);
      const alert = page.getByRole("alert");
      await expect(alert.getByRole("heading", { name: words("log.failed_title") })).toBeVisible();
      await expect(alert.getByText(sentence, { exact: true })).toBeVisible();
      await expect(alert.getByRole("button", { name: words("common.try_again") })).toBeVisible();
    });
  }
});
