import { PASSWORD, accounts } from "./support/accounts.ts";
import { leaveAsFound } from "./support/as-found.ts";
import { BootLogPage } from "./support/boot-log.ts";
import { Keyboard } from "./support/keyboard.ts";
import { ServersPage, Selection, SignInForm, expectAddress } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { settings } from "./support/settings.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

// Every journey of the portal without a mouse: each is made with keys alone, and the focus is seen all the way.

const { company, laboratory, single } = accounts;

test.describe("a visit", () => {
  test.use({ account: single });
  leaveAsFound();

  test("sign in, find a server, stop and start it, follow its log, change how the page looks, sign out", async ({ browser, backend }) => {
    test.setTimeout(90_000);
    // Nobody is signed in there.
    const page = await browser.newPage({ baseURL: backend.origin, storageState: { cookies: [], origins: [] } });
    const keys = new Keyboard(page);
    const form = new SignInForm(page);
    await form.open();
    await keys.type(form.email, single.email);
    await keys.type(form.password, PASSWORD);
    await page.keyboard.press("Enter");
    const servers = new ServersPage(page);
    await expect(servers.cards).toHaveCount(6);
    await keys.expectSeen();

    await keys.type(servers.search, "shop-db");
    await servers.expectNames(["shop-db"]);
    await keys.use(servers.card("shop-db").getByRole("link"));
    const server = new ServerPage(page);
    await expect(server.heading("shop-db")).toBeFocused();

    const power = (name: string) => page.getByRole("group", { name: "Power" }).getByRole("button", { name, exact: true });
    const dialog = page.getByRole("dialog");
    const status = (text: string) => expect(server.main.getByText(text, { exact: true }).first()).toBeVisible({ timeout: 20_000 });
    await keys.use(power("Stop"));
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(power("Stop")).toBeFocused();
    await page.keyboard.press("Space");
    await keys.use(dialog.getByRole("button", { name: "Stop", exact: true }));
    await expect(dialog).toBeHidden();
    await expect(power("Stop")).toBeFocused();
    await status("Stopped");
    await keys.reach(power("Start"));
    await page.keyboard.press("Space");
    await status("Running");
    await keys.use(power("Reboot"));
    await keys.use(dialog.getByRole("button", { name: "Reboot", exact: true }));
    await status("Rebooting");
    await status("Running");
    await keys.expectSeen();

    const log = new BootLogPage(page);
    await keys.use(server.tab("Boot log"));
    await keys.type(log.search, "systemd");
    await expect(log.matches.first()).toBeVisible();
    await page.keyboard.press("Enter");
    await keys.use(log.next);
    await keys.expectSeen();
    const follows = await log.follow.isChecked();
    await keys.use(log.follow, "Space");
    await expect(log.follow).toBeChecked({ checked: !follows });

    const item = (name: string) => page.getByRole("menuitemradio", { name });
    await keys.choose(page.getByRole("button", { name: "Theme" }), item("Dark"));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("button", { name: "Theme" })).toBeFocused();
    await keys.choose(page.getByRole("button", { name: "Language" }), item("Tiếng Việt"));
    await expect(page.getByRole("button", { name: words("language.label", {}, "vi") })).toBeFocused();
    await keys.choose(page.getByRole("button", { name: words("language.label", {}, "vi") }), item("English"));
    await keys.choose(page.getByRole("button", { name: "Account menu" }), page.getByRole("menuitem", { name: "Sign out" }));
    await expect(page.getByText(words("login.signed_out"))).toBeVisible();
    await keys.expectSeen();
    await page.close();
  });
});

test.describe("the settings of a server", () => {
  test.use({ account: laboratory });

  test("rename, reset the password, rebuild", async ({ page, api, token }) => {
    test.setTimeout(60_000);
    const keys = new Keyboard(page);
    const name = "lab-alma";
    const { instance_id: id } = await api.serverNamed(token, name);
    const server = new ServerPage(page);
    await server.open(api, token, name);
    await keys.use(server.tab("Settings"));
    const { rename, password, rebuild } = settings(page, id);
    for (const next of ["lab-keys", name]) {
      await keys.type(rename.name, next);
      await page.keyboard.press("Enter");
      await expect(server.heading(next)).toBeVisible();
      await keys.expectSeen();
      await expect(rename.submit).toHaveAccessibleDescription(words("settings.name_unchanged"));
    }

    await keys.type(password.first, "Another-1");
    await keys.type(password.second, "Another-1");
    await keys.use(password.submit);
    await expect(page.getByRole("status").getByText(words("action.reset_password_done", { name }))).toBeVisible({ timeout: 20_000 });
    await keys.expectSeen();

    await page.route(`**/server/${id}/rebuild/`, (route) => route.fulfill({ json: { message: "Accepted." } }));
    const sent = page.waitForRequest(`**/server/${id}/rebuild/`);
    await keys.reach(rebuild.systems.getByRole("radio").first());
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expect(rebuild.systems.getByRole("radio").nth(1)).toBeChecked();
    await keys.type(rebuild.confirm, name);
    await page.keyboard.press("Enter");
    expect((await sent).postDataJSON()).toEqual({ os_image: 2 });
    await keys.expectSeen();
  });
});

test.describe("an account", () => {
  test.use({ account: company });

  test("edit the profile, change the password, end a session, switch to another project", async ({ page, api, token }) => {
    test.setTimeout(60_000);
    const keys = new Keyboard(page);
    const { body: before } = await api.call("GET", "/user/detail_user/", token);
    const main = page.getByRole("navigation", { name: "Main" });
    const dialog = page.getByRole("dialog");
    await page.goto("/projects");
    await keys.use(main.getByRole("link", { name: "Profile" }));
    await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeFocused();
    const address = page.getByRole("textbox", { name: "Address" });
    for (const text of ["Somewhere else", before.address]) {
      await keys.type(address, text);
      await keys.use(page.getByRole("button", { name: "Save changes" }), "Space");
      await expect.poll(async () => (await api.call("GET", "/user/detail_user/", token)).body.address).toBe(text);
      await expect(page.getByRole("button", { name: "Save changes" })).toHaveAttribute("aria-disabled", "true");
      await keys.expectSeen();
    }

    await page.route("**/user/change_password/", (route) => route.fulfill({ json: { message: "Changed." } }));
    const form = page.getByRole("form", { name: "Change password" });
    await keys.type(form.getByLabel("Current password"), PASSWORD);
    await keys.type(form.getByLabel("New password"), "Another-1");
    await keys.type(form.getByLabel("Repeat password"), "Another-1");
    await page.keyboard.press("Enter");
    await expect(page.getByText(words("profile.password_changed"))).toBeVisible();
    await keys.expectSeen();

    await keys.type(address, "Half a street");
    await keys.use(main.getByRole("link", { name: "Token" }));
    await keys.use(dialog.getByRole("button", { name: words("leaving.leave") }));
    await expect(page.getByRole("heading", { name: "Token", level: 1 })).toBeFocused();
    const other = await api.signIn(company);
    await page.reload();
    await keys.use(page.getByRole("button", { name: words("sessions.end") }).first());
    await expect(page.getByRole("status").getByText(/sessions? (was|were) ended/u)).toBeVisible();
    await keys.expectSeen();
    await api.call("DELETE", "/auth/tokens", other);

    await keys.use(main.getByRole("link", { name: "Projects" }));
    await keys.use(page.getByRole("button", { name: words("projects.switch_to", { project: "demo-lab" }) }));
    await keys.type(dialog.getByLabel("Password", { exact: true }), PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("listitem").filter({ hasText: "demo-lab" })).toContainText("In use now");
    await expectAddress(page, "/projects");
    await keys.expectSeen();
  });
});

test.describe("many servers", () => {
  test.use({ account: company });
  leaveAsFound();

  test("select some, reboot them, read how it went", async ({ page }) => {
    const keys = new Keyboard(page);
    const servers = new ServersPage(page);
    const selection = new Selection(page);
    const dialog = page.getByRole("dialog");
    await servers.open();
    await servers.names();
    for (const name of ["db-primary", "db-replica"]) {
      await keys.use(selection.box(name), "Space");
    }
    await selection.expectCount(2);
    await keys.use(selection.bar.getByRole("button", { name: "Reboot" }));
    await keys.use(dialog.getByRole("button", { name: "Reboot 2 servers" }));
    await expect(dialog.getByRole("status")).toHaveText("Reboot: 2 accepted");
    await keys.expectSeen();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await keys.expectSeen();
  });
});
