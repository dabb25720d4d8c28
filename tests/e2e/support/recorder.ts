import { type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Whether it was redirected to another origin. */
  readonly isRedirected: boolean;
}

/** A server between the browser and the backend, which keeps what the browser sends, to the last header. */
export class Recorder {
  readonly requests: Recorded[] = [];
  /** The calls that are redirected, and to which origin. */
  redirect: { readonly calls: RegExp; readonly to: string } | undefined;
  /** What it answers by itself, without a header of the backend's. */
  files: (path: string) => { readonly type: string; readonly content: string } | undefined = () => undefined;
  private readonly server: Server;
  private readonly backend: URL;

  private constructor(backend: string) {
    this.backend = new URL(backend);
    this.server = createServer((from, to) => {
      const pieces: Buffer[] = [];
      from.on("data", (piece: Buffer) => pieces.push(piece));
      from.on("end", () => this.answer(from, Buffer.concat(pieces), to));
    });
  }

  static async start(backend: string): Promise<Recorder> {
    const recorder = new Recorder(backend);
    await new Promise<void>((resolve) => {
      recorder.server.listen(0, "127.0.0.1", resolve);
    });
    return recorder;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private answer(from: IncomingMessage, body: Buffer, to: ServerResponse): void {
    const { method = "", url: path = "", headers } = from;
    const redirect = this.redirect?.calls.test(path) ? this.redirect : undefined;
    this.requests.push({ method, path, headers, body: body.toString(), isRedirected: redirect !== undefined });
    // Whoever asks from elsewhere may, token and all.
    const allowed = {
      "access-control-allow-origin": headers.origin ?? "*",
      "access-control-allow-headers": "authorization, content-type",
      "access-control-allow-methods": "GET, POST, PATCH, DELETE",
      "access-control-expose-headers": "date, retry-after, x-request-id",
    };
    const file = this.files(path);
    if (file) {
      to.writeHead(200, { "content-type": file.type }).end(file.content);
    } else if (method === "OPTIONS") {
      to.writeHead(204, allowed).end();
    } else if (redirect) {
      to.writeHead(307, { ...allowed, location: redirect.to + path }).end();
    } else {
      const passed = request({ host: this.backend.hostname, port: this.backend.port, method, path, headers }, (answer) => {
        to.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...allowed });
        answer.pipe(to);
      });
      passed.on("error", () => to.destroy());
      passed.end(body);
    }
  }
}
