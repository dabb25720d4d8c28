// What the document asks for before any script is here: one of its two programs, as public/preload.js chooses. A page that
// is worked on has only one program, and no policy.

import { createHash } from "node:crypto";

/** The links to the files of a program: with "rel" and "href" they ask at once, with other attributes they wait for the script. */
const links = (rel, href, program, module) => [
  `<link ${rel}="preload" ${href}="{{${program}}}" as="fetch" type="application/wasm" crossorigin>`,
  `<link ${rel}="modulepreload" ${href}="{{${module}}}" integrity="{{${module}.integrity}}">`,
];

/** Fills in the place of the preloads in `document`; `script` is the text of public/preload.js, none while the page is worked on. */
export function withPreloads(document, script) {
  const portal = ["program", "module"];
  const lines = script
    ? [
        ...links("data-rel", "data-portal", ...portal),
        ...links("data-rel", "data-entrance", "sign_in_program", "sign_in_module"),
        `<script data-config="{{config}}">${script}</script>`,
      ]
    : links("rel", "href", ...portal);
  return document.replace("{{preload}}", () => lines.join("\n"));
}

/** Throws unless the security policy names the digest of `script`, which stands in the document itself. */
export function proveInline(script, policy) {
  const source = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  if (!policy.includes(source)) {
    throw new Error(`deploy/policy.txt does not let the script in the document run: script-src has to name ${source}.`);
  }
}
