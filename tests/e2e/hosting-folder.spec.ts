import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { type Backend, startBackend } from "./support/backend.ts";
import { type ConfiguredFolder, configuredFolder } from "./support/configured.ts";
import { ServersPage, SignInForm, expectAddress, signOut } from "./support/portal.ts";
import { securityHeaders } from "./support/policy.ts";
import { expect, test } from "./support/test.ts";
import { folderServers, startWebServer } from "./support/web-servers.ts";

/** The paths of what a page asks of `origin` from now on. */
function pathsAsked(page: Page, origin: string): Set<string> {
  const asked = new Set<string>();
  page.on("request", (request) => {
    const url = new URL(request.url());
    asked.add(url.origin === origin ? url.pathname : request.url());
  });
  return asked;
}

/** A visit from sign-in to sign-out of a portal that is in a folder of `origin`, such as /portal. */
async function visit(page: Page, origin: string, base: string, apiBase: string): Promise<void> {
  const asked = pathsAsked(page, origin);
  const heading = (name: string) => page.getByRole("heading", { name, level: 1 });

  await page.goto(`${origin}${base}/profile`);
  await expectAddress(page, `${base}/login?next=${encodeURIComponent(`${base}/profile`)}`);
  await new SignInForm(page).send(accounts.single.email);
  await expectAddress(page, `${base}/profile`);
  for (const link of await page.getByRole("navigation").getByRole("link").all()) {
    await expect(link).toHaveAttribute("href", new RegExp(`^${base}/\\w`, "u"));
  }

  await page.getByRole("link", { name: "Servers", exact: true }).click();
  await expectAddress(page, `${base}/servers`);
  const blog = new ServersPage(page).card("blog").getByRole("link");
  await expect(blog).toHaveAttribute("href", new RegExp(`^${base}/servers/\\S+$`, "u"));
  await blog.click();
  await expect(heading("blog")).toBeVisible();
  const server = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Boot log", exact: true }).click();
  await expectAddress(page, `${server}/log`);
  await page.goBack();
  await expectAddress(page, server);

  await page.goto(`${origin}${server}/settings`);
  await expect(heading("blog")).toBeVisible();
  await page.reload();
  await expect(heading("blog")).toBeVisible();
  await expectAddress(page, `${server}/settings`);

  await page.goto(origin + base);
  await expectAddress(page, `${base}/servers`);
  await page.goto(`${origin}${base}/nowhere`);
  await page.getByRole("link", { name: /servers/iu }).last().click();
  await expectAddress(page, `${base}/servers`);

  // Another portal of this host has a storage of its own.
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys).toContain(`vps-portal.session${base}`);
  expect(keys.filter((key) => !key.endsWith(base))).toEqual([]);

  await signOut(page);
  await expectAddress(page, `${base}/login`);
  const outside = [...asked].filter((path) => path !== base && !path.startsWith(`${base}/`) && !path.startsWith(`${apiBase}/`));
  expect(outside).toEqual([]);
  // The server goes next, and a page that is still there may be asking it for something.
  await page.goto("about:blank");
}

test.describe("in a folder of a site", () => {
  // One server for all of a group.
  test.describe.configure({ mode: "serial" });
  let folder: ConfiguredFolder;
  test.afterEach(async () => folder?.remove());

  for (const name of folderServers) {
    test(`under ${name}, with the API below it`, async ({ page, backend, request }) => {
      folder = await configuredFolder({ base_path: "/portal/", api_base: "/portal/api/v1" });
      const server = await startWebServer(name, { backend: backend.origin, dist: folder.dist, inFolder: true });
      try {
        await visit(page, server.origin, "/portal", "/portal/api/v1");
        const missing = await request.get(`${server.origin}/portal/missing-0123456789abcdef.wasm`);
        const document = await request.get(`${backend.origin}/`, { headers: { accept: "text/html" } });
        expect(missing.status()).toBe(404);
        expect(missing.headers()["cache-control"]).toBe("no-cache");
        expect(securityHeaders(missing.headers())).toEqual(securityHeaders(document.headers()));
        for (const path of ["/", "/servers", "/config.json", "/api/v1/server/"]) {
          expect(await (await request.get(server.origin + path)).text(), path).not.toContain("data-config");
        }
        const configuration = await request.get(`${server.origin}/portal/config.json`);
        expect(configuration.headers()["cache-control"]).toBe("no-cache");
      } finally {
        await server.stop();
      }
    });
  }

  for (const base of ["/portal", "/a/b"]) {
    test(`under the backend, in ${base}`, async ({ page }) => {
      folder = await configuredFolder({ base_path: base });
      const backend: Backend = await startBackend("--dist", folder.dist, "--base", base);
      try {
        await visit(page, backend.origin, base, "/api/v1");
      } finally {
        await backend.stop();
      }
    });
  }
});
