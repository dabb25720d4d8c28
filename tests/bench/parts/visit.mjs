// A first visit to the list of servers with nothing in the browser's caches, and the next one.

import { DEVICES, openTab, settled, withBrowser } from "../support/browser.mjs";
import { Comparison, inTurn } from "../support/comparison.mjs";
import { withContestants } from "../support/contestants.mjs";

const ACCOUNT = "fleet@example.com";

const metrics = (device) => {
  const isPhone = device === "phone";
  const times = (visit, says, aim) => [
    { id: `${visit}.paint`, label: `${says}, first paint`, unit: "ms", aim },
    { id: `${visit}.largest`, label: `${says}, largest paint`, unit: "ms", aim },
    { id: `${visit}.usable`, label: `${says}, list can be used`, unit: "ms", aim },
  ];
  const notes = (visit, says) => [
    { id: `${visit}.listAsked`, label: `${says}, list asked for`, unit: "ms" },
    { id: `${visit}.drawn`, label: `${says}, from the answer to the paint`, unit: "ms" },
    { id: `${visit}.shift`, label: `${says}, layout shift`, unit: "", aim: { most: 0 } },
    { id: `${visit}.longestTask`, label: `${says}, longest task`, unit: "ms" },
    {
      id: `${visit}.longestTaskAfter`,
      label: `${says}, longest task once it can be used`,
      unit: "ms",
      aim: isPhone ? undefined : { most: 50 },
    },
    { id: `${visit}.bytes`, label: `${says}, bytes`, unit: "kB" },
    { id: `${visit}.requests`, label: `${says}, requests`, unit: "" },
  ];
  return [
    ...times("first", "first visit", isPhone ? { ratio: 1.3 } : undefined),
    ...times("repeat", "repeat visit", isPhone ? { most: 1_000 } : undefined),
    ...notes("first", "first visit"),
    ...notes("repeat", "repeat visit"),
  ];
};

/** Measures so many times. */
export async function measure(runs) {
  return withContestants(async (contestants) => {
    const results = [];
    for (const [name, device] of Object.entries(DEVICES)) {
      const comparison = new Comparison(`visit-${name}`, `Visits on a ${name} (${device.says})`, metrics(name));
      for (let run = 0; run < runs; run += 1) {
        for (const contestant of inTurn(contestants, run)) {
          const values = await visits(contestant, device);
          comparison.add(contestant.name, values);
          if (contestant.name === "portal") {
            comparison.note(`moved on the first visit: ${[...new Set(values["first.shifted"])].join(", ") || "nothing"}`);
          }
        }
      }
      results.push(comparison);
    }
    return results;
  });
}

async function visits(contestant, device) {
  const session = await contestant.session(ACCOUNT);
  return withBrowser(device, async (browser) => {
    const values = {};
    for (const visit of ["first", "repeat"]) {
      const { page } = await openTab(browser, device, session);
      await page.goto(`${contestant.origin}/servers`, { waitUntil: "commit" });
      await page.evaluate(() => bench.usable);
      await settled(page);
      for (const [name, value] of Object.entries(await page.evaluate(() => bench.visit()))) {
        values[`${visit}.${name}`] = value;
      }
      await page.close();
    }
    return values;
  });
}
