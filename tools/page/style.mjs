// One style sheet out of the files of a folder: style/ is what both programs begin with, style/sign-in/ what the sign-in needs
// besides, style/later/ what comes, with the latter, with the first piece of the portal.

import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { runTool } from "./run-tool.mjs";

/** The values come first, then what holds everywhere; the rest follows by name and does not depend on its order. */
const FIRST = ["tokens.css", "base.css"];

/** The text of every style sheet in `folder`, as one. */
export async function bundleStyle(folder, { minified }) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".css")).sort();
  const ordered = [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))];
  const options = ["--bundle", "--loader=css", ...(minified ? ["--minify"] : [])];
  const input = ordered.map((name) => `@import "./${name}";`).join("\n");
  return runTool("esbuild", options, { directory: folder, input });
}
