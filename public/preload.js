// Asks for the program that this visit begins with before the boot script is here, which comes as late as that would:
// the portal where a session is kept, else the sign-in. It stands in the document itself, and the security policy names
// its digest (deploy/policy.txt): whatever changes with a build is in attributes. The boot script decides for itself.
const { config } = document.currentScript.dataset;
let session;
try {
  session = localStorage.getItem(`vps-portal.session${config.slice(0, -"/config.json".length)}`);
} catch {
  // Without a storage nobody is signed in yet.
}
const program = session ? "portal" : "entrance";
for (const link of document.querySelectorAll(`[data-${program}]`)) {
  link.href = link.dataset[program];
  // Browsers complain of a link that has this and no address.
  link.rel = link.dataset.rel;
}
