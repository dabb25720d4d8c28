import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { environment } from "./environment.ts";

const run = promisify(execFile);

/** The content of a file and of its compressed copies, unpacked. */
interface Copies {
  readonly plain: string;
  readonly brotli: string;
  readonly gzip: string;
}

/** A copy of the built page that "make configure" has made fit a configuration. */
export interface ConfiguredFolder {
  /** Where it is; the folder itself is called "portal". */
  readonly dist: string;
  remove(): Promise<void>;
}

/** Does with a folder what `make configure` does. */
export async function configure(dist: string, config: string): Promise<void> {
  await run("node", [environment.configure, dist, config]);
}

/** Copies the built page, and does with the copy what `make configure` does. */
export async function configuredFolder(config: object): Promise<ConfiguredFolder> {
  const around = await mkdtemp(path.join(tmpdir(), "vps-portal-configured-"));
  const dist = path.join(around, "portal");
  const remove = () => rm(around, { recursive: true });
  try {
    const given = path.join(around, "given.json");
    await writeFile(given, JSON.stringify(config));
    await cp(environment.dist, dist, { recursive: true });
    await configure(dist, given);
  } catch (error) {
    await remove();
    throw error;
  }
  return { dist, remove };
}

/** What `make configure` makes of the page's document, of what is answered where there is none, and of the configuration. */
export async function configured(config: object): Promise<{ document: Copies; missing: Copies; config: Copies }> {
  const { dist, remove } = await configuredFolder(config);
  try {
    const [document, missing, configuration] = [copies(dist, "index.html"), copies(dist, "404.html"), copies(dist, "config.json")];
    return { document: await document, missing: await missing, config: await configuration };
  } finally {
    await remove();
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
