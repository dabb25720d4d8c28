// Makes a built folder fit a configuration, its own or another that takes its place: configure.mjs FOLDER [CONFIG].

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, exit } from "node:process";

import { compressFile } from "./page/compress.mjs";
import { CONFIGURED, deploy } from "./page/deployment.mjs";

const [, , folder, file] = argv;

async function configure() {
  await deploy(folder, await readFile(file || join(folder, "config.json"), "utf8"));
  await Promise.all(CONFIGURED.map((name) => compressFile(join(folder, name))));
}

if (!folder) {
  console.error("Usage: node tools/configure.mjs FOLDER [CONFIG], after make dist");
  exit(1);
}
await configure().catch((error) => {
  console.error(`${folder} could not be configured: ${error.message}`);
  exit(1);
});
