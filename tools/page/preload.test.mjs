import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { proveInline, withPreloads } from "./preload.mjs";

const script = await readFile(new URL("../../public/preload.js", import.meta.url), "utf8");

/** The links that ask for something once the script has run where `kept` is in the storage; a storage that is "forbidden" throws. */
function askedWith(kept, config = "/config.json") {
  const links = ["portal", "entrance"].map((program) => ({ program, dataset: { [program]: `/${program}`, rel: "preload" } }));
  const document = {
    currentScript: { dataset: { config } },
    querySelectorAll: (selector) => links.filter(({ program }) => selector === `[data-${program}]`),
  };
  const getItem = (key) => {
    if (kept === "forbidden") {
      throw new Error("forbidden");
    }
    return kept[key] ?? null;
  };
  runInNewContext(script, { document, localStorage: { getItem } });
  return links.filter(({ rel }) => rel === "preload").map(({ href }) => href);
}

test("the portal is asked for where a session is kept for its folder, the sign-in everywhere else", () => {
  assert.deepEqual(askedWith({ "vps-portal.session": "{}" }), ["/portal"]);
  assert.deepEqual(askedWith({}), ["/entrance"]);
  assert.deepEqual(askedWith("forbidden"), ["/entrance"]);
  assert.deepEqual(askedWith({ "vps-portal.session/portal": "{}" }, "/portal/config.json"), ["/portal"]);
  assert.deepEqual(askedWith({ "vps-portal.session": "{}" }, "/portal/config.json"), ["/entrance"]);
});

test("a document without a script asks for the portal at once, one with it lets the script ask", () => {
  assert.equal(withPreloads("<a>{{preload}}<b>", "").match(/ href=/gu).length, 2);
  const released = withPreloads("<a>{{preload}}<b>", "$&");
  assert.doesNotMatch(released, / (?:href|rel)=/u);
  assert.match(released, />\$&<\/script><b>$/u);
});

test("a policy that does not name the script stops the build", () => {
  // The digest of no text at all.
  const digest = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
  assert.throws(() => proveInline("", "script-src 'self'"), /sha256-47DEQpj8HBSa/u);
  assert.doesNotThrow(() => proveInline("", `script-src 'self' ${digest}`));
});
