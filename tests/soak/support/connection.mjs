// A connection on which any bytes can be sent as a request, and that tells exactly what came back.

import { connect } from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");
/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

export class Connection {
  #host;
  #port;
  #socket;
  #received = Buffer.alloc(0);
  #heard = () => undefined;

  constructor({ hostname, port }) {
    this.#host = hostname;
    this.#port = Number(port);
  }

  /**
   * Sends a request and resolves with the status, headers and body of its answer. Rejects when the connection ends
   * before a whole answer has come, or none comes at all. The next request opens a new connection if need be.
   */
  async send(bytes, { isHead = false } = {}) {
    this.#socket ??= this.#open();
    this.#received = Buffer.alloc(0);
    const socket = this.#socket;
    socket.write(bytes);
    try {
      return await this.#answer(isHead);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close() {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #open() {
    const socket = connect(this.#port, this.#host);
    socket.setNoDelay(true);
    socket.on("data", (part) => {
      this.#received = Buffer.concat([this.#received, part]);
      this.#heard();
    });
    socket.on("error", (error) => this.#ended(socket, error));
    socket.on("end", () => this.#ended(socket, undefined));
    return socket;
  }

  #ended(socket, error) {
    socket.ended = true;
    socket.failure ??= error;
    this.#heard();
  }

  #answer(isHead) {
    return new Promise((resolve, reject) => {
      const socket = this.#socket;
      const patience = setTimeout(() => reject(new Error("no answer in time")), PATIENCE);
      this.#heard = () => {
        const answer = read(this.#received, isHead, Boolean(socket.ended));
        if (answer) {
          clearTimeout(patience);
          if (answer.isLast || socket.ended) {
            this.close();
          }
          resolve(answer);
        } else if (socket.ended) {
          clearTimeout(patience);
          const reason = socket.failure?.code ?? "closed";
          reject(new Error(`the connection was dropped (${reason}) after ${this.#received.length} bytes`));
        }
      };
      this.#heard();
    });
  }
}

/** The answer in these bytes; nothing while it is not whole. */
function read(bytes, isHead, hasEnded) {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) {
    return undefined;
  }
  const [first, ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const rest = bytes.subarray(end + HEAD_END.length);
  const [, version, digits] = /^HTTP\/1\.([01]) ([0-9]{3})/u.exec(first) ?? [];
  const status = Number(digits);
  if (status < 200) {
    return read(rest, isHead, hasEnded);
  }
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = bodyOf(rest, headers, isHead || status === 204 || status === 304, hasEnded);
  const isLast = headers.connection === "close" || (version === "0" && headers.connection !== "keep-alive");
  return body && { status, headers, body, isLast };
}

function bodyOf(bytes, headers, hasNone, hasEnded) {
  if (hasNone) {
    return Buffer.alloc(0);
  }
  if (headers["transfer-encoding"] === "chunked") {
    return bytes.includes("0\r\n\r\n") ? bytes : undefined;
  }
  if (headers["content-length"] === undefined) {
    return hasEnded ? bytes : undefined;
  }
  const length = Number(headers["content-length"]);
  return bytes.length >= length ? bytes.subarray(0, length) : undefined;
}
