// Requests that nobody would send: right ones of every call, with something in them changed.

import { PASSWORD } from "./backend.mjs";

/** Method, path and right body of every call. */
const CALLS = [
  ["GET", "auth/tokens"],
  ["GET", "server/?page=1&page_size=20&server_status=ACTIVE&server_name=web"],
  ["GET", "server/?server_ip=10.&server_id=a&server_expired=2026-1&server_created=20"],
  ["GET", "server/ID/"],
  ["GET", "server/ID/console/"],
  ["GET", "server/ID/get_console_log/"],
  ["GET", "server/ID/list_volume_attached/"],
  ["GET", "server/ID/get_action_log/"],
  ["GET", "server/ID/list_ip/"],
  ["POST", "server/ID/start/"],
  ["POST", "server/ID/stop/"],
  ["POST", "server/ID/reboot/"],
  ["POST", "server/ID/rename/", { server_name: "web-1" }],
  ["POST", "server/ID/rebuild/", { os_image: 1 }],
  ["POST", "server/ID/change_password/", { password: PASSWORD, re_password: PASSWORD }],
  ["GET", "user/detail_user/"],
  ["GET", "user/list_project/"],
  ["PATCH", "user/update_profile/", { first_name: "A", last_name: "B", gender: 1, phone_number: "1", address: "x", company: "y" }],
  ["GET", "account/me/"],
  ["GET", "token/?page=1&page_size=5"],
  ["POST", "token/revoke_token/", { token_key: "0123456789abcdef" }],
];
/** Those that cost the hash of a password or end tokens: a small part. */
const RARE_CALLS = [
  ["DELETE", "auth/tokens"],
  ["POST", "token/revoke_all_token/"],
  ["POST", "auth/tokens", { email: "single@example.com", password: PASSWORD, expired: 1, project_id: "single" }],
  ["POST", "user/change_password/", { old_password: PASSWORD, new_password: PASSWORD, re_password: PASSWORD }],
];
const ELSEWHERE = ["/", "/servers", "/config.json", "/console/style.css", "/console/abc", "/api", "/api/v2/server/", "/.git/config"];

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW", "get", "X".repeat(300)];
const TEXTS = [
  "", " ", "null", "0", "-1", "1e999", "9".repeat(40), "NaN", "%", "%zz", "%00", "%ff%fe", "..", "../../etc/passwd", "%2e%2e%2f",
  "//", "\\", "'", "\"; DROP TABLE users; --", "<script>", "${7*7}", "\u202e", "\ud83d\ude00", "é", "\u0000", "\t", "a".repeat(300),
];
const VALUES = [
  ...TEXTS, null, true, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, -(2 ** 63), [], {}, [[]], { a: { b: [null] } }, "\ud800", "x".repeat(5_000),
];
const HEADERS = [
  "Host: ", "Host: a b", "Host: [::1]:99999", "Host: portal.example\r\nHost: other.example", "Accept: */*;q=x", "Accept: \xff",
  "Accept-Encoding: br;q=0, gzip;q=nan, \x80", "If-None-Match: \"", "If-None-Match: *", "If-Modified-Since: yesterday", "Range: bytes=5-1,-0,99-",
  "X-Forwarded-For: , ,::,unknown", "X-Forwarded-Proto: javascript", "X-Forwarded-Host: evil.example", "Cookie: a=b; a", "Expect: 100-continue",
  "Expect: a-miracle", "Connection: close", "Connection: upgrade\r\nUpgrade: websocket", "Connection: upgrade, http2-settings\r\nUpgrade: h2c",
  "TE: trailers, deflate;q=2", "Origin: null", "User-Agent: ", `User-Agent: ${"\xe9".repeat(600)}`, "Content-Encoding: gzip", "Accept-Language: km",
  "X-Http-Method-Override: DELETE", "Forwarded: for=\"[::1", "A".repeat(5_000) + ": b", `X-Long: ${"b".repeat(20_000)}`,
  Array.from({ length: 120 }, (_, number) => `X-${number}: ${number}`).join("\r\n"), "no colon at all", ": no name", "Bad Name: x", " folded: x",
];
const TYPES = [
  "application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/json;charset=utf-16", "text/plain", "multipart/form-data",
  "application/x-www-form-urlencoded", "application/", ";", "\xff",
];
const VERSIONS = ["HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/1.1 ", "http/1.1", ""];
/** The largest body that is read is 64 KiB (conventions.rs). */
const LARGE = 70_000;
const VERY_LARGE = 1_000_000;

/** The request of a seed, with these tokens and servers where a right one has one: bytes, and what an answer needs. */
export function request(random, tokens, servers) {
  const [method, path, body] = random.of(random.oneIn(50) ? RARE_CALLS : CALLS);
  if (random.oneIn(200)) {
    return { bytes: veryLarge(random, method, path, tokens), isHead: false };
  }
  const sent = {
    method: random.oneIn(8) ? random.of(METHODS) : method,
    target: target(random, path.replace("ID", random.of(servers))),
    version: random.oneIn(40) ? random.of(VERSIONS) : "HTTP/1.1",
    headers: [...(random.oneIn(30) ? [] : ["Host: 127.0.0.1"]), ...authorization(random, tokens)],
    body: content(random, body),
  };
  while (random.oneIn(4)) {
    sent.headers.push(random.of(HEADERS));
  }
  return { bytes: bytes(random, sent), isHead: sent.method === "HEAD" };
}

/** A call that is right but for its size. */
function veryLarge(random, method, path, tokens) {
  const headers = ["Host: 127.0.0.1", `Authorization: Token ${random.of(tokens)}`];
  const body = { type: TYPES[0], bytes: Buffer.from(`{"email":"${"x".repeat(VERY_LARGE)}"}`) };
  return bytes(random, { method, target: `/api/v1/${path}`, version: "HTTP/1.1", headers, body });
}

function target(random, path) {
  if (random.oneIn(20)) {
    return random.of(ELSEWHERE);
  }
  if (random.oneIn(60)) {
    return random.of(["*", "", "http://evil.example/api/v1/server/", "//evil.example/", "evil.example:443", `/${"a/".repeat(4_000)}`, `/?${"q".repeat(LARGE)}`]);
  }
  let target = `/api/v1/${path}`;
  while (random.oneIn(6)) {
    target = changed(random, target);
  }
  // What cannot stand in a request line at all is sent as it is once in a while.
  return random.oneIn(20) ? target : target.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character.toWellFormed()));
}

/** A text with something put in, left out, or put in place of something. */
function changed(random, text) {
  const [start, length] = [random.below(text.length + 1), random.oneIn(2) ? 0 : random.below(6)];
  return text.slice(0, start) + random.of(TEXTS) + text.slice(start + length);
}

function authorization(random, tokens) {
  const token = random.of(tokens);
  const others = [
    [],
    [`Authorization: ${token}`],
    ["Authorization: Token"],
    ["Authorization: Basic YTpi"],
    [`Authorization: bearer  ${token} `],
    [`Authorization: Token ${changed(random, token).replace(/[\r\n\0]/gu, "")}`],
    [`Authorization: Token ${"f".repeat(9_000)}`],
    [`Authorization: Token ${token}`, "Authorization: Token other"],
    ["Authorization: Token \xff\xfe"],
  ];
  return random.oneIn(5) ? random.of(others) : [`Authorization: Token ${token}`];
}

/** The type and the bytes of a body. */
function content(random, right) {
  if (!right && !random.oneIn(10)) {
    return undefined;
  }
  const type = random.oneIn(10) ? random.of(TYPES) : TYPES[0];
  const json = { ...right };
  while (random.oneIn(2)) {
    const field = random.oneIn(8) ? random.of(TEXTS) : random.of([...Object.keys(json), "page"]);
    json[field] = random.of(VALUES);
  }
  return { type, bytes: random.oneIn(8) ? broken(random, JSON.stringify(json)) : Buffer.from(JSON.stringify(json)) };
}

/** JSON that is none any more, or too much of it. */
function broken(random, json) {
  const forms = [
    () => Buffer.from(json.slice(0, random.below(json.length))),
    () => Buffer.from(changed(random, json)),
    () => Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256))),
    () => Buffer.from("[".repeat(random.of([100, 10_000]))),
    () => Buffer.from(`{"a":`.repeat(5_000)),
    () => Buffer.from(`{"a":"${"x".repeat(LARGE)}"}`),
    () => Buffer.from(`\ufeff${json}`),
    () => Buffer.from(json, "utf16le"),
  ];
  return random.of(forms)();
}

/** The request as it goes over the wire. Its length is always told rightly: else nobody could answer it. */
function bytes(random, { method, target, version, headers, body }) {
  const lines = [`${method} ${target} ${version}`, ...headers];
  let content = body?.bytes ?? Buffer.alloc(0);
  if (body) {
    lines.push(`Content-Type: ${body.type}`);
    if (random.oneIn(10)) {
      lines.push("Transfer-Encoding: chunked");
      content = chunked(content);
    } else {
      lines.push(`Content-Length: ${content.length}`);
    }
  }
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), content]);
}

function chunked(content) {
  const parts = content.length ? [Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from("\r\n")] : [];
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}
