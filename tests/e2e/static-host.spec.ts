import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { configure, configuredFolder } from "./support/configured.ts";
import { environment } from "./support/environment.ts";
import { SECURITY_HEADERS, directives } from "./support/policy.ts";
import { LIMITS, StaticHost, filesOf } from "./support/static-host.ts";
import { expect, test } from "./support/test.ts";

const HTML = { accept: "text/html" };
const ADDRESSES = ["", "login", "profile", "projects", "servers", "servers/some-id", "servers/some-id/log", "token"];

test("a static host sends with every file and address what the backend sends", async ({ request }) => {
  const host = await StaticHost.of(environment.dist);
  for (const path of [...(await filesOf(environment.dist)), ...ADDRESSES]) {
    const answer = (await request.get(`/${path}`, { headers: ADDRESSES.includes(path) ? HTML : {} })).headers();
    const sent = host.headers(`/${path}`);
    for (const name of [...SECURITY_HEADERS, "cache-control"]) {
      expect(sent.get(name), `${name} of /${path}`).toEqual([answer[name]]);
    }
    const links = answer["link"];
    expect(sent.get("link"), `link of /${path}`).toEqual(links === undefined ? undefined : [links]);
  }
});

test("a static host answers the portal's addresses with the document, and nothing else that is missing", async () => {
  const host = await StaticHost.of(environment.dist);
  for (const path of ADDRESSES) {
    expect(host.file(`/${path}`), path).toBe("/index.html");
  }
  for (const path of ["missing-0123456789abcdef.wasm", "locales/missing.txt", "nowhere", "login/x"]) {
    expect(host.file(`/${path}`), path).toBeUndefined();
    expect(host.headers(`/${path}`).get("cache-control"), path).toBeUndefined();
  }
});

test("the rules are within the limits of the hosts that read them", async () => {
  const { headerRules, redirectRules } = await StaticHost.of(environment.dist);
  expect(headerRules.length).toBeLessThanOrEqual(LIMITS.rules);
  expect(redirectRules.length).toBeLessThanOrEqual(LIMITS.rules);
  for (const { path, headers } of headerRules) {
    expect(path).toMatch(/^\/[^*]*\*?$/u);
    expect(headers, path).not.toEqual([]);
    for (const [name, value] of headers) {
      expect(`${name}: ${value}`.length, path).toBeLessThan(LIMITS.characters);
    }
  }
  for (const { from, to, status } of redirectRules) {
    expect(status, from).toBe(200);
    // Cloudflare takes the document's name out of the address, and would come back to the rule.
    expect(to, from).toMatch(/\/$/u);
  }
});

test("a configuration with a folder and the API elsewhere changes the rules, and nothing else about them", async () => {
  const { dist, remove } = await configuredFolder({ base_path: "/a/portal/", api_base: "https://api.example:8443/v1" });
  try {
    const [host, plain] = [await StaticHost.of(dist, "/a/portal/"), await StaticHost.of(environment.dist)];
    for (const path of [...(await filesOf(environment.dist)), ...ADDRESSES]) {
      const headers = host.headers(`/a/portal/${path}`);
      const policy = directives(headers.get("content-security-policy")?.[0] ?? "");
      expect(policy.get("connect-src")).toEqual(["'self'", "https://api.example:8443"]);
      const others = (all: Map<string, string[]>) => [...all].filter(([name]) => name !== "content-security-policy");
      const inFolder = others(plain.headers(`/${path}`)).map(([name, values]) => [name, values.map((value) => value.replaceAll("</", "</a/portal/"))]);
      expect(others(headers), path).toEqual(inFolder);
      expect(host.file(`/a/portal/${path}`), path).toBe(`/a/portal${plain.file(`/${path}`) ?? ""}`);
      expect([...host.headers(`/${path}`)], path).toEqual([]);
    }
  } finally {
    await remove();
  }
});

test("the build is its own configuration's, byte for byte, whatever the folder was configured for before", async () => {
  const { dist, remove } = await configuredFolder({ base_path: "/a/portal/", api_base: "https://api.example:8443/v1" });
  try {
    await configure(dist, join(environment.dist, "config.json"));
    for (const name of ["index.html", "404.html", "config.json", "manifest.webmanifest", "_headers", "_redirects"]) {
      expect(await readFile(join(dist, name), "utf8"), name).toBe(await readFile(join(environment.dist, name), "utf8"));
    }
  } finally {
    await remove();
  }
});
