import type { BrowserContext } from "@playwright/test";

/** What a browser writes into its console for an answer of 400 or more; the page cannot keep it from doing so. */
const REFUSED = /^Failed to load resource: the server responded with a status of (\d+)/u;
/** The same, for a request without an answer. */
const NO_ANSWER = /^Failed to load resource: net::/u;

/**
 * All that goes wrong in the pages of a browser context: errors in the console (a breach of the security policy is one
 * of them), exceptions that nobody caught, rejected promises that nobody looked at.
 */
export class Problems {
  private readonly found: string[] = [];
  private readonly expected: ((text: string) => boolean)[] = [];
  /** The warnings in the console, for who wants to look at them. */
  readonly warnings: string[] = [];

  constructor(context: BrowserContext) {
    context.on("console", (message) => {
      if (message.type() === "error") {
        this.found.push(message.text());
      } else if (message.type() === "warning") {
        this.warnings.push(message.text());
      }
    });
    context.on("weberror", (error) => this.found.push(String(error.error())));
  }

  /** The journey makes the service answer with these statuses. */
  expectStatus(...statuses: number[]): void {
    this.expected.push((text) => statuses.includes(Number(REFUSED.exec(text)?.[1])));
  }

  /** The journey takes the network away. */
  expectNoAnswer(): void {
    this.expected.push((text) => NO_ANSWER.test(text));
  }

  /** The journey makes the page itself say this. */
  expect(pattern: RegExp): void {
    this.expected.push((text) => pattern.test(text));
  }

  /** What went wrong and was not expected. */
  unexpected(): string[] {
    return this.found.filter((text) => !this.expected.some((expects) => expects(text)));
  }
}
