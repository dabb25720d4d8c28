// The rules for hosts that read them from the folder itself (Netlify, Cloudflare Pages and others): _headers, what is sent
// with each file, and _redirects, which addresses the document answers for.
//
// Where two rules say a header, some of these hosts send both values: no header is said twice. None of them takes more
// than is here: Cloudflare 100 rules of 2,000 characters a line.

import { readFile } from "node:fs/promises";

/** The addresses of the portal (src/paths.rs); "*" is whatever follows. */
const ADDRESSES = ["activity", "login", "profile", "projects", "servers", "servers/*", "token"];

/** The headers of every answer beside its security policy, as the backend sends them, and for hosts with https alone. */
const EVERYWHERE = [
  "X-Content-Type-Options: nosniff",
  "Referrer-Policy: no-referrer",
  "Permissions-Policy: accelerometer=(), camera=(), clipboard-write=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy: same-origin",
  "Cross-Origin-Resource-Policy: same-origin",
  "Strict-Transport-Security: max-age=63072000",
];

const REVALIDATED = "Cache-Control: no-cache";
const IMMUTABLE = "Cache-Control: public, max-age=31536000, immutable";

/** What the document names to be fetched first. */
const PRELOAD = /<link rel="preload" href="(?<address>[^"]+)" as="(?<kind>\w+)" integrity="(?<digest>[^"]+)">/gu;

/** The headers that name it as well, as the backend does: browsers read them before they begin with the document. */
function preloads(document) {
  const links = Array.from(document.matchAll(PRELOAD), ({ groups: { address, kind, digest } }) => {
    return `<${address}>; rel=preload; as=${kind}; integrity="${digest}"`;
  });
  return links.length > 0 ? [`Link: ${links.join(", ")}`] : [];
}

/**
 * What is sent with each of the `files` of the folder at `base`, and with its `document`. Those whose name holds a hash are
 * named one by one: an address that is missing today may be the file of tomorrow's build, and must not be kept.
 */
export async function headerRules(files, base, document) {
  const policy = (await readFile(new URL("../../deploy/policy.txt", import.meta.url), "utf8")).trim();
  const isHashed = (file) => /-[0-9a-f]{16}\./u.test(file);
  const documents = ["", "index.html", ...ADDRESSES];
  const revalidated = files.filter((file) => !isHashed(file) && !documents.includes(file));
  const rules = [
    rule(`${base}*`, [`Content-Security-Policy: ${policy}`, ...EVERYWHERE]),
    ...documents.map((path) => rule(base + path, [REVALIDATED, ...preloads(document)])),
    ...revalidated.map((path) => rule(base + path, [REVALIDATED])),
    ...files.filter(isHashed).map((file) => rule(base + file, [IMMUTABLE])),
  ];
  return rules.join("");
}

const rule = (path, headers) => `${path}\n${headers.map((header) => `  ${header}\n`).join("")}`;

/**
 * Which addresses are answered with the document: the portal's own. All else that is missing gets 404.html, by the hosts'
 * own rules. The document is named by its folder: Cloudflare sends who asks for index.html there, and again and again.
 */
export function redirectRules(base) {
  return ADDRESSES.map((path) => `${base}${path} ${base} 200\n`).join("");
}
