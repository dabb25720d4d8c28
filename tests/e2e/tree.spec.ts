import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { ServersPage, SignInForm } from "./support/portal.ts";
import { ServerPage } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

// What a screen reader is told of the pages: the accessibility tree, in its order. More may stand between what is named here.

/** What stands around every page. */
const FRAME = `
- link "Skip to content"
- banner:
  - link "VPS Portal, home"
  - navigation "Main":
    - list:
      - listitem:
        - link "Servers"
      - listitem:
        - link "Profile"
      - listitem:
        - link "Projects"
      - listitem:
        - link "Token"
  - button "Language"
  - button "Theme"
  - button "Account menu"`;

/** Expects the page to be told as its frame and `main`; its heading is the only one of the first level, and has the focus. */
async function expectTree(page: Page, title: string, main: string): Promise<void> {
  await expect(page.locator("body")).toMatchAriaSnapshot(`${FRAME}\n- main:\n${main}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${title} · `, "u"));
}

test("the sign-in is told as what it is", async ({ page }) => {
  await new SignInForm(page).open();
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - button "Language"
    - button "Theme"
    - main:
      - heading "Sign in" [level=1]
      - navigation "Way to sign in":
        - link "Email and password"
        - link "API token"
      - textbox "Email"
      - textbox "Password"
      - button "Show characters"
      - textbox "Project ID"
      - combobox "Stay signed in for"
      - button "Sign in"`);
  await page.getByRole("button", { name: "Sign in" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveAccessibleDescription(words("login.email_missing"));
});

test.describe("signed in", () => {
  test.use({ account: accounts.single });

  test("every page is told as what it is, and its heading is where one arrives", async ({ page }) => {
    const main = page.getByRole("navigation", { name: "Main" });
    const go = (name: string) => main.getByRole("link", { name }).click();
    await page.goto("/projects");
    await go("Servers");
    await expectTree(
      page,
      "Servers",
      `  - heading "Servers" [level=1]
  - button "Refresh"
  - search:
    - searchbox "Search servers"
    - combobox "Status":
      - option "All statuses" [selected]
    - combobox "Region":
      - option "All regions" [selected]
    - group "View":
      - radio "Grid" [checked]
      - radio "Table"
  - checkbox "Select all on this page"
  - article "shop-db":
    - checkbox "Select shop-db"
    - heading "shop-db" [level=2]:
      - link "shop-db"
    - text: Running
    - button "Actions for shop-db"
    - term: Created
    - term: Expires
  - navigation "Pagination"`,
    );

    const server = new ServerPage(page);
    await new ServersPage(page).card("shop-db").getByRole("link").click();
    const head = `  - link "All servers"
  - heading "shop-db" [level=1]
  - group "Power":
    - button "Start" [disabled]
    - button "Stop"
    - button "Reboot"
  - navigation "Parts of the server":
    - link "Overview"
    - link "Console"
    - link "Boot log"
    - link "Volumes"
    - link "Settings"`;
    await expectTree(page, "shop-db", `${head}\n  - heading "Addresses" [level=2]\n  - heading "Details" [level=2]\n  - heading "Activity" [level=2]`);
    for (const [part, content] of [
      ["Boot log", '  - search:\n    - searchbox "Search in log"\n  - switch "Follow"\n  - button "Copy"\n  - button "Download"\n  - region "Boot log"'],
      ["Volumes", '  - group "Volumes":\n    - table "Volumes":\n      - rowgroup:\n        - row /^Name Size/'],
      [
        "Settings",
        '  - form "Rename":\n    - textbox "Server name"\n  - form "Reset password":\n    - textbox "New password"\n    - textbox "Repeat password"\n' +
          '  - form "Rebuild":\n    - radiogroup "Operating system"',
      ],
    ] as const) {
      await server.tab(part).click();
      await expect(server.tab(part)).toHaveAttribute("aria-current", "page");
      await expect(page.locator("body")).toMatchAriaSnapshot(`${FRAME}\n- main:\n${head}\n${content}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    }

    await go("Profile");
    await expectTree(
      page,
      "Profile",
      `  - heading "Profile" [level=1]
  - heading "Your details" [level=2]
  - form "Your details":
    - textbox "First name"
    - textbox "Last name"
    - combobox "Gender"
    - textbox "Phone number"
    - textbox "Address"
    - textbox "Company"
    - button "Save changes" [disabled]
  - heading "Change password" [level=2]
  - form "Change password":
    - textbox "Current password"
    - textbox "New password"
    - list "The password needs"
    - meter "Strength"
    - textbox "Repeat password"
    - button "Change password"`,
    );
    await go("Projects");
    await expectTree(page, "Projects", '  - heading "Projects" [level=1]\n  - list "Projects":\n    - listitem: /single In use now/');
    await go("Token");
    await expectTree(
      page,
      "Token",
      `  - heading "Token" [level=1]
  - heading "Permissions" [level=2]
  - group "Permissions":
    - table "Permissions":
      - rowgroup:
        - row "Resource Allowed Not allowed"
  - heading "Sessions" [level=2]
  - list "Sessions"`,
    );
  });
});
