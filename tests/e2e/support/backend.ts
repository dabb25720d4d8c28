import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { environment } from "./environment.ts";

const run = promisify(execFile);

/** A backend of its own, with a fresh demo, which serves the page too. */
export interface Backend {
  /** Where it answers: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Makes a named token for an account, as a provider does on the command line. */
  makeToken(email: string, permissions: string, ...more: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** How many times as fast as real ones the simulated machines work. */
const TIME_SCALE = "20";

/** Starts a backend; `options` are for its command line, after those that every journey needs. */
export async function startBackend(...options: string[]): Promise<Backend> {
  const folder = await mkdtemp(path.join(tmpdir(), "vps-portal-journeys-"));
  const database = path.join(folder, "portal.sqlite3");
  const server = spawn(
    environment.backend,
    [
      ["serve", "--demo", "--listen", "127.0.0.1:0", "--database", database],
      ...(options.includes("--dist") ? [] : [["--dist", environment.dist]]),
      ["--time-scale", TIME_SCALE],
      // All journeys come from one address; the limit of an account stays as it is.
      ["--sign-in-limit-per-address", "100000"],
      options,
    ].flat(),
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(server, "exit");
  const started = Promise.race([announced(createInterface(server.stdout)), failed(ended)]);
  const origin = await started.catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    throw error;
  });
  return {
    origin,
    async makeToken(email, permissions, ...more) {
      const options = ["--database", database, "--email", email, "--name", "journey", "--permissions", permissions];
      const { stdout } = await run(environment.backend, ["user", "token", ...options, ...more]);
      const token = /\bvps_\S+/u.exec(stdout)?.[0];
      if (!token) {
        throw new Error("The backend made no token.");
      }
      return token;
    },
    async stop() {
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** The address in the line in which the backend says that it listens. */
async function announced(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const origin = /^Listening on (http:\/\/\S+)$/u.exec(line)?.[1];
    if (origin) {
      return origin;
    }
  }
  throw new Error("The backend never said where it listens.");
}

async function failed(ended: Promise<unknown[]>): Promise<never> {
  const [code] = await ended;
  throw new Error(`The backend ended at its start, with ${String(code)}.`);
}
