// Puts a deployment's configuration into a built folder: configure.mjs FOLDER CONFIG. The document's policy names the
// API's origin, and the compressed copies of both files follow.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, exit } from "node:process";

import { compressFile } from "./page/compress.mjs";
import { withApi } from "./page/policy.mjs";

const [, , folder, file] = argv;

async function configure() {
  const config = await readFile(file, "utf8");
  const [document, copy] = [join(folder, "index.html"), join(folder, "config.json")];
  await writeFile(document, withApi(await readFile(document, "utf8"), JSON.parse(config)));
  await writeFile(copy, config);
  await Promise.all([document, copy].map(compressFile));
}

if (!folder || !file) {
  console.error("Usage: node tools/configure.mjs FOLDER CONFIG, after make dist");
  exit(1);
}
await configure().catch((error) => {
  console.error(`${folder} could not be configured: ${error.message}`);
  exit(1);
});
