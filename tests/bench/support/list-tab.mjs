// A tab with the list of servers, the portal's or the floor's: both have the same roles and names.

import { setTimeout as pause } from "node:timers/promises";

/** How long both wait after a letter before they ask, in milliseconds: somebody who types on is not to be answered. */
export const TYPING_PAUSE = 250;

export class ListTab {
  #page;
  #origin;

  constructor(page, origin) {
    this.#page = page;
    this.#origin = origin;
    this.search = page.getByRole("searchbox", { name: "Search servers" });
    this.status = page.getByRole("combobox", { name: "Status" });
    this.refresh = page.getByRole("button", { name: "Refresh" });
    this.next = page.getByRole("link", { name: "Next page" });
    this.previous = page.getByRole("link", { name: "Previous page" });
    this.first = page.getByRole("article").first().getByRole("link");
  }

  /** Opens an address of the list, and waits until its first server is there and its controls answer. */
  async open(path) {
    await this.#page.goto(this.#origin + path, { waitUntil: "commit" });
    await this.#page.evaluate(() => bench.usable);
  }

  /** Opens an address that shows no server. */
  async openEmpty(path) {
    await this.#page.goto(this.#origin + path);
    await this.search.waitFor();
  }

  /** Finds the controls once and for all: among a thousand servers that takes long, and it is the page that is measured. */
  async holdControls() {
    this.search = await this.search.elementHandle();
    this.refresh = await this.refresh.elementHandle();
  }

  /**
   * Presses a key on a control, and resolves with how long it took until what is expected was on the screen: the whole of it,
   * and what the page needed without the time in which it waited for an answer.
   */
  async press(control, key, expected) {
    await control.focus();
    return this.#timed("keydown", expected, () => this.#page.keyboard.press(key));
  }

  /** Presses a key in the search. */
  async type(key, expected) {
    const { own, ...times } = await this.press(this.search, key, expected);
    return { ...times, own: own - TYPING_PAUSE };
  }

  /** Chooses a status in the filter. */
  choose(status, expected) {
    return this.#timed("change", expected, () => this.status.selectOption(status));
  }

  /** From now on layout shifts count. */
  async forgetShift() {
    await this.#page.evaluate(() => Object.assign(bench.seen, { shift: 0 }));
  }

  /** The longest task while something was timed, in milliseconds (those below 50 do not count), and the layout shift. */
  strain() {
    return this.#page.evaluate(() => bench.strain());
  }

  /** Asks for a list that is the same as before: what the page does about it, from the answer on. */
  async refreshForNothing() {
    await this.refresh.focus();
    await this.#page.evaluate(() => bench.beginNothing());
    await this.#page.keyboard.press("Enter");
    const { drawn, changes } = await this.#page.evaluate(() => bench.outcome);
    return { "nothing.own": drawn, changes };
  }

  async #timed(type, expected, act) {
    await this.#page.evaluate((parameters) => bench.begin(...parameters), [type, expected]);
    await act();
    const outcome = this.#page.evaluate(() => bench.outcome);
    return Promise.race([outcome, tooLate(type, expected)]);
  }
}

/** Fails after two minutes: nothing that is measured takes as long, on a busy machine either. */
async function tooLate(...expected) {
  await pause(120_000, undefined, { ref: false });
  throw new Error(`This never came: ${JSON.stringify(expected)}.`);
}
