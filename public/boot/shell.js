// The frame that stands in the document until the application is here (index.html, style/boot.css).
import { isList, place, session } from "./page.js";

const root = document.documentElement;
let shell;

/**
 * Chooses the frame of the page that the address leads to. Where this script has not come, or was refused, the mark is
 * missing, and the style shows the message of a failed start.
 */
export const chooseShell = () => {
  root.dataset.boot = session ? (isList() || place() === "login" ? "list" : "page") : "login";
};

/** Leaves only those of the fixed texts in `part` that are in the reader's language. */
export const keepLanguage = (part) => {
  for (const words of part.querySelectorAll("span[lang]")) {
    words.hidden = words.lang !== root.lang;
  }
};

/** Takes the frame away: the application stands in its place. */
export const dropShell = () => {
  shell = document.getElementById("boot-shell");
  shell?.remove();
};

/** Shows the frame that fits now: the page is gone. */
export const changeToShell = () => {
  chooseShell();
  keepLanguage(shell);
  document.body.prepend(shell);
  scrollTo(0, 0);
};
