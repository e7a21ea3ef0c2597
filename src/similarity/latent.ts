/**
 * A latent space of the letter pairs of a registry: what stands in like company comes to lie close together, so that 「泊车」
 * and 「停车」 are near although no pair is common. Truncated singular value decomposition by subspace iteration, with
 * additions, multiplications, divisions and square roots alone: the same to the last bit in every engine. Coordinates of
 * terms are kept as whole numbers from -127 to 127.
 */
export interface LatentSpace {
  readonly size: number;
  /** The number of each term in `table`. */
  readonly terms: ReadonlyMap<number, number>;
  /** Row by row the coordinates of each term, each axis in units of its own. */
  readonly table: Int8Array;
  /** The unit of each axis. */
  readonly units: readonly number[];
}

/** Weighted terms of one text: keys and weights. */
export type Weighted = Iterable<readonly [number, number]>;

export const DIMENSIONS = 64;
/** Further directions that are worked with and left out in the end. */
const SPARE = 8;
/** A small registry needs more turns, and they cost nothing there. */
const TURNS = 4;
const TURNS_OF_FEW = 40;
const FEW = 50;
/** A registry is sampled evenly beyond this: more texts say little more about how words go together. */
const MOST_TEXTS = 2_000;
/** The terms that most texts share are kept first. */
const MOST_TERMS = 6_000;

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
  const matrix = rows.map((row) => normalised(row, terms));
  const width = Math.min(dimensions + SPARE, terms.size, matrix.length);
  const size = Math.min(dimensions, width);
  if (size === 0) return NO_SPACE;
  let basis = startingBasis(terms.size, width);
  const turns = matrix.length < FEW ? TURNS_OF_FEW : TURNS;
  for (let turn = 0; turn < turns; turn++) {
    orthonormalise(basis);
    basis = multiplied(matrix, basis, terms.size);
  }
  const strength = orthonormalise(basis);
  const order = strength
    .map((value, at) => ({ value, at }))
    .sort((a, b) => b.value - a.value || a.at - b.at)
    .slice(0, size);
  return {
    size,
    terms,
    ...quantised(
      order.map(({ at }) => basis[at] as Float64Array),
      terms.size,
    ),
  };
}

/** Where a text lies, of length 1; undefined for one of which nothing is known. */
export function foldIn({ size, terms, table, units }: LatentSpace, text: Weighted): Float64Array | undefined {
  const place = new Float64Array(size);
  for (const [term, weight] of text) {
    const row = terms.get(term);
    if (row === undefined) continue;
    for (let axis = 0; axis < size; axis++)
      place[axis] = (place[axis] ?? 0) + weight * (units[axis] ?? 0) * (table[row * size + axis] ?? 0);
  }
  const length = Math.sqrt(dot(place, place));
  if (length === 0) return undefined;
  for (let axis = 0; axis < size; axis++) place[axis] = (place[axis] ?? 0) / length;
  return place;
}

/** How much of a text's weight the space knows, 0..1. */
export function knownShare({ terms }: LatentSpace, text: Weighted): number {
  let all = 0;
  let known = 0;
  for (const [term, weight] of text) {
    all += weight * weight;
    if (terms.has(term)) known += weight * weight;
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

interface Row {
  readonly at: Int32Array;
  readonly weights: Float64Array;
}

/** A text as a row of length 1. */
function normalised(row: readonly (readonly [number, number])[], terms: ReadonlyMap<number, number>): Row {
  const known = row.filter(([term]) => terms.has(term));
  let squares = 0;
  for (const [, weight] of known) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  return {
    at: Int32Array.from(known, ([term]) => terms.get(term) ?? 0),
    weights: Float64Array.from(known, ([, weight]) => weight / length),
  };
}

/** Directions to begin with: whole numbers that look like chance and are always the same. */
function startingBasis(length: number, width: number): Float64Array[] {
  let state = 12_345;
  return Array.from({ length: width }, () => {
    const axis = new Float64Array(length);
    for (let at = 0; at < length; at++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      axis[at] = (state >>> 8) / 0x3fffff - 1;
    }
    return axis;
  });
}

/** Transposed matrix times matrix times each direction. */
function multiplied(matrix: readonly Row[], basis: readonly Float64Array[], length: number): Float64Array[] {
  return basis.map((axis) => {
    const result = new Float64Array(length);
    for (const { at, weights } of matrix) {
      let sum = 0;
      for (let one = 0; one < at.length; one++) sum += (weights[one] ?? 0) * (axis[at[one] ?? 0] ?? 0);
      if (sum === 0) continue;
      for (let one = 0; one < at.length; one++) {
        const term = at[one] ?? 0;
        result[term] = (result[term] ?? 0) + sum * (weights[one] ?? 0);
      }
    }
    return result;
  });
}

/** Makes directions of length 1 at right angles; gives back how long each was. */
function orthonormalise(basis: readonly Float64Array[]): number[] {
  return basis.map((axis, at) => {
    for (let before = 0; before < at; before++) {
      const other = basis[before] as Float64Array;
      const share = dot(axis, other);
      for (let one = 0; one < axis.length; one++) axis[one] = (axis[one] ?? 0) - share * (other[one] ?? 0);
    }
    const length = Math.sqrt(dot(axis, axis));
    // What is left of a direction that the others make up already is noise of rounding.
    const scale = length > 1e-9 ? 1 / length : 0;
    for (let one = 0; one < axis.length; one++) axis[one] = (axis[one] ?? 0) * scale;
    return length > 1e-9 ? length : 0;
  });
}

function quantised(axes: readonly Float64Array[], length: number): Pick<LatentSpace, 'table' | 'units'> {
  const table = new Int8Array(length * axes.length);
  const units = axes.map((values, axis) => {
    let most = 0;
    for (const value of values) most = Math.max(most, Math.abs(value));
    for (let term = 0; term < length && most > 0; term++)
      table[term * axes.length + axis] = Math.round(((values[term] ?? 0) / most) * 127);
    return Math.round(most * 1e6) / 1e6;
  });
  return { table, units };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
