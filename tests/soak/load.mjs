// The polling of BROWSERS open pages for DURATION seconds, in the rhythm of the application (src/data/), then as many requests
// as go: how long answers take, that none fails, and how far the load is from the most that is answered.

import { setTimeout as pause } from "node:timers/promises";

import { PASSWORD, withBackend } from "./support/backend.mjs";
import { Latencies, Random, count, setting } from "./support/numbers.mjs";
import { Verdict } from "./support/verdict.mjs";

const BROWSERS = setting("BROWSERS", 200);
const DURATION = setting("DURATION", 60);
/** The longest that 99 of 100 answers may take, in milliseconds. */
const P99_LIMIT = setting("P99_LIMIT", 250);
const AT_ONCE = 8;
const ACCOUNTS = ["demo@example.com", "single@example.com", "fleet@example.com"];

/** What the application asks by itself while a page is open, and after how many seconds again (`Query::interval`). */
const PAGES = {
  "list at rest": [[30, () => "server/?page=1&page_size=20"]],
  "list at work": [[3, () => "server/?page=1&page_size=20"]],
  server: [
    [30, (server) => `server/${server}/`],
    [30, (server) => `server/${server}/list_volume_attached/`],
  ],
  "boot log": [
    [3, (server) => `server/${server}/`],
    [2, (server) => `server/${server}/get_console_log/`],
  ],
  "sorted list": [[30, () => "server/?page=1&page_size=100"]],
};
const FIRST_VISIT = ["auth/tokens", "account/me/", "server/?page=1&page_size=20"];
/** What a load is made of: one browser after the other opens the next of these pages. */
const USUAL = Object.keys(PAGES);
const RESTLESS = ["list at work", "boot log"];
const RENAMED_EVERY = 60;

async function signIn(backend, browsers) {
  const tokens = new Map();
  const all = Array.from({ length: browsers }, (_, number) => number);
  const worker = async () => {
    for (let number = all.pop(); number !== undefined; number = all.pop()) {
      const token = await backend.client.token(ACCOUNTS[number % ACCOUNTS.length], PASSWORD);
      const servers = await backend.client.servers(token, "page_size=100&server_status=ACTIVE");
      const server = servers[number % servers.length].instance_id;
      tokens.set(number, { token, server });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return [...tokens.values()];
}

/** The answers of one phase. */
class Tally {
  latencies = new Latencies();
  errors = [];

  async ask(call, accepted) {
    try {
      const answer = await call;
      this.latencies.add(answer.took);
      if (!accepted.includes(answer.status)) {
        this.errors.push(`an answer was ${answer.status}`);
      }
    } catch (error) {
      this.errors.push(`no answer: ${error.message}`);
    }
  }
}

/** Opens the pages, each at a moment of its own, and polls until `end`. */
async function poll(client, browsers, pages, end, tally) {
  const random = new Random(1);
  /** Resolves after so many seconds with true, or at the end with false. */
  const wait = async (seconds) => {
    const left = end - performance.now();
    await pause(Math.max(0, Math.min(seconds * 1_000, left)));
    return seconds * 1_000 < left;
  };
  const repeat = async (seconds, ask) => {
    for (let goesOn = await wait(random.fraction() * seconds); goesOn; goesOn = await wait(seconds)) {
      await ask();
    }
  };
  const read = (path, token) => tally.ask(client.get(path, token), [200]);
  await Promise.all(
    browsers.flatMap(({ token, server }, number) => {
      const page = PAGES[pages[number % pages.length]];
      const rename = { server_name: `server-${number}` };
      return [
        pause(random.fraction() * 1_000).then(() => Promise.all(FIRST_VISIT.map((path) => read(path, token)))),
        ...page.map(([seconds, path]) => repeat(seconds, () => read(path(server), token))),
        // Two browsers may hit upon one server: it is busy then.
        repeat(RENAMED_EVERY, () => tally.ask(client.post(`server/${server}/rename/`, token, rename), [200, 409])),
      ];
    }),
  );
}

/** Every browser asks again as soon as it has its answer. */
async function crowd(client, browsers, end, tally) {
  const paths = Object.values(PAGES).flatMap((page) => page.map(([, path]) => path));
  await Promise.all(
    browsers.map(async ({ token, server }, number) => {
      for (let turn = number; performance.now() < end; turn += 1) {
        await tally.ask(client.get(paths[turn % paths.length](server), token), [200]);
      }
    }),
  );
}

const verdict = new Verdict("load");

/** Does `work` with its end and a tally, says what came of it, and resolves with the requests a second and the p99. */
async function phase(name, seconds, work) {
  const tally = new Tally();
  const began = performance.now();
  await work(began + seconds * 1_000, tally);
  const { latencies, errors } = tally;
  const rate = latencies.count / ((performance.now() - began) / 1_000);
  verdict.say(
    `${BROWSERS} browsers, ${name}: ${count(latencies.count)} requests (${rate.toFixed(1)}/s), ` +
      `${errors.length} errors, ${latencies}`,
  );
  verdict.expect(errors.length === 0, `${name}: ${errors.length} errors, such as: ${errors[0]}`);
  return { rate, p99: latencies.percentile(0.99) };
}

await withBackend([], async (backend) => {
  const browsers = await signIn(backend, BROWSERS);
  const { client } = backend;
  const rates = [];
  for (const [name, pages] of [["the usual pages", USUAL], ["all of them restless", RESTLESS]]) {
    const { rate, p99 } = await phase(name, DURATION, (end, tally) => poll(client, browsers, pages, end, tally));
    verdict.expect(p99 <= P99_LIMIT, `${name}: p99 is ${p99.toFixed(1)} ms, above ${P99_LIMIT} ms`);
    rates.push(rate);
  }
  const most = await phase("as fast as they can", DURATION, (end, tally) => crowd(client, browsers, end, tally));
  const [usual, restless] = rates.map((rate) => (most.rate / rate).toFixed(0));
  verdict.say(`the most that is answered is ${usual} times the usual load, ${restless} times the restless one`);
});
verdict.end();
