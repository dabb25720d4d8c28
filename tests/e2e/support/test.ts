import { test as base, expect } from "@playwright/test";
import type { Account } from "./accounts.ts";
import { Api } from "./api.ts";
import { type Backend, startBackend } from "./backend.ts";
import { Problems } from "./problems.ts";
import { SESSION_KEY, storedSession } from "./session.ts";
import { alreadyTold } from "./told.ts";

export { expect };

/** What a file of journeys can choose with `test.use`. */
export interface Options {
  /** Who is signed in when the journey begins; nobody when it is not set. */
  account: Account | undefined;
  /** What else stands in the page's local storage at the beginning. */
  remembered: Record<string, string>;
}

interface Fixtures {
  /** The token of `account`, of this journey alone. */
  token: string;
  /** What goes wrong in the browser; the journey fails on what it has not said it expects. */
  problems: Problems;
}

interface WorkerFixtures {
  backend: Backend;
  api: Api;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  account: [undefined, { option: true }],
  remembered: [{}, { option: true }],

  backend: [
    async ({}, use) => {
      const backend = await startBackend();
      await use(backend);
      await backend.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  api: [async ({ backend }, use) => use(new Api(backend.origin)), { scope: "worker" }],

  baseURL: async ({ backend }, use) => use(backend.origin),

  token: async ({ account, api }, use) => {
    await use(account === undefined ? "" : await api.signIn(account));
  },

  storageState: async ({ account, remembered, token, backend }, use) => {
    const kept = { ...alreadyTold(), ...remembered };
    if (account !== undefined) {
      kept[SESSION_KEY] = storedSession(token, account.email);
    }
    const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }));
    await use({ cookies: [], origins: [{ origin: backend.origin, localStorage }] });
  },

  problems: [
    async ({ context }, use) => {
      const problems = new Problems(context);
      await use(problems);
      // What is still answered for a page that is about to be closed comes to nothing.
      await Promise.all([context, ...context.pages()].map((routed) => routed.unrouteAll({ behavior: "ignoreErrors" })));
      expect(problems.unexpected(), "problems in the browser").toEqual([]);
    },
    { auto: true },
  ],
});
