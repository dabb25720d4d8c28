// What the number of servers costs: the same on accounts with ten servers and with ten thousand. The portal alone, on a quick
// device and line, where the service's part weighs most.

import { DEVICES, openTab, settled, withBrowser } from "../support/browser.mjs";
import { Comparison, inTurn } from "../support/comparison.mjs";
import { withPortal } from "../support/contestants.mjs";
import { ListTab } from "../support/list-tab.mjs";

const ACCOUNTS = {
  10: "fleet-10@example.com",
  100: "fleet-100@example.com",
  1000: "fleet-1000@example.com",
  10000: "fleet@example.com",
};
const PAGE = 20;

const METRICS = [
  { id: "usable", label: "repeat visit, list can be used", unit: "ms" },
  { id: "next", label: "next page", unit: "ms" },
  { id: "search", label: "letter in the search", unit: "ms" },
  { id: "answerBytes", label: "bytes of the answers that open the list", unit: "kB" },
];

/** Measures so many times. */
export async function measure(runs) {
  const { desk } = DEVICES;
  return withPortal(async (portal) => {
    const comparisons = Object.keys(ACCOUNTS).map((count) => {
      const title = `An account with ${Number(count).toLocaleString("en")} servers on a desk (${desk.says})`;
      return new Comparison(`scale-${count}`, title, METRICS);
    });
    for (let run = 0; run < runs; run += 1) {
      // One browser for all accounts of a run: what its caches hold is the same for each.
      await withBrowser(desk, async (browser) => {
        await use(browser, portal, ACCOUNTS[10], 10);
        for (const [place, [count, account]] of inTurn([...Object.entries(ACCOUNTS).entries()], run)) {
          comparisons[place].add("portal", await use(browser, portal, account, Number(count)));
        }
      });
    }
    return comparisons;
  });
}

async function use(browser, portal, account, count) {
  const { page } = await openTab(browser, DEVICES.desk, await portal.session(account));
  const list = new ListTab(page, portal.origin);
  await list.open("/servers");
  await settled(page);
  const { usable, answerBytes } = await page.evaluate(() => bench.visit());
  const values = { usable, answerBytes };
  if (count > PAGE) {
    values.next = (await list.press(list.next, "Enter", ["servers", { count: PAGE, first: "edge-0021" }])).whole;
  }
  await list.openEmpty("/servers?q=edge-000");
  await settled(page);
  values.search = (await list.type("7", ["servers", { count: 1, first: "edge-0007" }])).whole;
  await page.close();
  return values;
}
