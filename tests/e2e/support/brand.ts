import type { Page } from "@playwright/test";

const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="48" viewBox="0 0 160 48">
  <circle cx="24" cy="24" r="20" fill="#ffd500" stroke="#8a7300" stroke-width="3"/>
  <path d="M56 16h92M56 32h64" stroke="#8a7300" stroke-width="8" stroke-linecap="round"/>
</svg>`;

/** What the configuration says of the provider. */
interface Provider {
  readonly name?: string;
  readonly logo?: unknown;
  readonly accent?: unknown;
}

/** Makes the deployment that of a provider with a support line, and with a logo at `logo.svg`. */
export async function brand(page: Page, provider: Provider): Promise<void> {
  const support = { support_url: "https://help.example/", support_phone: "1900 0000", support_email: "help@example.com" };
  await page.route("**/config.json", (route) => route.fulfill({ json: { provider: { name: "Sunrise Cloud", ...support, ...provider } } }));
  await page.route("**/logo.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: logo }));
}
