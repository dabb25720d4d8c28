// The browser, as slow as a cheap phone on a slow line or as quick as this machine.

import { createRequire } from "node:module";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";

import { probe } from "./probe.mjs";

// The packages of the tests are installed beside the journeys.
const fromJourneys = createRequire(new URL("../../e2e/package.json", import.meta.url));
const { chromium } = fromJourneys("@playwright/test");
const { arguments: chromiumArguments } = fromJourneys("./support/chromium.json");

const SETTINGS = {
  executablePath: env.CHROMIUM || "/usr/bin/chromium",
  headless: true,
  args: chromiumArguments,
};
const READER = { locale: "en-US", timezoneId: "Asia/Ho_Chi_Minh", colorScheme: "light", serviceWorkers: "allow" };
const KILOBIT = 1_000 / 8;

/** What a page is measured on. A line is in milliseconds of delay and bytes a second. */
export const DEVICES = {
  phone: {
    says: "processor 4× slower, 150 ms, 1.6 Mbit/s",
    screen: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
    slowdown: 4,
    line: { offline: false, latency: 150, downloadThroughput: 1_600 * KILOBIT, uploadThroughput: 750 * KILOBIT },
  },
  desk: {
    says: "nothing slowed",
    screen: { viewport: { width: 1_280, height: 900 } },
    slowdown: 1,
    line: undefined,
  },
};

/** Calls `work` with a browser of its own and the folder of its profile, which is gone afterwards. */
export async function withBrowser(device, work, { args = [], ignoreDefaultArgs = [] } = {}) {
  const profile = await mkdtemp(join(tmpdir(), "vps-portal-bench-"));
  try {
    const options = { ...SETTINGS, ...READER, ...device.screen, args: [...SETTINGS.args, ...args], ignoreDefaultArgs };
    const browser = await chromium.launchPersistentContext(profile, options);
    try {
      return await work(browser, profile);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A tab in which somebody is signed in, with `remembered` in its local storage. */
export async function openTab(browser, device, session, remembered = {}) {
  const page = await browser.newPage();
  const devtools = await browser.newCDPSession(page);
  await page.addInitScript(probe, [session, remembered]);
  await slow(devtools, device);
  return { page, devtools };
}

async function slow(devtools, { slowdown, line }) {
  await devtools.send("Network.enable");
  if (slowdown > 1) {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  }
  if (line) {
    await devtools.send("Network.emulateNetworkConditions", line);
    await slowWorkers(devtools, line);
  }
}

/** A service worker has a line of its own, which would be quick. */
async function slowWorkers(devtools, line) {
  let number = 0;
  devtools.on("Target.attachedToTarget", ({ sessionId }) => {
    for (const [method, params] of [["Network.enable", {}], ["Network.emulateNetworkConditions", line]]) {
      number += 1;
      const message = JSON.stringify({ id: number, method, params });
      // A worker that has ended meanwhile needs no line.
      devtools.send("Target.sendMessageToTarget", { sessionId, message }).catch(() => undefined);
    }
  });
  await devtools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
}

/** How long a service worker may take to keep a build, in milliseconds; a configuration may have switched it off. */
const TO_KEEP = 20_000;

/** Waits until the page asks for nothing more, and its service worker, where the document names one, has kept all that was loaded. */
export async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(async (patience) => {
    const after = (pause) =>
      new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    const isAllKept = async () => {
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      const hashed = loaded.filter((name) => /-[0-9a-f]{16}\.\w+$/u.test(name));
      const kept = await Promise.all(hashed.map((name) => caches.match(name, { ignoreVary: true })));
      return kept.every(Boolean);
    };
    const keeping = async () => {
      await navigator.serviceWorker.ready;
      while (!(await isAllKept())) {
        await after(100);
      }
    };
    if (document.querySelector("script[data-worker]")) {
      await Promise.race([keeping(), after(patience)]);
    }
  }, TO_KEEP);
  await page.waitForLoadState("networkidle");
}

/** What a page holds, once everything that nobody needs has been given back: memory in bytes, and nodes of its document. */
export async function memory(page, devtools) {
  await devtools.send("HeapProfiler.enable");
  // What the first collection has let go of can hold what only the second one finds.
  for (let round = 0; round < 2; round += 1) {
    await devtools.send("HeapProfiler.collectGarbage");
  }
  const { usedSize: script } = await devtools.send("Runtime.getHeapUsage");
  const { nodes } = await devtools.send("Memory.getDOMCounters");
  const program = await page.evaluate(() => bench.programMemory());
  return { script, program, nodes };
}
