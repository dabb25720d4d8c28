// A service that gives a page of any length: the contract's gives 100 servers at most, and a page of 1,000 is to be measured.
// Lists are answered from memory, the same to everybody; all else goes on to the backend.

import { once } from "node:events";
import { createServer, request } from "node:http";

/** Calls `work` with the origin of such a service before a contestant's, and with its list of servers. */
export async function withLargePages(contestant, servers, work) {
  const service = createServer((from, to) => {
    const url = new URL(from.url, contestant.origin);
    if (url.pathname === "/api/v1/server/") {
      answer(url.searchParams, servers, to);
    } else {
      pass(contestant.client.address, from, to);
    }
  });
  service.listen(0, "127.0.0.1");
  await once(service, "listening");
  try {
    return await work(`http://127.0.0.1:${service.address().port}`);
  } finally {
    service.closeAllConnections();
    service.close();
  }
}

function answer(query, servers, to) {
  const name = query.get("server_name") ?? "";
  const results = servers.filter((server) => server.name.includes(name));
  const body = JSON.stringify({ count: results.length, next: null, previous: null, results });
  to.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end(body);
}

function pass({ hostname, port }, from, to) {
  const { method, url: path, headers } = from;
  const passed = request({ hostname, port, method, path, headers }, (answered) => {
    to.writeHead(answered.statusCode, answered.headers);
    answered.pipe(to);
  });
  passed.on("error", () => to.destroy());
  from.pipe(passed);
}

/** So many servers of an account, a hundred here and a hundred there, so that a search leaves some of them. */
export async function someServers(contestant, email, count) {
  const token = await contestant.token(email);
  const pages = Array.from({ length: count / 100 }, (_, number) => 1 + number * 10);
  const found = await Promise.all(pages.map((page) => contestant.client.servers(token, `page_size=100&page=${page}`)));
  return found.flat();
}
