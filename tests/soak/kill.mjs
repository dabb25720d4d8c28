// Ends the backend with `kill -9` KILLS times while everything is being written, starts it again, and looks whether
// each change that was acknowledged is there, each ended token ended, and the database sound.

import { setTimeout as pause } from "node:timers/promises";

import { Backend, withDatabase } from "./support/backend.mjs";
import { Random, Latencies, count, setting } from "./support/numbers.mjs";
import { Verdict } from "./support/verdict.mjs";
import { Writers } from "./support/writers.mjs";

const KILLS = setting("KILLS", 100);
const SEED = setting("SEED", 8365);
/** Machines take no time, so that a rename is over as soon as it is asked for. */
const OPTIONS = ["--time-scale", "1000", "--sign-in-limit", "1000000", "--sign-in-limit-per-address", "1000000"];
/** For how long is written before a kill, in milliseconds. */
const SHORTEST = 50;
const LONGEST = 500;
/** What a start may take, in milliseconds. */
const START_LIMIT = 5_000;

const verdict = new Verdict("kill");
const random = new Random(SEED);
const starts = new Latencies();

await withDatabase(async (database) => {
  const backend = new Backend(database, OPTIONS);
  await backend.start();
  const writers = await Writers.of(backend.client);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const written = writers.write(backend.client);
    await pause(SHORTEST + random.below(LONGEST - SHORTEST));
    await backend.kill();
    await written;
    const took = await backend.start();
    starts.add(took);
    verdict.expect(took < START_LIMIT, `start ${kill} took ${took.toFixed(0)} ms`);
    for (const { what, isKept } of await writers.kept(backend.client)) {
      verdict.expect(isKept, `after kill ${kill}: ${what}`);
    }
    const damage = backend.damage();
    verdict.expect(!damage, `after kill ${kill}: ${damage}`);
  }
  await backend.stop();
  const { acknowledged, refused } = writers;
  verdict.expect(refused.length === 0, `${refused.length} writes were refused, such as ${refused[0]}`);
  verdict.say(`${KILLS} kills, ${count(acknowledged)} acknowledged writes, each looked for afterwards`);
  verdict.say(`a start took ${starts} (seed ${SEED})`);
});
verdict.end();
