import { type Page, type Request, expect } from "@playwright/test";
import { installClock } from "./clock.ts";

/** The time of a page, which passes as fast as the page can follow. */
export class Day {
  private readonly page: Page;
  private readonly underWay = new Set<Request>();
  private seconds = 0;
  /** How many requests the page has made. */
  asked = 0;

  private constructor(page: Page) {
    this.page = page;
    page.on("request", (request) => {
      this.underWay.add(request);
      this.asked += 1;
    });
    for (const end of ["requestfinished", "requestfailed"] as const) {
      page.on(end as "requestfinished", (request) => this.underWay.delete(request));
    }
  }

  /** The day of a page that is opened next. */
  static async of(page: Page): Promise<Day> {
    await installClock(page);
    return new Day(page);
  }

  /** Lets time pass in steps too short for a request to be given up before the service has had the time to answer. */
  async pass(seconds: number, step = 10): Promise<void> {
    for (let passed = 0; passed < seconds; passed += step) {
      await this.page.clock.runFor(step * 1_000);
      this.seconds += step;
      await expect.poll(() => this.underWay.size, { intervals: [2, 5, 10, 20] }).toBe(0);
    }
  }

  /** Lets time pass until this minute of the day, while the page is at rest. */
  async passUntil(minute: number): Promise<void> {
    await this.pass(minute * 60 - this.seconds, 25);
  }
}
