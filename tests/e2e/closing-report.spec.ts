import { expect, test } from "@playwright/test";
import { essence } from "./support/closing-report.ts";

const location = { file: "/somewhere/servers.spec.ts", line: 12, column: 3 };

test("an error is told with what was expected and found, the end of its log and its place", () => {
  const message = [
    "Error: \u001B[2mexpect(\u001B[22m\u001B[31mlocator\u001B[39m).toHaveText(expected) failed",
    "",
    "Expected: \u001B[32m\"Running\"\u001B[39m",
    "Received: \u001B[31m\"Stopped\"\u001B[39m",
    "",
    "Call log:",
    "  - waiting for getByRole('status')",
    "    3 × locator resolved to <span>",
    "      - unexpected value \"Stopped\"",
    "",
  ].join("\n");
  expect(essence({ message, location, snippet: "> 12 | code" }, 12)).toEqual([
    "Error: expect(locator).toHaveText(expected) failed",
    'Expected: "Running"',
    'Received: "Stopped"',
    "    3 × locator resolved to <span>",
    '      - unexpected value "Stopped"',
    "at servers.spec.ts:12",
  ]);
});

test("of an action the obstacle is told, and what was looked for where nothing was found", () => {
  const looked = ["locator.click: Timeout 9000ms exceeded.", "Call log:", "  - waiting for getByRole('button')"];
  expect(essence({ message: looked.join("\n") }, 6)).toEqual([looked[0], looked[2]]);
  const obstacle = "    - <h2>…</h2> intercepts pointer events";
  expect(essence({ message: [...looked, obstacle, "  - retrying click action", "    - waiting 500ms"].join("\n") }, 6)).toEqual([
    looked[0],
    obstacle,
  ]);
});

test("of a long comparison the differences are told, of a long line the beginning", () => {
  const same = Array.from({ length: 50 }, (_, index) => `    "web-${index}",`);
  const message = ["Error: toEqual failed", "- Expected  - 1", "+ Received  + 1", ...same, '+   "web-99",', "x"].join("\n");
  expect(essence({ message }, 6)).toEqual(["Error: toEqual failed", '+   "web-99",']);
  expect(essence({ message: "x".repeat(1_000) }, 6)).toEqual(["x".repeat(200)]);
});
