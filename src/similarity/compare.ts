import { wholeMonthsBefore } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import { sumFen } from '../form/money.ts';
import { LEXICON_FILE } from '../registry/paths.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Unit } from '../registry/units.ts';
import { compareText, type Finding } from '../text/finding.ts';
import type { Comparison, SimilarProject } from './comparison.ts';
import { FeatureMaker } from './features.ts';
import { Finder, isTelling, SHORTLIST } from './finder.ts';
import { FROZEN_COUNTS } from './frozen.ts';
import { indexLexicon } from './lexicon/index-lexicon.ts';
import { type ReadLexicon, readLexiconSource } from './lexicon/source.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import { pairDigest } from './pair-digest.ts';
import { findPieces, findWhole, LEAST_FUNCTIONS } from './splitting.ts';
import type { Need } from './types.ts';

/** A filing that has been handed in elsewhere and is not merged yet. */
export interface OpenFiling {
  readonly entry: Entry;
  /** The revision in which it lies. */
  readonly revision: string;
}

/** Everything that entries are compared with, and by what. */
export interface Compared {
  readonly entries: readonly Entry[];
  readonly references: readonly ReadReference[];
  readonly open: readonly OpenFiling[];
  readonly units: ReadonlyMap<string, Unit>;
  /** Ended projects (停用, 并入) are shown, never to be answered. */
  readonly isEnded: (entry: Entry) => boolean;
  readonly lexicon: SourceFile | undefined;
  /** From which score a project has to be answered; undefined: the release's own figure. */
  readonly threshold: number | undefined;
  /** True when the whole registry is looked through, and the filing that came later answers. */
  readonly dated: boolean;
}

/** One project of the library with where it comes from. */
interface Shelf {
  readonly need: Need;
  readonly standing: SimilarProject['standing'];
  readonly entry?: Entry;
}

/** All shelves, made ready to be searched. */
interface Library {
  readonly maker: FeatureMaker;
  readonly finder: Finder;
  readonly shelves: readonly Shelf[];
  /** Of the lexicon. */
  readonly version: string;
}

/** A lexicon that could be read. */
type Sound = Exclude<ReadLexicon, { readonly findings: readonly Finding[] }>;

/** Filings of one unit within so many months are taken together. */
const TOGETHER_MONTHS = 24;
/** A filing whose unit has filed more than this is compared with its latest only: the comparison stays bounded. */
const MOST_PARTS = 40;

/**
 * Compares entries with everything that is there. The library is built when the first entry asks, once for a check,
 * and every answer is kept. Trouble is never silence: it comes back as `failure`, or as the lexicon's finding.
 */
export class Comparer {
  readonly #world: Compared;
  readonly #known = new Map<Entry, Comparison | undefined>();
  #lexicon: ReadLexicon | undefined;
  #library: Library | undefined;
  #byUnit: ReadonlyMap<string, readonly Entry[]> | undefined;

  constructor(world: Compared) {
    this.#world = world;
  }

  /** The findings on the lexicon, when an entry had to be compared and could not be. */
  get lexiconFindings(): readonly Finding[] {
    return this.#lexicon && 'findings' in this.#lexicon ? this.#lexicon.findings : [];
  }

  /** What is like an entry; undefined when there is nothing to compare it with, or no lexicon to do it by. */
  compare(entry: Entry): Comparison | undefined {
    if (!this.#known.has(entry)) this.#known.set(entry, this.#attempt(entry));
    return this.#known.get(entry);
  }

  #attempt(entry: Entry): Comparison | undefined {
    const { entries, references, open, lexicon, dated } = this.#world;
    if (entries.length + references.length + open.length < 2) return undefined;
    this.#lexicon ??= readLexiconSource(lexicon);
    if ('findings' in this.#lexicon) return undefined;
    try {
      return { ...this.#find(entry, this.#lexicon), dated };
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      return { similar: [], split: undefined, telling: true, dated, failure };
    }
  }

  #find(entry: Entry, lexicon: Sound): Omit<Comparison, 'dated'> {
    this.#library ??= this.#build(lexicon);
    const { finder, shelves, version } = this.#library;
    const need = this.#needOf(entry);
    const asked = finder.ask(need);
    const seen = new Set<string>();
    const similar = finder
      .shortlist(asked, SHORTLIST)
      .flatMap((hit): SimilarProject[] => {
        const shelf = shelves[hit.number] as Shelf;
        const [candidate] = finder.judge(asked, [hit], () => shelf.need, this.#world.threshold);
        if (!candidate) return [];
        const digest = pairDigest(need, shelf.need, version);
        return [{ ...candidate, standing: shelf.standing, entry: shelf.entry, digest }];
      })
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
      // An open change to a registered filing stands beside it: the likelier of the two is shown.
      .filter(({ id }) => !seen.has(id) && seen.add(id));
    return { similar, split: this.#splitOf(entry, need, this.#library), telling: isTelling(asked) };
  }

  #build({ concepts, version }: Sound): Library {
    const { entries, references, open } = this.#world;
    const shelves: Shelf[] = [
      ...entries.map((entry): Shelf => ({ need: this.#needOf(entry), standing: '已登记', entry })),
      ...references.map(
        ({ id, record }): Shelf => ({ need: needOfReference(id, record), standing: '参考项目' }),
      ),
      ...open.map(({ entry }): Shelf => ({ need: this.#needOf(entry), standing: '正在申报', entry })),
    ];
    const maker = new FeatureMaker(indexLexicon(concepts), FROZEN_COUNTS);
    const digests = shelves.map(({ need }) => maker.digest(need));
    return { maker, finder: new Finder(maker, digests, false), shelves, version };
  }

  #needOf(entry: Entry): Need {
    return needOfFiling(entry, this.#world.units, this.#world.isEnded(entry));
  }

  /** Whether the entry and what its unit has filed lately are one project in pieces. */
  #splitOf(entry: Entry, need: Need, { maker, finder, shelves }: Library): Comparison['split'] {
    const lately = this.#lately(entry);
    if (lately.length === 0) return undefined;
    const others = lately.map((other) => this.#needOf(other));
    const together: Need = {
      id: entry.id,
      name: entry.filing.name ?? '',
      functions: [need, ...others].flatMap(({ functions = [] }) => functions),
    };
    const parts = new Set([entry.id, ...others.map(({ id }) => id)]);
    const excused = new Set([need.predecessor, ...(entry.filing.answers ?? []).map(({ target }) => target)]);
    const named = new Set(together.functions?.map(({ name }) => name));
    const found = named.size < LEAST_FUNCTIONS ? [] : finder.shortlist(finder.ask(together), SHORTLIST);
    const wholes = found
      .map(({ number }) => (shelves[number] as Shelf).need)
      .filter(({ id, retired, elsewhere }) => !parts.has(id) && !excused.has(id) && !retired && !elsewhere);
    const split = findWhole(maker, need, others, wholes) ?? findPieces(need, others);
    const amounts = [entry, ...lately]
      .filter(({ id }) => split?.parts.some((part) => part.id === id))
      .map(({ filing }) => filing.budget ?? 0);
    return split && { ...split, budget: sumFen(amounts) };
  }

  /** The other filings of the unit within the last months before this one, the latest first, each once. */
  #lately({ id, unit, filing }: Entry): readonly Entry[] {
    const { filedOn } = filing;
    if (filedOn === undefined) return [];
    const from = wholeMonthsBefore(filedOn, TOGETHER_MONTHS);
    this.#byUnit ??= this.#groupByUnit();
    const recent = (this.#byUnit.get(unit) ?? []).filter((other) => {
      const on = other.filing.filedOn ?? '';
      return other.id !== id && on >= from && on <= filedOn;
    });
    return recent.slice(0, MOST_PARTS);
  }

  /** What every unit has filed and still holds, the latest first; a filing that an open change alters stands once. */
  #groupByUnit(): ReadonlyMap<string, readonly Entry[]> {
    const { entries, open, isEnded } = this.#world;
    const all = new Map([...open.map((one) => one.entry), ...entries].map((one) => [one.id, one]));
    const live = [...all.values()].filter((entry) => !isEnded(entry));
    live.sort(
      (a, b) => compareText(b.filing.filedOn ?? '', a.filing.filedOn ?? '') || compareText(a.id, b.id),
    );
    return Map.groupBy(live, ({ unit }) => unit);
  }
}

/** The lexicon among the files of a registry. */
export function lexiconOf(files: readonly SourceFile[]): SourceFile | undefined {
  return files.find(({ file }) => file === LEXICON_FILE);
}
