// How a released page makes code of a file of the program. Part of the module that starts the application; the build says
// what JOINER is: the code of join-streams.wat, in base64.

import { joinStreams } from "./join-streams.js";

const joiner = new WebAssembly.Module(Uint8Array.from(atob(JOINER), (letter) => letter.charCodeAt(0)));

/** Instantiates what comes as `answer`, of whatever type its host says that it is. */
export const instantiate = async (answer, imports) => {
  const file = await (await answer).arrayBuffer();
  return WebAssembly.instantiate(joinStreams(joiner, file), imports);
};
