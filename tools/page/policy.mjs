// The security policy in the document itself: it holds also where a host cannot send headers.

import { readFile } from "node:fs/promises";

import { proveInline } from "./preload.mjs";

/** What a document cannot say of itself; a browser complains of it there. */
const ONLY_IN_HEADERS = "frame-ancestors";

/** The policy of the headers (deploy/policy.txt) as an element of the document, which has this `script` in itself. */
export async function policyElement(script) {
  const policy = await readFile(new URL("../../deploy/policy.txt", import.meta.url), "utf8");
  proveInline(script, policy);
  const directives = policy.trim().split("; ").filter((directive) => !directive.startsWith(ONLY_IN_HEADERS));
  return `<meta http-equiv="Content-Security-Policy" content="${directives.join("; ")}">`;
}

/** A document, or a policy, whose `connect-src` allows the origin of the API that `config` names, and no other. */
export function withApi(text, config) {
  return text.replace(/(connect-src 'self')[^;"]*/u, (_, own) => [own, ...foreignOrigin(config.api_base)].join(" "));
}

/** The origin of the API, where it is not that of the page: an address instead of a path. */
function foreignOrigin(address) {
  return /^https?:\/\//iu.test(address ?? "") ? [new URL(address).origin] : [];
}
