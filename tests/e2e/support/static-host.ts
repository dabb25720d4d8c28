import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/** What Cloudflare takes of a `_headers` file; Netlify takes more. */
export const LIMITS = { rules: 100, characters: 2_000 } as const;

interface HeaderRule {
  readonly path: string;
  readonly headers: (readonly [name: string, value: string])[];
}

interface RedirectRule {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** What a host makes of the `_headers` and `_redirects` that it finds in the folder it serves. */
export class StaticHost {
  readonly headerRules: readonly HeaderRule[];
  readonly redirectRules: readonly RedirectRule[];
  private readonly files: ReadonlySet<string>;

  private constructor(headers: string, redirects: string, files: Iterable<string>) {
    this.headerRules = readHeaders(headers);
    this.redirectRules = readRedirects(redirects);
    this.files = new Set(files);
  }

  /** The host of a built folder, which lies at `base` of the site; its rules are the site's. */
  static async of(dist: string, base = "/"): Promise<StaticHost> {
    const read = (name: string) => readFile(path.join(dist, name), "utf8");
    const files = (await filesOf(dist)).map((file) => base + file);
    return new StaticHost(await read("_headers"), await read("_redirects"), files);
  }

  /** The headers of an answer, by their names in small letters. A header that several rules set is sent several times. */
  headers(address: string): Map<string, string[]> {
    const sent = new Map<string, string[]>();
    for (const rule of this.headerRules.filter((rule) => matches(rule.path, address))) {
      for (const [name, value] of rule.headers) {
        sent.set(name.toLowerCase(), [...(sent.get(name.toLowerCase()) ?? []), value]);
      }
    }
    return sent;
  }

  /** The file that an address is answered with, where its own or a rule's is there. */
  file(address: string): string | undefined {
    const { to } = this.redirectRules.find(({ from }) => matches(from, address)) ?? { to: address };
    return [address, to].map((name) => (name.endsWith("/") ? `${name}index.html` : name)).find((name) => this.files.has(name));
  }
}

/** The files of a built folder that people can ask for, as paths in it, without the compressed copies. */
export async function filesOf(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^[._]|\.(?:br|gz)$/u.test(entry.name))
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)));
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));

function readHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of lines(text)) {
    const [, name, value] = /^\s+([\w-]+): (.+)$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      rules.at(-1)?.headers.push([name, value]);
    } else {
      rules.push({ path: line, headers: [] });
    }
  }
  return rules;
}

const readRedirects = (text: string): RedirectRule[] =>
  lines(text).map((line) => {
    const [from = "", to = "", status] = line.split(/\s+/u);
    return { from, to, status: Number(status) };
  });

/** Whether a rule's path, in which a star at the end is whatever follows, is that of an address. */
const matches = (rule: string, address: string) =>
  rule.endsWith("*") ? address.startsWith(rule.slice(0, -1)) : rule === address;
