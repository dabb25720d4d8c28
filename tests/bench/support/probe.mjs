// What is put into a page before anything of its own, to look at it from within. `probe` is sent to the browser as text: it
// can use nothing of this module.

export function probe([session, remembered]) {
  for (const [key, value] of Object.entries({ ...remembered, "vps-portal.session": session })) {
    localStorage.setItem(key, value);
  }
  performance.setResourceTimingBufferSize(5_000);

  const seen = { largest: 0, shift: 0, shifted: [], tasks: [], waits: [] };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => {
    seen.largest = startTime;
  });
  observe("layout-shift", ({ value, hadRecentInput, sources }) => {
    if (!hadRecentInput) {
      seen.shift += value;
      seen.shifted.push(...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent));
    }
  });
  observe("longtask", ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));

  // A program does not show its memory to anybody else: it is caught when the program starts.
  const memories = new Set();
  for (const start of ["instantiate", "instantiateStreaming"]) {
    const plain = WebAssembly[start];
    WebAssembly[start] = async (...parameters) => {
      const started = await plain(...parameters);
      for (const exported of Object.values((started.instance ?? started).exports)) {
        if (exported instanceof WebAssembly.Memory) {
          memories.add(exported);
        }
      }
      return started;
    };
  }

  /** Resolves with the time at which the frame in which `holds` is true has been handed on to the screen. */
  const shown = (holds) =>
    new Promise((resolve) => {
      const look = () => {
        if (holds()) {
          // This frame is painted next, and then the message comes.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(0);
        } else {
          requestAnimationFrame(look);
        }
      };
      requestAnimationFrame(look);
    });

  const cards = document.getElementsByTagName("article");
  const isUsable = () =>
    cards.length > 0 && cards[0].querySelector("a[href^='/servers/']") && document.querySelector("input[type=search]:enabled");
  const expectations = {
    /** So many servers, of which this is the first. */
    servers: ({ count, first }) => cards.length === count && cards[0]?.querySelector("a")?.textContent === first,
    /** A card, or a row, says this. */
    says: ({ at, text }) => (cards[at]?.closest("tr") ?? cards[at])?.textContent.includes(text),
    /** A page with this heading and some facts; other headings lie hidden in the document. */
    heading: ({ text }) =>
      document.querySelector("main:not([hidden]) h1")?.textContent === text && document.querySelector("main dl.facts") !== null,
  };

  /** The requests for the list since a moment that have been answered. */
  const listsSince = (moment) =>
    performance
      .getEntriesByType("resource")
      .filter(({ name, startTime }) => startTime >= moment && name.includes("/api/v1/server/"));

  const longest = (tasks) => Math.max(0, ...tasks.map(({ duration }) => duration));

  globalThis.bench = {
    seen,
    programMemory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    usable: shown(isUsable),
    /** Waits for the next event of this type and then for what is expected; the result lies in `bench.outcome`. */
    begin(type, [kind, expected]) {
      this.outcome = new Promise((resolve) => {
        addEventListener(type, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
      }).then(async (began) => {
        const ended = await shown(() => expectations[kind](expected));
        seen.waits.push({ began, ended });
        const list = listsSince(began).at(-1);
        // An answer that is remembered is shown at once, and asked for anew meanwhile: for that nobody waits.
        const waited = list && list.responseEnd < ended ? list.responseEnd - list.startTime : 0;
        return { whole: ended - began, own: ended - began - waited };
      });
    },
    /**
     * Waits for the next answer with the list, which holds nothing new, and then until the page rests: a frame, and a moment in
     * which nothing else is to be done. Of the list itself nothing should change.
     */
    beginNothing() {
      const list = document.querySelector(".servers, .cards, tbody");
      const observer = new MutationObserver(() => undefined);
      let changes = 0;
      observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
      this.outcome = new Promise((resolve) => {
        const answers = new PerformanceObserver((entries) => {
          const list = entries.getEntries().find(({ name }) => name.includes("/api/v1/server/"));
          if (!list) {
            return;
          }
          answers.disconnect();
          requestAnimationFrame(() =>
            requestIdleCallback(() => {
              changes += observer.takeRecords().length;
              resolve({ drawn: performance.now() - list.responseEnd, changes });
            }),
          );
        });
        answers.observe({ type: "resource" });
      });
    },
    /** The longest task while somebody waited for what they had asked for (0 when none was 50 ms long), and what moved since. */
    strain() {
      const isWaitedFor = ({ startTime, duration }) =>
        seen.waits.some(({ began, ended }) => startTime < ended && startTime + duration > began);
      return { longest: longest(seen.tasks.filter(isWaitedFor)), shift: seen.shift };
    },
    async visit() {
      const usable = await this.usable;
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
      const after = seen.tasks.filter(({ startTime }) => startTime >= usable);
      const [list] = listsSince(0);
      const resources = performance.getEntriesByType("resource");
      return {
        paint,
        largest: seen.largest,
        usable,
        shift: seen.shift,
        shifted: seen.shifted,
        longestTask: longest(seen.tasks),
        longestTaskAfter: longest(after),
        listAsked: list.startTime,
        drawn: usable - list.responseEnd,
        bytes: resources.reduce((sum, { transferSize }) => sum + transferSize, 0),
        answerBytes: resources
          .filter(({ name }) => name.includes("/api/"))
          .reduce((sum, { transferSize }) => sum + transferSize, 0),
        requests: resources.length + 1,
      };
    },
  };
}
