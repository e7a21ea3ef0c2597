import { referenceKindOf } from '../form/reference-kinds.ts';
import { foldPlain } from '../text/fold.ts';
import { foldAddress } from './address.ts';
import { NO_UNIT } from './reference-values.ts';

/** What tells a reference from others: not its address alone, which changes when a site moves. */
export interface Identity {
  readonly name: string;
  readonly unit: string;
  readonly source: string;
  readonly year: string;
  readonly amount: string;
  readonly phase: string;
}

/** The identity of a reference, from its values by label. */
export function identityOf(value: (label: string) => string | undefined): Identity {
  const unit = value('单位') ?? '';
  return {
    name: foldPlain(value('名称') ?? ''),
    unit: unit === NO_UNIT ? '' : foldPlain(unit),
    source: foldAddress(value('来源') ?? ''),
    year: value('年份') ?? '',
    amount: value('金额') === undefined ? '' : String(Number(value('金额'))),
    phase: kindOf(value('来源类别')),
  };
}

const kindOf = (word = ''): string => (word === '' ? '' : referenceKindOf(word));

/** How near two references are: 2 for the same source, 1 for another source of the same project, 0 for two projects. */
export function nearness(a: Identity, b: Identity): 0 | 1 | 2 {
  if (a.name !== b.name || differ(a.unit, b.unit)) return 0;
  if (a.source === b.source) return 2;
  if (differ(a.year, b.year) || differ(a.amount, b.amount) || differ(a.phase, b.phase)) return 0;
  // Something besides the name must say that it is the same.
  return a.unit !== '' &&
    a.unit === b.unit &&
    (a.year !== '' || a.amount !== '') &&
    a.year === b.year &&
    a.amount === b.amount
    ? 1
    : 0;
}

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
