import { accounts } from "./support/accounts.ts";
import { Api } from "./support/api.ts";
import { type Backend, startBackend } from "./support/backend.ts";
import { BootLogPage } from "./support/boot-log.ts";
import { type ConfiguredFolder, configuredFolder } from "./support/configured.ts";
import { failures } from "./support/failures.ts";
import { ServersPage, SignInForm, signOut } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { type WebServer, freePort, startWebServer, webServers } from "./support/web-servers.ts";
import { words } from "./support/words.ts";

const { company } = accounts;

for (const name of webServers) {
  test.describe(`under ${name}, with the API on another origin`, () => {
    // One pair of servers for all of a group.
    test.describe.configure({ mode: "serial" });
    let elsewhere: Backend;
    let folder: ConfiguredFolder;
    let server: WebServer;

    test.beforeAll(async () => {
      const port = await freePort();
      elsewhere = await startBackend("--allow-origin", `http://127.0.0.1:${port}`);
      folder = await configuredFolder({ api_base: `${elsewhere.origin}/api/v1` });
      server = await startWebServer(name, { backend: elsewhere.origin, apiElsewhere: true, dist: folder.dist, port });
    });
    test.afterAll(async () => {
      await server?.stop();
      await elsewhere?.stop();
      await folder?.remove();
    });

    test("a server is started", async ({ page }) => {
      const api = new Api(elsewhere.origin);
      const token = await api.signIn(company);
      const form = new SignInForm(page);
      await form.open(`${server.origin}/servers?q=staging-01`);
      await form.send(company.email, undefined, company.project);
      await new ServersPage(page).card("staging-01").getByRole("link").click();
      await page.getByRole("group", { name: "Power" }).getByRole("button", { name: "Start", exact: true }).click();
      const told = page.getByRole("region", { name: "Notifications" }).getByRole("status");
      await expect(told.filter({ hasText: words("action.start_done", { name: "staging-01" }) })).toBeVisible();
      expect((await api.serverNamed(token, "staging-01")).status).toBe("ACTIVE");

      await page.getByRole("link", { name: "Boot log", exact: true }).click();
      await expect(new BootLogPage(page).log).toContainText(/\w/u);
      await page.getByRole("link", { name: "Console", exact: true }).click();
      const link = page.getByRole("link", { name: "Open console", exact: true });
      await expect(link).toHaveAttribute("href", new RegExp(`^${elsewhere.origin}/console/`, "u"));
      await signOut(page);
    });

    test("what a service says of when to come again is read", async ({ page, problems }) => {
      problems.expectStatus(429);
      for (const kind of ["rate-limited", "rate-limited-date"]) {
        const form = new SignInForm(page);
        await form.open(`${server.origin}/login`);
        await form.send(`${kind}@sign-in.fault.example`);
        await expect(form.alert).toHaveText(failures.find((failure) => failure.kind === kind)?.sentence ?? "");
      }
    });

    test("calls are not passed on", async ({ request }) => {
      const answer = await request.get(`${server.origin}/api/v1/server/`, { headers: { accept: "text/html" } });
      expect(await answer.text()).toContain("data-config");
    });
  });
}

test("a page of an origin that the API does not name cannot use it, and says that there is no connection", async ({ page, problems }) => {
  problems.expectNoAnswer();
  problems.expect(/has been blocked by CORS policy/u);
  const elsewhere = await startBackend("--allow-origin", "https://portal.example");
  const folder = await configuredFolder({ api_base: `${elsewhere.origin}/api/v1` });
  const server = await startWebServer("nginx", { backend: elsewhere.origin, apiElsewhere: true, dist: folder.dist });
  try {
    const form = new SignInForm(page);
    await form.open(`${server.origin}/login`);
    await form.send(company.email, undefined, company.project);
    await expect(form.alert).toContainText(words("error.network"));
  } finally {
    await server.stop();
    await elsewhere.stop();
    await folder.remove();
  }
});
