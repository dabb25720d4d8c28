// Part of the module that starts the application; tools/page/pieces.mjs writes before it what LIST is: the path and the
// digest of the list of the pieces, which says of each file of the program its digest, in base64, and of each piece the
// numbers of the shared files that it needs. Digests do not compress, and there are dozens: so they come with the first piece.

/** Fetches what must have this digest; again after a pause when that fails, since a phone's connection comes and goes. */
const fetchPersistently = async (path, integrity) => {
  const address = new URL(path, import.meta.url);
  for (const pause of [500, 2000]) {
    try {
      const response = await fetch(address, { integrity });
      if (response.ok) {
        return response;
      }
    } catch {
      // The same as an answer that is something else: tried again.
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
  return fetch(address, { integrity });
};

let list;
const readList = async () => {
  try {
    return await (await fetchPersistently(LIST.path, LIST.integrity)).json();
  } catch (error) {
    // Whoever needs it next asks again.
    list = undefined;
    throw error;
  }
};
const listed = () => (list ??= readList());

/** The digest of a piece tells its address, too. */
const askForPiece = async (name) => {
  const digest = (await listed()).digests[name];
  const hash = Array.from(atob(digest).slice(0, 8), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
  return fetchPersistently(`${name}-${hash.join("")}.wasm`, `sha256-${digest}`);
};

// The pieces of the page that is opened come beside the program, not after it: public/boot.js knows which they are.
const ahead = new Map();
const askAhead = async (pieces) => {
  const { digests, parts } = await listed();
  const names = pieces.flatMap((piece) => [`split_${piece}`, ...(parts[piece] ?? []).map((number) => `shared_${number}`)]);
  for (const name of new Set(names)) {
    if (digests[name]) {
      const asking = askForPiece(name);
      // Whoever takes it learns of its failure.
      asking.catch(() => undefined);
      ahead.set(name, asking);
    }
  }
};
const pieces = globalThis.vpsPortal?.pieces ?? [];
const isAsked = pieces.length > 0 ? askAhead(pieces).catch(() => undefined) : undefined;

const fetchPiece = async (name) => {
  await isAsked;
  const asking = ahead.get(name) ?? askForPiece(name);
  // An answer can be read once, and a failed one is no answer.
  ahead.delete(name);
  return asking;
};
