import { accounts } from "./support/accounts.ts";
import { Selection, ServersPage, expectAddress, signOut } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

const asTable = { "vps-portal.servers-view": "table" };
/** What is spoken and not shown. */
const SPOKEN = ".visually-hidden[aria-live=polite]";

test.use({ account: accounts.company });

for (const [drawing, remembered] of Object.entries({ cards: {}, "a table": asTable })) {
  test.describe(`as ${drawing}`, () => {
    test.use({ remembered });

    test("servers are selected one by one, in ranges, and all of the page", async ({ page }) => {
      const servers = new ServersPage(page);
      const selection = new Selection(page);
      await servers.open();
      const names = await servers.names();
      await expect(selection.bar).toHaveCount(0);

      await selection.box("web-02").click();
      await selection.expectCount(1);
      await expect(page.locator(SPOKEN)).toHaveText("1 server selected");
      await selection.box(names[5] ?? "").click({ modifiers: ["Shift"] });
      await selection.expectCount(5);
      await expect(selection.ticked).toHaveCount(5);
      await expect(selection.wholePage).toHaveJSProperty("indeterminate", true);

      await selection.box(names[3] ?? "").click();
      await selection.expectCount(4);
      await selection.box(names[5] ?? "").click({ modifiers: ["Shift"] });
      await selection.expectCount(2);

      await selection.wholePage.click();
      await selection.expectCount(20);
      await expect(selection.wholePage).toBeChecked();
      await selection.wholePage.click();
      await expect(selection.bar).toHaveCount(0);
      await expect(selection.ticked).toHaveCount(0);
    });

    test("the keyboard selects too", async ({ page }) => {
      const servers = new ServersPage(page);
      const selection = new Selection(page);
      await servers.open();
      const names = await servers.names();
      await selection.box("web-01").focus();
      await page.keyboard.press("Space");
      await selection.expectCount(1);
      await selection.box(names[4] ?? "").focus();
      await page.keyboard.press("Shift+Space");
      await selection.expectCount(5);
      await selection.clear.focus();
      await page.keyboard.press("Enter");
      await expect(selection.bar).toHaveCount(0);
      await expect(selection.wholePage).toBeFocused();
      await page.keyboard.press("Space");
      await selection.expectCount(20);
    });
  });
}

test("what is selected stays over pages, orders, drawings and refreshes", async ({ page }) => {
  const servers = new ServersPage(page);
  const selection = new Selection(page);
  await servers.open();
  await selection.box("web-01").click();
  await servers.next.click();
  await expectAddress(page, "/servers?page=2");
  await expect(servers.cards).toHaveCount(17);
  await expect(selection.ticked).toHaveCount(0);
  await selection.wholePage.click();
  await selection.expectCount(18);

  await page.getByRole("radio", { name: "Table" }).check();
  await page.getByRole("button", { name: "Name" }).click();
  await expectAddress(page, "/servers?sort=name");
  await servers.refresh.click();
  await selection.expectCount(18);
  await servers.search.fill("web-0");
  await servers.expectNames(["web-01", "web-02"]);
  await expect(selection.bar, "a filter would hide what is selected").toHaveCount(0);
});

test("it is there on coming back from a server, and gone for the next person", async ({ page }) => {
  const servers = new ServersPage(page);
  const selection = new Selection(page);
  await servers.open();
  await selection.box("web-01").click();
  await servers.card("web-02").getByRole("link").click();
  await expect(page.getByRole("heading", { name: "web-02", level: 1 })).toBeVisible();
  await page.goBack();
  await selection.expectCount(1);
  await expect(selection.box("web-01")).toBeChecked();
  await signOut(page);
  const { email } = accounts.single;
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill("Portal-demo-1");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(servers.cards.first()).toBeVisible();
  await expect(selection.bar).toHaveCount(0);
});

test("all that match are selected, on every page of the filter", async ({ page, api, token }) => {
  const { body } = await api.call("GET", "/server/?server_status=ACTIVE&page_size=100", token);
  const there = body.results.filter(({ region }: { region: string }) => region === "HN-01");
  const servers = new ServersPage(page);
  const selection = new Selection(page);
  await servers.open("/servers?status=ACTIVE&region=HN-01");
  await selection.box(there[0].name).click();
  await selection.everything();
  await selection.expectCount(there.length);
  await expect(selection.bar.getByRole("button", { name: /^Select all/u })).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("a finger selects, and nothing in the list moves", async ({ page }) => {
    const servers = new ServersPage(page);
    const selection = new Selection(page);
    await servers.open();
    const place = () => servers.card("web-02").evaluate((card) => card.getBoundingClientRect().top + scrollY);
    const before = await place();
    await selection.box("web-02").tap();
    await selection.expectCount(1);
    expect(await place()).toEqual(before);
    const { width = 0, height = 0 } = (await selection.box("web-02").locator("..").boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await selection.clear.tap();
    await expect(selection.bar).toHaveCount(0);
  });
});

test.describe("of 10,000", () => {
  test.use({ account: accounts.fleet });

  test("all are selected, with progress", async ({ page }) => {
    test.setTimeout(60_000);
    const servers = new ServersPage(page);
    const selection = new Selection(page);
    await servers.open();
    await selection.box("edge-0001").click();
    await selection.everything();
    await expect(selection.bar.getByText(/^[\d,]+ of 10,000 read$/u)).toBeVisible();
    await selection.expectCount(10_000);
    await expect(selection.ticked).toHaveCount(20);
    await servers.next.click();
    await expect(selection.box("edge-0021")).toBeChecked();
    await selection.box("edge-0021").click();
    await selection.expectCount(9_999);
  });
});

test.describe("of a service that fails", () => {
  test.use({ account: { email: "then-html@list.fault.example" } });

  test("a failure to gather is told, and what was selected stays", async ({ page, problems }) => {
    problems.expectStatus(500);
    const servers = new ServersPage(page);
    const selection = new Selection(page);
    await servers.open();
    await selection.box("web-01").click();
    await selection.everything();
    await expect(page.getByRole("alert").getByText(words("error.server"))).toBeVisible();
    await selection.expectCount(1);
  });
});
