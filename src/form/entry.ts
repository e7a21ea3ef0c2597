import { decideRoute, type Route } from '../regulation/routes.ts';
import { FISCAL_SOURCES } from '../regulation/vocabulary.ts';
import type { FieldKey, Filing } from './fields.ts';
import { type Fen, sumFen } from './money.ts';

/** One filing as the rules and pages see it. Fields that were absent or unreadable are undefined. */
export interface Entry {
  /** `<unit>/<slug>`: the address of the entry everywhere. */
  readonly id: string;
  /** Code of the unit whose folder it lies in. */
  readonly unit: string;
  readonly slug: string;
  /** Path below the registry folder. */
  readonly file: string;
  readonly filing: Filing;
  /** Fields that are written but could not be read; rules that depend on them stay silent. */
  readonly unreadable: ReadonlySet<FieldKey>;
  /** Whether public money is used; undefined while a field that decides it is unreadable or not answered. */
  readonly fiscal: boolean | undefined;
  /**
   * The row of Article 6; undefined while one of the three answers is missing or unreadable. Where only the question of
   * money is unanswered it is the row without public money, so that all other findings are made; that it is open is a
   * finding of its own (`art2-money-answered`).
   */
  readonly route: Route | undefined;
}

/** What `isFiscal` looks at. */
export const FISCAL_FIELDS: readonly FieldKey[] = ['sources', 'subsidy', 'laterFiscal'];

/** Puts an entry together and derives what follows from its fields. */
export function makeEntry(
  base: Pick<Entry, 'id' | 'unit' | 'slug' | 'file' | 'filing' | 'unreadable'>,
): Entry {
  const readable = !FISCAL_FIELDS.some((key) => base.unreadable.has(key));
  const fiscal = readable ? fiscalAnswer(base.filing) : undefined;
  const { lead, stage } = base.filing;
  const route =
    lead && stage && readable ? decideRoute({ lead: lead.type, stage, fiscal: fiscal === true }) : undefined;
  return { ...base, fiscal, route };
}

/** 是否使用财政资金; undefined while no answer says yes and one is missing: unanswered is not 否. */
export function fiscalAnswer(filing: Filing): boolean | undefined {
  if (isFiscal(filing)) return true;
  const { sources, laterFiscal, budget } = filing;
  const sourcesAnswered = (sources?.length ?? 0) > 0 || budget === 0;
  return sourcesAnswered && laterFiscal !== undefined ? false : undefined;
}

/**
 * 是否使用财政资金 (reading of 第二条 「全部或部分」): any amount from a public source, any subsidy applied for,
 * or fees that the budget will pay later.
 */
export function isFiscal(filing: Filing): boolean {
  const fromSources = filing.sources?.some(
    ({ source, amount }) => FISCAL_SOURCES.includes(source) && amount > 0,
  );
  const { national = 0, provincial = 0, municipal = 0 } = filing.subsidy ?? {};
  return fromSources === true || national + provincial + municipal > 0 || filing.laterFiscal === true;
}

/** How much of a sum comes from public sources, at most all of it; unknown where the filing names no source. */
export function publicPart({ sources = [] }: Filing, amount: Fen | undefined): Fen | undefined {
  if (amount === undefined || sources.length === 0) return undefined;
  const paid = sources.filter(({ source }) => FISCAL_SOURCES.includes(source)).map((one) => one.amount);
  return Math.min(sumFen(paid), amount);
}
