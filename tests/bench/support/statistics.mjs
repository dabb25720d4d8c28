// What is said of the values of several runs.

/** The value below which this share of the values lies, between the two nearest ones where it falls between them. */
export function quantile(values, share) {
  if (values.length === 0) {
    throw new RangeError("There are no values.");
  }
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values) => quantile(values, 0.5);

/** The median, and the quartiles, between which half of the values lie. */
export function summary(values) {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75), runs: values.length };
}
