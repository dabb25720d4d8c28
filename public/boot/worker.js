// The service worker (public/worker.js): begun, or taken away, and kept in step with the page.
import { addresses, config, folder } from "./page.js";
import { trusted } from "./trusted.js";

const { serviceWorker } = navigator;
// A build for development has none.
const address = serviceWorker && addresses.worker;

const remove = async () => {
  // That of a portal in a folder above answers for this one, too.
  const own = (await serviceWorker.getRegistrations()).filter(({ scope }) => scope === folder.href);
  await Promise.all(own.map((registration) => registration.unregister()));
  const names = (await caches.keys()).filter((name) => name.startsWith(`vps-portal ${folder.pathname} `));
  await Promise.all(names.map((name) => caches.delete(name)));
};

/** Tells the worker what was loaded before it was there. */
const tellLoaded = (worker) => worker.postMessage(performance.getEntriesByType("resource").map(({ name }) => name));

/**
 * How long the worker of a newer build waits before it takes over, in milliseconds. Chromium can lose what a page asks of
 * a worker that is being stopped for another, and the page then waits for ever: so not while pages are being opened.
 */
const QUIET = 3_000;

/** Lets the worker of a newer build take over as soon as it has what it needs: it would wait for every tab to close. */
const handOver = ({ installing, waiting }) => {
  const follow = (worker) => {
    if (worker.state === "installed") {
      setTimeout(() => worker.postMessage("take over"), QUIET);
    } else if (worker.state === "activated") {
      tellLoaded(worker);
    }
  };
  for (const worker of [installing, waiting].filter(Boolean)) {
    worker.addEventListener("statechange", () => follow(worker));
    follow(worker);
  }
};

const begin = async () => {
  // A worker looks for its next build with every visit, past what any cache holds.
  const registration = await serviceWorker.register(trusted(address), { scope: folder.href, updateViaCache: "none" });
  registration.addEventListener("updatefound", () => handOver(registration));
  handOver(registration);
  const { active } = await serviceWorker.ready;
  tellLoaded(active);
};

/** Begins the worker, or takes it away where the configuration says so. Whatever fails, the portal goes on without. */
export const keepWorker = async () => {
  try {
    const settings = JSON.parse(await config);
    if (address && settings) {
      await (settings.service_worker === false ? remove() : begin());
    }
  } catch (error) {
    console.warn("The portal will not start without a network.", error);
  }
};

/** Whether this page comes out of what a worker keeps, and may be older than what the server has. */
export const isKept = Boolean(address && serviceWorker.controller);

/** Calls `action` when the worker of another build takes over. */
export const onNewWorker = (action) => {
  if (address) {
    // The worker asks which build runs here, to keep its files.
    serviceWorker.addEventListener("message", ({ ports: [port] }) => port?.postMessage(new URL(addresses.module, location.href).href));
    // The first one that comes is that of this build.
    if (isKept) {
      serviceWorker.addEventListener("controllerchange", action);
    }
  }
};
