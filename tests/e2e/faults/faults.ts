import type { Page, Route } from "@playwright/test";
import { words } from "../support/words.ts";
import type { FaultServer } from "./fault-server.ts";

/** A way in which any call can fail, and what a person reads of it where the call has no sentence of its own. */
export interface Fault {
  readonly name: string;
  readonly answer: (route: Route, server: FaultServer) => Promise<void>;
  /** What a person reads; nothing where the answer passes for a good one. */
  readonly sentence: RegExp | undefined;
  /** What makes the page notice; by itself it does at once. */
  readonly pass?: (page: Page) => Promise<void>;
}

/** What the service says in those answers that say something. */
const SAYS = "Told on purpose.";
const theirs = words("error.says", { message: SAYS });

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const within = (text: string) => new RegExp(escaped(text), "u");
const both = (key: string, values = {}) => within(`${words(key, values)} ${theirs}`);

/** The sentence that tells to wait twenty seconds, of which some may have passed. */
function until(key: string): RegExp {
  const [before, after] = words(key, { time: "\0" }).split("\0");
  return new RegExp(`${escaped(before ?? "")}in (20|1\\d) seconds${escaped(after ?? "")}`, "u");
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => (route: Route) =>
  route.fulfill({ status, headers, json: body });
const plain = (status: number, contentType: string, body: string, headers: Record<string, string> = {}) => (route: Route) =>
  route.fulfill({ status, contentType, body, headers });
const served = (path: string) => (route: Route, server: FaultServer) => route.continue({ url: server.address(path) });
/** Times are told by the service's clock, which an answer tells, too. */
const inTwentySeconds = () => ({ date: new Date().toUTCString(), "retry-after": new Date(Date.now() + 20_000).toUTCString() });

const PAGE = "<!doctype html><title>Oops</title><h1>Oops</h1><script>throw new Error('ran')</script>";

/** Every fault but a refused sign-in, which ends the session and with it the page. */
export const faults: readonly Fault[] = [
  { name: "connection refused", answer: (route) => route.abort("connectionrefused"), sentence: within(words("error.network")) },
  { name: "reset half-way", answer: served("half-way"), sentence: within(words("error.network")) },
  {
    name: "time-out",
    // Left without an answer.
    answer: async () => undefined,
    sentence: within(words("error.timed_out")),
    pass: (page) => page.clock.fastForward(31_000),
  },
  { name: "403", answer: json(403, { detail: SAYS }), sentence: both("error.forbidden") },
  { name: "404", answer: json(404, { detail: SAYS }), sentence: both("error.not_found") },
  { name: "409", answer: json(409, { message: SAYS }), sentence: both("error.conflict") },
  { name: "413", answer: plain(413, "text/html", PAGE), sentence: within(words("error.too_large")) },
  { name: "429 in seconds", answer: json(429, {}, { "retry-after": "20" }), sentence: until("error.rate_limited_until") },
  {
    name: "429 at a time",
    answer: (route) => json(429, {}, inTwentySeconds())(route),
    sentence: until("error.rate_limited_until"),
  },
  { name: "429", answer: json(429, { detail: SAYS }), sentence: both("error.rate_limited") },
  { name: "500 as a page", answer: plain(500, "text/html", PAGE), sentence: within(words("error.server")) },
  { name: "502 empty", answer: plain(502, "text/plain", ""), sentence: within(words("error.server")) },
  {
    name: "503 with a time",
    answer: plain(503, "text/plain", "Busy.", { "retry-after": "20" }),
    sentence: until("error.server_until"),
  },
  { name: "200 with broken JSON", answer: plain(200, "application/json", '{"results": [{'), sentence: within(words("error.unreadable")) },
  { name: "200 with a page", answer: plain(200, "text/html", PAGE), sentence: within(words("error.unreadable")) },
  { name: "200 of the wrong shape", answer: json(200, "seventeen"), sentence: within(words("error.unreadable")) },
  { name: "200 without a field", answer: json(200, {}), sentence: undefined },
  { name: "200 that tells of an error", answer: json(200, { error: true, message: SAYS }), sentence: both("error.other", { status: "200" }) },
  { name: "200 of 20 MB", answer: served("flood"), sentence: within(words("error.too_large")) },
  { name: "redirect to another origin", answer: served("redirect"), sentence: within(words("error.network")) },
];

/** A token that is no longer accepted. */
export const refused: Fault = {
  name: "401",
  answer: json(401, { detail: SAYS }),
  sentence: within(words("login.ended")),
};
