// The key of the palette, which is not here yet: the browser does nothing of its own with it.
import { session } from "./page.js";

/**
 * Notes in `portal` that the palette is wanted, until the application says `false` there: it listens itself then
 * (src/pages/commands/keys.rs).
 */
export const noteKeys = (portal) =>
  addEventListener("keydown", (event) => {
    const isK = event.key === "k" || (event.key > "~" && event.code === "KeyK");
    if (session && isK && event.ctrlKey !== event.metaKey && portal.palette !== false) {
      event.preventDefault();
      portal.palette = true;
    }
  });
