import type { Vector } from './vector.ts';

/**
 * A latent space of the letter pairs of a registry: what stands in like company comes to lie close together, so that 「泊车」
 * and 「停车」 are near although no pair is common. Truncated singular value decomposition by subspace iteration, with
 * additions, multiplications, divisions and square roots alone: the same to the last bit in every engine. Coordinates of
 * terms are kept as few levels on either side of nought, which lie the closer the nearer to nought.
 */
export interface LatentSpace {
  readonly size: number;
  /** The number of each term in `table`. */
  readonly terms: ReadonlyMap<number, number>;
  /** Row by row the level of each coordinate of each term, from -7 to 7. */
  readonly table: Int8Array;
  /** By how much the square of a level counts on each axis. */
  readonly units: readonly number[];
}

/** Weighted terms of one text: keys and weights. */
export type Weighted = Iterable<readonly [number, number]>;
type Terms = Pick<Vector, 'keys' | 'values'>;

export const DIMENSIONS = 64;
/** Most coordinates are small: levels by squares keep what is left of them apart. More levels find no more. */
const LEVELS = 7;
/** Further directions that are worked with and left out in the end. */
const SPARE = 8;
/** A small registry needs more turns, and they cost nothing there. */
const TURNS = 2;
const TURNS_OF_FEW = 40;
const FEW = 50;
/** A registry is sampled evenly beyond this: more texts say little more about how words go together. */
const MOST_TEXTS = 1_000;
/** The terms that most texts share are kept first. */
const MOST_TERMS = 4_000;

/** As many of some texts, evenly taken, as a space is made of. */
export function sampled<T>(texts: readonly T[], most = MOST_TEXTS): readonly T[] {
  const step = Math.max(1, Math.ceil(texts.length / most));
  return texts.filter((_, at) => at % step === 0);
}

/** A space in which nothing is known. */
export const NO_SPACE: LatentSpace = { size: 0, terms: new Map(), table: new Int8Array(0), units: [] };

/** The space of some texts. Terms that stand in one text alone link nothing and are left out. */
export function latentSpace(texts: readonly Weighted[], dimensions = DIMENSIONS): LatentSpace {
  const rows = sampled(texts).map((text) => [...text]);
  const terms = numbered(rows);
  const width = Math.min(dimensions + SPARE, terms.size, rows.length);
  const size = Math.min(dimensions, width);
  if (size === 0) return NO_SPACE;
  const matrix = matrixOf(rows, terms);
  let basis = startingBasis(terms.size * width);
  for (let turn = rows.length < FEW ? TURNS_OF_FEW : TURNS; turn > 0; turn--) {
    orthonormalise(basis, width);
    basis = multiplied(matrix, basis, width);
  }
  const order = orthonormalise(basis, width)
    .map((value, axis) => ({ value, axis }))
    .sort((a, b) => b.value - a.value || a.axis - b.axis)
    .slice(0, size)
    .map(({ axis }) => axis);
  return { size, terms, ...quantised(basis, width, order) };
}

/** Where a text lies, of length 1; undefined for one of which nothing is known. */
export function foldIn(
  { size, terms, table, units }: LatentSpace,
  { keys, values }: Terms,
): Float64Array | undefined {
  const place = new Float64Array(size);
  const squares = squaresOf(table);
  for (let at = 0; at < keys.length; at++) {
    const row = terms.get(keys[at] as number);
    if (row === undefined) continue;
    const weight = values[at] as number;
    const from = row * size;
    for (let axis = 0; axis < size; axis++)
      place[axis] = (place[axis] as number) + weight * (squares[from + axis] as number);
  }
  for (let axis = 0; axis < size; axis++) place[axis] = (place[axis] as number) * (units[axis] as number);
  const length = Math.sqrt(dot(place, place));
  if (length === 0) return undefined;
  for (let axis = 0; axis < size; axis++) place[axis] = (place[axis] as number) / length;
  return place;
}

const squared = new WeakMap<Int8Array, Int8Array>();

/** The square of each level, with its sign: worked out once, for every text that is placed asks for hundreds. */
function squaresOf(table: Int8Array): Int8Array {
  const squares = squared.get(table) ?? table.map((level) => level * Math.abs(level));
  squared.set(table, squares);
  return squares;
}

/** How much of a text's weight the space knows, 0..1. */
export function knownShare({ terms }: LatentSpace, { keys, values }: Terms): number {
  let all = 0;
  let known = 0;
  for (let at = 0; at < keys.length; at++) {
    const weight = values[at] as number;
    all += weight * weight;
    if (terms.has(keys[at] as number)) known += weight * weight;
  }
  return all === 0 ? 0 : known / all;
}

/** How near two places are, 0..1. */
export function nearness(a: Float64Array | undefined, b: Float64Array | undefined): number {
  return a && b ? Math.max(0, Math.min(1, dot(a, b))) : 0;
}

function numbered(rows: readonly (readonly (readonly [number, number])[])[]): ReadonlyMap<number, number> {
  const holders = new Map<number, number>();
  for (const row of rows) for (const [term] of row) holders.set(term, (holders.get(term) ?? 0) + 1);
  const kept = [...holders]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_TERMS)
    .map(([term]) => term)
    .sort((a, b) => a - b);
  return new Map(kept.map((term, at) => [term, at]));
}

/** Sparse rows one after the other: where each begins, and the numbers and weights of its terms. */
interface Matrix {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** Texts as rows of length 1. */
function matrixOf(
  rows: readonly (readonly (readonly [number, number])[])[],
  numbers: ReadonlyMap<number, number>,
): Matrix {
  const starts = new Int32Array(rows.length + 1);
  const terms: number[] = [];
  const weights: number[] = [];
  for (const [at, row] of rows.entries()) {
    const known = row.filter(([term]) => numbers.has(term));
    let squares = 0;
    for (const [, weight] of known) squares += weight * weight;
    const length = Math.sqrt(squares) || 1;
    for (const [term, weight] of known) {
      terms.push(numbers.get(term) ?? 0);
      weights.push(weight / length);
    }
    starts[at + 1] = terms.length;
  }
  return { starts, terms: Int32Array.from(terms), weights: Float64Array.from(weights) };
}

/**
 * Directions to begin with: numbers that look like chance and are always the same. All directions of one term stand beside
 * each other, here and below: the loops over them are what making a space costs.
 */
function startingBasis(length: number): Float64Array {
  const basis = new Float64Array(length);
  let state = 12_345;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    basis[at] = (state >>> 8) / 0x3fffff - 1;
  }
  return basis;
}

/** Transposed matrix times matrix times each direction. */
function multiplied({ starts, terms, weights }: Matrix, basis: Float64Array, width: number): Float64Array {
  const result = new Float64Array(basis.length);
  const along = new Float64Array(width);
  for (let row = 1; row < starts.length; row++) {
    const [from, to] = [starts[row - 1] as number, starts[row] as number];
    along.fill(0);
    for (let one = from; one < to; one++) {
      const weight = weights[one] as number;
      const at = (terms[one] as number) * width;
      for (let axis = 0; axis < width; axis++)
        along[axis] = (along[axis] as number) + weight * (basis[at + axis] as number);
    }
    for (let one = from; one < to; one++) {
      const weight = weights[one] as number;
      const at = (terms[one] as number) * width;
      for (let axis = 0; axis < width; axis++)
        result[at + axis] = (result[at + axis] as number) + weight * (along[axis] as number);
    }
  }
  return result;
}

/** What is left of a direction that the others make up already is noise of rounding: so small a share of the longest square. */
const NOISE = 1e-12;

/**
 * Makes directions of length 1 at right angles, by Cholesky's decomposition of their products; gives back how long each was
 * besides those before it, 0 for one that the others make up.
 */
function orthonormalise(basis: Float64Array, width: number): number[] {
  const lower = decomposed(productsOf(basis, width), width);
  for (let from = 0; from < basis.length; from += width) {
    for (let axis = 0; axis < width; axis++) {
      const length = lower[axis * width + axis] as number;
      let left = basis[from + axis] as number;
      for (let before = 0; before < axis; before++)
        left -= (lower[axis * width + before] as number) * (basis[from + before] as number);
      basis[from + axis] = length === 0 ? 0 : left / length;
    }
  }
  return Array.from({ length: width }, (_, axis) => lower[axis * width + axis] as number);
}

/** The product of each direction with each that stands before it, and with itself. */
function productsOf(basis: Float64Array, width: number): Float64Array {
  const products = new Float64Array(width * width);
  for (let from = 0; from < basis.length; from += width)
    for (let axis = 0; axis < width; axis++) {
      const value = basis[from + axis] as number;
      const row = axis * width;
      for (let before = 0; before <= axis; before++)
        products[row + before] =
          (products[row + before] as number) + value * (basis[from + before] as number);
    }
  return products;
}

/** The lower half whose square the products are, in their place. */
function decomposed(products: Float64Array, width: number): Float64Array {
  let longest = 0;
  for (let axis = 0; axis < width; axis++)
    longest = Math.max(longest, products[axis * width + axis] as number);
  for (let axis = 0; axis < width; axis++)
    for (let before = 0; before <= axis; before++) {
      let left = products[axis * width + before] as number;
      for (let one = 0; one < before; one++)
        left -= (products[axis * width + one] as number) * (products[before * width + one] as number);
      const length = products[before * width + before] as number;
      if (before < axis) products[axis * width + before] = length === 0 ? 0 : left / length;
      else products[axis * width + axis] = left > NOISE * longest ? Math.sqrt(left) : 0;
    }
  return products;
}

/** The wanted directions in levels, each with a unit of its own. */
function quantised(
  basis: Float64Array,
  width: number,
  order: readonly number[],
): Pick<LatentSpace, 'table' | 'units'> {
  const size = order.length;
  const many = basis.length / width;
  const table = new Int8Array(many * size);
  const units = order.map((direction, axis) => {
    let most = 0;
    for (let term = 0; term < many; term++)
      most = Math.max(most, Math.abs(basis[term * width + direction] as number));
    for (let term = 0; term < many && most > 0; term++) {
      const share = (basis[term * width + direction] as number) / most;
      table[term * size + axis] = Math.sign(share) * Math.round(Math.sqrt(Math.abs(share)) * LEVELS);
    }
    return Math.round((most / LEVELS ** 2) * 1e8) / 1e8;
  });
  return { table, units };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
