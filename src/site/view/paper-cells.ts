import { formatDay, formatExpected } from '../../form/dates.ts';
import { DICTIONARY, type FieldKey, type Filing } from '../../form/fields.ts';
import { type Fen, formatWan, wanText } from '../../form/money.ts';
import type { AnnexCell } from '../../regulation/index.ts';
import { CATEGORIES } from '../../regulation/vocabulary.ts';
import { escapeHtml } from './html.ts';
import { percent } from './value.ts';

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
  filedOn: ({ filedOn }) => (filedOn === undefined ? '　　　年　　月　　日' : formatDay(filedOn)),
  period: ({ period }) => (period ? `${formatDay(period.from)}至${formatDay(period.to)}` : ''),
  completedOn: ({ completedOn, expectedOn }) => {
    if (completedOn !== undefined) return formatDay(completedOn);
    return expectedOn === undefined ? '' : formatExpected(expectedOn);
  },
  sources: ({ sources = [], budget = 0 }) =>
    sources
      .map(({ source, amount }) => {
        const share = budget > 0 ? `（${percent(amount, budget)}）` : '';
        return `${source} ${wanText(amount)}${share}`;
      })
      .join('；'),
  subsidy: ({ subsidy: { national, provincial, municipal } = {} }) =>
    Object.entries({ 国家: national, 省: provincial, 市: municipal })
      .filter((part): part is [string, Fen] => part[1] !== undefined)
      .map(([level, amount]) => `${level} ${wanText(amount)}`)
      .join('；'),
};

/** The form's head says 万元, so amounts stand without the unit. */
function wan(amount: Fen): string {
  return formatWan(amount).replace(/\s*万元$/, '');
}

/** ☑ and □ for the five boxes of both annexes; a box and its word stay in one line. */
export function boxesHtml({ categories = [], categoryNote }: Filing): string {
  const boxes = CATEGORIES.map((category) => {
    const box = categories.includes(category) ? '☑' : '□';
    return `<span class="nowrap">${box}${category}</span>`;
  });
  return `${boxes.join('　')}${categoryNote === undefined ? '' : escapeHtml(`（${categoryNote}）`)}`;
}
