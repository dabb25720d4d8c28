import { fileURLToPath } from "node:url";
import { homedir } from "node:os";
import path from "node:path";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const fromRoot = (place: string) => path.resolve(root, place);

/** What the tests run against; each can be set in the environment. Folders count from the project's root. */
export const environment = {
  backend: fromRoot(process.env["BACKEND"] ?? "target/debug/vps-portal-backend"),
  dist: fromRoot(process.env["DIST"] ?? "dist"),
  /** The released page, where the tests run against one of a development build. */
  release: fromRoot(process.env["RELEASE"] ?? "dist"),
  chromium: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  /** How many hours of a working day the journey of a long day lasts, by the clock of the page. */
  hours: Number(process.env["HOURS"] ?? "1"),
  recipes: fromRoot("deploy"),
  configure: fromRoot("tools/configure.mjs"),
  /** Where tools/setup.sh unpacks the web servers of the recipes. */
  webServers: process.env["WEB_SERVERS"] ?? path.join(homedir(), ".cache/vps-portal/web-servers"),
  measurements: fromRoot(".cache/bench"),
  screenshots: fromRoot(process.env["SCREENSHOTS"] ?? ".cache/screenshots"),
};
