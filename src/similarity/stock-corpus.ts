import { compareText } from '../text/finding.ts';
import { ADMITTED, admission, type KernelName, type Kernels, sharesFor } from './admission.ts';
import { KERNEL_NAMES, lengthIn, SOFT } from './columns.ts';
import type { Hit, Searchable, Sought } from './corpus.ts';
import { type Digest, type FeatureMaker, type Features, isNamed } from './features.ts';
import { foldIn, type LatentSpace, nearness } from './latent.ts';
import { likelyTexts } from './likely-texts.ts';
import { nearTerms } from './near-terms.ts';
import { spread } from './soft-length.ts';
import type { Stock } from './stock.ts';
import { pairsOf, type Vector } from './vector.ts';

/** So many times as many are read as are wanted: what shares most characters is not always what is likest. */
const READ = 4;

/** An entry that was read, with all that a search holds against it. */
interface Ready {
  readonly digest: Digest;
  readonly features: Features;
  readonly place: Float64Array | undefined;
  readonly lengths: Readonly<Record<KernelName, number>>;
}

/** The weights of what is sought in one respect, near concepts and all, by term. */
interface Weights {
  readonly weights: ReadonlyMap<number, number>;
  readonly length: number;
}

/**
 * A stock that is too large to be read for one search: the texts that are most worth it are found by their pairs of
 * characters, and only those are scored, by what any corpus scores its entries.
 */
export class StockCorpus implements Searchable {
  readonly #maker: FeatureMaker;
  readonly #stock: Stock;
  readonly #space: LatentSpace;
  readonly #left: ReadonlySet<string>;
  readonly #ready = new Map<number, Ready>();

  /** What bears an id in `left` never comes up. */
  constructor(maker: FeatureMaker, stock: Stock, space: LatentSpace, left: ReadonlySet<string>) {
    this.#maker = maker;
    this.#stock = stock;
    this.#space = space;
    this.#left = left;
  }

  get length(): number {
    return this.#stock.ids.length;
  }

  idOf(number: number): string {
    return this.#stock.ids[number] ?? '';
  }

  place(number: number): Float64Array | undefined {
    return this.#entry(number).place;
  }

  digest(number: number): Digest {
    return this.#entry(number).digest;
  }

  search(sought: Sought, limit: number): readonly Hit[] {
    const { features, words = features.grams, place, id } = sought;
    const passes = (number: number): boolean => {
      const other = this.idOf(number);
      return other !== id && !this.#left.has(other);
    };
    const near = nearTerms(this.#maker, this.#space, place);
    const wanted = { features, words, near };
    const likely = likelyTexts(this.#maker, this.#stock.index(), wanted, passes, READ * limit);
    this.#stock.expect(likely);
    const respects = new Map(KERNEL_NAMES.map((name) => [name, this.#weightsOf(name, features[name])]));
    const shares = sharesFor(isNamed(features));
    return (
      likely
        // What is refused as bytes has a text, and no need.
        .filter((number) => this.#stock.existing(number))
        .map((number): Hit => {
          const other = this.#entry(number);
          const kernels = kernelsOf(respects, other);
          const near = nearness(place, other.place);
          const base = admission(kernels, near, shares, features.act === other.features.act);
          return { number, kernels, base };
        })
        .filter(({ base }) => base >= ADMITTED)
        .sort((a, b) => b.base - a.base || compareText(this.idOf(a.number), this.idOf(b.number)))
        .slice(0, limit)
    );
  }

  #weightsOf(name: KernelName, vector: Vector): Weights {
    const weights = SOFT[name] ? spread(this.#maker.lexicon, vector) : new Map(pairsOf(vector));
    return { weights, length: lengthIn(this.#maker, name, vector) };
  }

  #entry(number: number): Ready {
    const known = this.#ready.get(number);
    if (known) return known;
    const existing = this.#stock.existing(number);
    if (!existing) throw new Error(`The stock has no entry number ${number}`);
    const digest = this.#maker.digest(existing.need);
    const features = this.#maker.features(digest);
    const lengths = KERNEL_NAMES.map((name) => [name, lengthIn(this.#maker, name, features[name])]);
    const place = foldIn(this.#space, features.grams);
    const made = { digest, features, place, lengths: Object.fromEntries(lengths) as Ready['lengths'] };
    this.#ready.set(number, made);
    return made;
  }
}

function kernelsOf(respects: ReadonlyMap<KernelName, Weights>, { features, lengths }: Ready): Kernels {
  const cosine = (name: KernelName): number => {
    const asked = respects.get(name);
    const both = (asked?.length ?? 0) * lengths[name];
    if (!asked || both === 0) return 0;
    const { keys, values } = features[name];
    let sum = 0;
    for (let at = 0; at < keys.length; at++)
      sum += (asked.weights.get(keys[at] ?? 0) ?? 0) * (values[at] ?? 0);
    return Math.min(1, sum / both);
  };
  return {
    nameConcepts: cosine('nameConcepts'),
    concepts: cosine('concepts'),
    nameGrams: cosine('nameGrams'),
    grams: cosine('grams'),
  };
}
