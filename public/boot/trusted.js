// The scripts that the portal adds to the document, or begins as its worker.
import { addresses } from "./page.js";

const SCRIPTS = [addresses.module, addresses.signInModule, addresses.worker];

// The only policy that the security policy allows: nothing but these can be made a script of.
const makePolicy = () => {
  try {
    return globalThis.trustedTypes?.createPolicy("vps-portal", {
      createScriptURL: (address) => {
        if (!SCRIPTS.includes(address)) {
          throw new TypeError("This is no script of the portal.");
        }
        return address;
      },
    });
  } catch {
    // A host with a security policy of its own that names others: scripts may be added without one, or the start fails and says so.
    return undefined;
  }
};
const policy = makePolicy();

/** The address of one of these scripts, as the browser wants it. */
export const trusted = (address) => policy?.createScriptURL(address) ?? address;
