import type { Page } from "@playwright/test";
import type { Api } from "./api.ts";
import { laterHasCome } from "./network.ts";

/** Where the page keeps who is signed in. */
export const SESSION_KEY = "vps-portal.session";

/** What the page keeps of a session. */
export const storedSession = (token: string, email: string) => JSON.stringify({ version: 1, token, email });

/**
 * Ends a session at the service, of which the `pages` learn with what they ask next: what they ask by themselves a moment
 * after the start has been answered before.
 */
export async function endSession(api: Api, token: string, ...pages: Page[]): Promise<void> {
  await Promise.all(pages.map(laterHasCome));
  await api.call("DELETE", "/auth/tokens", token);
}
