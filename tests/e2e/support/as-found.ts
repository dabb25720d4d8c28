import type { Api } from "./api.ts";
import { expect, test } from "./test.ts";

interface Server {
  readonly instance_id: string;
  readonly status: string;
}

const servers = async (api: Api, token: string): Promise<Server[]> =>
  (await api.call("GET", "/server/?page_size=100", token)).body.results;

const actionTowards = (status: string) => (status === "SHUTOFF" ? "stop" : "start");

/** What the service says to an action that would bring a server where it is, with nothing under way there. */
const refusal = ({ status }: Server) => `Cannot ${actionTowards(status)} a server whose status is ${status}.`;

/**
 * Asks for what would bring a server to the status that it has here. The answer tells what the status alone does not: a
 * server that is starting is still called SHUTOFF, one that is stopping ACTIVE.
 */
async function bringTo(api: Api, token: string, { instance_id: id, status }: Server): Promise<string> {
  return (await api.call("POST", `/server/${id}/${actionTowards(status)}/`, token)).body.message;
}

/** Lets what the journeys of this group start and stop be as it was, to the end: other journeys find the same servers. */
export function leaveAsFound(): void {
  let before: Server[] = [];
  test.beforeEach(async ({ api, token }) => {
    before = await servers(api, token);
  });
  test.afterEach(async ({ api, token }) => {
    await expect(async () => {
      const answers = await Promise.all(before.map((server) => bringTo(api, token, server)));
      expect(answers).toEqual(before.map(refusal));
    }).toPass();
  });
}
