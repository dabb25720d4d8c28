import { accounts } from "./support/accounts.ts";
import { installClock } from "./support/clock.ts";
import { hold } from "./support/hold.ts";
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
  // None comes before the list stands.
  const letCome = await hold(page, PIECES);
  const servers = new ServersPage(page);
  await servers.open();
  await expect(servers.cards.first()).toBeVisible();
  letCome();
  // What stands around every page and over the list comes by itself, a moment later.
  await expect.poll(() => fetched.toSorted()).toEqual(["around", "views"]);
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Token" }).click();
  await expect(page.getByRole("heading", { name: "Token", level: 1 })).toBeVisible();
  expect(fetched.slice(2)).toEqual(["profile", "projects"]);
});

test("what stands around the pages is not missed while it does not come, and comes when the network is back", async ({ page, context, problems }) => {
  problems.expect(/Failed to fetch/u);
  problems.expectNoAnswer();
  const servers = new ServersPage(page);
  await installClock(page);
  await servers.open();
  await context.setOffline(true);
  await page.clock.runFor(10_000);
  await expect(servers.cards.first()).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  const around = page.waitForResponse(/\/split_around-\w+\.wasm$/u);
  await context.setOffline(false);
  await page.clock.runFor(1_000);
  await around;
});

const pinned = { "vps-portal.list-start": `${accounts.single.email} \n\npinned` };

for (const [address, pieces] of [
  ["/servers", ["views"]],
  ["/profile", ["profile"]],
  ["/projects", ["projects"]],
  ["/token?end=all", ["projects"]],
  ["/servers/ID", ["server"]],
  ["/servers/ID/volumes", ["server"]],
  ["/servers/ID/log", ["boot_log", "server"]],
  ["/servers/ID/settings", ["server", "settings"]],
] as const) {
  test.describe(`${address}, opened first`, () => {
    test.use({ account: accounts.single, remembered: address === "/servers" ? pinned : {} });

    test("its pieces, and all that comes with them, are on their way before the program is here", async ({ page, api, token }) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        const file = /\/((?:split|chunk)_\w+|[\w/-]*(?:later|sign-in))-[0-9a-f]{16}\./u.exec(request.url())?.[1];
        if (file) {
          asked.push(file);
        }
      });
      page.on("requestfinished", (request) => {
        if (/\/vps-portal_bg-/u.test(request.url())) {
          asked.push("program");
        }
      });
      await page.route(/\/vps-portal_bg-\w+\.wasm$/u, async (route) => {
        await expect.poll(() => asked.filter((file) => file.startsWith("split_")).toSorted()).toEqual(pieces.map((piece) => `split_${piece}`));
        await expect.poll(() => asked.filter((file) => file.endsWith("later")).length).toBe(2);
        await route.continue();
      });
      const id = token && ((await api.serverNamed(token, "blog")) as { instance_id: string }).instance_id;
      await page.goto(address.replace("ID", id));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // Nothing was missing, and nothing came twice.
      expect(asked.at(-1)).toBe("program");
      expect(new Set(asked).size).toBe(asked.length);
    });
  });
}

test("a piece that fails to come is asked for again by itself", async ({ page, problems }) => {
  problems.expectNoAnswer();
  const servers = new ServersPage(page);
  await servers.open();
  await page.route("**/split_profile-*.wasm", (route) => route.abort(), { times: 2 });
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
  await page.unrouteAll({ behavior: "wait" });
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
