import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { environment } from "./environment.ts";

const run = promisify(execFile);

/** A file with its compressed copies, unpacked. */
interface Copies {
  readonly plain: string;
  readonly brotli: string;
  readonly gzip: string;
}

/** What `make configure` makes of the page's document and configuration. */
export async function configured(config: object): Promise<{ document: Copies; config: Copies }> {
  const folder = await mkdtemp(path.join(tmpdir(), "vps-portal-configured-"));
  try {
    const given = path.join(folder, "given.json");
    await writeFile(given, JSON.stringify(config));
    await cp(path.join(environment.dist, "index.html"), path.join(folder, "index.html"));
    await run("node", [environment.configure, folder, given]);
    return { document: await copies(folder, "index.html"), config: await copies(folder, "config.json") };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function copies(folder: string, name: string): Promise<Copies> {
  const read = (ending: string) => readFile(path.join(folder, name + ending));
  return {
    plain: (await read("")).toString(),
    brotli: brotliDecompressSync(await read(".br")).toString(),
    gzip: gunzipSync(await read(".gz")).toString(),
  };
}
