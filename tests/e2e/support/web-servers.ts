import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { environment } from "./environment.ts";

/** A web server with a recipe of deploy/ for the portal. */
export interface WebServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Which recipe is tried, and with what. */
export interface Hosted {
  /** Where the API is that calls are passed on to. */
  readonly backend: string;
  /** The built page; its folder has to be called "portal" where the recipe is that of a folder. */
  readonly dist?: string;
  /** Whether the portal is in a folder of the site, /portal/. */
  readonly inFolder?: boolean;
  /** Whether the page asks the API by itself, on its own origin, instead of here. */
  readonly apiElsewhere?: boolean;
  /** The port, where it has to be known beforehand. */
  readonly port?: number;
}

/** What a recipe is changed to: a folder for all that is written, and what names are to be replaced by. */
type Place = Required<Hosted> & { readonly folder: string };

/** How a server is started with its recipe, changed as little as can be: another folder and port, and no certificate. */
interface Kind {
  readonly recipe: string;
  /** The blocks of the recipe that are left out where the API is on another origin. */
  readonly apiBlocks: RegExp;
  readonly files: (recipe: string, place: Place) => Record<string, string>;
  readonly command: (place: Place) => string[];
}

/** A file of a server: of those that tools/setup.sh has unpacked, else of this machine. */
const installed = (file: string) => [environment.webServers, "/"].map((root) => path.join(root, file)).find(existsSync) ?? file;

/** What every recipe names and a test has otherwise. */
const moved = (recipe: string, { backend, dist }: Place) =>
  recipe
    .replaceAll("root /srv;", `root ${path.dirname(dist)};`)
    .replaceAll(/\/srv\/portal\b(?!\/)/gu, dist)
    .replaceAll("127.0.0.1:8365", new URL(backend).host);

/** The same with what the recipe says to do where the API is on another origin. */
function withApiElsewhere(recipe: string, kind: Kind, { backend }: Place): string {
  const changed = recipe.replaceAll(kind.apiBlocks, "").replaceAll("connect-src 'self'", `connect-src 'self' ${backend}`);
  if (changed.includes("127.0.0.1:8365")) {
    throw new Error(`${kind.recipe} still passes calls on.`);
  }
  return changed;
}

const APACHE_MODULES = ["authz_core", "headers", "mime", "mpm_event", "proxy", "proxy_http", "rewrite"];
/** Debian's apache2 takes its types from a package of their own. */
const TYPES = "text/html html\ntext/javascript js\ntext/css css\napplication/json json\nimage/svg+xml svg\nimage/png png\ntext/plain txt\n";

const kinds = {
  nginx: {
    recipe: "nginx.conf",
    apiBlocks: /^ +location ~ \^\S*\/\(api\|console\)\/ \{.*?\n +\}\n/gmsu,
    files: (recipe, place) => ({
      "site.conf": moved(recipe, place)
        .replace("listen 443 ssl http2", `listen 127.0.0.1:${place.port}`)
        .replace(/^ +ssl_certificate.*$/gmu, "")
        .replace(/^server \{\n +listen 80;.*^\}/msu, ""),
      "server.conf": `
        load_module ${installed("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")};
        daemon off; master_process off; pid nginx.pid; error_log stderr warn; events {}
        http {
          access_log off; include ${installed("/etc/nginx/mime.types")}; include site.conf;
          ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${name};`).join(" ")}
        }`,
    }),
    command: ({ folder }) => [installed("/usr/sbin/nginx"), "-p", folder, "-e", "stderr", "-c", "server.conf"],
  },
  Caddy: {
    recipe: "Caddyfile",
    apiBlocks: /^(\t+)handle \/(?:api|console)\/\* \{.*?\n\1\}\n/gmsu,
    files: (recipe, place) => ({
      Caddyfile: `{\nadmin off\n}\n${moved(recipe, place).replace(/^(?:portal|site)\.example \{/mu, `http://127.0.0.1:${place.port} {`)}`,
    }),
    command: ({ folder }) => [installed("/usr/bin/caddy"), "run", "--adapter", "caddyfile", "--config", path.join(folder, "Caddyfile")],
  },
  Apache: {
    recipe: "apache.conf",
    apiBlocks: /^ +ProxyPass [^\n]*\n|^ +<Location \/(?:api|console)\/>.*?<\/Location>\n|^ +RewriteRule \^\/\(api\|console\)[^\n]*\n/gmsu,
    files: (recipe, place) => ({
      "mime.types": TYPES,
      "server.conf": [
        ...APACHE_MODULES.map((name) => `LoadModule ${name}_module ${installed(`/usr/lib/apache2/modules/mod_${name}.so`)}`),
        `ServerRoot ${place.folder}`,
        "PidFile apache.pid",
        "TypesConfig mime.types",
        "ErrorLog error.log",
        `Listen 127.0.0.1:${place.port}`,
        moved(recipe, place)
          .replace("<VirtualHost *:443>", `<VirtualHost 127.0.0.1:${place.port}>`)
          .replace(/^ +SSL.*$/gmu, "")
          .replace(/^<VirtualHost \*:80>.*<\/VirtualHost>/msu, ""),
      ].join("\n"),
    }),
    command: ({ folder }) => [installed("/usr/sbin/apache2"), "-X", "-d", folder, "-f", "server.conf"],
  },
} as const satisfies Record<string, Kind>;

export const webServers = Object.keys(kinds) as (keyof typeof kinds)[];

/** The web servers whose recipes include one for a folder of a site. */
export const folderServers = ["nginx", "Caddy"] as const satisfies (keyof typeof kinds)[];

/** Starts a web server with its recipe. */
export async function startWebServer(name: keyof typeof kinds, hosted: Hosted): Promise<WebServer> {
  const kind: Kind = kinds[name];
  const folder = await mkdtemp(path.join(tmpdir(), "vps-portal-hosting-"));
  const port = hosted.port ?? (await freePort());
  const place: Place = { dist: environment.dist, inFolder: false, apiElsewhere: false, ...hosted, folder, port };
  const written = await readFile(path.join(environment.recipes, place.inFolder ? "folder" : "", kind.recipe), "utf8");
  const recipe = place.apiElsewhere ? withApiElsewhere(written, kind, place) : written;
  for (const [file, content] of Object.entries(kind.files(recipe, place))) {
    await writeFile(path.join(folder, file), content);
  }
  await mkdir(path.join(folder, "home"));
  const [command = "", ...options] = kind.command(place);
  const server = spawn(command, options, {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      HOME: path.join(folder, "home"),
      XDG_DATA_HOME: path.join(folder, "home"),
      XDG_CONFIG_HOME: path.join(folder, "home"),
      LD_LIBRARY_PATH: path.join(environment.webServers, "usr/lib", libraries()),
    },
  });
  const complaints = collect(server);
  const ended = once(server, "exit");
  const origin = `http://127.0.0.1:${place.port}`;
  try {
    await answers(origin, server);
  } catch (error) {
    server.kill("SIGKILL");
    await rm(folder, { recursive: true });
    throw new Error(`${name} does not answer: ${complaints()}`, { cause: error });
  }
  return {
    origin,
    async stop() {
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** The folder of this machine's shared libraries below /usr/lib. */
const libraries = () => ({ arm64: "aarch64-linux-gnu" })[process.arch as string] ?? "x86_64-linux-gnu";

function collect(server: ChildProcess): () => string {
  let text = "";
  server.stderr?.on("data", (piece: Buffer) => {
    text += piece.toString();
  });
  server.on("error", (error) => {
    text += error.message;
  });
  return () => text.slice(-2_000);
}

async function answers(origin: string, server: ChildProcess): Promise<void> {
  const patience = Date.now() + 10_000;
  while (server.exitCode === null && Date.now() < patience) {
    try {
      await fetch(origin);
      return;
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  }
  throw new Error("no answer");
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
