// The list of servers in plain JavaScript, as little of it as a careful hand can do with: what the portal is measured
// against. It asks the same backend, shows the same of every server, and changes of the page only what has changed.

const SESSION = "vps-portal.session";
const DRAWING = "vps-portal.servers-view";
const QUICKLY = 3_000;
const SLOWLY = 30_000;
const TYPING_PAUSE = 250;
const DAY = 86_400_000;
const FIRST_ADDRESSES = 2;

/** What people call a status, and its colour. */
const STATUSES = {
  ACTIVE: ["Running", "ok"],
  BUILD: ["Being built", "busy"],
  DELETED: ["Deleted", "danger"],
  ERROR: ["Error", "danger"],
  HARD_REBOOT: ["Rebooting", "busy"],
  MIGRATING: ["Moving", "busy"],
  PASSWORD: ["Setting password", "busy"],
  PAUSED: ["Paused", "off"],
  REBOOT: ["Rebooting", "busy"],
  REBUILD: ["Being rebuilt", "busy"],
  RESCUE: ["Rescue mode", "warning"],
  RESIZE: ["Resizing", "busy"],
  REVERT_RESIZE: ["Resizing back", "busy"],
  SHELVED: ["Shelved", "off"],
  SHELVED_OFFLOADED: ["Shelved", "off"],
  SHUTOFF: ["Stopped", "off"],
  SOFT_DELETED: ["Deleted", "danger"],
  SUSPENDED: ["Suspended", "warning"],
  UNKNOWN: ["Unknown", "off"],
  VERIFY_RESIZE: ["Resized", "warning"],
};

const part = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en");
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const distance = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const { token } = JSON.parse(localStorage.getItem(SESSION) ?? "{}");

// ——— What is shown: it stands in the address ———

const view = () => {
  const parameters = new URLSearchParams(location.search);
  return {
    search: parameters.get("q") ?? "",
    status: parameters.get("status") ?? "",
    page: Number(parameters.get("page")) || 1,
    size: Number(parameters.get("size")) || 20,
  };
};

const addressOf = ({ search, status, page, size }) => {
  const parameters = new URLSearchParams();
  const set = (name, value, usual) => value !== usual && parameters.set(name, value);
  set("q", search, "");
  set("status", status, "");
  set("page", page, 1);
  set("size", size, 20);
  return parameters.size > 0 ? `/servers?${parameters}` : "/servers";
};

const go = (changed) => {
  history.pushState(null, "", addressOf({ ...view(), page: 1, ...changed }));
  load();
};

// ——— Asking ———

let asked = new AbortController();
let timer;
let answeredAt;

async function ask({ search, status, page, size }, signal) {
  const query = new URLSearchParams({ page, page_size: size });
  if (search) {
    query.set(/^[\d.:]+$/u.test(search) ? "server_ip" : "server_name", search);
  }
  if (status) {
    query.set("server_status", status);
  }
  const response = await fetch(`/api/v1/server/?${query}`, { headers: { authorization: `Token ${token}` }, signal });
  if (!response.ok) {
    throw new Error(`The service answered ${response.status}.`);
  }
  return response.json();
}

/** Asks for what the address says, shows it, and does so again after a while. */
async function load() {
  asked.abort();
  asked = new AbortController();
  clearTimeout(timer);
  const { signal } = asked;
  const wanted = view();
  let pause = SLOWLY;
  try {
    const answer = await ask(wanted, signal);
    if (signal.aborted) {
      return;
    }
    show(answer, wanted);
    answeredAt = Date.now();
    tick();
    part("problem").hidden = true;
    pause = answer.results.some(({ status }) => STATUSES[status]?.[1] === "busy") ? QUICKLY : SLOWLY;
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    part("problem").textContent = `Your servers could not be loaded. ${error.message}`;
    part("problem").hidden = false;
  }
  timer = setTimeout(() => document.hidden || load(), pause);
}

// ——— Showing ———

/** Sets a text or an attribute only where it has changed: to touch the document is what costs. */
function follow(node, name) {
  let known;
  return (value) => {
    if (value !== known) {
      known = value;
      if (name) {
        node.setAttribute(name, value);
      } else {
        node.textContent = value;
      }
    }
  };
}

const expiry = (end, now) => {
  const left = end - now;
  const [unit, length] = Math.abs(left) < DAY ? ["hour", DAY / 24] : Math.abs(left) < 60 * DAY ? ["day", DAY] : ["month", 30 * DAY];
  const near = left <= 0 ? "past" : left <= 7 * DAY ? "days" : left <= 30 * DAY ? "weeks" : "far";
  return [distance.format(Math.round(left / length), unit), near];
};

function addressItem(address) {
  const item = part("address").content.firstElementChild.cloneNode(true);
  item.firstElementChild.textContent = address;
  item.lastElementChild.setAttribute("aria-label", `Copy ${address}`);
  return item;
}

/** The card or the row of a server, and what keeps it up to date. */
function drawServer(template) {
  const root = template.content.firstElementChild.cloneNode(true);
  const find = (name) => root.querySelector(name);
  const [link, badge, end, list] = [".name", ".status", ".expiry", ".addresses"].map(find);
  const name = follow(link);
  const href = follow(link, "href");
  const label = follow(root.matches("article") ? root : find("article"), "aria-label");
  const tick = follow(find(".tick"), "aria-label");
  const menu = follow(find(".menu"), "aria-label");
  const word = follow(badge);
  const tone = follow(badge, "data-tone");
  const region = follow(find(".region"));
  const created = follow(find(".created"));
  const [left, near, time] = [follow(end), follow(end, "data-near"), follow(end, "datetime")];
  let known = "";
  return {
    root,
    update(server) {
      const [text, colour] = STATUSES[server.status] ?? [server.status, "off"];
      const [ends, nearness] = expiry(Date.parse(server.expired), Date.now());
      name(server.name);
      href(`/servers/${server.instance_id}`);
      label(server.name);
      tick(`Select ${server.name}`);
      menu(`Actions for ${server.name}`);
      word(text);
      tone(colour);
      region(server.region);
      created(date.format(new Date(server.created)));
      left(ends);
      near(nearness);
      time(server.expired);
      const addresses = server.ip_addresses.join();
      if (addresses !== known) {
        known = addresses;
        list.replaceChildren(...server.ip_addresses.slice(0, FIRST_ADDRESSES).map(addressItem));
      }
    },
  };
}

/** The servers on the page, by their id. */
let drawn = new Map();
let isTable = localStorage.getItem(DRAWING) === "table";
let frame = drawFrame();

function drawFrame() {
  const root = isTable ? part("table").content.firstElementChild.cloneNode(true) : document.createElement("div");
  root.className = isTable ? "" : "cards";
  part("list").replaceChildren(root);
  return isTable ? root.tBodies[0] : root;
}

function showServers(servers) {
  const template = part(isTable ? "row" : "card");
  const before = drawn;
  drawn = new Map(servers.map(({ instance_id: id }) => [id, before.get(id) ?? drawServer(template)]));
  for (const [id, { root }] of before) {
    if (!drawn.has(id)) {
      root.remove();
    }
  }
  // What is new goes in with one step where it follows what is there.
  const fresh = new DocumentFragment();
  let place = frame.firstElementChild;
  for (const server of servers) {
    const { root, update } = drawn.get(server.instance_id);
    update(server);
    if (root === place) {
      place.before(fresh);
      place = place.nextElementSibling;
    } else {
      fresh.append(root);
    }
  }
  frame.insertBefore(fresh, place);
}

function show({ count, results }, { page, size }) {
  showServers(results);
  part("count").textContent = count === 1 ? "1 server" : `${number.format(count)} servers`;
  const pages = Math.max(1, Math.ceil(count / size));
  part("position").textContent = `Page ${number.format(page)} of ${number.format(pages)}`;
  const lead = (link, to) => {
    if (to < 1 || to > pages) {
      link.removeAttribute("href");
    } else {
      link.href = addressOf({ ...view(), page: to });
    }
  };
  lead(part("previous"), page - 1);
  lead(part("next"), page + 1);
  part("pages").hidden = false;
}

function tick() {
  const seconds = Math.round((Date.now() - answeredAt) / 1_000);
  part("updated").textContent = seconds < 5 ? "Updated just now" : `Updated ${distance.format(-seconds, "second")}`;
}

// ——— Using ———

let typing;
part("search").addEventListener("input", ({ target }) => {
  clearTimeout(typing);
  typing = setTimeout(() => go({ search: target.value.trim() }), TYPING_PAUSE);
});
part("search").form.addEventListener("submit", (event) => event.preventDefault());
const choices = Object.entries(STATUSES).map(([status, [word]]) => new Option(word, status));
part("status").append(new Option("All statuses", ""), ...choices);
part("status").addEventListener("change", ({ target }) => go({ status: target.value }));
part("size").addEventListener("change", ({ target }) => go({ size: Number(target.value) }));
part("refresh").addEventListener("click", load);
part("view").addEventListener("click", () => {
  isTable = !isTable;
  localStorage.setItem(DRAWING, isTable ? "table" : "grid");
  drawn = new Map();
  frame = drawFrame();
  load();
});
part("pages").addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link) {
    event.preventDefault();
    history.pushState(null, "", link.href);
    load();
  }
});
part("list").addEventListener("click", ({ target }) => {
  const copy = target.closest(".copy");
  if (copy) {
    navigator.clipboard.writeText(copy.previousElementSibling.textContent);
  }
});

/** The controls say what the address says. */
function matchControls() {
  const { search, status, size } = view();
  part("search").value = search;
  part("status").value = status;
  part("size").value = size;
}

addEventListener("popstate", () => {
  matchControls();
  load();
});
addEventListener("visibilitychange", () => document.hidden || load());
setInterval(() => document.hidden || answeredAt === undefined || tick(), 10_000);

matchControls();
load();
