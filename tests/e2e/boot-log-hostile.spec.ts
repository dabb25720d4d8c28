import { accounts } from "./support/accounts.ts";
import { BootLogPage, lines } from "./support/boot-log.ts";
import { expect, test } from "./support/test.ts";

const ESC = "\u001b";
const MEGABYTE = 1_000_000;

test.use({ account: accounts.company });

let id = "";
test.beforeEach(async ({ api, token }) => {
  id = (await api.serverNamed(token, "vpn-gateway")).instance_id;
});

test("what a log holds is text: nothing of it runs or becomes an element", async ({ page }) => {
  const attacks = [
    "<script>document.title = 'hacked'</script>",
    "<img src=x onerror=\"document.title='hacked'\">",
    `${ESC}]8;;javascript:document.title='hacked'${ESC}\\link${ESC}]8;;${ESC}\\`,
    "</div><style>body{display:none}</style>",
    `${ESC}]0;${"t".repeat(1000)}`,
    `${ESC}[38;2;1;2;3;url(x)mstill text`,
  ];
  const log = new BootLogPage(page);
  await log.open(id, attacks.join("\n"));
  await expect(log.row(attacks[0] ?? "")).toBeVisible();
  await expect(log.row("link")).toBeVisible();
  await expect(log.row("rl(x)mstill text")).toBeVisible();
  expect(await log.log.locator("script, img, a, style, iframe").count()).toBe(0);
  expect(await page.title()).not.toBe("hacked");
});

test("a log draws nothing outside its region, and turns no text around", async ({ page }) => {
  const zalgo = `Z${"\u0351\u0316\u0489".repeat(300)}`;
  const log = new BootLogPage(page);
  await log.open(id, [`${zalgo}`, "user\u202egpj.exe", "שלום hello", `${ESC}[9999C${ESC}[9999;9999Hfar`, lines(20)].join("\n"));
  await expect(log.row("usergpj.exe")).toBeVisible();
  const heights = await log.log.evaluate((screen) =>
    [...screen.querySelectorAll("[data-number]")].map((row) => row.getBoundingClientRect().height),
  );
  expect(new Set(heights).size, "every row is as high as any other").toBe(1);
  const overflows = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(overflows).toBe(false);
});

for (const [name, text] of [
  ["a line of a megabyte", "x".repeat(MEGABYTE)],
  ["a flood of styles", `${ESC}[31ma${ESC}[42mb`.repeat(MEGABYTE / 12)],
  ["a flood of styles for nothing", `${ESC}[1;31m`.repeat(MEGABYTE / 7)],
  ["a flood of titles that never end", `${ESC}]`.repeat(MEGABYTE / 2)],
  ["a flood of carriage returns", "progress\r".repeat(MEGABYTE / 9)],
  ["a flood of tabs", "\ta".repeat(MEGABYTE / 2)],
  ["a flood of empty lines", "\n".repeat(MEGABYTE)],
] as const) {
  test(`${name} neither freezes the page nor fills it`, async ({ page }) => {
    test.setTimeout(90_000);
    const log = new BootLogPage(page);
    await log.open(id, `${text}\nthe end\n`);
    if (await log.toEnd.isVisible()) {
      await log.toEnd.click();
    }
    await expect(log.row("the end")).toBeInViewport();
    expect(await log.log.locator("*").count()).toBeLessThan(40_000);
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(log.log).toHaveCount(0);
  });
}

test("of 100,000 lines only those in sight are in the document", async ({ page }) => {
  test.setTimeout(90_000);
  const log = new BootLogPage(page);
  await log.open(id, Array.from({ length: 100_000 }, (_, line) => `[${line}] ${ESC}[32mok${ESC}[0m some message of a kernel`).join("\n"));
  const count = () => log.log.locator("*").count();
  expect(await count()).toBeLessThan(500);
  for (const part of [0.25, 0.5, 0.99]) {
    await log.log.evaluate((screen, place) => {
      screen.scrollTop = screen.scrollHeight * place;
    }, part);
    await expect(log.log.getByText(new RegExp(`^\\[${part * 100_000 + 5}\\] `, "u"))).toBeVisible();
    expect(await count()).toBeLessThan(500);
  }
  await log.search.fill("[77777]");
  await expect(log.row(/^\[77777\] /u)).toBeInViewport();
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
});
