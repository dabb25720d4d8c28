import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { ServersPage, SignInForm, expectAddress, signOut } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

test.use({ account: accounts.company });

const KEPT = "vps-portal.kept";
const isList = (url: string) => /\/server\/\?/u.test(url);

const views = (page: Page) => page.getByRole("menu", { name: "Views" });
const item = (page: Page, name: string) => views(page).getByRole("menuitem", { name, exact: true });

async function openViews(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Views", exact: true }).click();
  await expect(item(page, "Save this view…")).toBeVisible();
}

/** Saves what is shown; `agree` is what the button of the dialog says. */
async function save(page: Page, name: string, options: { opens?: boolean; agree?: string } = {}): Promise<void> {
  await openViews(page);
  await item(page, "Save this view…").click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name of the view").fill(name);
  await dialog.getByLabel("Open by default").setChecked(options.opens ?? false);
  await dialog.getByRole("button", { name: options.agree ?? "Save", exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function manage(page: Page) {
  await openViews(page);
  await item(page, "Manage views…").click();
  return page.getByRole("dialog", { name: "Saved views" });
}

test("a view is saved under any name, marked, come back to, replaced, renamed and deleted", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open("/servers?status=SHUTOFF&sort=-name&page=1&size=50");
  const name = `<b>"Tắt" & ម៉ាស៊ីន</b> ${"x".repeat(30)}`;
  await page.getByRole("radio", { name: "Table" }).check();
  await save(page, ` ${name}\t`);
  await openViews(page);
  await expect(item(page, name)).toHaveAttribute("aria-current", "true");
  await item(page, "All servers").click();
  await expectAddress(page, "/servers");
  await page.getByRole("radio", { name: "Grid" }).check();

  await openViews(page);
  await expect(item(page, "All servers")).toHaveAttribute("aria-current", "true");
  await expect(item(page, name)).not.toHaveAttribute("aria-current");
  await item(page, name).click();
  await expectAddress(page, "/servers?status=SHUTOFF&sort=-name&size=50");
  await expect(page.getByRole("table", { name: "Servers" })).toBeVisible();
  await servers.expectNames(["staging-01", "old-website"]);

  await openViews(page);
  await item(page, "Save this view…").click();
  const saving = page.getByRole("dialog", { name: "Save this view" });
  await saving.getByRole("button", { name: "Save", exact: true }).click();
  await expect(saving.getByText("Enter a name.")).toBeVisible();
  await saving.getByLabel("Name of the view").fill("y".repeat(61));
  await saving.getByRole("button", { name: "Save", exact: true }).click();
  await expect(saving.getByText("Use at most 60 characters.")).toBeVisible();
  await saving.getByRole("button", { name: "Cancel" }).click();

  await servers.status.selectOption({ label: "Running" });
  await save(page, name, { agree: "Replace" });
  await save(page, "Second");
  const managing = await manage(page);
  await managing.getByRole("button", { name: `Rename ${name}` }).click();
  const renaming = page.getByRole("dialog", { name: "Rename view" });
  await renaming.getByLabel("Name of the view").fill("Second");
  await renaming.getByRole("button", { name: "Rename view" }).click();
  await expect(renaming.getByText("Another view has this name.")).toBeVisible();
  await renaming.getByLabel("Name of the view").fill("First");
  await renaming.getByLabel("Name of the view").press("Enter");
  await expect(renaming).toBeHidden();
  await expect(managing.getByRole("listitem")).toHaveText(["First", "Second"]);
  await managing.getByRole("button", { name: "Delete Second" }).click();
  await expect(managing.getByRole("listitem")).toHaveText(["First"]);
  await expect(managing.getByRole("button", { name: "Done" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: "Grid" }).check();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: words("palette.search") }).fill("First");
  await expect(page.getByRole("option").first()).toHaveText("First");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Servers" })).toBeVisible();
  await openViews(page);
  await expect(item(page, "First")).toHaveAttribute("href", "/servers?status=ACTIVE&sort=-name&size=50&as=table");
});

test("the view that opens by default: asked for once, from everywhere, and never in the way", async ({ page }) => {
  const servers = new ServersPage(page);
  await servers.open("/servers?size=50");
  await save(page, "Fifty", { opens: true });
  await servers.status.selectOption({ label: "Stopped" });
  await save(page, "Stopped");

  // A server in passing has the list asked for again and again: what counts is that nothing else is.
  const asked: string[] = [];
  page.on("request", (request) => isList(request.url()) && asked.push(new URL(request.url()).search));
  for (const path of ["/servers", "/"]) {
    asked.length = 0;
    await page.goto(path);
    await expect(servers.cards.first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Views", exact: true })).toBeVisible();
    await expectAddress(page, "/servers?size=50");
    expect([...new Set(asked)]).toEqual(["?page=1&page_size=50"]);
  }

  const managing = await manage(page);
  await managing.getByLabel("Open by default").selectOption("Stopped");
  await managing.getByRole("button", { name: "Done" }).click();
  await expectAddress(page, "/servers?size=50");
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  asked.length = 0;
  await page.getByRole("link", { name: "Servers", exact: true }).click();
  await servers.expectNames(["staging-01", "old-website"]);
  await expectAddress(page, "/servers?status=SHUTOFF&size=50");
  expect([...new Set(asked)]).toEqual(["?page=1&page_size=50&server_status=SHUTOFF"]);

  await servers.open("/servers?q=web");
  await expectAddress(page, "/servers?q=web");
  await openViews(page);
  await item(page, "All servers").click();
  await expectAddress(page, "/servers?all=1");
  await expect(servers.cards).toHaveCount(20);
  await servers.next.click();
  await servers.previous.click();
  await expectAddress(page, "/servers?all=1");
  asked.length = 0;
  await page.reload();
  await expect(servers.cards).toHaveCount(20);
  await expect(page.getByRole("button", { name: "Views", exact: true })).toBeVisible();
  // The next page is asked for as well, once this one has been looked at.
  const present = asked.filter((search) => search !== "?page=2&page_size=20");
  expect([...new Set(present)]).toEqual(["?page=1&page_size=20"]);
  await servers.status.selectOption({ label: "Stopped" });
  await servers.status.selectOption({ label: "All statuses" });
  await expectAddress(page, "/servers?all=1");
  await page.getByRole("link", { name: "Servers", exact: true }).click();
  await expectAddress(page, "/servers?status=SHUTOFF&size=50");
});

test("views are each person's own, survive signing out, and are the same in every tab", async ({ page, context }) => {
  const servers = new ServersPage(page);
  const signIn = new SignInForm(page);
  const { email, project } = accounts.company;
  const asPerson = async () => {
    await signIn.send(email, undefined, project);
    await expect(servers.cards.first()).toBeVisible();
  };
  await servers.open();
  await signOut(page);
  await asPerson();
  await servers.status.selectOption({ label: "Stopped" });
  await save(page, "Mine", { opens: true });
  const other = await context.newPage();
  await new ServersPage(other).open("/servers?q=web");
  await openViews(other);
  await item(other, "Mine").click();
  await expectAddress(other, "/servers?status=SHUTOFF");
  const managing = await manage(page);
  await managing.getByRole("button", { name: "Rename Mine" }).click();
  await page.getByLabel("Name of the view").fill("Ours");
  await page.getByLabel("Name of the view").press("Enter");
  await openViews(other);
  await expect(item(other, "Ours")).toBeVisible();
  await other.close();
  await managing.getByRole("button", { name: "Done" }).click();

  await signOut(page);
  await signIn.send(accounts.single.email);
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
  await openViews(page);
  await expect(views(page).getByRole("menuitem")).toHaveText(["All servers", "Save this view…"]);
  await page.keyboard.press("Escape");
  await expectAddress(page, "/servers");
  await signOut(page);
  await asPerson();
  await expectAddress(page, "/servers?status=SHUTOFF");
  await servers.expectNames(["staging-01", "old-website"]);
});

for (const [what, kept] of [
  ["nonsense", "\u0000@\t\tview\n{}[]"],
  ["links to elsewhere", "@demo@example.com \nview\tEvil\t//evil.example/?q=a#b\nview\tEvil\t\\\\evil\nopens\tEvil"],
  ["far too much", `@demo@example.com \n${"view\tn\t?as=grid\npin\t%2e%2e\n".repeat(5_000)}`],
] as const) {
  test.describe(`a storage with ${what}`, () => {
    test.use({ remembered: { [KEPT]: kept, "vps-portal.list-start": kept, "vps-portal.density": kept, "vps-portal.columns-left-out": kept } });

    test("breaks nothing", async ({ page, problems }) => {
      problems.expectStatus(404);
      const servers = new ServersPage(page);
      await servers.open("/servers?size=20");
      await expect(servers.cards.first()).toBeVisible();
      await save(page, "Mine");
      await openViews(page);
      await expect(item(page, "Mine")).toHaveAttribute("href", "/servers?as=grid");
    });
  });
}
