import { compareText } from '../text/finding.ts';
import { align, type ComparedFunction, compareable } from './align.ts';
import type { Hit, Searchable, Sought } from './corpus.ts';
import type { Digest, FeatureMaker, Features } from './features.ts';
import {
  type Asked,
  type Candidate,
  inOrder,
  judge,
  plainLikeness,
  type Scored,
  scored,
  type Terms,
} from './judge.ts';
import type { LatentSpace } from './latent.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { metBy, type ReadyModule, readyModules } from './met-by.ts';
import { makeSoft, softCosine } from './soft-length.ts';
import { isTelling } from './telling.ts';
import type { Need } from './types.ts';
import { type Whole, wholeOf } from './whole.ts';

/** How many of the likeliest are compared in full. */
export const SHORTLIST = 30;
/** A filing is compared with some more: a platform that has its subject as one module of many lies further down. */
export const SHORTLIST_OF_FILING = 36;

/**
 * Finds what is like a need among many, in two steps: `shortlist` scores every entry by what its digest holds;
 * `judge` compares the likeliest in full, for which their whole text is wanted. Deterministic: no clock, no locale.
 */
export class Finder {
  readonly maker: FeatureMaker;
  readonly #corpora: readonly Searchable[];
  readonly #digestOf: (number: number) => Digest;
  readonly #features = new Map<number, Features>();
  readonly #terms: Terms;
  readonly #space: LatentSpace;
  /** Entries come up again and again: what was made ready is kept as long as the entry itself. */
  readonly #functions = new WeakMap<Need, readonly ComparedFunction[]>();
  readonly #wholes = new WeakMap<Need, Whole>();
  readonly #modules = new WeakMap<Need, readonly ReadyModule[]>();

  /** Entries are numbered through all the corpora, one after the other. */
  constructor(
    maker: FeatureMaker,
    corpora: readonly Searchable[],
    digestOf: (number: number) => Digest,
    space: LatentSpace,
    terms: Terms,
  ) {
    this.maker = maker;
    this.#space = space;
    this.#corpora = corpora;
    this.#digestOf = digestOf;
    this.#terms = terms;
  }

  /** From this score on a project has to be answered. */
  get threshold(): number {
    return this.#terms.threshold;
  }

  /** Makes a need ready. */
  ask(need: Need): Asked {
    const features = this.maker.features(this.maker.digest(need));
    return this.#asked(need, features);
  }

  /** What is wanted of few only is made when it is asked for. */
  #asked(need: Need, features: Features): Asked {
    const functions = (): readonly ComparedFunction[] => this.functions(need);
    return {
      need,
      features,
      get functions() {
        return functions();
      },
      whole: this.#whole(need, features),
    };
  }

  /** The likeliest entries of a registry, as they are looked at for `list`. */
  likeliest(asked: Asked, most: number): readonly Hit[] {
    const telling = isTelling(asked);
    // A word that says nothing lies near to something all the same.
    return this.shortlist(asked, Math.max(most, SHORTLIST_OF_FILING)).filter(
      ({ kernels }) => telling || Object.values(kernels).some((shared) => shared > 0),
    );
  }

  /**
   * What is listed for a need of its `hits` in a registry: the first so many, and whoever has what is wanted as one module
   * of many, however far down it stands as a whole: here as in a check it is named.
   */
  list(asked: Asked, hits: readonly Hit[], textOf: TextOf, most: number): readonly Candidate[] {
    const all = this.judge(asked, hits, textOf);
    return all.filter(({ evidence }, at) => at < most || evidence.module !== undefined);
  }

  /** The likeliest entries, best first, by their numbers; never the need's own id. */
  shortlist({ features, whole, need }: Asked, limit = SHORTLIST): readonly Hit[] {
    return this.#search({ features, place: whole.place, words: whole.words, id: need.id }, limit);
  }

  #search(sought: Sought, limit: number): readonly Hit[] {
    let from = 0;
    const found = this.#corpora.flatMap((corpus) => {
      const hits = corpus.search(sought, limit);
      const first = from;
      from += corpus.length;
      return hits.map((hit) => ({
        hit: { ...hit, number: first + hit.number },
        id: corpus.idOf(hit.number),
      }));
    });
    if (this.#corpora.length > 1)
      found.sort((a, b) => b.hit.base - a.hit.base || compareText(a.id, b.id) || a.hit.number - b.hit.number);
    return found.slice(0, limit).map(({ hit }) => hit);
  }

  /** Made when they are asked for: of many thousands few ever are. */
  features(number: number): Features {
    const known = this.#features.get(number) ?? this.maker.features(this.#digestOf(number));
    this.#features.set(number, known);
    return known;
  }

  /** The functions of a need, ready to be compared. */
  functions(need: Need): readonly ComparedFunction[] {
    const functions = this.#functions.get(need) ?? compareable(this.maker, need);
    this.#functions.set(need, functions);
    return functions;
  }

  /** The modules of an entry that has several, ready to be compared. */
  modules(need: Need): readonly ReadyModule[] {
    const modules = this.#modules.get(need) ?? readyModules(this, need);
    this.#modules.set(need, modules);
    return modules;
  }

  /** An entry made ready, by its number and its whole text. */
  entry(number: number, need: Need): Asked {
    return this.#asked(need, this.features(number));
  }

  #whole(need: Need, features: Features): Whole {
    const whole = this.#wholes.get(need) ?? wholeOf(this.maker, this.#space, need, features);
    this.#wholes.set(need, whole);
    return whole;
  }

  /** What a plain search would list besides the hits: entries that share letter pairs with the need as it was written. */
  further(asked: Asked, hits: readonly Hit[], needs: readonly Need[], most: number): readonly Hit[] {
    const found = new Set(hits.map(({ number }) => number));
    return needs
      .flatMap((need, number) => {
        if (found.has(number) || need.id === asked.need.id) return [];
        const other = this.entry(number, need);
        const plain = plainLikeness(asked, other);
        return plain === 0 ? [] : [{ number, other, plain }];
      })
      .sort((a, b) => b.plain - a.plain || a.number - b.number)
      .slice(0, most)
      .map(({ number, other }) => ({
        number,
        kernels: { nameConcepts: 0, concepts: this.#near(asked, other), nameGrams: 0, grams: 0 },
        base: 0,
      }));
  }

  /** How near the concepts of two projects are. */
  #near({ features: a }: Asked, { features: b }: Asked): number {
    const { lexicon } = this.maker;
    return softCosine(makeSoft(lexicon, a.concepts), makeSoft(lexicon, b.concepts));
  }

  /** In what a need and an entry are alike, functions left out; `concepts` is what the search has worked out already. */
  likenessWithout(asked: Asked, other: Asked, concepts = this.#near(asked, other)): Likeness {
    return likenessOf(this.maker, asked, other, concepts, undefined);
  }

  /** In what a need and an entry are alike. */
  likeness(asked: Asked, other: Asked): Likeness {
    const alignment = align(asked.functions, other.functions);
    return likenessOf(this.maker, asked, other, this.#near(asked, other), alignment);
  }

  /** Whether an entry, or a shortlist of its twins, comes up for what its own digest holds: proof that the search works. */
  finds(number: number): boolean {
    const [corpus] = this.#corpora;
    const hits = this.#search(
      { features: this.features(number), place: corpus?.place(number), id: '' },
      SHORTLIST,
    );
    return hits.length === SHORTLIST || hits.some((hit) => hit.number === number);
  }

  /** Compares the hits in full, best first. `textOf` gives the whole entry of a number. */
  judge(asked: Asked, hits: readonly Hit[], textOf: TextOf): readonly Candidate[] {
    return hits.map((hit) => this.#inFull(asked, this.#scored(asked, hit, textOf))).sort(inOrder);
  }

  /**
   * The first few of `judge` that are wanted. What they are to the need is worked out from the likeliest down, and no
   * further than it takes.
   */
  judgeFirst(asked: Asked, hits: readonly Hit[], textOf: TextOf, wanted: Wanted): readonly Candidate[] {
    const all = hits.map((hit) => this.#scored(asked, hit, textOf));
    const likely = all.sort((a, b) => b.score - a.score || compareText(a.other.need.id, b.other.need.id));
    const kept: Candidate[] = [];
    let others = 0;
    for (const one of likely) {
      // What is built above may come before likelier ones.
      if (others === wanted.most && !one.other.need.above) continue;
      const candidate = this.#inFull(asked, one);
      if (wanted.isWanted?.(candidate) === false) continue;
      kept.push(candidate);
      others += Number(!one.other.need.above);
    }
    return kept.sort(inOrder).slice(0, wanted.most);
  }

  #scored(asked: Asked, hit: Hit, textOf: TextOf): Likely {
    const other = this.entry(hit.number, textIn(textOf, hit.number));
    return { ...scored(this.maker, asked, other, hit), other };
  }

  #inFull(asked: Asked, { other, ...likely }: Likely): Candidate {
    return judge(this.maker, asked, other, likely, this.#terms, () => metBy(this, asked, other.need));
  }
}

/** An entry that is scored, and not yet judged. */
type Likely = Scored & { readonly other: Asked };

/** How many candidates are wanted, and which; all of them where it does not say. */
export interface Wanted {
  readonly isWanted?: (candidate: Candidate) => boolean;
  readonly most: number;
}

type TextOf = (number: number) => Need | undefined;

function textIn(textOf: TextOf, number: number): Need {
  const need = textOf(number);
  if (!need) throw new Error(`The text of entry ${number} is not there`);
  return need;
}
