import type { APIRequestContext, Page } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { startBackend } from "./support/backend.ts";
import { configuredFolder } from "./support/configured.ts";
import { expect, test } from "./support/test.ts";
import { words } from "./support/words.ts";

interface Manifest {
  readonly [member: string]: unknown;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose?: string }[];
  readonly screenshots: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly form_factor: string }[];
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[];
}

/** Opens the portal at `address`; answers the manifest that the browser has found and its address, once it finds nothing wrong. */
async function installable(page: Page, address: string): Promise<{ manifest: Manifest; at: string }> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const devices = await page.context().newCDPSession(page);
  const { url: at, data = "", errors } = await devices.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  // The browser of a journey forgets everything at its end, which is why alone it installs nothing.
  const { installabilityErrors } = await devices.send("Page.getInstallabilityErrors");
  expect(installabilityErrors).toEqual([{ errorId: "in-incognito", errorArguments: [] }]);
  return { manifest: JSON.parse(data) as Manifest, at };
}

/** The width and height of a PNG, from its first chunk. */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

/** Every picture is there, as large as the manifest says. */
async function expectIcons(request: APIRequestContext, { icons }: Manifest, at: string): Promise<void> {
  for (const { src, sizes, type } of icons) {
    const answer = await request.get(new URL(src, at).href);
    expect(answer.headers()["content-type"], src).toBe(type);
    if (type === "image/png") {
      expect(sizeOf(await answer.body()), src).toBe(sizes);
    }
  }
  const large = (purpose?: string) => icons.filter((icon) => icon.purpose === purpose).map(({ sizes }) => sizes);
  expect(large()).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  expect(large("maskable")).toEqual(["192x192", "512x512"]);
}

/** A picture of the list for each kind of screen is there, as large as the manifest says, and few bytes. */
async function expectScreenshots(page: Page, { screenshots }: Manifest, at: string): Promise<void> {
  for (const { src, sizes, type, form_factor: form } of screenshots) {
    const address = new URL(src, at).href;
    const answer = await page.request.get(address);
    expect(answer.headers()["content-type"], src).toBe(type);
    expect((await answer.body()).length, src).toBeLessThan(60_000);
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return { width: image.naturalWidth, height: image.naturalHeight };
    }, address);
    expect(`${size.width}x${size.height}`, src).toBe(sizes);
    expect(form, src).toBe(size.width > size.height ? "wide" : "narrow");
  }
  expect(screenshots).toHaveLength(2);
}

test.use({ account: accounts.single });

test("the portal can be installed, in the reader's language", async ({ page, request }) => {
  const { manifest, at } = await installable(page, "/");
  await expectIcons(request, manifest, at);
  await expectScreenshots(page, manifest, at);
  expect(manifest).toMatchObject({ id: "/", display: "standalone", name: words("app.name") });
  expect(manifest["name_localized"]).toEqual({ km: words("app.name", {}, "km"), vi: words("app.name", {}, "vi") });
  for (const { name, url } of manifest.shortcuts) {
    await page.goto(new URL(url, at).href);
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }
});

test("in a folder of a site it is another application, called as its provider is", async ({ page, request }) => {
  const { dist, remove } = await configuredFolder({ base_path: "/portal/", provider: { name: "Sông Cloud" }, languages: ["vi", "km"] });
  const backend = await startBackend("--dist", dist, "--base", "/portal/");
  try {
    const { manifest, at } = await installable(page, `${backend.origin}/portal/login`);
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await expectIcons(request, manifest, at);
    await expectScreenshots(page, manifest, at);
    expect(manifest).toMatchObject({ id: "/portal/", lang: "vi", name: "Sông Cloud", short_name: "Sông Cloud" });
    expect(manifest["name_localized"]).toBeUndefined();
    expect(manifest["description"]).toBe(words("install.description", {}, "vi"));
    for (const member of ["start_url", "scope"]) {
      expect(new URL(String(manifest[member]), at).pathname, member).toBe("/portal/");
    }
    await page.goto("about:blank");
  } finally {
    await backend.stop();
    await remove();
  }
});
