// The service worker: keeps the files of a build, so that the portal starts at once on the next visit, and without a
// network. tools/page/worker.mjs writes before it what these are:
//   VERSION   what tells this build from any other
//   FIRST     the files that every visit begins with, as paths in the folder of the portal
//   LATER     the files that some visits need besides: pieces of the program, words
//
// It never answers for the API, nor for anything that is not listed here.

const folder = new URL("./", location.href);
const PREFIX = `vps-portal ${folder.pathname} `;
const CONFIG = "config.json";
/** The portal's own pages, which are all the one document (src/paths.rs). */
const PAGES = /^(?:activity|login|profile|projects|token|servers(?:\/.*)?)?\/?$/u;
const HASHED = /-(?<hash>[0-9a-f]{16})\.\w+$/u;
/** The files that a text names, without their folders. */
const NAMED = /[\w.]+(?:-\w+)*-[0-9a-f]{16}\.\w+/gu;
const FILES = new Set([...FIRST, ...LATER]);

/** How long an answer is waited for where there is a way without, in milliseconds. */
const PATIENCE = { configuration: 1_000, document: 10_000, tab: 20_000 };
/** How often it is looked whether a tab that does not answer is there at all, in milliseconds. */
const LOOK = 500;

const OWN = PREFIX + VERSION;
const addressOf = (path) => new URL(path, folder).href;
/** What is kept under `path` of this build, or with other options of any. Not by opening a cache, which would make one. */
const find = (path, options = { cacheName: OWN }) => caches.match(addressOf(path), { ignoreVary: true, ...options });

const after = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Whose build a document is of, by the files that it names: "ours", "another", or "none" where it names no such files. */
const buildOf = (text) => {
  const ours = new Set([...FILES].map((path) => path.split("/").at(-1)));
  const named = [...text.matchAll(NAMED)].map(([name]) => name);
  if (named.length === 0) {
    return "none";
  }
  return named.every((name) => ours.has(name)) ? "ours" : "another";
};

/** Whether `body` is what should be kept under `path`: a file proves it by the digest in its name. */
const isTrue = async (path, body) => {
  const hash = HASHED.exec(path)?.groups.hash;
  if (hash) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body), 0, hash.length / 2);
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
  }
  const text = new TextDecoder().decode(body);
  return path === "" ? buildOf(text) === "ours" : path !== CONFIG || text.trimStart().startsWith("{");
};

/**
 * Keeps `response` under `path`, unless it is something else, such as the answer of another build or of a hotel, or
 * another worker has taken the place of this one meanwhile, and thrown away what it kept.
 */
const keep = async (path, response) => {
  const copy = response.clone();
  const isPlain = response.ok && !response.redirected && response.type === "basic";
  if (!isPlain || !(await isTrue(path, await response.arrayBuffer())) || globalThis.serviceWorker?.state === "redundant") {
    return false;
  }
  const cache = await caches.open(OWN);
  await cache.put(addressOf(path), copy);
  return true;
};

const fetchMissing = async (paths) => {
  for (const path of paths) {
    if (!(await find(path))) {
      const options = { cache: HASHED.test(path) ? "default" : "no-cache", credentials: "omit", redirect: "error" };
      if (!(await keep(path, await fetch(addressOf(path), options)))) {
        throw new Error(`${path} is not of this build.`);
      }
    }
  }
};

let filled = Promise.resolve();

/**
 * Fetches what is not kept yet; throws where that fails. One file after the other: nobody waits for them, and the device may be busy
 * with the page. A page tells more than once what it has loaded, and what the first time brings need not be fetched again.
 */
const fill = (paths) => {
  const filling = filled.then(() => fetchMissing(paths));
  filled = filling.catch(() => undefined);
  return filling;
};

/** The caches of other builds. */
const others = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);

/** What has been used of the build before, as it is called in this one: the words of a language, pieces. */
const usedBefore = async () => {
  const stem = (path) => path.replace(HASHED, "");
  const kept = await Promise.all((await others()).map((name) => caches.open(name)));
  const requests = (await Promise.all(kept.map((cache) => cache.keys()))).flat();
  const used = new Set(requests.map(({ url }) => stem(url.slice(folder.href.length))));
  // Whoever counts their bytes gets the words, without which nothing starts, and each piece when it is needed.
  const isWanted = (path) => path.startsWith("locales/") || !navigator.connection?.saveData;
  return LATER.filter((path) => used.has(stem(path)) && isWanted(path));
};

const openTabs = () => clients.matchAll({ type: "window" });

/** Asks a tab which module of the program it runs; one that is busy, or of no build, may never answer. */
const askModule = (tab) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    tab.postMessage("module", [port2]);
  });

/** The module that a tab runs, `[]` where the tab is closed or leaves its page while it is asked, `[undefined]` where it does not answer. */
const moduleOf = async (tab) => {
  const answer = askModule(tab).then((module) => [module]);
  for (let waited = 0; waited < PATIENCE.tab; waited += LOOK) {
    const known = await Promise.race([answer, after(LOOK)]);
    if (known) {
      return known;
    }
    if (!(await openTabs()).some(({ id }) => id === tab.id)) {
      return [];
    }
  }
  return [undefined];
};

/** Whether a worker of a newer build is coming or here: what is kept besides our own files may be its. */
const isOutdated = () => registration.installing || registration.waiting || globalThis.serviceWorker?.state === "redundant";

/** Forgets older builds, but for those that still run in a tab, whose pieces may be gone from the server. */
const forget = async () => {
  const older = await others();
  if (older.length === 0) {
    return;
  }
  const modules = (await Promise.all((await openTabs()).map(moduleOf))).flat();
  if (isOutdated()) {
    return;
  }
  for (const name of older) {
    const cache = await caches.open(name);
    const runs = await Promise.all(modules.map(async (module) => !module || (await cache.match(module, { ignoreVary: true }))));
    if (!runs.some(Boolean)) {
      await caches.delete(name);
    }
  }
};

/** The newest answer if it comes within `patience`, else what is kept; an older one is better than none. */
const newest = async (asking, kept, patience) => {
  if (!kept) {
    return asking;
  }
  const good = asking.then((response) => (response.status < 500 ? response : kept));
  return Promise.race([good.catch(() => kept), after(patience).then(() => kept)]);
};

/** Whether the server has another build by now, as far as this worker knows. */
let isSuperseded = false;

const lookAtBuild = async (response) => {
  isSuperseded = buildOf(await response.text()) === "another";
};

/**
 * The document. Whoever reloads wants the newest, and gets it, and so does everybody once there is another build; else
 * what is here, and the newest next time.
 */
const documentFor = async (event) => {
  const kept = await find("");
  if (!kept || isSuperseded || ["no-cache", "reload"].includes(event.request.cache)) {
    const asking = fetch(event.request);
    event.waitUntil(asking.then((response) => lookAtBuild(response.clone())).catch(() => undefined));
    return newest(asking, kept, PATIENCE.document);
  }
  const renew = async () => {
    const response = await fetch(folder, { cache: "no-cache", redirect: "error" });
    await lookAtBuild(response.clone());
    await keep("", response);
    await forget();
  };
  // Without a network what is here stays; a newer build brings a worker of its own.
  event.waitUntil(renew().catch(() => undefined));
  return kept;
};

const configurationFor = async (event) => {
  const asking = fetch(event.request);
  const keeping = asking.then((response) => keep(CONFIG, response.clone()));
  event.waitUntil(keeping.catch(() => undefined));
  return newest(asking, await find(CONFIG), PATIENCE.configuration);
};

/** A file: one with a digest in its name is the same in every build that has it. */
const fileFor = async (event, path) => {
  const kept = await find(path, HASHED.test(path) ? {} : undefined);
  if (kept) {
    return kept;
  }
  const response = await fetch(event.request);
  if (FILES.has(path)) {
    event.waitUntil(keep(path, response.clone()).catch(() => undefined));
  }
  return response;
};

addEventListener("install", (event) => {
  event.waitUntil(usedBefore().then((used) => fill(["", CONFIG, ...FIRST, ...used])));
});

// Nothing that takes its time: until this is done, no page is answered.
addEventListener("activate", (event) => {
  event.waitUntil(clients.claim());
});

// A page says when a newer worker may take over (public/boot/worker.js); and once it has started, what it has loaded
// without this worker, before it was there.
addEventListener("message", (event) => {
  if (event.data === "take over") {
    event.waitUntil(skipWaiting());
    return;
  }
  const used = event.data.filter((address) => address.startsWith(folder.href)).map((address) => address.slice(folder.href.length));
  const filling = fill(used.filter((path) => LATER.includes(path))).catch(() => undefined);
  event.waitUntil(filling.then(forget));
});

// A press on a notification (src/browser/notification.rs) leads to the tab that was used last, or to a new one.
addEventListener("notificationclick", (event) => {
  const { data: address } = event.notification;
  event.notification.close();
  const lead = async () => {
    const [tab] = await openTabs();
    if (tab) {
      // A window that may not have the focus is led there nevertheless.
      await tab.focus().catch(() => undefined);
      tab.postMessage({ go: address });
    } else {
      await clients.openWindow(new URL(address, folder));
    }
  };
  event.waitUntil(lead());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  const isOurs = origin === folder.origin && pathname.startsWith(folder.pathname);
  if (!isOurs || request.method !== "GET" || request.headers.has("Authorization") || request.headers.has("Range")) {
    return;
  }
  const path = pathname.slice(folder.pathname.length);
  if (request.mode === "navigate") {
    if (PAGES.test(path)) {
      event.respondWith(documentFor(event));
    }
  } else if (search === "" && path === CONFIG) {
    event.respondWith(configurationFor(event));
  } else if (search === "" && (HASHED.test(path) || FILES.has(path))) {
    event.respondWith(fileFor(event, path));
  }
});
