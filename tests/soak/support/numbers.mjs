// Numbers: those that a run is given, those that it makes up, and those that it tells.

import { env } from "node:process";

/** The whole number in the environment variable `name`. */
export function setting(name, usual) {
  const number = Number(env[name] || usual);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new Error(`${name} must be a whole number above 0.`);
  }
  return number;
}

/** Random numbers that are the same in every run with the same seed (mulberry32). */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  fraction() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, at least 0, less than `limit`. */
  below(limit) {
    return Math.floor(this.fraction() * limit);
  }

  /** One of `choices`. */
  of(choices) {
    return choices[this.below(choices.length)];
  }

  /** True once in `times`. */
  oneIn(times) {
    return this.below(times) === 0;
  }
}

/** How long answers took, in milliseconds. */
export class Latencies {
  #all = [];

  add(milliseconds) {
    this.#all.push(milliseconds);
  }

  get count() {
    return this.#all.length;
  }

  /** What this share of the answers took at most: 0.5 is the median, 1 the longest. */
  percentile(share) {
    const sorted = this.#all.toSorted((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  }

  toString() {
    const [p50, p99, longest] = [0.5, 0.99, 1].map((share) => this.percentile(share).toFixed(1));
    return `p50 ${p50} ms, p99 ${p99} ms, max ${longest} ms`;
  }
}

/** A count as people read it: 12,345. */
export function count(number) {
  return Math.round(number).toLocaleString("en");
}
