import type { Concept } from '../domain/lexicon.ts';
import { DEFAULT_WEIGHTS } from '../domain/lexicon.ts';
import { type Act, actFactor, actOf } from './acts.ts';
import { nameCore } from './name-core.ts';
import { fold } from './normalise.ts';
import { makeMatcher, pairs } from './terms.ts';

/** What is compared: a name, and a paragraph where there is one. */
export interface Need {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
  readonly description?: string | undefined;
  /** A project elsewhere: to compare with, never to be answered for. */
  readonly elsewhere?: boolean;
}

type Weights = ReadonlyMap<string, number>;

/** A need made ready for comparison. */
export interface Features {
  readonly need: Need;
  readonly act: Act;
  /** Concepts of the name's core, and of everything, with how much they weigh. */
  readonly core: Weights;
  readonly concepts: Weights;
  /** Character pairs of the core and of everything, what the lexicon knows included. */
  readonly corePairs: Weights;
  readonly pairs: Weights;
}

/** One concept that both sides have, or that is near one of the other side. */
export interface Match {
  readonly concept: string;
  readonly other: string;
  readonly share: number;
}

export interface Comparison {
  /** 0..1. */
  readonly score: number;
  readonly matches: readonly Match[];
  /** Concepts of the query that the other side lacks. */
  readonly missing: readonly string[];
}

/** How much generic functions weigh: every system has them. */
const GENERIC = 0.12;
const NAME_FACTOR = 2.2;
/**
 * Shares of the score, chosen coarsely on the development pairs (npm run evaluate): concepts against characters,
 * the name's core against everything, the name's characters against all. Neighbouring values do about as well.
 */
const MEANING = 0.55;
const CORE = 0.3;
const NAME = 0.4;

/** Compares needs by the lexicon and, where it is silent, by their characters. Deterministic; no clock, no locale. */
export class Engine {
  readonly #concepts: ReadonlyMap<string, Concept>;
  readonly #links: ReadonlyMap<string, Weights>;
  readonly #find: ReturnType<typeof makeMatcher>['find'];
  #rarity: { concepts: Weights; pairs: Weights } = { concepts: new Map(), pairs: new Map() };

  constructor(concepts: readonly Concept[]) {
    this.#concepts = new Map(concepts.map((concept) => [concept.id, concept]));
    this.#links = linksOf(concepts);
    this.#find = makeMatcher(concepts).find;
  }

  /** Learns from a corpus how common its words are. */
  learn(needs: readonly Need[]): void {
    const concepts = new Map<string, number>();
    const grams = new Map<string, number>();
    for (const need of needs) {
      const text = textOf(need);
      for (const concept of this.#find(text).concepts.keys())
        concepts.set(concept, (concepts.get(concept) ?? 0) + 1);
      for (const pair of pairs(text).keys()) grams.set(pair, (grams.get(pair) ?? 0) + 1);
    }
    this.#rarity = { concepts: rarity(concepts, needs.length), pairs: rarity(grams, needs.length) };
  }

  features(need: Need): Features {
    const core = nameCore(need.name);
    const body = fold(need.description ?? '');
    const inName = this.#find(core === '' ? fold(need.name) : core).concepts;
    const inBody = this.#find(body).concepts;
    return {
      need,
      act: actOf(need.name),
      core: this.#weigh(inName, 1),
      concepts: merge(this.#weigh(inName, NAME_FACTOR), this.#weigh(inBody, 1)),
      corePairs: this.#weighPairs(pairs(core)),
      pairs: merge(scale(this.#weighPairs(pairs(core)), NAME_FACTOR), this.#weighPairs(pairs(body))),
    };
  }

  compare(query: Features, other: Features): Comparison {
    const whole = this.#alike(query.concepts, other.concepts);
    const core = this.#alike(query.core, other.core);
    const text = cosine(query.pairs, other.pairs);
    const name = cosine(query.corePairs, other.corePairs);
    const meaning = mix(CORE, core.score, whole.score);
    const words = mix(NAME, name, text);
    const blended = mix(MEANING, meaning, words);
    const score = Math.min(1, blended * actFactor(query.act, other.act));
    return { score: Math.round(score * 1e6) / 1e6, matches: whole.matches, missing: whole.missing };
  }

  nameOf(concept: string): string {
    return this.#concepts.get(concept)?.name ?? concept;
  }

  isGeneric(concept: string): boolean {
    return this.#concepts.get(concept)?.generic ?? false;
  }

  #weigh(counts: ReadonlyMap<string, number>, factor: number): Weights {
    return new Map(
      [...counts].map(([id, count]) => {
        const common = this.#concepts.get(id)?.generic ? GENERIC : 1;
        return [id, factor * common * (1 + Math.log2(count)) * (this.#rarity.concepts.get(id) ?? 1)];
      }),
    );
  }

  #weighPairs(counts: ReadonlyMap<string, number>): Weights {
    return new Map(
      [...counts].map(([pair, count]) => [
        pair,
        (1 + Math.log2(count)) * (this.#rarity.pairs.get(pair) ?? 1),
      ]),
    );
  }

  /** How much of each side's concepts the other side has, or has something near to; the mean of both directions. */
  #alike(a: Weights, b: Weights): { score: number; matches: Match[]; missing: string[] } {
    const there = this.#cover(a, b);
    const back = this.#cover(b, a);
    if (a.size === 0 || b.size === 0) return { score: 0, matches: [], missing: [...a.keys()] };
    const both = Math.sqrt(there.share * back.share);
    return {
      score: 0.7 * both + 0.3 * Math.max(there.share, back.share),
      matches: there.matches,
      missing: there.missing,
    };
  }

  #cover(a: Weights, b: Weights): { share: number; matches: Match[]; missing: string[] } {
    let total = 0;
    let met = 0;
    const matches: Match[] = [];
    const missing: string[] = [];
    for (const [concept, weight] of a) {
      total += weight;
      const best = this.#nearest(concept, b);
      met += weight * best.share;
      if (best.share > 0) matches.push(best);
      else missing.push(concept);
    }
    return { share: total === 0 ? 0 : met / total, matches, missing };
  }

  #nearest(concept: string, among: Weights): Match {
    if (among.has(concept)) return { concept, other: concept, share: 1 };
    let best: Match = { concept, other: '', share: 0 };
    for (const [other, share] of this.#links.get(concept) ?? []) {
      if (share > best.share && among.has(other)) best = { concept, other, share };
    }
    return best;
  }
}

function mix(share: number, first: number, second: number): number {
  return share * first + (1 - share) * second;
}

function textOf({ name, description }: Need): string {
  return `${fold(name)} ${fold(description ?? '')}`;
}

/** Inverse document frequency, 1 for the rarest. */
function rarity(counts: ReadonlyMap<string, number>, total: number): Weights {
  const top = Math.log2(total + 1);
  return new Map(
    [...counts].map(([term, count]) => [term, Math.max(0.05, Math.log2((total + 1) / count) / top)]),
  );
}

/** Every concept's neighbours: broader and narrower, siblings under one parent faintly, related. */
function linksOf(concepts: readonly Concept[]): ReadonlyMap<string, Weights> {
  const links = new Map<string, Map<string, number>>();
  const link = (a: string, b: string, weight: number): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = links.get(from) ?? new Map<string, number>();
      known.set(to, Math.max(known.get(to) ?? 0, weight));
      links.set(from, known);
    }
  };
  for (const { id, broader, related, weights } of concepts) {
    for (const to of broader) link(id, to, weights[to] ?? DEFAULT_WEIGHTS.broader);
    for (const to of related) link(id, to, weights[to] ?? DEFAULT_WEIGHTS.related);
  }
  return links;
}

function merge(a: Weights, b: Weights): Weights {
  const all = new Map(a);
  for (const [term, weight] of b) all.set(term, (all.get(term) ?? 0) + weight);
  return all;
}

function scale(weights: Weights, factor: number): Weights {
  return new Map([...weights].map(([term, weight]) => [term, weight * factor]));
}

function cosine(a: Weights, b: Weights): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of few) dot += weight * (many.get(term) ?? 0);
  if (dot === 0) return 0;
  return dot / Math.sqrt(squares(a) * squares(b));
}

function squares(weights: Weights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return sum;
}
