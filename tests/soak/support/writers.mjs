// Everything that can be written, at the same time; each writer knows what the backend has acknowledged.

import { PASSWORD } from "./backend.mjs";

const OWNER = "demo@example.com";
/** Nobody else uses this account: a changed password ends its other sessions. */
const CHANGES_PASSWORD = "empty@example.com";
const SIGNS_IN = "single@example.com";
const RENAMERS = 4;
/** How many answers of the action log are told at most. */
const LOGGED = 100;

/** A value that is written again and again. One that was sent but not acknowledged may be there or not. */
class Value {
  #acknowledged;
  #sent = new Set();

  constructor(value) {
    this.#acknowledged = value;
  }

  get acknowledged() {
    return this.#acknowledged;
  }

  send(value) {
    this.#sent.add(value);
  }

  acknowledge(value) {
    this.#acknowledged = value;
    this.#sent.clear();
  }

  /** What was sent and is known to have had no effect. */
  takeBack(value) {
    this.#sent.delete(value);
  }

  /** Whether `found` is what must be there; it is then known for certain. */
  settle(found) {
    const isKept = found === this.#acknowledged || this.#sent.has(found);
    this.acknowledge(found);
    return isKept;
  }

  get candidates() {
    return [this.#acknowledged, ...this.#sent];
  }
}

export class Writers {
  acknowledged = 0;
  /** What was answered with a failure, in words. */
  refused = [];
  #token;
  #names = new Map();
  #power;
  #company = new Value(undefined);
  #password = new Value(PASSWORD);
  #passwordToken;
  #logged = new Map();
  #tokens = new Set();
  #ended = new Set();
  #turn = 0;

  static async of(client) {
    const writers = new Writers();
    writers.#token = await client.token(OWNER, PASSWORD);
    writers.#passwordToken = await client.token(CHANGES_PASSWORD, PASSWORD);
    const servers = await client.servers(writers.#token, "server_status=ACTIVE&page_size=100");
    for (const server of servers.slice(0, RENAMERS)) {
      writers.#names.set(server.instance_id, new Value(server.name));
    }
    writers.#power = { server: servers[RENAMERS].instance_id, status: new Value("ACTIVE") };
    return writers;
  }

  /** Writes until the backend is gone. */
  async write(client) {
    const writers = [
      ...[...this.#names.keys()].map((server) => () => this.#rename(client, server)),
      () => this.#switch(client),
      () => this.#updateProfile(client),
      () => this.#changePassword(client),
      () => this.#signIn(client),
      () => this.#revoke(client),
    ];
    await Promise.all(
      writers.map(async (writer) => {
        for (let isThere = true; isThere; ) {
          isThere = await writer().then(
            () => true,
            () => false,
          );
        }
      }),
    );
  }

  /** What each writer finds after a restart. */
  async kept(client) {
    const found = [];
    const look = (what, isKept) => found.push({ what, isKept });
    for (const [server, name] of this.#names) {
      const { acknowledged } = name;
      const shown = (await client.get(`server/${server}/`, this.#token)).json?.name;
      look(`a server is called ${shown}, not ${acknowledged}`, name.settle(shown));
      const wanted = Math.min(LOGGED, this.#logged.get(server) ?? 0);
      const log = (await client.get(`server/${server}/get_action_log/`, this.#token)).json ?? [];
      look(`${log.length} actions are logged, not ${wanted}`, log.length >= wanted);
    }
    const { server, status } = this.#power;
    const shown = (await client.get(`server/${server}/`, this.#token)).json?.status;
    look(`a server is ${shown}, not ${status.acknowledged}`, status.settle(shown));
    const profile = (await client.get("user/detail_user/", this.#token)).json;
    const { acknowledged: company } = this.#company;
    look(`the company is ${profile?.company}, not ${company}`, company === undefined || this.#company.settle(profile?.company));
    look("no password that was set fits", await this.#findPassword(client));
    for (const token of this.#tokens) {
      look("a session is lost", (await client.get("auth/tokens", token)).status === 200);
    }
    for (const token of this.#ended) {
      look("a token that was ended counts again", (await client.get("auth/tokens", token)).status === 401);
    }
    return found;
  }

  #next(word) {
    this.#turn += 1;
    return `${word}-${this.#turn}`;
  }

  /** Writes a value; 409 means that a server is busy, and that nothing was written. */
  async #set(value, next, call) {
    value.send(next);
    const answer = await call;
    if (answer.status === 200) {
      value.acknowledge(next);
      this.acknowledged += 1;
      return true;
    }
    value.takeBack(next);
    if (answer.status !== 409) {
      this.refused.push(`${answer.status} ${JSON.stringify(answer.json)}`);
    }
    return false;
  }

  async #rename(client, server) {
    const name = this.#next("name");
    const call = client.post(`server/${server}/rename/`, this.#token, { server_name: name });
    if (await this.#set(this.#names.get(server), name, call)) {
      this.#logged.set(server, (this.#logged.get(server) ?? 0) + 1);
    }
  }

  async #switch(client) {
    const { server, status } = this.#power;
    const [action, next] = status.acknowledged === "ACTIVE" ? ["stop", "SHUTOFF"] : ["start", "ACTIVE"];
    await this.#set(status, next, client.post(`server/${server}/${action}/`, this.#token));
  }

  async #updateProfile(client) {
    const company = this.#next("company");
    const options = { token: this.#token, json: { company } };
    await this.#set(this.#company, company, client.call("PATCH", "user/update_profile/", options));
  }

  async #changePassword(client) {
    const next = this.#next("Password");
    const json = { old_password: this.#password.acknowledged, new_password: next, re_password: next };
    await this.#set(this.#password, next, client.post("user/change_password/", this.#passwordToken, json));
  }

  async #findPassword(client) {
    for (const password of this.#password.candidates) {
      const answer = await client.signIn(CHANGES_PASSWORD, password);
      if (answer.status === 200) {
        this.#passwordToken = answer.json.token;
        return this.#password.settle(password);
      }
    }
    return false;
  }

  async #signIn(client) {
    const answer = await client.signIn(SIGNS_IN, PASSWORD);
    if (answer.status === 200) {
      this.acknowledged += 1;
      this.#tokens.add(answer.json.token);
    } else {
      this.refused.push(`${answer.status} at signing in`);
    }
  }

  /** Signs in and out again, each second time by revoking the token from another session. */
  async #revoke(client) {
    const token = await client.token(OWNER, PASSWORD);
    this.#turn += 1;
    const revokes = this.#turn % 2 === 0;
    const answer = revokes
      ? await client.post("token/revoke_token/", this.#token, { token_key: token })
      : await client.call("DELETE", "auth/tokens", { token });
    if (answer.status === 200) {
      this.acknowledged += 1;
      this.#ended.add(token);
    } else {
      this.refused.push(`${answer.status} at ending a token`);
    }
  }
}
