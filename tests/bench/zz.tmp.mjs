import { writeFileSync } from "node:fs";
const B = "/work/main/tests/bench/";
const { DEVICES, openTab, settled, withBrowser } = await import(B + "support/browser.mjs");
const { withContestants } = await import(B + "support/contestants.mjs");
const { ListTab } = await import(B + "support/list-tab.mjs");
const ACCOUNT = "fleet@example.com";
const [dev, who, rounds] = [DEVICES[process.argv[2] || "desk"], process.argv[3] || "portal", Number(process.argv[4] || 0)];
await withContestants(async ([portal, floor]) => { const contestant = who === "floor" ? floor : portal; await withBrowser(dev, async (browser) => {
    const { page, devtools } = await openTab(browser, dev, await contestant.session(ACCOUNT));
    const tab = new ListTab(page, contestant.origin);
    await tab.open("/servers"); await settled(page); await tab.forgetShift();
    await devtools.send("Profiler.enable"); await devtools.send("Profiler.setSamplingInterval", { interval: 100 });
    const next = () => tab.press(tab.next, "Enter", ["servers", { count: 20, first: "edge-0021" }]);
    const previous = () => tab.press(tab.previous, "Enter", ["servers", { count: 20, first: "edge-0001" }]);
    const all = [];
    for (let i = 0; i < rounds; i += 1) { all.push((await next()).own); all.push((await previous()).own); }
    console.log("warm rounds own:", all.map((x) => x.toFixed(1)).join(" "));
    await devtools.send("Profiler.start");
    const times = [(await next()).own]; if (rounds) for (let i = 0; i < rounds; i += 1) { times.push((await previous()).own); times.push((await next()).own); }
    const { profile } = await devtools.send("Profiler.stop");
    console.log("own", times.map((x) => x.toFixed(1)).join(" "), "n", times.length);
    writeFileSync("/tmp/keep/cpu.json", JSON.stringify({ profile, n: times.length }));
    await page.close();
}); });
