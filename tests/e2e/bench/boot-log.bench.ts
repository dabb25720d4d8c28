import { accounts } from "../support/accounts.ts";
import { BootLogPage } from "../support/boot-log.ts";
import { Scales } from "../support/footprint.ts";
import { expect, test } from "../support/test.ts";

const LINES = 100_000;
const FRAMES = 300;

test.use({ account: accounts.company });

/** About 5 MB of what a kernel and systemd write, every third line coloured. */
function longLog(): string {
  const line = (index: number) => {
    const time = `[${(index / 50).toFixed(6).padStart(12)}]`;
    return index % 3 === 0
      ? `${time} \u001b[0;32m  OK  \u001b[0m Started unit-${index}.service`
      : `${time} systemd[1]: unit-${index}.service: consumed`;
  };
  return Array.from({ length: LINES }, (_, index) => line(index)).join("\n");
}

const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

test("a boot log of 100,000 lines", async ({ page, api, token }) => {
  const { instance_id: id } = await api.serverNamed(token, "vpn-gateway");
  const text = longLog();
  const scales = await Scales.of(page);
  await page.addInitScript(() => {
    // The frame in which the first row is on the screen.
    const watch = () =>
      document.querySelector(".log__row[data-number]")
        ? requestAnimationFrame(() => performance.mark("painted"))
        : requestAnimationFrame(watch);
    requestAnimationFrame(watch);
  });
  const log = new BootLogPage(page);
  await log.open(id, text);
  await expect(log.log.getByText("unit-1.service: consumed")).toBeVisible();

  const toPaint = await page.evaluate(async () => {
    while (performance.getEntriesByName("painted").length === 0) {
      await new Promise(requestAnimationFrame);
    }
    const request = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/get_console_log/"));
    const answered = (request as PerformanceResourceTiming).responseEnd;
    return (performance.getEntriesByName("painted")[0]?.startTime ?? 0) - answered;
  });

  const frames = await log.log.evaluate(async (screen, count) => {
    const times: number[] = [];
    const distance = screen.scrollHeight - screen.clientHeight;
    let before = await new Promise(requestAnimationFrame);
    for (let frame = 1; frame <= count; frame += 1) {
      screen.scrollTop = (distance * frame) / count;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - (before as number));
      before = now;
    }
    return times.sort((one, other) => one - other);
  }, FRAMES);
  const share = (part: number) => milliseconds(frames[Math.min(frames.length - 1, Math.floor(frames.length * part))] ?? 0);

  const started = Date.now();
  await log.search.fill("unit-99999");
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
  const found = Date.now() - started;

  const { heap, program } = await scales.weigh();

  console.log(`\nboot log of ${LINES.toLocaleString("en")} lines, ${megabytes(text.length)}`);
  console.log(`  from the answer to the first paint   ${milliseconds(toPaint)}`);
  console.log(`  frames of a scroll through all of it p50 ${share(0.5)}, p95 ${share(0.95)}, longest ${share(1)}`);
  console.log(`  from typing to the match at its end  ${milliseconds(found)}`);
  console.log(`  memory                               script ${megabytes(heap)}, program ${megabytes(program)}`);
  console.log(`  elements in the log                  ${await log.log.locator("*").count()}`);
});
