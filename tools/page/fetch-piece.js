// Part of the module that starts the application (tools/page/pieces.mjs): fetches a piece of the program, again after
// a pause when that fails, since a phone's connection comes and goes. The digest of a piece, in base64, tells its
// address too: digests do not compress, and there are dozens.
const fetchPiece = async (name, digest) => {
  const hash = Array.from(atob(digest).slice(0, 8), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
  const address = new URL(`./${name}-${hash.join("")}.wasm`, import.meta.url);
  const options = { integrity: `sha256-${digest}` };
  for (const pause of [500, 2000]) {
    try {
      const response = await fetch(address, options);
      if (response.ok) {
        return response;
      }
    } catch {
      // The same as an answer that is not the piece: tried again.
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
  return fetch(address, options);
};
