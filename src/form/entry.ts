import { decideRoute, type Route } from '../regulation/routes.ts';
import { FISCAL_SOURCES } from '../regulation/vocabulary.ts';
import type { FieldKey, Filing } from './fields.ts';

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
  /** Whether public money is used; undefined while a field that decides it is unreadable. */
  readonly fiscal: boolean | undefined;
  /** The row of Article 6; undefined while one of the three answers is open. */
  readonly route: Route | undefined;
}

/** What `isFiscal` looks at. */
export const FISCAL_FIELDS: readonly FieldKey[] = ['sources', 'subsidy', 'laterFiscal'];

/** Puts an entry together and derives what follows from its fields. */
export function makeEntry(
  base: Pick<Entry, 'id' | 'unit' | 'slug' | 'file' | 'filing' | 'unreadable'>,
): Entry {
  const fiscal = FISCAL_FIELDS.some((key) => base.unreadable.has(key)) ? undefined : isFiscal(base.filing);
  const { lead, stage } = base.filing;
  const route =
    lead && stage && fiscal !== undefined ? decideRoute({ lead: lead.type, stage, fiscal }) : undefined;
  return { ...base, fiscal, route };
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
