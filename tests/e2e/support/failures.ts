import { words } from "./words.ts";

/** A way in which a call fails on purpose (backend/src/faults.rs), and what the page makes of it. */
export interface Failure {
  readonly kind: string;
  /** The status of the answer; none when there is no answer. */
  readonly status?: number;
  /** What a person reads, to the letter. */
  readonly sentence: string | RegExp;
}

const theirs = (kind: string) => words("error.says", { message: `This call fails on purpose: ${kind}.` });
const both = (kind: string, ours: string) => `${ours} ${theirs(kind)}`;
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** The sentence that tells when to try again: twenty seconds after the answer, less the moment that it took to show. */
function until(key: string, after = ""): RegExp {
  const [before, end] = words(key, { time: "\0" }).split("\0");
  return new RegExp(`^${escaped(before ?? "")}in (20|19|18) seconds${escaped(end ?? "")}${escaped(after)}$`, "u");
}

/** The failures that a page tells in the same way wherever they happen; the others are told where they happen. */
export const failures: readonly Failure[] = [
  { kind: "error-true-200", sentence: both("error-true-200", words("error.other", { status: "200" })) },
  { kind: "error-true", status: 400, sentence: both("error-true", words("error.invalid")) },
  { kind: "message", status: 409, sentence: both("message", words("error.conflict")) },
  { kind: "detail", status: 400, sentence: both("detail", words("error.invalid")) },
  { kind: "non-field", status: 400, sentence: both("non-field", words("error.invalid")) },
  { kind: "list", status: 400, sentence: both("list", words("error.invalid")) },
  { kind: "html", status: 500, sentence: words("error.server") },
  { kind: "empty", status: 502, sentence: words("error.server") },
  { kind: "text", status: 503, sentence: until("error.server_until") },
  { kind: "rate-limited", status: 429, sentence: until("error.rate_limited_until", ` ${theirs("rate-limited")}`) },
  { kind: "rate-limited-date", status: 429, sentence: until("error.rate_limited_until", ` ${theirs("rate-limited-date")}`) },
  { kind: "rate-limited-bare", status: 429, sentence: both("rate-limited-bare", words("error.rate_limited")) },
  { kind: "forbidden", status: 403, sentence: both("forbidden", words("error.forbidden")) },
  { kind: "not-found", status: 404, sentence: both("not-found", words("error.not_found")) },
  { kind: "conflict", status: 409, sentence: both("conflict", words("error.conflict")) },
  { kind: "too-large", status: 413, sentence: words("error.too_large") },
  { kind: "broken-json", sentence: words("error.unreadable") },
  { kind: "wrong-shape", sentence: words("error.unreadable") },
  { kind: "html-200", sentence: words("error.unreadable") },
  { kind: "reset", sentence: words("error.network") },
];

/** The failures that only support may be able to mend: what is told once of them ends with a reference. */
const forSupport = ["error-true-200", "html", "empty", "text", "broken-json", "wrong-shape", "html-200"];

/** What a form or a toast says of a failure. */
export function withReference({ kind, sentence }: Failure): string | RegExp {
  if (!forSupport.includes(kind)) {
    return sentence;
  }
  const source = typeof sentence === "string" ? `^${escaped(sentence)}$` : sentence.source;
  return new RegExp(source.replace(/\$$/u, " Reference: (?:[0-9a-f]{16}, )?[\\d-]{10} [\\d:]{8} UTC$"), "u");
}
