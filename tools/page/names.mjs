// Names that carry the hash of what they name, so that a browser may keep such a file for ever.

import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, parse } from "node:path";

/**
 * Writes `content` (else what stands under `name` already) into `folder` under a name that carries its hash, the first
 * eight bytes of its SHA-256. `name` is a path inside `folder`, such as `locales/vi.txt`. Answers the new path and the
 * content's digest, in the form that an `integrity` attribute wants.
 */
export async function nameByContent(folder, name, content) {
  if (content === undefined) {
    content = await readFile(join(folder, name));
    await rm(join(folder, name));
  }
  const { dir, name: stem, ext } = parse(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const path = join(dir, `${stem}-${hash}${ext}`);
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
  return { path, integrity: `sha256-${createHash("sha256").update(content).digest("base64")}` };
}
