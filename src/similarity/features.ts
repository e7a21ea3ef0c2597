import { type Act, actOf } from './acts.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { countGrams, type Grams, gramsOf } from './grams.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { log2 } from './log2.ts';
import { fold } from './normalise.ts';
import { withoutOrganisations } from './organisations.ts';
import { type Counts, type Rarity, rarityOf } from './rarity.ts';
import { type Slots, slotName } from './slots.ts';
import type { Need } from './types.ts';
import { makeVector, type Vector, vectorOf } from './vector.ts';

/** How often a term stands somewhere: concepts by number, grams as `countGrams` numbers them. */
type TermCounts = ReadonlyMap<number, number>;

/**
 * What is kept of a need for finding it: small enough that ten thousand fit into a page, and all that a score needs.
 * The whole text is only wanted for showing why.
 */
export interface Digest {
  readonly id: string;
  readonly name: string;
  readonly act: Act;
  /** Concepts of the text below the name. */
  readonly concepts: TermCounts;
  /** The most telling grams of that text. */
  readonly grams: TermCounts;
}

/** A need made ready for comparison. */
export interface Features {
  readonly slots: Slots;
  readonly act: Act;
  /** Concepts of the name, and of everything. */
  readonly nameConcepts: Vector;
  readonly concepts: Vector;
  /** Character pairs and words of the name's core, and of everything that was kept. */
  readonly nameGrams: Vector;
  readonly grams: Vector;
}

/** False for a paragraph that somebody typed without saying what the whole is called. */
export function isNamed({ slots }: Features): boolean {
  return slots.topic !== '';
}

/** What every system has weighs little. */
const GENERIC = 0.12;
const GENERIC_FUNCTION = 0.7;
/** What stands in the name weighs more than what stands in the text. */
const NAME_FACTOR = 2.2;
/** Grams kept of a text. With 16 the evaluation finds as much as with all of them. */
const GRAMS_KEPT = 16;

/** Makes digests and features by one lexicon and one table of rarities. */
export class FeatureMaker {
  readonly lexicon: LexiconIndex;
  readonly #rarity: Rarity;

  constructor(lexicon: LexiconIndex, ...counts: readonly Counts[]) {
    this.lexicon = lexicon;
    this.#rarity = rarityOf(...counts);
  }

  digest(need: Need): Digest {
    const body = bodyOf(need);
    const grams = countGrams(body);
    return {
      id: need.id,
      name: withoutOrganisations(need.name, need.unit).trim(),
      act: actOf(need.name, need.description),
      concepts: this.countConcepts(body),
      grams: this.#mostTelling(grams),
    };
  }

  features({ name, act, concepts, grams }: Digest): Features {
    const slots = slotName(name);
    const inName = this.#weighConcepts(name === '' ? concepts : this.countConcepts(slots.topic));
    const nameGrams = this.#weighGrams(countGrams(slots.core));
    return {
      slots,
      act,
      nameConcepts: makeVector(inName),
      concepts: makeVector(name === '' ? inName : merge(inName, this.#weighConcepts(concepts))),
      nameGrams: makeVector(nameGrams),
      grams: makeVector(merge(nameGrams, this.#weighGrams(grams))),
    };
  }

  /**
   * Concepts and grams of one function, weighed: its title counts more than its note. What every system has is no less
   * a function for that: two alarms are the same function, though they are no need of their own.
   */
  ofFunction(title: string, whole: string): { concepts: Vector; grams: Vector; titleGrams: Vector } {
    const hasNote = title !== whole;
    const inAll = this.#weighConcepts(this.countConcepts(whole), GENERIC_FUNCTION);
    const inTitle = hasNote ? this.#weighConcepts(this.countConcepts(title), GENERIC_FUNCTION) : inAll;
    const grams = this.gramVector(gramsOf(whole));
    return {
      concepts: makeVector(merge(inTitle, inAll)),
      grams,
      titleGrams: hasNote ? this.gramVector(gramsOf(title)) : grams,
    };
  }

  /** Letter pairs of a name and of the text below it as one vector. */
  wordsVector(inName: Grams, inText: Grams): Vector {
    const keys: number[] = [];
    const values: number[] = [];
    for (let one = 0, other = 0; one < inName.keys.length || other < inText.keys.length; ) {
      const name = inName.keys[one] ?? Number.POSITIVE_INFINITY;
      const text = inText.keys[other] ?? Number.POSITIVE_INFINITY;
      const weight = text <= name ? this.#weightOf(text, inText.counts[other++] as number) : 0;
      keys.push(Math.min(name, text));
      values.push(
        name <= text ? weight + NAME_FACTOR * this.#weightOf(name, inName.counts[one++] as number) : weight,
      );
    }
    return vectorOf(keys, values);
  }

  /** Letter pairs weighed by how often they stand there and how rare they are. */
  gramVector({ keys, counts }: Grams): Vector {
    return vectorOf(
      keys,
      keys.map((gram, at) => this.#weightOf(gram, counts[at] as number)),
    );
  }

  /** The same without damping: what stands there ten times counts ten times. */
  plainVector({ keys, counts }: Grams): Vector {
    return vectorOf(
      keys,
      keys.map((gram, at) => (counts[at] as number) * this.#rarity.gram(gram)),
    );
  }

  /** How much it says that two texts share a letter pair, in (0, 1]. */
  gramRarity(gram: number): number {
    return this.#rarity.gram(gram);
  }

  /** How much it says that two texts share a concept, in (0, 1]. */
  conceptRarity(concept: number): number {
    return this.#rarity.concept(this.lexicon.concepts[concept]?.id ?? '');
  }

  countConcepts(folded: string): Map<number, number> {
    const counts = new Map<number, number>();
    for (const { concept } of this.lexicon.find(folded)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
    return counts;
  }

  #mostTelling(counts: TermCounts): TermCounts {
    if (counts.size <= GRAMS_KEPT) return counts;
    const first: [gram: number, weight: number][] = [];
    for (const [gram, count] of counts) {
      const weight = (1 + log2(count)) * this.#rarity.gram(gram);
      let at = first.length;
      for (let one = first[at - 1]; one && (one[1] < weight || (one[1] === weight && one[0] > gram)); )
        one = first[--at - 1];
      if (at >= GRAMS_KEPT) continue;
      first.splice(at, 0, [gram, weight]);
      if (first.length > GRAMS_KEPT) first.pop();
    }
    return new Map(first.map(([gram]) => [gram, counts.get(gram) ?? 0]));
  }

  #weighConcepts(counts: TermCounts, generic = GENERIC): Map<number, number> {
    const weights = new Map<number, number>();
    for (const [number, count] of counts) {
      const concept = this.lexicon.concepts[number];
      if (!concept) throw new Error(`The lexicon has no concept number ${number}`);
      const common = concept.generic ? generic : 1;
      weights.set(number, common * (1 + log2(count)) * this.#rarity.concept(concept.id));
    }
    return weights;
  }

  #weighGrams(counts: TermCounts): Map<number, number> {
    const weights = new Map<number, number>();
    for (const [gram, count] of counts) weights.set(gram, this.#weightOf(gram, count));
    return weights;
  }

  #weightOf(gram: number, count: number): number {
    return (1 + log2(count)) * this.#rarity.gram(gram);
  }
}

/** In how many of the needs each concept and each gram stands. */
export function countTerms(lexicon: LexiconIndex, needs: readonly Need[]): Counts {
  const concepts = new Map<string, number>();
  const grams = new Map<number, number>();
  for (const need of needs) {
    const text = `${slotName(withoutOrganisations(need.name, need.unit)).topic} ${bodyOf(need)}`;
    const found = new Set(lexicon.find(text).map(({ concept }) => lexicon.concepts[concept]?.id ?? ''));
    for (const id of found) concepts.set(id, (concepts.get(id) ?? 0) + 1);
    for (const gram of countGrams(text).keys()) grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return { total: needs.length, concepts, grams };
}

const bodies = new WeakMap<Need, string>();

/** Everything of a need but its name, folded, without names of bodies and boilerplate. Asked for again and again. */
export function bodyOf(need: Need): string {
  const known = bodies.get(need) ?? readBody(need);
  bodies.set(need, known);
  return known;
}

function readBody({ name, unit, description = '', functions = [], audience = [], data = [] }: Need): string {
  const stated = functions.flatMap(({ name: item, note = '' }) => [item, note]);
  const told = withoutOrganisations(withoutBoilerplate(description), unit);
  const once = name.length >= 4 ? told.split(name).join(' ') : told;
  return fold([...stated, once, ...audience, ...data].join('。'));
}

function merge(inName: TermCounts, inText: TermCounts): Map<number, number> {
  const all = new Map(inText);
  for (const [key, weight] of inName) all.set(key, (all.get(key) ?? 0) + NAME_FACTOR * weight);
  return all;
}
