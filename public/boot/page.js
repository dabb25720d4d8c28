// What the other parts of the boot script stand on.

/** The addresses of the build, from the script's own tag, where tools/page/document.mjs writes them. */
export const addresses = document.currentScript.dataset;

/** The folder in which the portal is. */
export const folder = new URL(".", new URL(addresses.config, location.href));

/** The same as a path without the slash at its end: src/paths.rs puts every address below it. */
export const base = folder.pathname.slice(0, -1);

/**
 * What the browser keeps under `key`; each portal of a host has keys of its own (src/browser/storage.rs). Reading throws
 * where the browser forbids it (private windows, blocked cookies).
 */
export const remembered = (key) => {
  try {
    return localStorage.getItem(key + base);
  } catch {
    return null;
  }
};

/** The session that is `stored`, where it is one that the application would take (src/session.rs), and whose it is. */
const sessionOf = (stored) => {
  try {
    const { version, token, email, project } = JSON.parse(stored);
    return version === 1 && typeof token === "string" && token ? { token, owner: `${email ?? ""} ${project ?? ""}` } : undefined;
  } catch {
    return undefined;
  }
};

/** The session that the browser keeps, or that has begun on the sign-in page. */
export let session = sessionOf(remembered("vps-portal.session"));

/** Takes the session that has begun on the sign-in page. */
export const take = (stored) => {
  session = sessionOf(stored);
};

/** The text at an address. One that does not arrive is no reason to stop: the application knows what to do without it. */
export const text = async (address, options) => {
  try {
    const response = await fetch(address, options);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
};

/** The configuration, on its way. */
export const config = text(addresses.config, { cache: "no-cache" });

/** The page within the portal, without slashes at its ends: "servers", "servers/ID/log" (src/paths.rs). */
export const place = () => location.pathname.slice(base.length + 1).replace(/\/$/u, "");

/** Whether that is the list of servers. */
export const isList = () => ["", "servers"].includes(place());
