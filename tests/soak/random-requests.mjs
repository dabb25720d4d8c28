// REQUESTS requests that nobody would send, made from SEED: each is answered, none with a failure of the service, and what
// is said to be JSON is JSON. A finding names the number of its request; FROM and REQUESTS=1 make it again.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { Backend, PASSWORD, withDatabase } from "./support/backend.mjs";
import { Connection } from "./support/connection.mjs";
import { Random, count, setting } from "./support/numbers.mjs";
import { request } from "./support/requests.mjs";
import { Verdict } from "./support/verdict.mjs";

const REQUESTS = setting("REQUESTS", 100_000);
const SEED = setting("SEED", 8365);
const FROM = setting("FROM", 1);
const CONNECTIONS = 16;
const OPTIONS = ["--time-scale", "1000", "--sign-in-limit", "1000000", "--sign-in-limit-per-address", "1000000"];
const ACCOUNTS = ["single@example.com", "demo@example.com", "fleet@example.com"];
/** After how many requests the tokens are renewed, which some of the requests end. */
const RENEWED_AFTER = 100;
const SHOWN = 160;

/** What is wrong with an answer, if anything. */
function complaint({ status, headers, body }) {
  if (!(status >= 200 && status < 500)) {
    return `was answered ${status}`;
  }
  if (headers["content-type"] === "application/json" && body.length > 0) {
    try {
      JSON.parse(body.toString());
    } catch {
      return "was answered with broken JSON";
    }
  }
  return undefined;
}

class Run {
  statuses = new Map();
  #verdict;
  #client;
  #tokens = [];
  #servers = [];
  #next = FROM;

  constructor(verdict, client) {
    this.#verdict = verdict;
    this.#client = client;
  }

  async prepare() {
    await this.#renewTokens();
    const servers = await Promise.all(this.#tokens.map((token) => this.#client.servers(token)));
    this.#servers = servers.flatMap((page) => page.slice(0, 5).map((server) => server.instance_id));
  }

  async #renewTokens() {
    this.#tokens = await Promise.all(ACCOUNTS.map((account) => this.#client.token(account, PASSWORD)));
  }

  /** Sends requests, one after the other, until all are sent. */
  async work() {
    const connection = new Connection(this.#client.address);
    while (this.#next < FROM + REQUESTS) {
      const number = this.#next;
      this.#next += 1;
      if (number % RENEWED_AFTER === 0) {
        await this.#renewTokens();
      }
      await this.#try(connection, number);
    }
    connection.close();
  }

  async #try(connection, number) {
    const { bytes, isHead } = request(new Random(SEED * 1_000_003 + number), this.#tokens, this.#servers);
    const found = await connection.send(bytes, { isHead }).then(
      (answer) => {
        this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
        return complaint(answer);
      },
      (error) => error.message,
    );
    const shown = JSON.stringify(bytes.subarray(0, SHOWN).toString("latin1"));
    this.#verdict.expect(!found, `request ${number} ${found}: ${shown}`);
  }
}

/** A folder with as much of an application as the backend needs to serve one. */
async function application(folder) {
  await mkdir(folder);
  await Promise.all(["index.html", "config.json"].map((name) => writeFile(join(folder, name), "{}")));
  return folder;
}

const verdict = new Verdict("random requests");
await withDatabase(async (database) => {
  const dist = await application(join(dirname(database), "dist"));
  const backend = new Backend(database, [...OPTIONS, "--dist", dist]);
  await backend.start();
  const run = new Run(verdict, backend.client);
  await run.prepare();
  await Promise.all(Array.from({ length: CONNECTIONS }, () => run.work()));
  verdict.expect(backend.lives, "the backend has ended");
  await backend.stop();
  const statuses = [...run.statuses].sort(([one], [other]) => one - other);
  verdict.say(`${count(REQUESTS)} requests (seed ${SEED})`);
  verdict.say(statuses.map(([status, number]) => `${count(number)} × ${status}`).join(", "));
});
verdict.end();
