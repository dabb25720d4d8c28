// Part of the module that starts the application (tools/page/pieces.mjs): fetches a piece of the program, again after
// a pause when that fails, since a phone's connection comes and goes.
const fetchPiece = async (name, integrity) => {
  const address = new URL(name, import.meta.url);
  for (const pause of [500, 2000]) {
    try {
      const response = await fetch(address, { integrity });
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
  return fetch(address, { integrity });
};
