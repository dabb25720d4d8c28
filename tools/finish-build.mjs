// What Trunk runs when the application is compiled: turns its output into the folder that is served. The steps are in
// tools/page/; this file is their order.
//
// Trunk says where it works through TRUNK_* (its guide, "Hooks"). A debug build skips what costs time.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, env, exit } from "node:process";

import { compress } from "./page/compress.mjs";
import { deploy } from "./page/deployment.mjs";
import { writeDocument } from "./page/document.mjs";
import { bindWhole, handOver } from "./page/module.mjs";
import { nameByContent } from "./page/names.mjs";
import { cutProgram } from "./page/pieces.mjs";
import { policyElement } from "./page/policy.mjs";
import { bundleScript, shrinkPrograms } from "./page/shrink.mjs";
import { bundleStyle } from "./page/style.mjs";
import { WORKER, writeWorker } from "./page/worker.mjs";
import { readWords, writeWords } from "./page/words.mjs";

const source = env.TRUNK_SOURCE_DIR;
const output = env.TRUNK_STAGING_DIR;
const release = env.TRUNK_PROFILE === "release";
// The programs as the linker left them, the portal to be cut into pieces; tools/page.sh says where they are.
const [portal, signIn] = [env.VPS_PORTAL_PROGRAM, env.VPS_PORTAL_SIGN_IN];

/** The whole way from Trunk's output to the folder that is served. */
async function finish() {
  const words = await readWords(join(source, "public/locales"));
  const [firstWords, signInWords] = await Promise.all(
    ["first-words.txt", "sign-in-words.txt"].map((name) => readFile(join(source, "public", name), "utf8")),
  );
  const [style, signInStyle, laterStyle, developmentStyle] = await Promise.all(
    ["style", "style/sign-in", "style/later", "style/development"].map((folder) => bundleStyle(join(source, folder), { minified: release })),
  );
  // The page of the design system is in no release.
  const laterStyles = signInStyle + laterStyle + (release ? "" : developmentStyle);
  const script = await bundleScript(join(source, "public/boot.js"), { minified: release });
  if (release) {
    await cutProgram(portal, output);
    await bindWhole(signIn, output);
    await handOver(output, "sign-in", { released: true });
  }
  await handOver(output, "vps-portal", { released: release });
  if (release) {
    await shrinkPrograms(output);
  }
  const files = {
    program: await nameByContent(output, "vps-portal_bg.wasm"),
    module: await nameByContent(output, "vps-portal.js"),
    sign_in_program: release && (await nameByContent(output, "sign-in_bg.wasm")),
    sign_in_module: release && (await nameByContent(output, "sign-in.js")),
    style: await nameByContent(output, "portal.css", style),
    sign_in_style: await nameByContent(output, "sign-in.css", signInStyle),
    later_style: await nameByContent(output, "later.css", laterStyles),
    boot: await nameByContent(output, "boot.js", script),
    languages: await writeWords(output, words, { first: firstWords, signIn: signInWords }),
  };
  // While the page is worked on, Trunk adds a script to the document, which no policy of ours allows.
  const preload = release ? (await bundleScript(join(source, "public/preload.js"), { minified: true })).trim() : "";
  const policy = release ? await policyElement(preload) : "";
  // Nor would a worker that keeps the build before be welcome then.
  const worker = release ? WORKER : "";
  await writeDocument(join(output, "index.html"), { files, words, base: env.TRUNK_PUBLIC_URL, policy, worker, preload });
  if (release) {
    await writeWorker(output, await bundleScript(join(source, "public/worker.js"), { minified: release }), files);
  }
  await deploy(output, await readFile(join(output, "config.json"), "utf8"));
  if (release) {
    await compress(output);
  }
}

if (!source || !output || (release && !(portal && signIn))) {
  console.error(`${argv[1]} is run by Trunk: use "make dist".`);
  exit(1);
}
await finish().catch((error) => {
  console.error(`The page could not be finished: ${error.message}`);
  exit(1);
});
