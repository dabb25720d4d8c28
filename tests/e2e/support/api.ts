import { type Account, PASSWORD } from "./accounts.ts";

/** The answer of a call, read. */
export interface Answer {
  readonly status: number;
  readonly body: any;
}

/** The backend's API, called without the page: to prepare what a journey finds, and to see what it has done. */
export class Api {
  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  async call(method: string, path: string, token?: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Token ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  /** A new token of an account. */
  async signIn(account: Account, hours?: number): Promise<string> {
    const { status, body } = await this.call("POST", "/auth/tokens", undefined, {
      email: account.email,
      password: PASSWORD,
      ...(account.project === undefined ? {} : { project_id: account.project }),
      ...(hours === undefined ? {} : { expired: hours }),
    });
    if (status !== 200) {
      throw new Error(`${account.email} cannot sign in: ${JSON.stringify(body)}`);
    }
    return body.token as string;
  }

  /** The server of this name. */
  async serverNamed(token: string, name: string): Promise<any> {
    const { body } = await this.call("GET", `/server/?server_name=${encodeURIComponent(name)}`, token);
    const found = body.results.find((server: { name: string }) => server.name === name);
    if (!found) {
      throw new Error(`There is no server ${name}.`);
    }
    return found;
  }
}
