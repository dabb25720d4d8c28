// Measures one part of the portal's speed, named in the command line, `RUNS` times. Prints tables, and keeps all numbers in
// `.cache/bench/PART.json`. What is measured, and how to choose, says tools/bench.sh.

import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";

import { setting } from "../soak/support/numbers.mjs";
import { CACHE } from "./support/contestants.mjs";

const [, , part] = argv;
const { measure } = await import(`./parts/${part}.mjs`);
await mkdir(CACHE, { recursive: true });
const results = await measure(setting("RUNS", 9));
for (const result of results) {
  console.log(`\n${result}`);
}
const measured = { measured: new Date().toISOString(), processor: cpus()[0]?.model, cores: cpus().length, results };
await writeFile(join(CACHE, `${part}.json`), `${JSON.stringify(measured, undefined, 2)}\n`);
