// FLOOD sign-ins a second, wrong ones and right ones, from as many addresses as there are sign-ins, beside READS reads a
// second: how much longer do the reads take than without the flood? And does who has the password still get in? Both are
// measured in turns, ROUNDS times for DURATION seconds, so that whatever else the machine does falls upon both.

import { setTimeout as pause } from "node:timers/promises";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

import { PASSWORD, withBackend } from "./support/backend.mjs";
import { Client } from "./support/client.mjs";
import { Latencies, Random, count, setting } from "./support/numbers.mjs";
import { Verdict } from "./support/verdict.mjs";

const FLOOD = setting("FLOOD", 200);
const READS = setting("READS", 100);
const DURATION = setting("DURATION", 10);
const ROUNDS = setting("ROUNDS", 4);
/** The longest that 99 of 100 reads may take beside the flood, in milliseconds. */
const P99_LIMIT = setting("P99_LIMIT", 250);
/** The addresses come from a header that a proxy would set. */
const OPTIONS = ["--behind-proxy"];
const ACCOUNT = "single@example.com";
const PATHS = ["server/", "auth/tokens", "user/detail_user/"];

/** Calls `work` so many times a second, whether what was begun before is done or not; resolves when all is. */
async function steadily(rate, seconds, work) {
  const began = performance.now();
  const underWay = [];
  for (let number = 0; number < rate * seconds; number += 1) {
    const due = began + (number * 1_000) / rate;
    await pause(Math.max(0, due - performance.now()));
    underWay.push(work(number, due));
  }
  await Promise.all(underWay);
}

/** How long reads took, counted from when each was due, so that a stall counts for all that it held up. */
class Reads {
  latencies = new Latencies();
  errors = 0;

  async go(client, token) {
    await steadily(READS, DURATION, async (number, due) => {
      const status = await client.get(PATHS[number % PATHS.length], token).then(
        (answer) => answer.status,
        () => 0,
      );
      this.latencies.add(performance.now() - due);
      this.errors += status === 200 ? 0 : 1;
    });
  }

  toString() {
    return `${count(this.latencies.count)} reads, ${this.errors} errors, ${this.latencies}`;
  }
}

/** The flood: how many sign-ins were answered with which status. */
async function flood({ address, seed }) {
  const client = new Client(address);
  const random = new Random(seed);
  const statuses = {};
  await steadily(FLOOD, DURATION, async () => {
    const from = Array.from({ length: 4 }, () => random.below(256)).join(".");
    const headers = { "x-forwarded-for": from };
    const account = random.of([ACCOUNT, `nobody-${random.below(1_000_000)}@example.com`]);
    const password = random.oneIn(4) ? PASSWORD : "Wrong-password-1";
    const status = await client.signIn(account, password, { headers }).then(
      (answer) => answer.status,
      () => 0,
    );
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  client.close();
  return statuses;
}

/** Somebody who has the password and comes again when told to: the milliseconds until they are in. */
async function signInPatiently(client) {
  const began = performance.now();
  for (;;) {
    const answer = await client.signIn("demo@example.com", PASSWORD, { headers: { "x-forwarded-for": "192.0.2.1" } });
    if (answer.status === 200) {
      return performance.now() - began;
    }
    await pause(Number(answer.headers["retry-after"]) * 1_000);
  }
}

/** A flood from a thread of its own, so that making it does not hold up who measures. */
async function floodBeside({ address }, seed) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { address: address.origin, seed } });
  return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
}

async function measure(client) {
  const token = await client.token(ACCOUNT, PASSWORD);
  const [calm, flooded, statuses, waits] = [new Reads(), new Reads(), {}, new Latencies()];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await calm.go(client, token);
    const patient = pause((DURATION * 1_000) / 2).then(() => signInPatiently(client));
    const [answered, wait] = await Promise.all([floodBeside(client, round), patient, flooded.go(client, token)]);
    waits.add(wait);
    for (const [status, number] of Object.entries(answered)) {
      statuses[status] = (statuses[status] ?? 0) + number;
    }
  }
  return { calm, flooded, statuses, waits };
}

async function main() {
  const verdict = new Verdict("sign-in flood");
  await withBackend(OPTIONS, async ({ client }) => {
    const { calm, flooded, statuses, waits } = await measure(client);
    const [before, beside] = [calm, flooded].map(({ latencies }) => latencies.percentile(0.99));
    verdict.say(`without it: ${calm}`);
    verdict.say(`beside ${FLOOD} sign-ins a second: ${flooded}`);
    verdict.say(`p99 of the reads beside it is ${(beside / before).toFixed(1)} times that without`);
    const told = Object.entries(statuses).map(([status, number]) => `${count(number)} × ${status}`);
    verdict.say(`the sign-ins were answered ${told.join(", ")}`);
    verdict.say(`who had the password and came again when told to was in after ${(waits.percentile(1) / 1_000).toFixed(1)} s at most`);
    verdict.expect(calm.errors + flooded.errors === 0, "reads failed");
    verdict.expect(beside <= P99_LIMIT, `p99 of the reads is ${beside.toFixed(0)} ms, above ${P99_LIMIT} ms`);
    for (const status of Object.keys(statuses)) {
      verdict.expect(["200", "400", "429", "503"].includes(status), `a sign-in was answered ${status}`);
    }
  });
  verdict.end();
}

if (isMainThread) {
  await main();
} else {
  parentPort.postMessage(await flood(workerData));
}
