// What the list of servers begins with, for whoever has chosen that (src/data/servers/kept/mod.rs).
import { base, place, remembered, session } from "./page.js";

const [owner, search, pinned] = remembered("vps-portal.list-start")?.split("\n") ?? [];
const isList = ["", "servers"].includes(place) && session?.owner === owner;

/** Whether servers are pinned that the list begins with. */
export const hasPins = isList && pinned === "pinned";

// An address that says nothing is that of the view that opens by default. What is kept cannot lead to another page.
if (isList && !location.search && /^\?[^#\\]+$/u.test(search)) {
  history.replaceState(history.state, "", `${base}/servers${search}`);
}
