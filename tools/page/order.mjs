// Puts like functions of a WebAssembly module next to each other: a compressor says in fewer bits where it has seen the
// same before, when that is near. A thirtieth of the program.

import { readFile, writeFile } from "node:fs/promises";

import { functionsOf, nameSection } from "../wasm.mjs";
import { runTool } from "./run-tool.mjs";

/** The functions that are called most have the smallest numbers, by wasm-opt's doing, and calls of these are shorter. */
const CALLED_MOST = 128;

/** How many bytes in a row two functions must have in common to be alike in something. */
const LENGTH = 4;

/** What more functions than this have in common says nothing of any. */
const COMMON = 200;

/** Orders the functions of the module in `file`; `options` are those that wasm-opt needs to read and to write it. */
export async function orderFunctions(file, options) {
  const module = await readFile(file);
  const { imported, bodies } = functionsOf(module);
  const order = likeWithLike(bodies, Math.min(CALLED_MOST, bodies.length));
  // wasm-opt sorts functions by their names: they get such that this is their order.
  const names = new Map(order.map((index, place) => [imported + index, String(place).padStart(6, "0")]));
  await writeFile(file, Buffer.concat([module, nameSection([...names].sort(([a], [b]) => a - b))]));
  // Else it would undo what it does when it writes an optimised module.
  const asOptimised = ["--optimize-level=2", "--shrink-level=1", "--generate-stack-ir", "--optimize-stack-ir"];
  await runTool("wasm-opt", ["--reorder-functions-by-name", "--strip-debug", ...asOptimised, ...options, file, "-o", file]);
}

/** The numbers of `bodies`, the first `fixed` of them in their place, then each followed by the one most like it. */
export function likeWithLike(bodies, fixed) {
  const features = bodies.map(featuresOf);
  const having = new Map();
  for (const [index, own] of features.entries()) {
    for (const feature of index < fixed ? [] : own) {
      const others = having.get(feature) ?? [];
      if (others.length < COMMON) {
        others.push(index);
        having.set(feature, others);
      }
    }
  }
  const order = [...bodies.keys()].slice(0, fixed);
  const left = new Set([...bodies.keys()].slice(fixed));
  let last = largest(bodies, left);
  while (last !== undefined) {
    order.push(last);
    left.delete(last);
    last = mostLike(last, features, having, left) ?? left.values().next().value;
  }
  return order;
}

/** The rows of bytes that are in a body. */
function featuresOf(body) {
  const features = new Set();
  for (let at = 0; at + LENGTH <= body.length; at += 1) {
    features.add(body.readUInt32LE(at));
  }
  return features;
}

function largest(bodies, left) {
  const byLength = [...left].sort((a, b) => bodies[b].length - bodies[a].length);
  return byLength[0];
}

/** Which of those that are `left` has the most in common with the function `index`, for their sizes. */
function mostLike(index, features, having, left) {
  const shared = new Map();
  for (const feature of features[index]) {
    for (const other of having.get(feature) ?? []) {
      if (left.has(other)) {
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
  }
  let [best, most] = [undefined, 0];
  for (const [other, count] of shared) {
    const likeness = count / (features[index].size + features[other].size - count);
    if (likeness > most) {
      [best, most] = [other, likeness];
    }
  }
  return best;
}
