// The first request of the list of servers, sent while the application is still on its way.
import { base, config, isList, remembered, session } from "./page.js";

/** For how long an answer is as good as one of now, in milliseconds. */
const FRESH = 10_000;

/** For how long the application may wait for the answer before it shows that it waits, in milliseconds. */
const PATIENCE = 150;

/** The key of the configuration of the last visit. */
const CONFIG = "vps-portal.config";

let sent;

/**
 * Where the API is and how a token is shown to it, as a configuration says. Settings that the application would find
 * wrong are not used here: the token must go nowhere where that would not send it.
 */
const serviceOf = (configuration) => {
  const { api_base: api = "/api/v1", auth_scheme: scheme = "Token" } = JSON.parse(configuration);
  const isRight =
    /^(?:\/(?!\/)|https?:\/\/[a-zA-Z\d[])(?:(?![?#@\\])[!-~])*$/u.test(api) && /^[a-zA-Z\d-]+$/u.test(scheme);
  return isRight ? { api, scheme } : undefined;
};

/**
 * The service of the last visit, which is known before the configuration is here. Only one on this host: should the
 * configuration have changed since, the token has not left it, and the application asks anew.
 */
const lastService = () => {
  const last = remembered(CONFIG);
  config.then((text) => text && localStorage.setItem(CONFIG + base, text)).catch(() => undefined);
  const service = last && serviceOf(last);
  return service?.api.startsWith("/") && service;
};

/**
 * Asks for the page of the list that the address names, exactly as the application will (src/data/servers/plan.rs,
 * src/api/browser.rs), which is of no use where anything differs. Resolves when it has asked, or has nothing to ask.
 */
export const askEarly = async () => {
  const [isPage, number = 1, size = 20] = /^\??(?:page=([1-9]\d{0,8}))?&?(?:size=(20|50|100))?&?(?:as=\w+|all=1)?$/u.exec(location.search) ?? [];
  const { token } = session ?? { token: "" };
  if (isPage === undefined || !isList() || !/^[!-~]+$/u.test(token)) {
    return;
  }
  const service = lastService() || serviceOf(await config);
  if (!service) {
    return;
  }
  const { api, scheme } = service;
  const address = `${api.replace(/\/+$/u, "")}/server/?page=${number}&page_size=${size}`;
  const Authorization = `${token.startsWith("vps_") ? "Bearer" : scheme} ${token}`;
  const abort = new AbortController();
  const options = {
    headers: { Accept: "application/json", Authorization },
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
  };
  const answer = fetch(address, { ...options, signal: abort.signal });
  // Whoever takes it learns of its failure.
  answer.catch(() => undefined);
  sent = { address, Authorization, at: Date.now(), abort, answer, again: (signal) => fetch(address, { ...options, signal }) };
};

/**
 * The answer to what has been asked, for the application, when it asks the same: once, and while it is fresh. It obeys
 * `signal`. A network that failed meanwhile may be back: it is asked again.
 */
export const earlyAnswer = (address, authorization, signal) => {
  if (sent?.address !== address || sent.Authorization !== authorization) {
    return undefined;
  }
  const { at, abort, answer, again } = sent;
  sent = undefined;
  if (Date.now() - at > FRESH) {
    abort.abort();
    return undefined;
  }
  signal.addEventListener("abort", () => abort.abort());
  return answer.catch(() => again(signal));
};

/**
 * Resolves when the answer is here, where there is one to come, or after a moment: a list that is drawn at once spares the
 * phone the drawing of one that waits, and the outline of that stands in the document until then.
 */
export const earlyArrival = () => {
  const pause = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  // Reading a copy has the application find all of it, without another turn.
  const whole = sent?.answer.then((answer) => answer.clone().arrayBuffer()).catch(() => undefined);
  return Promise.race([whole, pause]);
};
