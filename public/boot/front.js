// What the list of servers begins with, for whoever has chosen that (src/data/servers/kept/mod.rs).
import { base, isList, remembered, session } from "./page.js";

/** What is noted of it for the person who is signed in, where the address is that of the list. */
const noted = () => {
  const [owner, search, pinned] = remembered("vps-portal.list-start")?.split("\n") ?? [];
  return isList() && session?.owner === owner ? { search, pinned } : {};
};

/** Whether servers are pinned that the list begins with. */
export const hasPins = () => noted().pinned === "pinned";

/** An address that says nothing is that of the view that opens by default. What is kept cannot lead to another page. */
export const leadOn = () => {
  const { search } = noted();
  if (!location.search && /^\?[^#\\]+$/u.test(search)) {
    history.replaceState(history.state, "", `${base}/servers${search}`);
  }
};
