import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { hold } from "./support/hold.ts";
import { ServersPage, expectAddress } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";

test.use({ account: accounts.company });

const KEPT = "vps-portal.kept";
const START = "vps-portal.list-start";

/** The names of the pinned servers, in order. */
const pinned = (page: Page) => page.getByRole("region", { name: "Pinned" }).getByRole("article").getByRole("link");

/** The requests for servers by their ids from now on. */
function askedById(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => /\/server\/[^/?]+\/$/u.test(request.url()) && asked.push(request.url()));
  return asked;
}

async function press(page: Page, server: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${server}`, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a server is pinned and unpinned: in its place once, marked, and the focus goes with it", async ({ page, context }) => {
  const servers = new ServersPage(page);
  const asked = askedById(page);
  await servers.open();
  const names = await servers.names();
  await press(page, "vpn-gateway", "Pin to top");
  await press(page, "web-01", "Pin to top");
  await expect(pinned(page)).toHaveText(["vpn-gateway", "web-01"]);
  await expect(servers.card("web-01").getByText("pinned", { exact: true })).toBeAttached();
  await expect(servers.card("web-01").getByRole("link")).toBeFocused();
  const rest = names.filter((name) => !["vpn-gateway", "web-01"].includes(name));
  await servers.expectNames(["vpn-gateway", "web-01", ...rest]);
  expect(asked).toEqual([]);

  const other = await context.newPage();
  await new ServersPage(other).open();
  await expect(pinned(other)).toHaveText(["vpn-gateway", "web-01"]);
  await page.bringToFront();
  await page.getByRole("radio", { name: "Table" }).check();
  await expect(page.getByRole("rowheader", { name: "Pinned" })).toBeVisible();
  await servers.expectNames(["vpn-gateway", "web-01", ...rest]);
  await press(page, "vpn-gateway", "Unpin");
  await expect(pinned(other)).toHaveText(["web-01"]);
  await press(page, "web-01", "Unpin");
  await expect(page.getByRole("rowheader", { name: "Pinned" })).toHaveCount(0);
  await servers.expectNames(names);
});

test("the focus goes with a server that was pinned before what puts it in its place has come", async ({ page }) => {
  const letCome = await hold(page, "**/split_views-*.wasm");
  const servers = new ServersPage(page);
  await servers.open();
  await press(page, "vpn-gateway", "Pin to top");
  await press(page, "web-01", "Pin to top");
  await expect(servers.card("web-01").getByRole("button", { name: "Actions for web-01" })).toBeFocused();
  await expect(pinned(page)).toHaveCount(0);
  letCome();
  await expect(pinned(page)).toHaveText(["vpn-gateway", "web-01"]);
  await expect(servers.card("web-01").getByRole("link")).toBeFocused();
});

test("a server of another page comes first from the first paint of the list on; one that is gone is forgotten", async ({ page, api, token, problems }) => {
  problems.expectStatus(404);
  const { body } = await api.call("GET", "/server/?page=2&page_size=20", token);
  const [far, farther] = body.results;
  const { email } = accounts.company;
  const near = await api.serverNamed(token, "vpn-gateway");
  const pins = [farther.instance_id, "00000000", near.instance_id, far.instance_id].map((id) => `pin\t${id}\n`).join("");
  await page.goto("/icon.svg");
  await page.evaluate(([kept, start]) => Object.entries({ ...kept, ...start }).forEach(([key, value]) => localStorage.setItem(key, value)), [
    { [KEPT]: `@${email} \n${pins}` },
    { [START]: `${email} \n\npinned` },
  ] as const);
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    // What is painted, not what stands in the document for a moment between two paints.
    const look = () => {
      const now = document.querySelector("main article")?.getAttribute("aria-label");
      if (now && seen.at(-1) !== now) {
        seen.push(now);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  const asked = askedById(page);
  const servers = new ServersPage(page);
  await servers.open();
  await expect(pinned(page)).toHaveText([farther.name, "vpn-gateway", far.name]);
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([farther.name]);
  await expect(servers.cards).toHaveCount(22);
  const ids = asked.map((url) => new URL(url).pathname.split("/").at(-2));
  expect(ids.slice(0, 3)).toEqual([farther.instance_id, "00000000", far.instance_id]);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT)).not.toContain("00000000");

  await servers.next.click();
  await expectAddress(page, "/servers?page=2");
  await expect(pinned(page)).toHaveText([far.name, farther.name]);
  await servers.search.fill("vpn");
  await expect(pinned(page)).toHaveText(["vpn-gateway"]);
  await expectAddress(page, "/servers?q=vpn");
  await page.goto(`/servers/${near.instance_id}`);
  await page.getByRole("button", { name: "Unpin" }).click();
  await expect(page.getByRole("button", { name: "Pin to top" })).toBeFocused();
  await servers.open();
  await expect(pinned(page)).toHaveText([farther.name, far.name]);
});

test("twelve are enough: what is more says why it cannot be pinned", async ({ page, api, token }) => {
  const { body } = await api.call("GET", "/server/?page_size=20", token);
  const ids = body.results.slice(0, 12).map(({ instance_id }: { instance_id: string }) => instance_id);
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    KEPT,
    `@${accounts.company.email} \n${ids.map((id: string) => `pin\t${id}\n`).join("")}`,
  ] as const);
  await new ServersPage(page).open();
  await expect(pinned(page)).toHaveCount(12);
  const { name } = body.results[15];
  await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
  const item = page.getByRole("menuitem", { name: "Pin to top" });
  await expect(item).toHaveAttribute("aria-disabled", "true");
  await expect(item).toHaveAccessibleDescription("You can pin up to 12 servers. Unpin one first.");
});
