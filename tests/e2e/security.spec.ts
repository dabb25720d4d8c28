import { createHash } from "node:crypto";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { Version } from "csp_evaluator/dist/csp.js";
import { accounts } from "./support/accounts.ts";
import { directives, policyIn } from "./support/policy.ts";
import { ServersPage, SignInForm, signOut } from "./support/portal.ts";
import { SESSION_KEY } from "./support/session.ts";
import { expect, test } from "./support/test.ts";

const { single } = accounts;

/** The scripts that stand in a document itself. */
const inlineScripts = (document: string) => [...document.matchAll(/<script(?![^>]*src=)[^>]*>(.*?)<\/script>/gsu)].map(([, script]) => script ?? "");

/** How a policy names a script that may stand in the document. */
const digestOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

for (const path of ["/", "/servers", "/login?with=token", "/servers/some-id/and/more"]) {
  test(`${path} is served under a strict policy`, async ({ request }) => {
    const response = await request.get(path, { headers: { accept: "text/html" } });
    const headers = response.headers();
    const policy = directives(headers["content-security-policy"] ?? "");
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'", digestOf(inlineScripts(await response.text())[0] ?? "")]);
    expect(policy.get("style-src")).toEqual(["'self'"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual(["'none'"]);
    expect(policy.get("require-trusted-types-for")).toEqual(["'script'"]);
    expect(policy.get("trusted-types")).toEqual(["vps-portal"]);
    expect(policy.get("worker-src")).toEqual(["'self'"]);
    expect([...policy.values()].flat().filter((source) => /unsafe-inline|'unsafe-eval'|\*|https?:/u.test(source))).toEqual([]);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(headers["content-type"]).toMatch(/^text\/html/u);
  });
}

test("every file of the page is served for good, with its type, and checked by its hash", async ({ request }) => {
  const document = await (await request.get("/")).text();
  const files = [...document.matchAll(/(?:src|href|data-[a-z-]+)="(\/[^"]+-[0-9a-f]{16}[^"]*\.(js|css|wasm))"/gu)];
  expect(new Set(files.map(([, , ending]) => ending))).toEqual(new Set(["js", "css", "wasm"]));
  const types: Record<string, RegExp> = { js: /javascript/u, css: /^text\/css/u, wasm: /^application\/wasm$/u };
  for (const [, path, ending] of files) {
    const response = await request.get(path ?? "");
    expect(response.status()).toBe(200);
    expect(response.headers()["cache-control"]).toContain("immutable");
    expect(response.headers()["content-type"]).toMatch(types[ending ?? ""] ?? /never/u);
    expect(response.headers()["x-content-type-options"]).toBe("nosniff");
    expect(response.headers()["content-encoding"]).toBe("br");
  }
  for (const [tag] of document.matchAll(/<(?:script(?=[^>]*\ssrc=)|link rel="stylesheet")[^>]*>/gu)) {
    expect(tag).toMatch(/integrity="sha(256|384|512)-/u);
  }
});

test("answers of the API are data: kept nowhere, and nothing in them may run", async ({ request }) => {
  for (const path of ["/api/v1/server/", "/api/v1/nowhere/", "/api/v1/auth/tokens"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-type"]).toBe("application/json");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});

test("the document holds one short script of its own, which the policy names, and no style or handler", async ({ request }) => {
  const document = await (await request.get("/")).text();
  expect(document).not.toMatch(/<style/iu);
  expect(document).not.toMatch(/\sstyle=/iu);
  expect(document).not.toMatch(/\son[a-z]+=/iu);
  const inline = inlineScripts(document);
  expect(inline).toHaveLength(1);
  expect(inline[0]?.length).toBeLessThan(300);
  for (const [, attributes, content] of document.matchAll(/<script([^>]*src=[^>]*)>([^<]*)<\/script>/gu)) {
    expect(attributes).toContain("integrity=");
    expect(content?.trim()).toBe("");
  }
});

test("a whole visit: nothing leaves the origin, the token is in no address and nowhere in the page", async ({ page, baseURL }) => {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  const form = new SignInForm(page);
  await form.open("/servers?q=shop");
  await form.send(single.email);
  const servers = new ServersPage(page);
  await expect(servers.cards).toHaveCount(3);
  const stored = await page.evaluate((key) => localStorage.getItem(key), SESSION_KEY);
  const { token } = JSON.parse(stored ?? "{}") as { token: string };
  expect(token.length).toBeGreaterThan(30);
  for (const name of ["Profile", "Projects", "Token"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    await expect(page.getByRole("definition").or(page.getByRole("main").getByRole("listitem")).first()).toBeVisible();
    expect(await page.content()).not.toContain(token);
  }
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
  await page.getByRole("button", { name: "Ngôn ngữ" }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Token" })).toBeVisible();
  await signOut(page);

  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((address) => !address.startsWith(`${baseURL}/`))).toEqual([]);
  expect(addresses.filter((address) => address.includes(token) || address.includes("Portal-demo-1"))).toEqual([]);
});

/** What csp_evaluator finds of a policy that is certain, and more than a remark. */
function findings(policy: string): string[] {
  const found = new CspEvaluator(new CspParser(policy).csp, Version.CSP3).evaluate();
  const serious = [Severity.HIGH, Severity.SYNTAX, Severity.MEDIUM, Severity.HIGH_MAYBE];
  return found.filter(({ severity }) => serious.includes(severity)).map((finding) => `${finding.directive}: ${finding.description}`);
}

test("csp_evaluator finds nothing of high or medium severity in any policy", async ({ request }) => {
  expect(findings("script-src 'unsafe-inline' https:")).not.toEqual([]);
  const document = await request.get("/", { headers: { accept: "text/html" } });
  const policyOf = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
  const policies = {
    page: document.headers()["content-security-policy"],
    document: policyIn(await document.text()),
    answers: await policyOf("/api/v1/server/"),
    console: await policyOf("/console/none"),
    "with the API elsewhere": document.headers()["content-security-policy"]?.replace("connect-src 'self'", "$& https://api.example"),
  };
  for (const [name, policy] of Object.entries(policies)) {
    expect(policy, name).toMatch(/^default-src 'none'; /u);
    expect(findings(policy ?? ""), name).toEqual([]);
  }
});

for (const where of ["headers", "document"] as const) {
  test(`the policy of the ${where} holds: markup from a text, an inline script and a foreign address are refused`, async ({ page, problems }) => {
    problems.expect(/Content Security Policy|requires 'Trusted(HTML|Script)' assignment|Creating a TrustedTypePolicy/u);
    await page.route(/\/login$/u, async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": policy = "", ...others } = response.headers();
      const body = await response.text();
      await (where === "document"
        ? route.fulfill({ response, headers: others })
        : route.fulfill({ response, headers: { ...others, "content-security-policy": policy }, body: body.replace(/<meta http-equiv.*?>/u, "") }));
    });
    await new SignInForm(page).open();
    const outcome = await page.evaluate(async () => {
      const refused = (attempt: () => void) => {
        try {
          attempt();
          return false;
        } catch (error) {
          return error instanceof TypeError;
        }
      };
      const script = document.createElement("script");
      // Past the check of trusted types: what is left is the policy's list of sources.
      script.append("window.ran = true");
      document.body.append(script);
      return {
        markup: refused(() => (document.createElement("p").innerHTML = "<b>bold</b>")),
        script: refused(() => (document.createElement("script").textContent = "window.ran = true")),
        policy: refused(() => "trustedTypes" in window && Object(window.trustedTypes).createPolicy("own", {})),
        ran: "ran" in window,
        left: await fetch("http://127.0.0.1:9/").then(
          () => "left",
          () => "stayed",
        ),
      };
    });
    expect(outcome).toEqual({ markup: true, script: true, policy: true, ran: false, left: "stayed" });
  });
}
