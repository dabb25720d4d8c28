import type { Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { hostileNumbers, hostileTexts, hostileTimes } from "./support/hostile.ts";
import { PARTS } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

test.use({ account: accounts.company });

const ID = "6f4c1a52-0000-4000-8000-000000000000";

/** Every answer of the service with `text` wherever a text can be, a number and a time of the same kind beside it. */
function answers(text: string, number: unknown, time: unknown): Readonly<Record<string, unknown>> {
  const server = {
    instance_id: ID,
    status: text,
    addresses: text,
    name: text,
    created: time,
    expired: time,
    ip_addresses: [text, text],
    region: text,
  };
  const token = { name: text, permissions: [text, "*:*"], created_at: time, last_used_at: time, expires_at: time, is_expired: number };
  return {
    "**/server/?*": { count: number, next: "https://evil.example/api/v1/server/?page=2", previous: text, results: [server, { ...server, instance_id: text }, {}, null, number] },
    [`**/server/${ID}/`]: server,
    "**/console/": [{ message: text, url: text }],
    "**/get_console_log/": { console_log: text },
    "**/list_volume_attached/": [{ bootable: text, name: text, size: number, volume_id: text }, {}],
    "**/get_action_log/": [{ instance_uuid: text, user_id: text, start_time: time, action: text, message: text, project_id: text }],
    "**/list_ip/": [{ fixed_ips: [{ subnet_id: text, ip_address: text }], mac_address: text, is_public: number, port_id: text }],
    "**/detail_user/": { address: text, birthday: time, company: text, date_joined: time, email: text, first_name: text, gender: text, last_login: time, last_name: text, phone_number: text },
    "**/list_project/": { results: [{ is_available: number, project: text, project_user_name: text }] },
    "**/account/me/": { account: { email: text, first_name: text, last_name: text, company_name: text, created_at: time }, token },
    "**/auth/tokens": { project_id: text, token_created: time, token_expired: "2099-01-01T00:00:00Z", token_key: text, user_owner: text },
    "**/api/v1/token/?*": { count: number, next: null, previous: null, results: [{ short_key: text, project_id: text, project_name: text, created: time, expired: time, real_ip: text, browser_user_agent: text }] },
  };
}

const PAGES = ["/servers", ...Object.values(PARTS).map((end) => `/servers/${ID}${end}`), "/profile", "/projects", "/token"];

/** Nothing has run, nothing is followed, and nothing lies outside the window. */
async function expectHarmless(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status").getByText("Loading")).toHaveCount(0);
  const state = await page.evaluate(() => ({
    ran: "ran" in globalThis,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    links: [...document.querySelectorAll("a[href]")].map((link) => (link as HTMLAnchorElement).protocol),
  }));
  expect(state.ran).toBe(false);
  expect(state.wide).toBe(false);
  expect(new Set(state.links)).toEqual(new Set(["http:"]));
}

Object.entries(hostileTexts).forEach(([what, text], index) => {
  test(`${what}, wherever a text can stand, harms nothing`, async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    const elsewhere: string[] = [];
    page.on("request", (request) => request.url().startsWith(baseURL ?? "") || elsewhere.push(request.url()));
    page.on("dialog", (dialog) => {
      throw new Error(`A dialog of the browser: ${dialog.message()}`);
    });
    const number = hostileNumbers[index % hostileNumbers.length];
    const time = hostileTimes[index % hostileTimes.length];
    for (const [call, json] of Object.entries(answers(text, number, time))) {
      await page.route(call, (route) => (route.request().method() === "GET" ? route.fulfill({ json }) : route.fallback()));
    }
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of PAGES) {
        await test.step(`${path} at ${width} pixels`, async () => {
          await page.goto(path);
          await expectHarmless(page);
        });
      }
    }
    expect(elsewhere).toEqual([]);
  });
});
