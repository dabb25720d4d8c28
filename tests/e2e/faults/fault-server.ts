import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** More than a page reads of an answer. */
const TWENTY_MEGABYTES = 20 * 1024 * 1024;

/**
 * Answers as no test double inside the browser can: with a connection that breaks half-way, with a flood, with a redirect
 * to another origin, which counts who follows it.
 */
export class FaultServer {
  /** How many requests have followed the redirect. */
  followed = 0;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      switch (request.url) {
        case "/half-way":
          response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
          response.write('{"results": [', () => response.destroy());
          break;
        case "/flood":
          response.writeHead(200, { "content-type": "application/json" });
          response.end(" ".repeat(TWENTY_MEGABYTES));
          break;
        case "/redirect":
          response.writeHead(302, { location: `http://localhost:${this.port}/followed` });
          response.end();
          break;
        default:
          this.followed += 1;
          response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
          response.end("{}");
      }
    });
  }

  static async start(): Promise<FaultServer> {
    const started = new FaultServer();
    await new Promise<void>((resolve) => {
      started.server.listen(0, "127.0.0.1", resolve);
    });
    return started;
  }

  address(path: string): string {
    return `http://127.0.0.1:${this.port}/${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private get port(): number {
    return (this.server.address() as AddressInfo).port;
  }
}
