// What a person does on the list: from the key that they press to the frame that shows what came of it.

import { DEVICES, memory, openTab, settled, withBrowser } from "../support/browser.mjs";
import { Comparison, inTurn } from "../support/comparison.mjs";
import { withContestants } from "../support/contestants.mjs";
import { ListTab, TYPING_PAUSE } from "../support/list-tab.mjs";

const ACCOUNT = "fleet@example.com";
const PAGE = 20;
const AIM = { ratio: 1.2 };

const STEPS = [
  ["next", "next page"],
  ["search", `letter in the search (a pause of ${TYPING_PAUSE} ms is part of it)`],
  ["filter", "status filter"],
  ["status", "refresh, one status changed"],
];
const metrics = (device) => [
  ...STEPS.map(([id, label]) => ({ id: `${id}.whole`, label, unit: "ms", aim: AIM })),
  ...STEPS.map(([id, label]) => ({ id: `${id}.own`, label: `${label.replace(/ \(.*\)/u, "")}: the page's own work`, unit: "ms" })),
  { id: "server.whole", label: "to a server's page, the first time", unit: "ms" },
  { id: "again.whole", label: "to a server's page, again", unit: "ms" },
  { id: "longest", label: "longest task", unit: "ms", aim: device === "desk" ? { most: 50 } : undefined },
  { id: "shift", label: "layout shift", unit: "", aim: { most: 0 } },
  { id: "script", label: "memory after, JavaScript", unit: "MB" },
  { id: "program", label: "memory after, WebAssembly", unit: "MB" },
  { id: "nodes", label: "nodes of the document", unit: "" },
];

/** Measures so many times. */
export async function measure(runs) {
  return withContestants(async (contestants) => {
    const results = [];
    for (const [name, device] of Object.entries(DEVICES)) {
      const title = `Using the list on a ${name} (${device.says})`;
      const comparison = new Comparison(`interactions-${name}`, title, metrics(name));
      for (let run = 0; run < runs; run += 1) {
        for (const contestant of inTurn(contestants, run)) {
          comparison.add(contestant.name, await withBrowser(device, (browser) => use(browser, device, contestant)));
        }
      }
      results.push(comparison);
    }
    return results;
  });
}

async function use(browser, device, contestant) {
  const token = await contestant.token(ACCOUNT);
  const [{ instance_id: id }] = await contestant.client.servers(token, "page_size=1");
  const { page, devtools } = await openTab(browser, device, await contestant.session(ACCOUNT));
  const list = new ListTab(page, contestant.origin);
  await list.open("/servers");
  await settled(page);
  await list.forgetShift();

  const values = {};
  const keep = (step, { whole, own }) => Object.assign(values, { [`${step}.whole`]: whole, [`${step}.own`]: own });
  keep("next", await list.press(list.next, "Enter", ["servers", { count: PAGE, first: "edge-0021" }]));
  await list.press(list.previous, "Enter", ["servers", { count: PAGE, first: "edge-0001" }]);
  keep("search", await list.type("w", ["servers", { count: PAGE, first: "web-0001" }]));
  await list.type("Backspace", ["servers", { count: PAGE, first: "edge-0001" }]);
  keep("filter", await list.choose("SHUTOFF", ["servers", { count: PAGE, first: "edge-0023" }]));
  await list.choose("", ["servers", { count: PAGE, first: "edge-0001" }]);
  await contestant.client.post(`server/${id}/stop/`, token);
  keep("status", await list.press(list.refresh, "Enter", ["says", { at: 0, text: "Stopped" }]));
  await contestant.client.post(`server/${id}/start/`, token);
  await list.press(list.refresh, "Enter", ["says", { at: 0, text: "Running" }]);
  Object.assign(values, await list.strain(), await memory(page, devtools));
  if (contestant.name === "portal") {
    for (const step of ["server", "again"]) {
      keep(step, await list.press(list.first, "Enter", ["heading", { text: "edge-0001" }]));
      await page.goBack();
      await list.first.waitFor();
    }
  }
  await page.close();
  return values;
}
