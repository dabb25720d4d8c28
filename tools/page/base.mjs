// Where on its host the portal is: at the top, or in a folder such as /portal/. The document names its files by whole
// addresses, since it answers for addresses of any depth, and the application takes the folder from there.

/** The folder that a configuration names, with a slash at both ends; the top when it names none. */
export function baseOf({ base_path: base = "/" }) {
  const isPlain = typeof base === "string" && /^(\/[\w~-][\w.~-]*)*\/?$/u.test(base);
  if (!isPlain) {
    throw new Error(`base_path has to be a path such as "/portal/", not ${JSON.stringify(base)}.`);
  }
  return base.endsWith("/") ? base : `${base}/`;
}

/** `document` with every address of one of the `files` beside it below `base`, wherever it was before. */
export function withBase(document, files, base) {
  const before = /"([^"]*\/)config\.json"/u.exec(document)?.[1];
  if (before === undefined) {
    throw new Error("The document does not say where config.json is.");
  }
  return files.reduce((text, file) => text.replaceAll(`"${before}${file}"`, `"${base}${file}"`), document);
}
