import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { type Page, expect } from "@playwright/test";
import { PASSWORD, accounts } from "../support/accounts.ts";
import { SignInForm } from "../support/portal.ts";
import { enter } from "../support/scenes.ts";
import { test } from "../support/test.ts";
import { inARow } from "./webp.ts";

const DOCS = fileURLToPath(new URL("../../../docs", import.meta.url));
const PUBLIC = fileURLToPath(new URL("../../../public", import.meta.url));
const DESK = { width: 1280, height: 800 };
const PHONE = { viewport: { width: 360, height: 720 }, isMobile: true, hasTouch: true };

const { company } = accounts;
const cards = async (page: Page) => expect(page.getByRole("article").first()).toBeVisible();
const facts = async (page: Page) => expect(page.getByRole("definition").first()).toBeVisible();
/** What comes by itself a moment after the page is on the picture, too. */
const settled = (page: Page) => page.waitForLoadState("networkidle");

for (const theme of ["light", "dark"]) {
  const remembered = { "vps-portal.theme": theme };

  test(`pages on a desk, ${theme}`, async ({ api, backend, browser }) => {
    const page = await browser.newPage({ baseURL: backend.origin, reducedMotion: "reduce", viewport: DESK });
    const list = { name: "servers", account: company, path: "/servers", remembered, reach: cards };
    const { instance_id: id } = await api.serverNamed(await api.signIn(company), "vpn-gateway");
    const server = { name: "server", account: company, path: `/servers/${id}`, remembered, reach: facts };
    for (const scene of [list, server]) {
      await enter(page, scene, api);
      await settled(page);
      const picture = await inARow(browser, [await page.screenshot()]);
      await writeFile(path.join(DOCS, `${scene.name}-${theme}.webp`), picture);
    }
    await page.close();
  });

  test(`a reboot on a phone, ${theme}`, async ({ api, backend, browser }) => {
    const page = await browser.newPage({ baseURL: backend.origin, reducedMotion: "reduce", ...PHONE });
    const pictures: Buffer[] = [];
    const take = async () => {
      await settled(page);
      await page.evaluate(() => scrollTo(0, 0));
      pictures.push(await page.screenshot());
    };
    await enter(page, { name: "sign-in", path: "/login", remembered, reach: () => new SignInForm(page).open() }, api);
    const form = new SignInForm(page);
    await form.email.fill(company.email);
    await form.password.fill(PASSWORD);
    await form.project.fill(company.project);
    await form.project.blur();
    await take();
    await form.submit.click();
    await cards(page);
    await take();
    await page.getByRole("link", { name: "web-01" }).first().click();
    await facts(page);
    await take();
    await page.getByRole("button", { name: "Reboot" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await take();
    await page.getByRole("dialog").getByRole("button", { name: "Reboot" }).click();
    await page.getByRole("link", { name: "Boot log" }).click();
    await expect(page.getByRole("region", { name: "Boot log" })).toBeVisible();
    await take();
    await writeFile(path.join(DOCS, `reboot-${theme}.webp`), await inARow(browser, pictures));
    await page.close();
  });
}

for (const [name, options] of Object.entries({ wide: { viewport: DESK }, narrow: PHONE })) {
  test(`what a device shows before it installs the portal, ${name}`, async ({ api, backend, browser }) => {
    const page = await browser.newPage({ baseURL: backend.origin, colorScheme: "light", reducedMotion: "reduce", ...options });
    await enter(page, { name, account: company, path: "/servers", reach: cards }, api);
    await settled(page);
    // The pictures are of every provider's portal.
    await page.locator(".brand__name").evaluate((brand) => {
      brand.style.visibility = "hidden";
    });
    await writeFile(path.join(PUBLIC, `screenshot-${name}.webp`), await inARow(browser, [await page.screenshot()], 0));
    await page.close();
  });
}
