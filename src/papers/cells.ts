import { formatDay, formatExpected } from '../form/dates.ts';
import { DICTIONARY, type FieldKey, type Filing } from '../form/fields.ts';
import { type Fen, formatWan, wanText } from '../form/money.ts';
import type { AnnexCell } from '../regulation/index.ts';
import { CATEGORIES } from '../regulation/vocabulary.ts';
import { BLANK_DAY } from './model.ts';

/** What the leading field of a cell says. Fields that only the office may see are no part of a filing. */
export function filledIn({ fields: [key] }: AnnexCell, filing: Filing): string {
  const own = key === undefined ? undefined : IN_CELL[key];
  if (own) return own(filing);
  const value = filing[key as FieldKey];
  const type = DICTIONARY.find((field) => field.key === key)?.type;
  if (value === undefined || !type) return '';
  return type.kind === 'money' ? wan(value as Fen) : type.format(value);
}

/** Cells that are not written as their field is. */
const IN_CELL: Readonly<Record<string, (filing: Filing) => string>> = {
  filedOn: ({ filedOn }) => (filedOn === undefined ? BLANK_DAY : formatDay(filedOn)),
  period: ({ period }) => (period ? `${formatDay(period.from)}至${formatDay(period.to)}` : ''),
  completedOn: ({ completedOn, expectedOn }) => {
    if (completedOn !== undefined) return formatDay(completedOn);
    return expectedOn === undefined ? '' : formatExpected(expectedOn);
  },
  sources: ({ sources = [], budget = 0 }) =>
    sources.map(({ source, amount, note }) => sourceLine(source, amount, budget, note)).join('；'),
  subsidy: ({ subsidy: { national, provincial, municipal } = {} }) =>
    Object.entries({ 国家: national, 省: provincial, 市: municipal })
      .filter((part): part is [string, Fen] => part[1] !== undefined)
      .map(([level, amount]) => `${level} ${wanText(amount)}`)
      .join('；'),
};

/** 区级财政 200.00（62.4%，2026 年预算）: the head of the form asks for 万元 and %. */
function sourceLine(source: string, amount: Fen, budget: Fen, note: string | undefined): string {
  const share = budget > 0 ? `${((amount / budget) * 100).toFixed(1)}%` : '';
  const said = [share, note ?? ''].filter((part) => part !== '');
  return `${source} ${wanText(amount)}${said.length === 0 ? '' : `（${said.join('，')}）`}`;
}

/** The form's head says 万元, so amounts stand without the unit. */
function wan(amount: Fen): string {
  return formatWan(amount).replace(/\s*万元$/, '');
}

/** ☑ and □ for the five boxes of both annexes, three and two to a line: so no box is parted from its word. */
export function boxes({ categories = [], categoryNote }: Filing): string {
  const all = CATEGORIES.map((category) => `${categories.includes(category) ? '☑' : '□'}${category}`);
  const lines = [all.slice(0, 3), all.slice(3)].map((line) => line.join('　'));
  return `${lines.join('\n')}${categoryNote === undefined ? '' : `（${categoryNote}）`}`;
}
