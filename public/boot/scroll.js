// Where the page is scrolled to. A browser keeps it when a page is loaded anew, but looks for it before there is a list.
import { base } from "./page.js";

const KEY = `vps-portal.scroll${base}`;
const address = () => location.pathname + location.search;

addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ [address()]: scrollY }));
  } catch {
    // A storage that is forbidden, or full, keeps nothing.
  }
});

/** Where the page was left that is loaded anew, or come back to from another site. */
const placeLeft = () => {
  try {
    const [{ type }] = performance.getEntriesByType("navigation");
    return type === "navigate" ? 0 : JSON.parse(sessionStorage.getItem(KEY))[address()];
  } catch {
    return 0;
  }
};

/** Goes to where the page was left as soon as it is long enough, unless somebody has begun to do something on it. */
export const restoreScroll = () => {
  const left = placeLeft();
  if (left > 0) {
    const watch = new ResizeObserver(() => {
      if (document.documentElement.scrollHeight >= left + innerHeight) {
        watch.disconnect();
        scrollTo(0, left);
      }
    });
    watch.observe(document.body);
    for (const begun of ["keydown", "pointerdown", "wheel"]) {
      addEventListener(begun, () => watch.disconnect(), { passive: true });
    }
  }
};
