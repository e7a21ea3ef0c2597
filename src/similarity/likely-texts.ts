import type { FeatureMaker, Features } from './features.ts';
import { countGrams } from './grams.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { fold } from './normalise.ts';
import { bucketOf, type PairIndex } from './pair-index.ts';
import { spread } from './soft-length.ts';
import { pairsOf, type Vector } from './vector.ts';

/** What is looked for: the concepts of a need, and the letter pairs of its name and its whole text. */
export interface Wanted {
  readonly features: Features;
  readonly words: Vector;
  /** Letter pairs that lie near to it in the latent space. */
  readonly near: Vector;
}

/** What each respect counts, so that of what would be asked about in a registry of 2,000 hardly anything is not read. */
const SHARES = { name: 0.5, telling: 0.4, text: 0.1, near: 0.6, concepts: 0.3 } as const;
/** A text with so many pairs counts half of what a short one does that shares as many; and a name. */
const RICH = { text: 400, name: 20 } as const;
/** Concepts that are less near than this to one that is wanted are not looked for. */
const NEAR = 0.5;

/** In which of some entries pairs of characters stand: anywhere in their texts, and in their names. */
export interface Indexes {
  readonly texts: PairIndex;
  readonly names: PairIndex;
}

/**
 * The texts that are most worth reading for a need, at most so many, by their numbers, ascending: those that share most of
 * its letter pairs, above all those of its name and the rare ones, and most of its concepts in whatever words. `passes`
 * leaves texts out.
 */
export function likelyTexts(
  maker: FeatureMaker,
  { texts, names }: Indexes,
  { features, words, near }: Wanted,
  passes: (text: number) => boolean,
  most: number,
): readonly number[] {
  const sums = new Float64Array(texts.size);
  addPairs(sums, texts, features.grams, SHARES.telling);
  addPairs(sums, texts, words, SHARES.text);
  addPairs(sums, texts, near, SHARES.near);
  soften(sums, texts, RICH.text);
  const ofNames = new Float64Array(names.size);
  addPairs(ofNames, names, features.nameGrams, SHARES.name);
  soften(ofNames, names, RICH.name);
  for (let text = 0; text < sums.length; text++) sums[text] = (sums[text] ?? 0) + (ofNames[text] ?? 0);
  addConcepts(sums, texts, maker.lexicon, features.concepts, SHARES.concepts);
  return best(sums, passes, most);
}

/** What is long shares much with anything. */
function soften(sums: Float64Array, { richness }: PairIndex, rich: number): void {
  for (let text = 0; text < sums.length; text++)
    sums[text] = ((sums[text] ?? 0) * rich) / (rich + (richness[text] ?? 0));
}

function addPairs(sums: Float64Array, index: PairIndex, { keys, values }: Vector, share: number): void {
  let all = 0;
  for (const value of values) all += value * value;
  for (let at = 0; at < keys.length; at++) {
    const weight = (share * (values[at] ?? 0) ** 2) / all;
    for (const text of index.holders(bucketOf(keys[at] ?? 0))) sums[text] = (sums[text] ?? 0) + weight;
  }
}

function addConcepts(
  sums: Float64Array,
  index: PairIndex,
  lexicon: LexiconIndex,
  concepts: Vector,
  share: number,
): void {
  let all = 0;
  for (const value of concepts.values) all += value;
  const own = new Map(pairsOf(concepts));
  for (const [concept, weight] of spread(nearOnly(lexicon), concepts)) {
    const counts = (share * Math.max(weight, own.get(concept) ?? 0)) / all;
    for (const text of textsWith(index, lexicon, concept)) sums[text] = (sums[text] ?? 0) + counts;
  }
}

type Texts = Map<number, Int32Array>;
const ofConcepts = new WeakMap<PairIndex, WeakMap<LexiconIndex, Texts>>();

/** The texts in which a concept seems to stand, in whatever words. A plan and its modules ask for the same ones. */
function textsWith(index: PairIndex, lexicon: LexiconIndex, concept: number): Int32Array {
  const ofIndex = ofConcepts.get(index) ?? new WeakMap<LexiconIndex, Texts>();
  ofConcepts.set(index, ofIndex);
  const known = ofIndex.get(lexicon) ?? new Map<number, Int32Array>();
  ofIndex.set(lexicon, known);
  const made = known.get(concept) ?? inAny(index, formsOf(lexicon, concept));
  known.set(concept, made);
  return made;
}

/** The texts that hold any one of some forms, each once. */
function inAny(index: PairIndex, forms: Forms): Int32Array {
  const lists = forms.map((buckets) => holdersOfAll(index, buckets)).filter(({ length }) => length > 0);
  if (lists.length < 2) return lists[0] ?? new Int32Array();
  const met = new Uint8Array(index.size);
  const texts = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let many = 0;
  for (const list of lists)
    for (const text of list) {
      if (met[text] === 1) continue;
      met[text] = 1;
      texts[many++] = text;
    }
  return texts.slice(0, many);
}

const nearest = new WeakMap<LexiconIndex, Pick<LexiconIndex, 'near'>>();

function nearOnly(lexicon: LexiconIndex): Pick<LexiconIndex, 'near'> {
  const made = nearest.get(lexicon) ?? {
    near: lexicon.near.map((links) => links.filter(([, weight]) => weight >= NEAR)),
  };
  nearest.set(lexicon, made);
  return made;
}

type Forms = readonly (readonly number[])[];
const forms = new WeakMap<LexiconIndex, Map<number, Forms>>();

/** For each way of writing a concept, the buckets of the pairs that it consists of. */
function formsOf(lexicon: LexiconIndex, concept: number): Forms {
  const known = forms.get(lexicon) ?? new Map<number, Forms>();
  forms.set(lexicon, known);
  const made =
    known.get(concept) ??
    (lexicon.concepts[concept]?.forms ?? [])
      .map((form) => [...countGrams(fold(form)).keys()].map(bucketOf))
      .filter((buckets) => buckets.length > 0);
  known.set(concept, made);
  return made;
}

/** The texts that hold every one of some buckets. */
function holdersOfAll(index: PairIndex, buckets: readonly number[]): Int32Array {
  const [first = 0, ...others] = buckets;
  let kept = index.holders(first);
  for (const bucket of others) {
    // Most forms stand nowhere, and where the texts of a bucket are kept on the disk, each is read for it.
    if (kept.length === 0) break;
    const list = index.holders(bucket);
    kept = list.length < kept.length ? inBoth(list, kept) : inBoth(kept, list);
  }
  return kept;
}

/** What stands in both; leaps over what lies between, because most lists are many times as long as the other. */
function inBoth(few: Int32Array, many: Int32Array): Int32Array {
  if (few === many) return few;
  const both = new Int32Array(few.length);
  let [count, at] = [0, 0];
  for (const text of few) {
    let leap = 1;
    while (at + leap < many.length && (many[at + leap] as number) < text) {
      at += leap;
      leap *= 2;
    }
    for (; leap >= 1; leap >>= 1)
      if (at + leap < many.length && (many[at + leap] as number) < text) at += leap;
    if (at < many.length && (many[at] as number) < text) at++;
    if (many[at] === text) both[count++] = text;
  }
  return both.subarray(0, count);
}

/** The numbers of the largest sums, ascending; of equal ones the first. */
function best(sums: Float64Array, passes: (text: number) => boolean, most: number): readonly number[] {
  const kept: number[] = [];
  let least = 0;
  for (let text = 0; text < sums.length; text++) {
    const sum = sums[text] ?? 0;
    if (sum <= least || !passes(text)) continue;
    let at = kept.length;
    while (at > 0 && (sums[kept[at - 1] ?? 0] ?? 0) < sum) at--;
    kept.splice(at, 0, text);
    if (kept.length > most) kept.pop();
    if (kept.length === most) least = sums[kept[most - 1] ?? 0] ?? 0;
  }
  return kept.sort((a, b) => a - b);
}
