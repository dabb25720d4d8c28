// Where the page is scrolled to. A browser keeps it when a page is loaded anew, but looks for it before there is a list.

/** Where the page was left that is loaded anew, or come back to from another site; nothing once that is settled. */
let left = history.state?.scroll;

// Kept in the step of the history, which alone it belongs to: nothing of it is left in any storage.
addEventListener("scrollend", () => left || history.replaceState({ scroll: scrollY }, ""));

/** Goes to where the page was left as soon as it is long enough, unless somebody has begun to do something on it. */
export const restoreScroll = () => {
  if (left) {
    const settle = () => {
      watch.disconnect();
      left = 0;
    };
    const watch = new ResizeObserver(() => {
      if (left && document.documentElement.scrollHeight >= left + innerHeight) {
        scrollTo(0, left);
        settle();
      }
    });
    watch.observe(document.body);
    for (const begun of ["keydown", "pointerdown", "wheel"]) {
      addEventListener(begun, settle, { passive: true });
    }
  }
};
