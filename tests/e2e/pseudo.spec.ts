import type { Page, Request } from "@playwright/test";
import { accounts } from "./support/accounts.ts";
import { changeAnswer } from "./support/answers.ts";
import { misfits, orderOf, textsOf } from "./support/layout.ts";
import { ACCENTED, FROM_RIGHT, type Pseudo, addLanguages, withoutWords } from "./support/pseudo.ts";
import { enter, scenes } from "./support/scenes.ts";
import { expect, test } from "./support/test.ts";
import { LANGUAGES, words } from "./support/words.ts";

const WIDTHS = [320, 360, 768, 1440];
/** What is the same in every language: the languages' names for themselves, and what stands on a key. */
const NAMES = [...LANGUAGES.map((language) => words("language.name", {}, language)), ACCENTED.tag, FROM_RIGHT.tag, "Ctrl", "Esc", "Enter"];
/** What the service calls a permission. */
const PERMISSION = /^[a-z-]+:[a-z-]+$/u;

/** Shows the page in another language, as if it had been chosen in another tab. */
async function choose(page: Page, { tag, direction }: Pseudo): Promise<void> {
  await page.evaluate((newValue) => dispatchEvent(new StorageEvent("storage", { key: "vps-portal.language", newValue })), tag);
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
  await expect(page.locator("html")).toHaveAttribute("dir", direction);
}

/** What the service answers to the same question: the browser keeps no answer for long whose reader has left. */
async function askedAgain(request: Request): Promise<string> {
  const { authorization } = await request.allHeaders();
  const response = await fetch(request.url(), { headers: authorization === undefined ? {} : { authorization } });
  return response.text();
}

/** Follows what the service and the configuration say: their words are of no language of ours. */
function listen(page: Page): () => Promise<string> {
  const answers: Promise<string>[] = [];
  const lost: Request[] = [];
  page.on("response", (response) => {
    if (/\/api\/v1\/|\/config\.json$/u.test(response.url())) {
      const isLost = () => {
        lost.push(response.request());
        return "";
      };
      answers.push(response.text().catch(isLost));
    }
  });
  return async () => {
    await Promise.all(answers);
    // Not before the page is where it is to be: some services fail at every second call.
    answers.push(...lost.splice(0).map(askedAgain));
    return (await Promise.all(answers)).join("\n");
  };
}

for (const scene of scenes) {
  test(`${scene.name}: every word comes from the language, and fits, from the left and from the right`, async ({ page, api, problems }) => {
    problems.expectStatus(403, 404, 500, 503);
    const told = listen(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await addLanguages(page, [ACCENTED, FROM_RIGHT]);
    await enter(page, { ...scene, remembered: { ...scene.remembered, "vps-portal.language": ACCENTED.tag } }, api);
    for (const language of [ACCENTED, FROM_RIGHT]) {
      await choose(page, language);
      // Of an answer the page may know before the test.
      const foreign = async () => {
        const texts = await textsOf(page);
        const data = [await told(), ...Object.values(scene.remembered ?? {}), ...NAMES].join("\n");
        return texts.filter(({ text }) => withoutWords(text).some((word) => !data.includes(word) && !PERMISSION.test(word)));
      };
      await expect.poll(foreign, `${language.tag}: what is in no language file`).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await misfits(page), `${language.tag}, ${width} pixels`).toEqual([]);
      }
    }
  });
}

test.describe("texts of both directions", () => {
  test.use({ account: accounts.single });

  /** Names a Hebrew server. */
  const rename = (page: Page) =>
    changeAnswer(page, /\/server\/[\w-]+\/$/u, (server) => ({ ...server, name: "שרת 1", ip_addresses: ["2001:db8:365:71::f"] }));
  const question = async (page: Page) => {
    await page.locator(".power button").nth(1).click();
    return page.getByRole("dialog").getByRole("heading");
  };

  test("a name that is written from the right leaves the line around it as it is", async ({ page, api, token }) => {
    await rename(page);
    const { instance_id: id } = await api.serverNamed(token, "shop-db");
    await page.goto(`/servers/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("שרת 1");
    // The last letter of the name, the number, on its left; the sign after the name on its right.
    expect(await orderOf(page.getByRole("heading", { level: 1 }), "1", "ש")).toBe("1ש");
    expect(await orderOf(await question(page), "S", "1", "ש", "?")).toBe("S1ש?");
  });

  test("a page that is written from the right is a mirror, and leaves addresses and names as they are", async ({ page, api, token }) => {
    await addLanguages(page, [FROM_RIGHT]);
    await page.goto("/login");
    await page.evaluate((tag) => localStorage.setItem("vps-portal.language", tag), FROM_RIGHT.tag);
    const { instance_id: id, name } = await api.serverNamed(token, "shop-db");
    await page.goto(`/servers/${id}`);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.locator(".back path")).toHaveCSS("transform", "matrix(-1, 0, 0, 1, 0, 0)");
    const place = async (selector: string) => (await page.locator(selector).boundingBox())?.x ?? 0;
    expect(await place(".brand")).toBeGreaterThan(await place(".main-nav"));
    const address = page.locator("code", { hasText: /^[\d.]+$/u }).first();
    await expect(address).toHaveCSS("direction", "ltr");
    expect(await orderOf(await question(page), "⟧", "b", "s", "⟦")).toBe("⟧sb⟦");
  });
});
