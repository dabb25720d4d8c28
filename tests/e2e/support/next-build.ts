import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { environment } from "./environment.ts";

/** A file as a server answers with it. */
export interface ServedFile {
  readonly type: string;
  readonly content: string;
}

/** A build that takes the place of the one under test: with another module, and all that follows from that. */
export interface NextBuild {
  /** The module's name. */
  readonly module: string;
  /** What the next build answers otherwise than the one under test. */
  readonly files: (path: string) => ServedFile | undefined;
}

const read = (name: string) => readFile(path.join(environment.dist, name), "utf8");
const sha256 = (content: string, encoding: "hex" | "base64") => createHash("sha256").update(content).digest(encoding);

export async function nextBuild(): Promise<NextBuild> {
  const [document, worker] = await Promise.all(["index.html", "sw.js"].map(read)) as [string, string];
  const old = /vps-portal-[0-9a-f]{16}\.js/u.exec(document)?.[0] ?? "";
  const before = await read(old);
  const after = `${before}// The next build.\n`;
  const module = `vps-portal-${sha256(after, "hex").slice(0, 16)}.js`;
  const renewed = (text: string) =>
    text
      .replaceAll(old, module)
      .replaceAll(sha256(before, "base64"), sha256(after, "base64"))
      .replace(/VERSION = "\w+"/u, 'VERSION = "of the next build"');
  const files = new Map<string, ServedFile>([
    [`/${module}`, { type: "text/javascript", content: after }],
    ["/sw.js", { type: "text/javascript", content: renewed(worker) }],
  ]);
  const page = { type: "text/html; charset=utf-8", content: renewed(document) };
  return { module, files: (path) => files.get(path) ?? (/^\/(?:servers|login)?(?:\?|$)/u.test(path) ? page : undefined) };
}
