// The real backend as a process: started on a free port of this machine, ended by its own id.

import { spawn, spawnSync } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { createInterface } from "node:readline";
import { once } from "node:events";

import { Client } from "./client.mjs";

const BINARY = env.BACKEND || "target/release/vps-portal-backend";
export const PASSWORD = "Portal-demo-1";
const LISTENING = /^Listening on (http:\/\/\S+)$/u;

/** Calls `work` with the path of a database in a folder of its own, which is gone afterwards. */
export async function withDatabase(work) {
  const folder = await mkdtemp(join(tmpdir(), "vps-portal-soak-"));
  try {
    return await work(join(folder, "portal.sqlite3"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Calls `work` with a backend that is serving the demo, and ends it afterwards. */
export async function withBackend(options, work) {
  return withDatabase(async (database) => {
    const backend = new Backend(database, options);
    await backend.start();
    try {
      return await work(backend);
    } finally {
      await backend.stop();
    }
  });
}

export class Backend {
  #database;
  #options;
  #log;
  #process;
  #ended;

  /** `options` are arguments of `serve`, `log` the file that takes what it says to its operator. */
  constructor(database, options = [], log = undefined) {
    this.#database = database;
    this.#options = options;
    this.#log = log;
  }

  get id() {
    return this.#process.pid;
  }

  get lives() {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Resolves with the milliseconds after which it said where it listens. */
  async start() {
    const began = performance.now();
    const log = this.#log ? openSync(this.#log, "a") : "inherit";
    const serve = ["serve", "--demo", "--listen", "127.0.0.1:0", "--database", this.#database];
    this.#process = spawn(BINARY, [...serve, ...this.#options], { stdio: ["ignore", "pipe", log] });
    if (this.#log) {
      closeSync(log);
    }
    this.#ended = once(this.#process, "exit");
    for await (const line of createInterface({ input: this.#process.stdout })) {
      const address = LISTENING.exec(line)?.[1];
      if (address) {
        this.client = new Client(address);
        return performance.now() - began;
      }
    }
    throw new Error("The backend did not start.");
  }

  /** Ends it in the midst of whatever it does, as `kill -9` does. */
  async kill() {
    this.#process.kill("SIGKILL");
    await this.#gone();
  }

  /** Ends it in good order. */
  async stop() {
    this.#process.kill("SIGTERM");
    await this.#gone();
  }

  async #gone() {
    await this.#ended;
    this.client.close();
  }

  /** What is wrong with the database, if anything: every page, index and reference is looked at. */
  damage() {
    const check = spawnSync(BINARY, ["check", "--database", this.#database], { encoding: "utf8" });
    return check.status === 0 ? undefined : check.stderr.trim() || "The check could not be run.";
  }
}
