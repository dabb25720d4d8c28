import { accounts } from "./support/accounts.ts";
import { ServersPage } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.single });

const PIECES = "**/split_*.wasm";

test("the list of servers comes without the pieces of other pages, and each page brings its own", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    const piece = /\/split_(\w+)-/u.exec(request.url())?.[1];
    if (piece) {
      fetched.push(piece);
    }
  });
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards.first()).toBeVisible();
  expect(fetched).toEqual([]);
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Token" }).click();
  await expect(page.getByRole("heading", { name: "Token", level: 1 })).toBeVisible();
  expect(fetched).toEqual(["account"]);
});

test("a piece that fails to come is asked for again by itself", async ({ page, problems }) => {
  problems.expectNoAnswer();
  const servers = new ServersPage(page);
  await servers.open();
  await page.route(PIECES, (route) => route.abort(), { times: 2 });
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
});

test("a piece that does not come is told, and comes when it can", async ({ page, problems }) => {
  problems.expectStatus(503);
  problems.expect(/integrity|Failed to fetch/u);
  const servers = new ServersPage(page);
  await servers.open();
  await page.route(PIECES, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.getByRole("link", { name: "Profile" }).click();
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading", { name: words("piece.missing_title") })).toBeVisible();
  await page.unroute(PIECES);
  await alert.getByRole("button", { name: words("common.try_again") }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
});

test("a piece that somebody has changed is refused", async ({ page, problems }) => {
  problems.expect(/integrity|Failed to fetch/u);
  problems.expectNoAnswer();
  const servers = new ServersPage(page);
  await servers.open();
  await page.route(PIECES, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0])]) });
  });
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("alert").getByRole("heading", { name: words("piece.missing_title") })).toBeVisible();
});
