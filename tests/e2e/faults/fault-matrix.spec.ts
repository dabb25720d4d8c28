import type { Page, Route } from "@playwright/test";
import { type Account, accounts } from "../support/accounts.ts";
import { type Backend, startBackend } from "../support/backend.ts";
import { installClock } from "../support/clock.ts";
import { keepAroundOut } from "../support/network.ts";
import { signOut } from "../support/portal.ts";
import { SESSION_KEY, storedSession } from "../support/session.ts";
import { expect, test as base } from "../support/test.ts";
import { words } from "../support/words.ts";
import { FaultServer } from "./fault-server.ts";
import { type Fault, faults, refused } from "./faults.ts";
import { expectShown, reads } from "./reads.ts";
import { type Write, writes } from "./writes.ts";

/**
 * The journeys of this file: every call of the contract, each with every fault. One journey a call, on a backend of their
 * own: once the faults are gone, what they do to the servers is done.
 */
const test = base.extend<object, { backend: Backend; faultServer: FaultServer }>({
  backend: [
    async ({}, use) => {
      const backend = await startBackend();
      await use(backend);
      await backend.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  faultServer: [
    async ({}, use) => {
      const server = await FaultServer.start();
      await use(server);
      // A token that follows a redirect has left its origin.
      expect(server.followed).toBe(0);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

/** Lets a call fail until it is let be again. */
async function fail(page: Page, call: RegExp, method: string, fault: Fault, server: FaultServer): Promise<() => Promise<void>> {
  const answer = (route: Route) =>
    route.request().method() === method ? fault.answer(route, server) : route.fallback();
  await page.route(call, answer);
  return () => page.unroute(call, answer);
}

test.describe("of a call that reads", () => {
  test.use({ account: accounts.company });

  for (const read of reads) {
    test(`${read.name}: every fault is told, and trying again works once it is gone`, async ({ page, api, token, problems, faultServer }) => {
      test.setTimeout(180_000);
      problems.expectStatus(302, 401, 403, 404, 409, 413, 429, 500, 502, 503);
      problems.expectNoAnswer();
      await installClock(page);
      await signInAnew(page, accounts.company, token);
      if (read.isAskedAround) {
        // It would find the fault gone, and show that, before the person presses.
        await keepAroundOut(page);
      }
      const address = await read.page(api, token);
      for (const fault of [...faults, refused]) {
        await test.step(fault.name, async () => {
          const mend = await fail(page, read.call, "GET", fault, faultServer);
          const asked = page.waitForRequest((request) => read.call.test(request.url()) && request.method() === "GET");
          await page.goto(address);
          await asked;
          if (fault.pass) {
            // What the shell has asked, a page that comes later would ask again.
            await expect(read.begun?.(page) ?? page.getByRole("heading", { level: 1 })).toBeAttached();
            await fault.pass(page);
          }
          const otherwise = read.otherwise?.[fault.name];
          if (fault === refused) {
            await expectShown(page.getByText(words("login.ended")));
          } else if (otherwise) {
            await expectShown(otherwise(page));
          } else if (fault.sentence) {
            await expect(read.told(page)).toContainText(fault.sentence);
            await mend();
            await read.told(page).getByRole("button", { name: "Try again" }).click();
            await expectShown(read.shown(page));
            await expect(read.told(page)).toHaveCount(0);
            return;
          } else {
            await expectShown(page.getByRole("heading", { level: 1 }));
          }
          await mend();
        });
      }
    });
  }
});

for (const write of writes) {
  test.describe("of a call that changes something", () => {
    test.use({ account: write.account, remembered: { "vps-portal.power-confirmation": "never" } });

    test(`${write.name}: every fault is told, nothing typed is lost, and it works once the fault is gone`, async ({ page, api, token, problems, faultServer }) => {
      test.setTimeout(180_000);
      problems.expectStatus(302, 401, 403, 404, 409, 413, 429, 500, 502, 503);
      problems.expectNoAnswer();
      await installClock(page);
      if (write.account) {
        await signInAnew(page, write.account, token);
      }
      await write.open(page, api, token);
      for (const fault of [...faults, refused].filter(({ name }) => told(write, name) !== undefined)) {
        await test.step(fault.name, async () => {
          const mend = await fail(page, write.call, write.method, fault, faultServer);
          const asked = page.waitForRequest((request) => write.call.test(request.url()));
          await write.send(page);
          await asked;
          await fault.pass?.(page);
          if (fault === refused && write.account) {
            await expectShown(page.getByText(words("login.ended")));
            await mend();
            await write.open(page, api, token);
            return;
          }
          await expect(write.told(page)).toContainText(told(write, fault.name) ?? "");
          await write.kept(page);
          await mend();
          await dismissToasts(page);
        });
      }
      await write.send(page);
      await expectShown(write.done(page));
    });
  });
}

test.describe("of the call that signs out", () => {
  test.use({ account: accounts.single });

  test("DELETE /auth/tokens: whatever becomes of it, the person is signed out here", async ({ page, token, problems, faultServer }) => {
    test.setTimeout(180_000);
    problems.expectStatus(302, 401, 403, 404, 409, 413, 429, 500, 502, 503);
    problems.expectNoAnswer();
    await installClock(page);
    await signInAnew(page, accounts.single, token);
    for (const fault of [...faults, refused]) {
      await test.step(fault.name, async () => {
        const mend = await fail(page, /\/auth\/tokens$/u, "DELETE", fault, faultServer);
        await page.goto("/projects");
        const asked = page.waitForRequest((request) => request.method() === "DELETE");
        await signOut(page);
        await asked;
        await fault.pass?.(page);
        await expectShown(page.getByText(words("login.signed_out")));
        expect(await page.evaluate((key) => localStorage.getItem(key), SESSION_KEY)).toBeNull();
        await mend();
      });
    }
  });
});

/** Gives whatever page is opened next the session again, also after one that has ended it. */
async function signInAnew(page: Page, account: Account, token: string): Promise<void> {
  const session = [SESSION_KEY, storedSession(token, account.email)] as const;
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), session);
}

/** What a person reads of a fault of this name. */
function told(write: Write, name: string): RegExp | undefined {
  return write.otherwise?.[name] ?? [...faults, refused].find((fault) => fault.name === name)?.sentence;
}

/** So that what is told next is not taken for what has been told. */
async function dismissToasts(page: Page): Promise<void> {
  const dismiss = page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: words("common.dismiss") });
  while ((await dismiss.count()) > 0) {
    await dismiss.first().click();
  }
}
