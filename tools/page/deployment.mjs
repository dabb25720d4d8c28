// What of the built folder differs from one deployment to another: where the portal is, where its API is, and what it is
// called where it is installed. A build writes it for the configuration that it carries, "make configure" writes it anew.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { baseOf, withBase } from "./base.mjs";
import { manifestOf } from "./manifest.mjs";
import { withApi } from "./policy.mjs";
import { headerRules, redirectRules } from "./static-host.mjs";

/** The files that a configuration changes and that are sent to browsers; their compressed copies have to follow. */
export const CONFIGURED = ["404.html", "config.json", "index.html", "manifest.webmanifest"];

/** Makes the built `folder` fit a configuration, the text of a config.json, which becomes its own. */
export async function deploy(folder, text) {
  const config = read(text);
  const base = baseOf(config);
  await writeFile(join(folder, "manifest.webmanifest"), await manifestOf(config, base));
  const document = join(folder, "index.html");
  const content = withApi(withBase(await readFile(document, "utf8"), await filesIn(folder), base), config);
  // The second is what hosts of static files answer with where there is no file.
  await Promise.all([document, join(folder, "404.html")].map((file) => writeFile(file, content)));
  await writeFile(join(folder, "_headers"), withApi(await headerRules(await filesIn(folder), base, content), config));
  await writeFile(join(folder, "_redirects"), redirectRules(base));
  await writeFile(join(folder, "config.json"), text);
}

function read(text) {
  const config = JSON.parse(text);
  if (config === null || typeof config !== "object" || Array.isArray(config)) {
    throw new Error("The configuration is not a JSON object.");
  }
  return config;
}

/** The files in `folder` that browsers ask for, as paths inside it, in order. */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^[._]|\.(br|gz)$/u.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
