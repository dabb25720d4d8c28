import type { CDPSession, Page } from "@playwright/test";

/** What a page holds at a moment, once everything that nobody needs has been given back. */
export interface Footprint {
  /** Nodes of the document, and those beside it that something still holds. */
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes of the objects of JavaScript. */
  readonly heap: number;
  /** Bytes of the program's own memory. It never shrinks. */
  readonly program: number;
}

/** Counts what a page holds. Make one before the page is opened: it keeps an eye on the program from its start. */
export class Scales {
  private readonly page: Page;
  private readonly browser: CDPSession;

  private constructor(page: Page, browser: CDPSession) {
    this.page = page;
    this.browser = browser;
  }

  static async of(page: Page): Promise<Scales> {
    await page.addInitScript(() => {
      for (const start of ["instantiate", "instantiateStreaming"] as const) {
        const plain = WebAssembly[start] as (...parameters: unknown[]) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
        Object.assign(WebAssembly, {
          [start]: async (...parameters: unknown[]) => {
            const started = await plain(...parameters);
            const exported = Object.values((started.instance ?? started).exports);
            const memory = exported.find((part) => part instanceof WebAssembly.Memory);
            if (memory) {
              Object.assign(window, { programMemory: memory });
            }
            return started;
          },
        });
      }
    });
    const browser = await page.context().newCDPSession(page);
    await browser.send("HeapProfiler.enable");
    return new Scales(page, browser);
  }

  async weigh(): Promise<Footprint> {
    // What the first collection has let go of can hold what only the second one finds.
    for (let round = 0; round < 2; round += 1) {
      await this.browser.send("HeapProfiler.collectGarbage");
    }
    const { nodes, jsEventListeners: listeners } = await this.browser.send("Memory.getDOMCounters");
    const { usedSize: heap } = await this.browser.send("Runtime.getHeapUsage");
    const program = await this.page.evaluate(
      () => (window as unknown as { programMemory: WebAssembly.Memory }).programMemory.buffer.byteLength,
    );
    return { nodes, listeners, heap, program };
  }
}
