// The two that are compared, each served by a backend of its own in the same way: the portal, and the floor.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { PASSWORD, withBackend } from "../../soak/support/backend.mjs";

const { transform } = createRequire(new URL("../../e2e/package.json", import.meta.url))("esbuild");
const root = fileURLToPath(new URL("../../..", import.meta.url));
const source = fileURLToPath(new URL("../floor", import.meta.url));

export const CACHE = join(root, ".cache/bench");
export const DIST = resolve(root, env.DIST || "dist");
/** What is done to a server is done at once: machines are not what is measured. */
const BACKEND = ["--time-scale", "1000000", "--sign-in-limit-per-address", "100000"];

/** Calls `work` with the portal and the floor, each as `{name, origin, client, session}`. */
export async function withContestants(work) {
  const floor = await buildFloor();
  return withContestant("portal", DIST, (one) => withContestant("floor", floor, (other) => work([one, other])));
}

/** Calls `work` with the portal alone. */
export const withPortal = (work) => withContestant("portal", DIST, work);

function withContestant(name, folder, work) {
  return withBackend(["--dist", folder, ...BACKEND], async ({ client }) => {
    const tokens = new Map();
    const token = async (email) => {
      tokens.set(email, tokens.get(email) ?? (await client.token(email, PASSWORD)));
      return tokens.get(email);
    };
    return work({
      name,
      client,
      origin: client.address.origin,
      token,
      /** What the page keeps of somebody who is signed in. */
      session: async (email) => JSON.stringify({ version: 1, token: await token(email), email }),
    });
  });
}

/** Makes of the floor what a build would: small files, named by what they hold, with compressed copies. */
async function buildFloor() {
  const folder = join(CACHE, "floor");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let document = await readFile(join(source, "index.html"), "utf8");
  for (const [name, loader] of [["floor.css", "css"], ["floor.js", "js"]]) {
    const { code } = await transform(await readFile(join(source, name), "utf8"), { loader, minify: true });
    const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
    const hashed = name.replace(".", `-${hash}.`);
    document = document.replace(`/${name}`, `/${hashed}`);
    await write(join(folder, hashed), code);
  }
  await write(join(folder, "index.html"), document.replaceAll(/\n\s+/gu, "\n"));
  await cp(join(root, "public/icon.svg"), join(folder, "icon.svg"));
  return folder;
}

async function write(path, text) {
  await writeFile(path, text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${path}.br`, brotliCompressSync(text, { params }));
  await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }));
}
