// The service worker of a build, public/worker.js: told which files there are.

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** The worker's name, the same in every build: browsers look there for the next one. */
export const WORKER = "sw.js";

const HASHED = /-[0-9a-f]{16}\.\w+$/u;

/** Writes the worker `script` into `folder`, whose other files are complete. `files` are those of the first visit. */
export async function writeWorker(folder, script, files) {
  const { languages, sign_in_program, sign_in_module, sign_in_style, later_style, ...others } = files;
  const first = [...Object.values(others).map(({ path }) => path), "icon.svg"];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  const hashed = paths.map((path) => path.split(sep).join("/")).filter((path) => HASHED.test(path));
  const later = hashed.filter((path) => !first.includes(path)).sort();
  const version = createHash("sha256").update(JSON.stringify([script, first, later]));
  for (const path of ["index.html", "icon.svg"]) {
    version.update(await readFile(join(folder, path)));
  }
  const constants = {
    VERSION: version.digest("hex").slice(0, 16),
    FIRST: first,
    LATER: later,
  };
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  await writeFile(join(folder, WORKER), [...lines, script].join("\n"));
}
