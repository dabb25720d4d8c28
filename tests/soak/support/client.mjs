// Calls of the API over connections that are kept, as a browser makes them.

import { Agent, request } from "node:http";

const API = "/api/v1/";

export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  #address;

  /** `address` is scheme, host and port. */
  constructor(address) {
    this.#address = address;
  }

  get address() {
    return new URL(this.#address);
  }

  /** The status, headers and JSON of an answer, and the milliseconds that it took. Rejects when none came. */
  call(method, path, { token, json, headers = {} } = {}) {
    const began = performance.now();
    const body = json && JSON.stringify(json);
    const sent = { ...headers };
    if (token) {
      sent.authorization = `Token ${token}`;
    }
    if (body) {
      sent["content-type"] = "application/json";
      sent["content-length"] = Buffer.byteLength(body);
    }
    return new Promise((resolve, reject) => {
      const call = request(this.#address + API + path, { method, headers: sent, agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const { statusCode: status, headers: heads } = answer;
          resolve({ status, headers: heads, json: parse(parts), took: performance.now() - began });
        });
      });
      call.on("error", reject);
      call.end(body);
    });
  }

  get(path, token) {
    return this.call("GET", path, { token });
  }

  post(path, token, json) {
    return this.call("POST", path, { token, json });
  }

  signIn(email, password, options = {}) {
    const project = email === "demo@example.com" ? { project_id: "demo-main" } : {};
    return this.call("POST", "auth/tokens", { json: { email, password, ...project }, ...options });
  }

  /** A token of an account whose password is right. */
  async token(email, password) {
    const answer = await this.signIn(email, password);
    if (answer.status !== 200) {
      throw new Error(`${email} could not sign in: ${answer.status}.`);
    }
    return answer.json.token;
  }

  /** The servers on the first page of a token's list. */
  async servers(token, query = "page_size=100") {
    const answer = await this.get(`server/?${query}`, token);
    return answer.json.results;
  }

  close() {
    this.#agent.destroy();
  }
}

function parse(parts) {
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    return undefined;
  }
}
