// Which of many small parts are put together into one file. Together they compress better and take fewer requests; but
// whoever wants one gets all.

import { brotliCompressSync, constants } from "node:zlib";

/** What a request costs besides what it brings, in bytes: what is sent and answered, and the file's digest in the list. */
const REQUEST = 200;

/** Nearly as good for comparing as the best, in a tenth of the time. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Puts parts together as long as that makes `visits` cheaper, all counted once: lists of indices into `parts`. A part is
 * `{ users, code }`: the names of the pieces that need it, and bytes that compress as it does. A visit is `{ opens,
 * present }`: the name of the piece that it needs, and those of pieces that have brought what they need before.
 */
export function groupParts(parts, visits) {
  const groupOf = (indices) => {
    const users = new Set(indices.flatMap((index) => [...parts[index].users]));
    const size = brotliCompressSync(Buffer.concat(indices.map((index) => parts[index].code)), QUALITY).length;
    const fetched = visits.filter(({ opens, present }) => users.has(opens) && !present.some((piece) => users.has(piece)));
    return { indices, cost: (size + REQUEST) * fetched.length };
  };
  const join = (a, b) => {
    const joined = groupOf([...a.indices, ...b.indices].sort((one, other) => one - other));
    return { a, b, joined, gain: a.cost + b.cost - joined.cost };
  };
  let groups = parts.map((_, index) => groupOf([index]));
  let joins = groups.flatMap((a, index) => groups.slice(index + 1).map((b) => join(a, b)));
  for (let best = mostGain(joins); best; best = mostGain(joins)) {
    const { a, b, joined } = best;
    groups = groups.filter((group) => group !== a && group !== b);
    joins = joins.filter((other) => ![a, b].includes(other.a) && ![a, b].includes(other.b));
    joins.push(...groups.map((group) => join(group, joined)));
    groups.push(joined);
  }
  return groups.map(({ indices }) => indices).sort(([one], [other]) => one - other);
}

/** The join that gains most; nothing where none gains anything. */
function mostGain(joins) {
  return joins.reduce((best, join) => (join.gain > (best?.gain ?? 0) ? join : best), undefined);
}
