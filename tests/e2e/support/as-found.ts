import type { Api } from "./api.ts";
import { expect, test } from "./test.ts";

/** The status of every server by its id. */
const statuses = async (api: Api, token: string): Promise<Map<string, string>> => {
  const { results } = (await api.call("GET", "/server/?page_size=100", token)).body;
  return new Map(results.map((server: { instance_id: string; status: string }) => [server.instance_id, server.status]));
};

/** Lets what the journeys of this group start and stop be as it was: other journeys find the same servers. */
export function leaveAsFound(): void {
  let before = new Map<string, string>();
  test.beforeEach(async ({ api, token }) => {
    before = await statuses(api, token);
  });
  test.afterEach(async ({ api, token }) => {
    await expect(async () => {
      const changed = [...(await statuses(api, token))].filter(([id, status]) => before.get(id) !== status);
      for (const [id, status] of changed) {
        await api.call("POST", `/server/${id}/${status === "ACTIVE" ? "stop" : "start"}/`, token);
      }
      expect(changed).toEqual([]);
    }).toPass();
  });
}
