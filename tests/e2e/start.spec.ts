import { accounts } from "./support/accounts.ts";
import { hold } from "./support/hold.ts";
import { SignInForm } from "./support/portal.ts";
import { expect, test } from "./support/test.ts";
import { LANGUAGES, words } from "./support/words.ts";

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language, account: accounts.single });

    test("a portal that cannot start says so, and starts when it can", async ({ page, problems }) => {
      problems.expectNoAnswer();
      problems.expect(/Failed to fetch/u);
      await page.route("**/*.wasm", (route) => route.abort());
      await page.goto("/servers");
      await expect(page.getByRole("alert")).toContainText(words("boot.failed", {}, language));
      await expect(page.getByRole("alert").getByText(/\S/u).filter({ visible: true })).not.toHaveCount(0);
      await page.unroute("**/*.wasm");
      await page.getByRole("button", { name: words("boot.reload", {}, language) }).click();
      await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
    });

    test("a portal that stopped working gives way to a text that can be read", async ({ page }) => {
      await page.goto("/servers");
      await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
      await page.evaluate(() => {
        dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
      });
      await expect(page.getByRole("heading", { name: words("boot.crash_title", {}, language) })).toBeVisible();
      await expect(page.getByText(words("boot.crash_text", {}, language))).toBeVisible();
      await expect(page.getByRole("article")).toHaveCount(0);
      await page.getByRole("button", { name: words("boot.reload", {}, language) }).click();
      await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
    });
  });
}

test.describe("before any script has run", () => {
  test.use({ account: accounts.single });

  test("the document has asked for the program, what starts it, and the style", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const letRun = await hold(page, /\/boot-\w+\.js$/u);
    await page.goto("/servers", { waitUntil: "commit" });
    for (const file of [/\/vps-portal_bg-\w+\.wasm$/u, /\/vps-portal-\w+\.js$/u, /\/portal-\w+\.css$/u]) {
      await expect.poll(() => asked).toContainEqual(expect.stringMatching(file));
    }
    expect(asked.filter((address) => address.includes("/config.json"))).toEqual([]);
    letRun();
    await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
  });

  test("the headers of the document have asked for what the first paint needs, and nothing asks for it again", async ({ page }) => {
    const FIRST = [/\/portal-\w+\.css$/u, /\/boot-\w+\.js$/u];
    let asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.route("**/servers", async (route) => {
      const response = await route.fetch({ headers: { ...route.request().headers(), "accept-encoding": "identity" } });
      await route.fulfill({ response, body: "<!doctype html>" });
    });
    await page.goto("/servers");
    for (const file of FIRST) {
      await expect.poll(() => asked).toContainEqual(expect.stringMatching(file));
    }
    await page.unroute("**/servers");
    asked = [];
    await page.goto("/servers");
    await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
    for (const file of FIRST) {
      expect(asked.filter((address) => file.test(address))).toHaveLength(1);
    }
  });
});

test("without a session it has asked for the sign-in alone, and the portal comes once that is there", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const letRun = await hold(page, /\/boot-\w+\.js$/u);
  await page.goto("/servers", { waitUntil: "commit" });
  for (const file of [/\/sign-in_bg-\w+\.wasm$/u, /\/sign-in-\w+\.js$/u, /\/portal-\w+\.css$/u]) {
    await expect.poll(() => asked).toContainEqual(expect.stringMatching(file));
  }
  const letStart = await hold(page, /\/sign-in_bg-\w+\.wasm$/u);
  letRun();
  await expect.poll(() => asked).toContainEqual(expect.stringMatching(/-sign-in-\w+\.txt$/u));
  const ofPortal = () => asked.filter((file) => /vps-portal|split_|shared_|pieces/u.test(file));
  expect(ofPortal()).toEqual([]);
  letStart();
  await expect(new SignInForm(page).submit).toBeVisible();
  await expect.poll(() => ofPortal().length).toBe(2);
  await new SignInForm(page).send(accounts.single.email);
  await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
});

test("a host that does not know what a program is: the portal starts all the same", async ({ page }) => {
  await page.route(/_bg-\w+\.wasm$/u, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "content-type": "application/octet-stream" } });
  });
  const served = page.waitForResponse(/\/sign-in_bg-\w+\.wasm$/u);
  await page.goto("/login");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await served).headers()["content-type"]).toBe("application/octet-stream");
});

test("a portal without its words says so", async ({ page, problems }) => {
  problems.expectStatus(404);
  await page.route("**/locales/**", (route) => route.fulfill({ status: 404 }));
  await page.goto("/login");
  await expect(page.getByRole("alert")).toContainText(words("boot.failed"));
});

test("a host whose own policy lets the portal add no script: a text says that it could not start", async ({ page, problems }) => {
  problems.expect(/trusted-?types?|TrustedScriptURL/iu);
  await page.route("**/login", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "trusted-types another" } });
  });
  await page.goto("/login");
  await expect(page.getByText(words("boot.failed"), { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: words("boot.reload") })).toBeVisible();
});

test("the error of some other script is no crash", async ({ page, problems }) => {
  problems.expect(/of an extension/u);
  const form = new SignInForm(page);
  await form.open();
  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent("error", { error: new Error("of an extension") }));
    void Promise.reject(new Error("of an extension"));
  });
  await form.submit.click();
  await expect(form.email).toBeFocused();
});

for (const [what, answer] of [
  ["absent", { status: 404, body: "Not found." }],
  ["no JSON", { status: 200, body: "{ oops" }],
  ["of the wrong types", { status: 200, body: '{"api_base": 7, "languages": "all", "session_hours": [], "provider": null}' }],
] as const) {
  test(`a configuration that is ${what}: the portal works, with one warning`, async ({ page, problems }) => {
    problems.expectStatus(404);
    await page.route("**/config.json", (route) => route.fulfill(answer));
    const form = new SignInForm(page);
    await form.open();
    await form.send(accounts.single.email);
    await expect(page.getByRole("article", { name: "blog" })).toBeVisible();
    expect(problems.warnings.filter((text) => text.includes("configuration"))).toHaveLength(1);
  });
}

test("the deployment's name, support line, session lengths and languages are used", async ({ page }) => {
  await page.route("**/config.json", (route) =>
    route.fulfill({
      json: {
        provider: { name: "Example Cloud", support_url: "https://help.example/", support_phone: "0900 000 009" },
        session_hours: [2, 48],
        languages: ["vi", "en"],
      },
    }),
  );
  const form = new SignInForm(page);
  await form.open();
  await expect(page).toHaveTitle("Sign in · Example Cloud");
  await expect(page.getByText("Example Cloud", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Need help\? Contact support/u })).toHaveAttribute("href", "https://help.example/");
  await expect(page.getByRole("link", { name: "Support: 0900 000 009" })).toHaveAttribute("href", "tel:0900000009");
  await expect(form.length.getByRole("option")).toHaveText(["2 hours", "2 days"]);
  await page.getByRole("button", { name: "Language" }).click();
  await expect(page.getByRole("menuitemradio")).toHaveText(["Tiếng Việt", "English"]);
});
