/** A sparse vector: keys ascending, with their weights, and its Euclidean length. */
export interface Vector {
  readonly keys: readonly number[];
  readonly values: readonly number[];
  readonly length: number;
}

/** Makes a vector of counts or weights; entries of weight 0 are left out. */
export function makeVector(weights: ReadonlyMap<number, number>): Vector {
  // Sorted as bare numbers: with a function to compare by it takes ten times as long.
  const sorted = new Int32Array(weights.size);
  let many = 0;
  for (const key of weights.keys()) sorted[many++] = key;
  sorted.sort();
  const keys: number[] = [];
  const values: number[] = [];
  for (const key of sorted) {
    const weight = weights.get(key) ?? 0;
    if (weight === 0) continue;
    keys.push(key);
    values.push(weight);
  }
  return vectorOf(keys, values);
}

/** A vector of ascending keys and their weights, none of which is 0. */
export function vectorOf(keys: readonly number[], values: readonly number[]): Vector {
  let squares = 0;
  for (const value of values) squares += value * value;
  return { keys, values, length: Math.sqrt(squares) };
}

/** Each key with its weight. */
export function pairsOf({ keys, values }: Vector): readonly (readonly [number, number])[] {
  return keys.map((key, at) => [key, values[at] ?? 0]);
}

/** Cosine of two vectors, 0..1; 0 when either is empty. */
export function cosine(a: Vector, b: Vector): number {
  if (a.length === 0 || b.length === 0) return 0;
  return Math.min(1, dot(a, b) / (a.length * b.length));
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const [left, right] = [a.keys[i] ?? 0, b.keys[j] ?? 0];
    if (left === right) sum += (a.values[i++] ?? 0) * (b.values[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}
