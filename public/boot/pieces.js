// What the page of the address needs beside the program of the first visit (src/pages/pieces.rs).
import { hasPins } from "./front.js";
import { place, session } from "./page.js";

/** The pieces of the program that each address needs, by the beginning of its place in the portal. */
const PIECES = [
  [/^servers\/[^/]+\/log$/u, ["server", "boot_log"]],
  [/^servers\/[^/]+\/settings$/u, ["server", "settings"]],
  [/^servers\/./u, ["server"]],
  [/^profile$/u, ["profile"]],
  [/^activity$/u, ["activity"]],
  [/^(?:projects|token)$/u, ["projects"]],
];

/** The names of the pieces that the page of the address needs. The module that starts the program fetches them. */
export const pieces = () => (hasPins() ? ["views"] : (PIECES.find(([address]) => address.test(place()))?.[1] ?? []));
