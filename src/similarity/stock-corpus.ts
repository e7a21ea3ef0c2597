import { columnsOf } from './columns.ts';
import { Corpus, type Hit, type Searchable, type Sought } from './corpus.ts';
import type { Digest, FeatureMaker, Features } from './features.ts';
import type { LatentSpace } from './latent.ts';
import { likelyTexts } from './likely-texts.ts';
import type { Stock } from './stock.ts';

/** So many times as many are read as are wanted: what shares most characters is not always what is likest. */
const READ = 4;

/**
 * A stock that is too large to be read for one search: the texts that are most worth it are found by their pairs of
 * characters, and those are searched as any corpus is.
 */
export class StockCorpus implements Searchable {
  readonly #maker: FeatureMaker;
  readonly #stock: Stock;
  readonly #space: LatentSpace;
  readonly #left: ReadonlySet<string>;
  readonly #known = new Map<number, { readonly digest: Digest; readonly features: Features }>();

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

  place(): undefined {
    return undefined;
  }

  digest(number: number): Digest {
    return this.#made(number).digest;
  }

  #made(number: number): { readonly digest: Digest; readonly features: Features } {
    const known = this.#known.get(number);
    if (known) return known;
    const existing = this.#stock.existing(number);
    if (!existing) throw new Error(`The stock has no entry number ${number}`);
    const digest = this.#maker.digest(existing.need);
    const made = { digest, features: this.#maker.features(digest) };
    this.#known.set(number, made);
    return made;
  }

  search(sought: Sought, limit: number): readonly Hit[] {
    const { features, words = features.grams, id } = sought;
    const passes = (number: number): boolean => {
      const other = this.idOf(number);
      return other !== id && !this.#left.has(other);
    };
    const index = this.#stock.index();
    const likely = likelyTexts(this.#maker, index, { features, words }, passes, READ * limit);
    this.#stock.expect(likely);
    // What is refused as bytes has a text, and no need.
    const numbers = likely.filter((number) => this.#stock.existing(number));
    const made = numbers.map((number) => this.#made(number));
    const digests = made.map(({ digest }) => digest);
    const columns = columnsOf(
      this.#maker,
      digests,
      this.#space,
      (at, digest) => made[at]?.features ?? this.#maker.features(digest),
    );
    return new Corpus(this.#maker, columns)
      .search(sought, limit)
      .map((hit) => ({ ...hit, number: numbers[hit.number] ?? -1 }));
  }
}
