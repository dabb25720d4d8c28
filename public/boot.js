// Runs before anything is painted, and before the application exists. It is a classic script, not a module, because
// the theme and the language must be known before the first paint; and a file, not inline, because the security policy
// forbids inline scripts. The build makes one script of it and of what it imports.
import { addresses, base, config, remembered, text } from "./boot/page.js";
import { askEarly, earlyAnswer, earlyArrival } from "./boot/early.js";
import { noteKeys } from "./boot/keys.js";
import { pieces } from "./boot/pieces.js";
import { restoreScroll } from "./boot/scroll.js";
import { isKept, keepWorker, onNewWorker } from "./boot/worker.js";
import { chooseShell, dropShell, keepLanguage } from "./boot/shell.js";

const root = document.documentElement;
chooseShell();
const languages = JSON.parse(addresses.languages);

// No attribute means the system's theme: the style sheet asks the browser then.
const theme = remembered("vps-portal.theme");
if (theme === "light" || theme === "dark") {
  root.dataset.theme = theme;
}

// The provider's accent, as an earlier visit has derived it (src/accent).
const accent = remembered("vps-portal.accent");
if (/^(--[a-z-]+:light-dark\(#\w{6},#\w{6}\);)+$/u.test(accent)) {
  root.style.cssText = accent;
}

// How high the servers at a glance were, where they come again (src/pages/servers/glance/room.rs).
const glance = remembered("vps-portal.servers-glance");
if (/^\d+px$/u.test(glance)) {
  root.style.setProperty("--glance", glance);
}

if (remembered("vps-portal.density") === "compact") {
  root.dataset.density = "compact";
}

// "vi-VN" is served by "vi" where there is no "vi-VN". The first language built is the one for readers of any other.
const built = Object.keys(languages);
const serving = (wanted) => {
  const parts = wanted?.toLowerCase().split("-") ?? [];
  const fits = (count) => (tag) => tag.toLowerCase() === parts.slice(0, count).join("-");
  return parts.map((_, index) => built.find(fits(parts.length - index))).find(Boolean);
};
const wanted = [remembered("vps-portal.language"), ...(navigator.languages ?? [])];
const language = wanted.map(serving).find(Boolean) ?? built[0];

// Tells the browser and assistive technology the language of the page, and from which side it is written.
const speak = (tag) => {
  root.lang = tag;
  root.dir = languages[tag].direction ?? "ltr";
};
speak(language);

const listIsAsked = askEarly().catch(() => undefined);

// The application adds itself to the body, and other styles stand behind the first one: neither exists yet.
const bodyIsRead = new Promise((resolve) => {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", resolve);
  } else {
    resolve();
  }
});

// The styles of what the first visit does not show. One that does not come is asked for anew the next time.
const styles = new Map();
const fetchStyle = (part) =>
  new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.integrity = addresses[`${part}StyleIntegrity`];
    link.href = addresses[`${part}Style`];
    link.addEventListener("load", () => resolve(true));
    link.addEventListener("error", () => {
      styles.delete(part);
      link.remove();
      resolve(false);
    });
    // What they say of the same thing holds over the first style.
    bodyIsRead.then(() => document.head.append(link));
  });
const loadStyle = (part) => {
  styles.set(part, styles.get(part) ?? fetchStyle(part));
  return styles.get(part);
};

// With the sign-in come the words and the style that it needs besides; with any other piece all of them.
const early = pieces[0] === "login" ? "signIn" : "later";
let earlyWords;
if (pieces.length > 0) {
  earlyWords = text(languages[language][early]);
  loadStyle(early);
}
const loadWords = async (tag, part) =>
  (part === early && tag === language && (await earlyWords)) || text(languages[tag][part]);

// Whether another build has taken the place of this one: the document names another module then.
const isReplaced = async () => {
  const newest = await text(new URL(".", new URL(addresses.module, location.href)), { cache: "no-cache" });
  return Boolean(newest?.includes("data-module=") && !newest.includes(addresses.module));
};

// The module that starts the program, which stands in the document after this script. An import would not do: after a
// preload that was refused for its digest, browsers import the same module without asking for one.
let begin;
const module = new Promise((resolve, reject) => {
  begin = resolve;
  // When the element has loaded, its module has begun, or it never will.
  for (const outcome of ["load", "error"]) {
    addEventListener(outcome, ({ target }) => target.type === "module" && reject(new Error("The module did not begin.")), true);
  }
});

// The application is here. What serves the next visit waits until this one has all that it needs.
let started;
const isStarted = new Promise((resolve) => {
  started = resolve;
});
// The application looks then whether there is a new build to offer.
const lookForBuild = () => dispatchEvent(new Event("vps-portal.build"));
isStarted.then(() => {
  dropShell();
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  setTimeout(() => whenIdle(() => keepWorker().then(() => isKept && lookForBuild())), 2_000);
});
onNewWorker(() => isStarted.then(lookForBuild));

// Everything that the application waits for is asked for now, side by side with the application itself.
globalThis.vpsPortal = {
  begin,
  base,
  config,
  earlyAnswer,
  earlyArrival: () => listIsAsked.then(earlyArrival),
  words: text(languages[language].first),
  languages,
  speak,
  loadWords,
  pieces,
  loadStyle,
  isReplaced,
  started,
  fail: () => showInstead("boot-failure"),
};
noteKeys(globalThis.vpsPortal);

bodyIsRead.then(() => {
  keepLanguage(document.body);
  restoreScroll();
});

// The browser reads what it knows of a language when the first number is written in it, which takes a phone a while: it
// does so while the program is on its way, once the list is asked for and the whole frame is painted.
Promise.all([bodyIsRead, listIsAsked]).then(() => requestAnimationFrame(() => setTimeout(() => new Intl.NumberFormat(language))));

const start = async () => {
  const program = fetch(addresses.program, { integrity: addresses.programIntegrity });
  const [init] = await Promise.all([module, program, bodyIsRead]);
  await init(program);
};

// Puts one of the fixed messages of the document, in the reader's language, in the place of the page.
const showInstead = async (id) => {
  await bodyIsRead;
  const message = document.getElementById(id);
  if (!message) {
    return;
  }
  keepLanguage(message);
  message.querySelector("button").addEventListener("click", () => location.reload());
  document.body.replaceChildren(message);
  message.hidden = false;
};

// A trap (a panic, no memory, no stack) ends the application for good: what is on the screen no longer answers.
const stopped = ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) {
    showInstead("boot-crash");
  }
};
addEventListener("error", stopped);
addEventListener("unhandledrejection", stopped);

// Without this a reader whose connection broke, or whose browser is too old, would see an empty page.
start().catch((error) => {
  console.error(error);
  showInstead("boot-failure");
});
