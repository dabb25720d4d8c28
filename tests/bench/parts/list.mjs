// A thousand servers on one page, as cards on a phone and in a table on a desk: drawn, filtered, one changed, nothing
// changed. The contract's pages end at 100 servers, so a service stands before the backend that gives longer ones; to the
// browser nothing is different.

import { DEVICES, memory, openTab, settled, withBrowser } from "../support/browser.mjs";
import { Comparison, inTurn } from "../support/comparison.mjs";
import { withContestants } from "../support/contestants.mjs";
import { someServers, withLargePages } from "../support/large-pages.mjs";
import { ListTab } from "../support/list-tab.mjs";

const ACCOUNT = "fleet@example.com";
const COUNT = 1_000;
const LETTER = "w";
/** What no server has in its name: the list is empty until it is taken out of the search. */
const NOTHING = "~";
const CHANGED = 500;
const AIM = { ratio: 1.2 };

const STEPS = [
  ["drawn", "drawn"],
  ["filtered", "filtered"],
  ["status", "refreshed, one status changed"],
  ["nothing", "refreshed, nothing changed"],
];
const METRICS = [
  ...STEPS.map(([id, label]) => ({ id: `${id}.own`, label, unit: "ms", aim: id === "nothing" ? undefined : AIM })),
  { id: "changes", label: "changes of the document by an answer with nothing new", unit: "" },
  { id: "longest", label: "longest task", unit: "ms" },
  { id: "script", label: "memory after, JavaScript", unit: "MB" },
  { id: "program", label: "memory after, WebAssembly", unit: "MB" },
  { id: "nodes", label: "nodes of the document", unit: "" },
];

const DRAWINGS = [
  { id: "cards", title: "cards", on: "phone", remembered: {} },
  { id: "table", title: "a table", on: "desk", remembered: { "vps-portal.servers-view": "table" } },
];

/** Measures so many times. */
export async function measure(runs) {
  return withContestants(async (contestants) => {
    const results = [];
    for (const { id, title, on, remembered } of DRAWINGS) {
      const device = DEVICES[on];
      const what = `1,000 servers as ${title} on a ${on} (${device.says}), the page's own work`;
      const comparison = new Comparison(`list-${id}`, what, METRICS);
      for (let run = 0; run < runs; run += 1) {
        for (const contestant of inTurn(contestants, run)) {
          comparison.add(contestant.name, await withBrowser(device, (browser) => use(browser, device, contestant, remembered)));
        }
      }
      results.push(comparison);
    }
    return results;
  });
}

async function use(browser, device, contestant, remembered) {
  const servers = (await someServers(contestant, ACCOUNT, COUNT)).map((server) => ({ ...server, status: "ACTIVE" }));
  return withLargePages(contestant, servers, async (origin) => {
    const { page, devtools } = await openTab(browser, device, await contestant.session(ACCOUNT), remembered);
    const tab = new ListTab(page, origin);
    const all = ["servers", { count: COUNT, first: servers[0].name }];
    const some = servers.filter(({ name }) => name.includes(LETTER));
    await tab.openEmpty(`/servers?q=${NOTHING}`);
    await settled(page);
    await tab.holdControls();

    const values = {};
    const keep = (step, { own }) => Object.assign(values, { [`${step}.own`]: own });
    keep("drawn", await tab.type("Backspace", all));
    keep("filtered", await tab.type(LETTER, ["servers", { count: some.length, first: some[0].name }]));
    await tab.type("Backspace", all);
    // A list that is remembered is shown at once, while it is asked for anew: that answer would not hold the change yet.
    await tab.refreshForNothing();
    servers[CHANGED].status = "SHUTOFF";
    keep("status", await tab.press(tab.refresh, "Enter", ["says", { at: CHANGED, text: "Stopped" }]));
    Object.assign(values, await tab.refreshForNothing());
    Object.assign(values, await tab.strain(), await memory(page, devtools));
    await page.close();
    return values;
  });
}
