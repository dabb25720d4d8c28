// Runs before anything is painted, and before the application exists. It is a classic script, not a module, because
// the theme and the language must be known before the first paint; and a file, not inline, because the security policy
// would have to name another digest with every change. The build makes one script of it and of what it imports.
import { addresses, base, config, remembered, session, take, text } from "./boot/page.js";
import { askEarly, earlyAnswer, earlyArrival } from "./boot/early.js";
import { leadOn } from "./boot/front.js";
import { noteKeys } from "./boot/keys.js";
import { pieces } from "./boot/pieces.js";
import { restoreScroll } from "./boot/scroll.js";
import { isKept, keepWorker, onNewWorker } from "./boot/worker.js";
import { changeToShell, chooseShell, dropShell, keepLanguage } from "./boot/shell.js";
import { trusted } from "./boot/trusted.js";

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

// The two programs: the portal, and the sign-in for whoever is not signed in. A build for development has only the first.
const portal = { program: "program", module: "module", words: "first" };
const signIn = { program: "signInProgram", module: "signInModule", words: "signIn", style: "signIn" };
const fitting = () => (session || !addresses.signInProgram ? portal : signIn);

// What the page of the address needs beside its program: with the pieces of the portal come all words and the whole style.
let early;
const ask = (language) => {
  leadOn();
  const listIsAsked = askEarly().catch(() => undefined);
  const needed = session ? pieces() : [];
  const words = languages[language];
  early = needed.length > 0 && { language, words: text(words.later) };
  if (early) {
    loadStyle("later");
  }
  return { words: text(words[fitting().words]), pieces: needed, listIsAsked };
};
const loadWords = async (language, part) => {
  if (part === "first") {
    return text(languages[language][fitting().words]);
  }
  return (early && early.language === language && (await early.words)) || text(languages[language].later);
};

// Whether another build has taken the place of this one: the document names another module then.
const isReplaced = async () => {
  const newest = await text(new URL(".", new URL(addresses.module, location.href)), { cache: "no-cache" });
  return Boolean(newest?.includes("data-module=") && !newest.includes(addresses.module));
};

// The module that starts a program, as an element of the document. An import would not do: after a preload that was
// refused for its digest, browsers import the same module without asking for one.
const load = (module) =>
  new Promise((resolve, reject) => {
    globalThis.vpsPortal.begin = resolve;
    const script = document.createElement("script");
    script.type = "module";
    script.integrity = addresses[`${module}Integrity`];
    // When the element has loaded, its module has begun, or it never will.
    script.onload = script.onerror = () => reject(new Error("The module did not begin."));
    script.src = trusted(addresses[module]);
    document.head.append(script);
  });

const start = async ({ program, module, style }) => {
  const answer = fetch(addresses[program], { integrity: addresses[`${program}Integrity`] });
  const [init, isStyled] = await Promise.all([load(module), !style || loadStyle(style), answer, bodyIsRead]);
  if (!isStyled) {
    throw new Error("The style did not come.");
  }
  await init(answer);
};

// The application is here. What serves the next visit waits until this one has all that it needs.
let started;
const isStarted = new Promise((resolve) => {
  started = resolve;
});
// The application looks then whether there is a new build to offer.
const lookForBuild = () => dispatchEvent(new Event("vps-portal.build"));
isStarted.then(() => {
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  setTimeout(() => whenIdle(() => keepWorker().then(() => isKept && lookForBuild())), 2_000);
});
onNewWorker(() => isStarted.then(lookForBuild));

// Everything that the application waits for is asked for now, side by side with the application itself.
const asked = ask(language);
globalThis.vpsPortal = {
  base,
  config,
  earlyAnswer,
  earlyArrival: () => asked.listIsAsked.then(earlyArrival),
  words: asked.words,
  languages,
  speak,
  loadWords,
  pieces: asked.pieces,
  loadStyle,
  isReplaced,
  started: () => {
    dropShell();
    delete globalThis.vpsPortal.session;
    started();
    if (!session) {
      // While somebody types, the portal comes into the browser's cache.
      [addresses.program, addresses.module].map((address) => text(address, { priority: "low" }));
    }
  },
  fail: () => showInstead("boot-failure"),
  // From the sign-in to the portal, in the same document.
  enter: (stored, address) => {
    take(stored);
    history.replaceState(null, "", address);
    const { words, pieces, listIsAsked } = ask(root.lang);
    Object.assign(globalThis.vpsPortal, { entered: true, session: stored, words, pieces, earlyArrival: () => listIsAsked.then(earlyArrival) });
    changeToShell();
    begin(portal);
  },
};
noteKeys(globalThis.vpsPortal);

bodyIsRead.then(() => {
  keepLanguage(document.body);
  restoreScroll();
});

// The browser reads what it knows of a language when the first number is written in it, which takes a phone a while: it
// does so while the program is on its way, once the list is asked for and the whole frame is painted.
Promise.all([bodyIsRead, asked.listIsAsked]).then(() => requestAnimationFrame(() => setTimeout(() => new Intl.NumberFormat(language))));

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
const begin = (program) =>
  start(program).catch((error) => {
    console.error(error);
    showInstead("boot-failure");
  });
begin(fitting());
