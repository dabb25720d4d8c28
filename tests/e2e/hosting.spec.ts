import { accounts } from "./support/accounts.ts";
import { configured, configuredFolder } from "./support/configured.ts";
import { directives, policyIn, readRecipe, securityHeaders } from "./support/policy.ts";
import { ServersPage, SignInForm, signOut } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { type WebServer, startWebServer, webServers } from "./support/web-servers.ts";

const HTML = { accept: "text/html" };
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Any file of the page whose name ends so, as the document or the module names it. */
async function hashed(origin: string, ending: string): Promise<string> {
  const document = await (await fetch(`${origin}/`)).text();
  const path = new RegExp(`"(/[\\w/-]+-[0-9a-f]{16}\\.${ending})"`, "u").exec(document.replaceAll("&quot;", '"'))?.[1];
  expect(path, `a file *.${ending}`).toBeDefined();
  return path ?? "";
}

test("the document says the policy of the headers", async ({ request }) => {
  const response = await request.get("/", { headers: HTML });
  const inHeaders = directives(response.headers()["content-security-policy"] ?? "");
  // Only a header can say this.
  inHeaders.delete("frame-ancestors");
  expect(directives(policyIn(await response.text()))).toEqual(inHeaders);
});

for (const recipe of ["nginx.conf", "Caddyfile", "apache.conf", "folder/nginx.conf", "folder/Caddyfile"]) {
  test(`${recipe} says the headers of the backend, and nothing else by these names`, async ({ request, backend }) => {
    const text = await readRecipe(recipe);
    const page = securityHeaders((await request.get("/", { headers: HTML })).headers());
    const data = (await request.get("/api/v1/server/")).headers()["content-security-policy"];
    const console = (await request.get(`${backend.origin}/console/none`)).headers()["content-security-policy"];
    const policies = [...text.matchAll(/default-src [^"\n]+/gu)].map(([policy]) => policy);
    expect(new Set(policies)).toEqual(new Set([page["content-security-policy"], data, console]));
    const { "content-security-policy": _, ...others } = page;
    for (const [name, value] of Object.entries(others)) {
      const said = [...text.matchAll(new RegExp(`^.*(?<!unset )(?<!proxy_hide_header )\\b${name}:? "?([^"\\n]+)"?`, "gimu"))];
      expect(new Set(said.map(([, said]) => said)), name).toEqual(new Set([value]));
    }
    expect(text).toContain("https://api.example");
    expect(text).toMatch(/Strict-Transport-Security:? "?max-age=\d+"?/u);
  });
}

test("a configuration with the API elsewhere lets the document ask there, and in no other place", async () => {
  const { document, missing, config } = await configured({ api_base: "https://api.example:8443/v1" });
  expect(directives(policyIn(document.plain)).get("connect-src")).toEqual(["'self'", "https://api.example:8443"]);
  expect(missing).toEqual(document);
  expect(JSON.parse(config.plain)).toEqual({ api_base: "https://api.example:8443/v1" });
  for (const file of [document, config]) {
    expect(file.brotli).toBe(file.plain);
    expect(file.gzip).toBe(file.plain);
  }
});

test("a configuration that names no folder is refused", async () => {
  for (const base_path of ["portal", "//portal/", "/../", "https://site.example/", "/a b/", 7, null]) {
    await expect(configuredFolder({ base_path }), String(base_path)).rejects.toThrow(/base_path/u);
  }
});

for (const name of webServers) {
  test.describe(name, () => {
    // One server for all of them.
    test.describe.configure({ mode: "serial" });
    let server: WebServer;
    test.beforeAll(async ({ backend }) => {
      server = await startWebServer(name, { backend: backend.origin });
    });
    test.afterAll(async () => server?.stop());

    test("answers what the backend answers, with the same headers", async ({ request, backend }) => {
      const [program, style, words] = await Promise.all(["wasm", "css", "txt"].map((ending) => hashed(backend.origin, ending)));
      const paths = [
        ["/", HTML],
        ["/login?next=%2Fservers", HTML],
        ["/servers/some-id/log", HTML],
        ["/servers/a%2Fb", HTML],
        ["/locales", HTML],
        ["/config.json", {}],
        ["/sw.js", {}],
        ["/icon.svg", {}],
        ["/icon-180.png", {}],
        ["/icon-maskable-512.png", {}],
        ["/manifest.webmanifest", {}],
        ["/screenshot-wide.webp", {}],
        [program, { "accept-encoding": "br, gzip" }],
        [program, { "accept-encoding": "gzip" }],
        [program, { "accept-encoding": "identity" }],
        [style, { "accept-encoding": "br, gzip" }],
        [words, {}],
        ["/missing-0123456789abcdef.wasm", {}],
        ["/locales/missing-0123456789abcdef.txt", HTML],
        ["/missing.png", {}],
        ["/.sources", HTML],
        ["/.git/config", HTML],
        ["/api/v1/server/", {}],
        ["/api/v1/nowhere/x.js", {}],
        ["/console/none", HTML],
      ] as const;
      for (const [path = "", headers] of paths) {
        const ask = (origin: string) => request.get(origin + path, { headers: { ...headers } });
        const [wanted, found] = await Promise.all([ask(backend.origin), ask(server.origin)]);
        const place = `${path} ${JSON.stringify(headers)}`;
        expect(found.status(), place).toBe(wanted.status());
        expect(securityHeaders(found.headers()), place).toEqual(securityHeaders(wanted.headers()));
        expect(found.headers()["content-encoding"], place).toBe(wanted.headers()["content-encoding"]);
        if (wanted.ok()) {
          const type = (headers: Record<string, string>) => headers["content-type"]?.split(";")[0]?.replace("application/javascript", "text/javascript");
          expect(type(found.headers()), place).toBe(type(wanted.headers()));
          expect(found.headers()["cache-control"], place).toBe(wanted.headers()["cache-control"]);
          expect(await found.body(), place).toEqual(await wanted.body());
        } else {
          expect(found.headers()["cache-control"] ?? "", place).not.toContain("immutable");
        }
      }
      expect((await request.get(server.origin + program)).headers()["cache-control"]).toBe(IMMUTABLE);
      expect((await request.get(server.origin + program)).headers()["vary"]).toMatch(/accept-encoding/iu);
      const refused = await request.post(`${server.origin}/config.json`);
      expect(refused.status()).toBe(405);
      expect(securityHeaders(refused.headers())).toEqual(securityHeaders((await request.get("/")).headers()));
    });

    test("a visit from sign-in to sign-out", async ({ page }) => {
      const form = new SignInForm(page);
      await form.open(`${server.origin}/login`);
      await form.send(accounts.single.email);
      const servers = new ServersPage(page);
      await servers.card("blog").getByRole("link").click();
      await expect(page.getByRole("heading", { name: "blog", level: 1 })).toBeVisible();
      await page.reload();
      await expect(page.getByRole("heading", { name: "blog", level: 1 })).toBeVisible();
      await signOut(page);
    });
  });
}
