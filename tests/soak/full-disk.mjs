// Takes the room from under a backend that is being written to, CYCLES times, and gives it back: what has to be kept is
// refused in the contract's words, all else goes on, and it recovers without a restart.
//
// The real form needs a small disk of its own (a tmpfs), which this program may mount as root or in a namespace of its
// own; and everywhere the process is forbidden to let its files grow.

import { spawnSync } from "node:child_process";
import { appendFile, rm, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv, env, execPath } from "node:process";
import { fileURLToPath } from "node:url";

import { Backend, PASSWORD, withDatabase } from "./support/backend.mjs";
import { count, setting } from "./support/numbers.mjs";
import { Verdict } from "./support/verdict.mjs";

const CYCLES = setting("CYCLES", 10);
const DISK_MIB = 16;
const OPTIONS = ["--time-scale", "1000", "--sign-in-limit", "1000000", "--sign-in-limit-per-address", "1000000"];
/** How many changes the room may take that SQLite has set aside: its journal is written again from the start. */
const SET_ASIDE = 5_000;
/** How often each call is made once that is used up. */
const ATTEMPTS = 60;
const CHUNK = Buffer.alloc(64 * 1024);
const ACCOUNT = "single@example.com";
const ON_SMALL_DISK = "--on-small-disk";

/** Fills the disk that a database is on, to the last byte. */
function smallDisk(database) {
  const ballast = join(dirname(database), "ballast");
  const fill = async () => {
    for (let size = CHUNK.length; size >= 1; ) {
      const fits = await appendFile(ballast, CHUNK.subarray(0, size)).then(() => true, () => false);
      size = fits ? size : Math.floor(size / 2);
    }
    const { bavail } = await statfs(dirname(database));
    if (bavail > 0) {
      throw new Error(`The disk is not full: ${bavail} blocks are left.`);
    }
  };
  return { fill, free: () => rm(ballast) };
}

/** Forbids a process to write beyond the first byte of any file. */
function fileLimit(_, backend) {
  const limit = (bytes) => {
    const { status, stderr } = spawnSync("prlimit", ["--pid", backend.id, `--fsize=${bytes}:`], { encoding: "utf8" });
    if (status !== 0) {
      throw new Error(`The files could not be limited: ${stderr}`);
    }
  };
  return {
    fill: async () => limit("1"),
    free: async () => limit("unlimited"),
  };
}

/** Every call that has to keep something, by what it does. */
function writes({ client }, token, server) {
  let turn = 0;
  const next = (word) => `${word}-${(turn += 1)}`;
  const password = { password: PASSWORD, re_password: PASSWORD };
  return {
    "sign in": () => client.signIn(ACCOUNT, PASSWORD, { headers: { "user-agent": "x".repeat(512) } }),
    rename: () => client.post(`server/${server}/rename/`, token, { server_name: next("name") }),
    reboot: () => client.post(`server/${server}/reboot/`, token),
    "set a server's password": () => client.post(`server/${server}/change_password/`, token, password),
    "open a console": () => client.get(`server/${server}/console/`, token),
    "change the profile": () => client.call("PATCH", "user/update_profile/", { token, json: { company: next("company") } }),
  };
}

const READS = ["server/", "auth/tokens", "account/me/", "user/detail_user/", "user/list_project/", "token/"];
const SERVER_READS = ["", "get_console_log/", "list_volume_attached/", "get_action_log/", "list_ip/"];

/** What is wrong with the answer to a call that had no room, if anything. */
function complaint({ status, headers, json }) {
  const isRefusal = status === 507 || (status === 503 && Number(headers["retry-after"]) > 0);
  if (isRefusal) {
    return typeof json?.detail === "string" ? undefined : `${status} says nothing`;
  }
  // What still fits is kept; a server that was renamed just now may be busy.
  return status === 200 || status === 409 ? undefined : `${status} ${JSON.stringify(json)}`;
}

class Scenario {
  refused = 0;
  read = 0;
  #verdict;
  #name;
  #backend;

  constructor(verdict, name, backend) {
    this.#verdict = verdict;
    this.#name = name;
    this.#backend = backend;
  }

  #expect(isRight, failure) {
    this.#verdict.expect(isRight, `${this.#name}: ${failure}`);
  }

  async cycle(disk) {
    const { client } = this.#backend;
    const token = await client.token(ACCOUNT, PASSWORD);
    const [server] = await client.servers(token, "server_status=ACTIVE");
    const calls = writes(this.#backend, token, server.instance_id);
    // Its use has not been noted yet.
    const unused = await client.token(ACCOUNT, PASSWORD);
    await disk.fill();
    await this.#isRefused("rename", calls.rename, SET_ASIDE);
    for (const [what, call] of Object.entries(calls)) {
      this.#expect(await this.#isRefused(what, call, ATTEMPTS), `nothing refused to ${what}`);
    }
    await this.#readEverything(unused, server.instance_id);
    this.#expect(this.#backend.lives, "the backend has ended");
    await disk.free();
    for (const [what, call] of Object.entries(calls)) {
      const { status } = await untilDone(call);
      this.#expect(status === 200, `with room again, ${status} at: ${what}`);
    }
    const damage = this.#backend.damage();
    this.#expect(!damage, damage);
  }

  /** Makes a call again and again; whether it is refused for want of room. */
  async #isRefused(what, call, attempts) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const answer = await call();
      const found = complaint(answer);
      this.#expect(!found, `without room, ${found} at: ${what}`);
      if (answer.status === 507 || answer.status === 503) {
        this.refused += 1;
        return true;
      }
    }
    return false;
  }

  async #readEverything(token, server) {
    const paths = [...READS, ...SERVER_READS.map((path) => `server/${server}/${path}`)];
    for (const path of paths) {
      const { status } = await this.#backend.client.get(path, token);
      this.#expect(status === 200, `without room, ${status} at reading ${path}`);
      this.read += 1;
    }
  }
}

/** The answer of a call that may meet a busy server for some milliseconds. */
async function untilDone(call) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await call();
    if (answer.status !== 409 || attempt === ATTEMPTS) {
      return answer;
    }
  }
}

async function run(name, takeRoom) {
  const verdict = new Verdict("full disk");
  await withDatabase(async (database) => {
    const backend = new Backend(database, OPTIONS, join(dirname(database), "log"));
    await backend.start();
    const scenario = new Scenario(verdict, name, backend);
    const disk = takeRoom(database, backend);
    try {
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        await scenario.cycle(disk);
      }
    } finally {
      await backend.stop();
    }
    verdict.say(
      `${name}: ${CYCLES} times full, ${count(scenario.refused)} calls refused, ${count(scenario.read)} reads answered`,
    );
  });
  verdict.end();
}

/** Runs this program once more, on a small disk that nobody else sees; false where that cannot be mounted. */
function runOnSmallDisk() {
  const mount = `mount -t tmpfs -o size=${DISK_MIB}m tmpfs /mnt`;
  for (const namespace of [["--mount"], ["--user", "--map-root-user", "--mount"]]) {
    const options = { stdio: "inherit", env: { ...env, TMPDIR: "/mnt" } };
    const inside = (command) => spawnSync("unshare", [...namespace, "sh", "-c", command], options);
    if (inside(`${mount} 2>/dev/null`).status === 0) {
      const { status } = inside(`${mount} && exec "${execPath}" "${fileURLToPath(import.meta.url)}" ${ON_SMALL_DISK}`);
      process.exitCode ||= status ?? 1;
      return true;
    }
  }
  return false;
}

if (argv.includes(ON_SMALL_DISK)) {
  await run("a disk of its own", smallDisk);
} else {
  await run("forbidden to grow", fileLimit);
  if (!runOnSmallDisk()) {
    console.log("full disk: no small disk can be mounted here, so only the other form was run");
  }
}
