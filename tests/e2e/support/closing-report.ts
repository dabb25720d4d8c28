import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Reporter, Suite, TestCase, TestError } from "@playwright/test/reporter";

/** How many lines a journey gets: who sees only the end of a long output still sees what failed. */
const LINES = 12;
/** How long a line may be: some hold a whole page. */
const COLUMNS = 200;
/** The last lines of the log of a call: what was there when the patience ended. */
const LOG_LINES = 2;
/** What such a log says of every try. */
const ROUTINE = /^\s*- (waiting|retrying|scrolling|done scrolling|element is visible)/u;
/** What tells the difference, where an error has more lines than there is room for; not the heads that count lines. */
const COMPARED = /^(Expected|Received|[-+] (?!(Expected|Received) {2}))/u;

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

/** The lines of an error that matter, at most so many: what was expected and found, the end of the log, and the place. */
export function essence({ message = "", value = "", location }: TestError, most: number): string[] {
  const [said = "", log = ""] = stripVTControlCharacters(message || value).split(/^Call log:$/mu);
  const tries = linesOf(log).filter((line) => !ROUTINE.test(line));
  const lastOfLog = (tries.length > 0 ? tries : linesOf(log)).slice(-LOG_LINES);
  const place = location ? [`at ${path.basename(location.file)}:${location.line}`] : [];
  const room = most - lastOfLog.length - place.length;
  const [first = "", ...rest] = linesOf(said);
  const compared = rest.length < room ? rest : rest.filter((line) => COMPARED.test(line));
  return [first, ...compared.slice(0, room - 1), ...lastOfLog, ...place].map((line) => line.slice(0, COLUMNS));
}

/** The essence of several errors, which share the room. */
const essences = (errors: readonly TestError[]): string[] =>
  errors.flatMap((error) => essence(error, Math.max(4, Math.floor(LINES / errors.length)))).slice(0, LINES);

/** Names a journey that has not passed, by its place and title, and says why. */
function describe(journey: TestCase): string[] {
  const [, , ...title] = journey.titlePath();
  const [file, ...names] = title;
  const errors = journey.results.at(-1)?.errors ?? [];
  const reason = errors.length === 0 ? [journey.outcome()] : essences(errors);
  return [`✘ ${file}:${journey.location.line} › ${names.join(" › ")}`, ...reason.map((line) => `    ${line}`)];
}

/** Says at the very end once more, and briefly, which journeys have not passed and why. */
export default class ClosingReport implements Reporter {
  private journeys: TestCase[] = [];
  private readonly errors: TestError[] = [];

  onBegin(_: unknown, suite: Suite): void {
    this.journeys = suite.allTests();
  }

  /** What went wrong outside of any journey. */
  onError(error: TestError): void {
    this.errors.push(error);
  }

  /** Says of how many of the steps that the journeys of a file name something holds. */
  private count(file: string, tell: (held: number, all: number) => string): void {
    const results = this.journeys.filter(({ location }) => location.file.endsWith(file)).flatMap(({ results }) => results);
    const steps = results.flatMap(({ steps }) => steps).filter(({ category }) => category === "test.step");
    if (steps.length > 0) {
      console.log(tell(steps.filter(({ error }) => !error).length, steps.length));
    }
  }

  onEnd(): void {
    // A cell is a call of the contract that fails in one way.
    this.count("fault-matrix.spec.ts", (held, all) => `fault matrix: ${held} of ${all} cells held`);
    this.count("/access.spec.ts", (held, all) => `axe-core: nothing found in ${held} of ${all} scenes × languages × widths × themes`);
    const failed = this.journeys.filter((journey) => journey.outcome() !== "expected");
    const lines = [...essences(this.errors), ...failed.flatMap(describe)];
    if (lines.length > 0) {
      console.log(["", "What has not passed, once more:", ...lines].join("\n"));
    }
  }
}
