// The frame that stands in the document until the application is here (index.html, style/boot.css).
import { place, session } from "./page.js";

const root = document.documentElement;

/**
 * Chooses the frame of the page that the address leads to. Where this script has not come, or was refused, the mark is
 * missing, and the style shows the message of a failed start.
 */
export const chooseShell = () => {
  const isList = ["", "login", "servers"].includes(place);
  root.dataset.boot = session ? (isList ? "list" : "page") : "login";
};

/** Leaves only those of the fixed texts in `part` that are in the reader's language. */
export const keepLanguage = (part) => {
  for (const words of part.querySelectorAll("span[lang]")) {
    words.hidden = words.lang !== root.lang;
  }
};

/** Takes the frame away: the application stands in its place. */
export const dropShell = () => document.getElementById("boot-shell")?.remove();
