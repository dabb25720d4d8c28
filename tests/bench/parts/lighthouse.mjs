// What Lighthouse says of the sign-in page and of the list of servers, on its phone and its line: a score for each category,
// and what it found that is less than perfect.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import lighthouse from "lighthouse";

import { DEVICES, withBrowser } from "../support/browser.mjs";
import { Comparison } from "../support/comparison.mjs";
import { withPortal } from "../support/contestants.mjs";

const ACCOUNT = "fleet@example.com";
/** Performance is measured, and so repeated; so often is enough for a score. */
const MOST_RUNS = 5;
const CATEGORIES = [
  { id: "performance", label: "performance", unit: "", aim: { least: 98 } },
  { id: "accessibility", label: "accessibility", unit: "", aim: { least: 100 } },
  { id: "best-practices", label: "best practices", unit: "", aim: { least: 100 } },
];
const TIMES = [
  { id: "first-contentful-paint", label: "first contentful paint", unit: "ms" },
  { id: "largest-contentful-paint", label: "largest contentful paint", unit: "ms" },
  { id: "speed-index", label: "speed index", unit: "ms" },
  { id: "total-blocking-time", label: "total blocking time", unit: "ms" },
  { id: "cumulative-layout-shift", label: "cumulative layout shift", unit: "" },
];
const PAGES = { "sign-in": "/login", list: "/servers" };

/** Measures so many times. */
export async function measure(runs) {
  return withPortal(async (portal) => {
    const results = [];
    for (const [name, path] of Object.entries(PAGES)) {
      const comparison = new Comparison(`lighthouse-${name}`, `Lighthouse, ${path}`, [...CATEGORIES, ...TIMES]);
      const session = name === "list" ? await portal.session(ACCOUNT) : undefined;
      for (let run = 0; run < Math.min(runs, MOST_RUNS); run += 1) {
        const report = await look(portal.origin, path, session);
        comparison.add("portal", values(report));
        findings(report).forEach((finding) => comparison.note(finding));
      }
      results.push(comparison);
    }
    return results;
  });
}

/** One look in a browser of its own, in whose storage the session lies. */
function look(origin, path, session) {
  return withBrowser(
    { ...DEVICES.desk, screen: {} },
    async (browser, profile) => {
      if (session) {
        const page = await browser.newPage();
        await page.goto(`${origin}/config.json`);
        await page.evaluate((value) => localStorage.setItem("vps-portal.session", value), session);
        await page.close();
      }
      const flags = { port: await portOf(profile), disableStorageReset: session !== undefined, logLevel: "error" };
      const onlyCategories = CATEGORIES.map(({ id }) => id);
      const { lhr } = await lighthouse(origin + path, { ...flags, onlyCategories });
      return lhr;
    },
    { args: ["--remote-debugging-port=0"], ignoreDefaultArgs: ["--disable-back-forward-cache"] },
  );
}

/** The port on which the browser with this profile can be spoken to. */
async function portOf(profile) {
  for (;;) {
    const [port] = (await readFile(join(profile, "DevToolsActivePort"), "utf8").catch(() => "")).split("\n");
    if (port) {
      return Number(port);
    }
    await pause(50);
  }
}

function values({ categories, audits }) {
  return Object.fromEntries([
    ...CATEGORIES.map(({ id }) => [id, Math.round(categories[id].score * 100)]),
    ...TIMES.map(({ id }) => [id, audits[id].numericValue]),
  ]);
}

/** Every audit that is not perfect, with what it found. */
function findings({ categories, audits }) {
  const counted = CATEGORIES.flatMap(({ id }) => categories[id].auditRefs.map((audit) => ({ category: id, ...audit })));
  return counted.flatMap(({ category, id, weight }) => {
    const { score, details } = audits[id];
    if (score === null || score === 1) {
      return [];
    }
    const items = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? item.reason ?? "");
    const what = items.filter(Boolean).join("; ");
    // What does not count and names nothing is a table to look at, not a fault.
    if (weight === 0 && !what) {
      return [];
    }
    return [`${category}, weight ${weight}: ${id}${what ? `: ${what}` : ""}`];
  });
}
