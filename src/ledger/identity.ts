import { referenceKindOf } from '../form/reference-kinds.ts';
import type { NamesUnit } from '../registry/unit-names.ts';
import { foldPlain } from '../text/fold.ts';
import { foldAddress } from './address.ts';
import { NO_UNIT } from './reference-values.ts';

/** What tells a reference from others: not its address alone, which changes when a site moves. */
export interface Identity {
  readonly name: string;
  /** The name without the words that one office writes behind it and another does not: 建设项目. */
  readonly core: string;
  /** The unit as the 名录 has it, where it has it. */
  readonly unit: string;
  readonly source: string;
  readonly year: string;
  readonly amount: string;
  readonly phase: string;
}

/** The identity of a reference, from its values by label. */
export function identityOf(value: (label: string) => string | undefined, namesUnit?: NamesUnit): Identity {
  const unit = value('单位') ?? '';
  const name = foldPlain(value('名称') ?? '');
  return {
    name,
    core: coreOf(name),
    unit: unit === NO_UNIT ? '' : foldPlain(namesUnit?.(unit)?.unit.name ?? unit),
    source: foldAddress(value('来源') ?? ''),
    year: value('年份') ?? '',
    amount: value('金额') === undefined ? '' : String(Number(value('金额'))),
    phase: kindOf(value('来源类别')),
  };
}

const kindOf = (word = ''): string => (word === '' ? '' : referenceKindOf(word));

/** 智慧养老平台 and 智慧养老平台建设项目 are one; 一期, 运维 and 监理 stay, and tell projects apart. */
function coreOf(name: string): string {
  const core = name.replace(/(?:建设|采购|服务采购)?(?:项目|工程)?(?:建设|采购)?$/, '');
  return core.length >= 4 ? core : name;
}

/**
 * How near two references are: 2 for the same source, 1 for another source of the same project, 0 for two projects. The
 * ledger of the next month may write its name, its unit and its sum otherwise; then the unit and the year must agree.
 */
export function nearness(a: Identity, b: Identity): 0 | 1 | 2 {
  if (a.core !== b.core || differ(a.unit, b.unit)) return 0;
  if (a.source === b.source && a.name === b.name) return 2;
  if (differ(a.year, b.year) || differ(a.phase, b.phase)) return 0;
  // Something besides the name must say that it is the same.
  if (a.unit === '' || a.unit !== b.unit || a.year !== b.year) return 0;
  if (a.amount === b.amount) return a.year !== '' || a.amount !== '' ? 1 : 0;
  return a.year !== '' && isLedger(a) && isLedger(b) ? 1 : 0;
}

/** A file that an office keeps on, rather than a notice at an address. */
const isLedger = ({ source }: Identity): boolean =>
  !/[/]/.test(source) && /\.(?:xlsx?|et|ods|csv|jsonl?)$/.test(source);

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
