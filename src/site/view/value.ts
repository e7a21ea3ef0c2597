import type { FieldType, PartInfo } from '../../form/kinds.ts';
import { type Fen, sumFen } from '../../form/money.ts';
import type { Lookup } from '../../registry/facts.ts';
import type { CatalogueItem } from './catalogue.ts';
import { wanNumber } from './cells.ts';
import { escapeHtml } from './html.ts';
import { href } from './links.ts';

type ValueParts = Readonly<Record<string, unknown>>;
type Names = Lookup<string, Pick<CatalogueItem, 'path' | 'name'>>;

/** Parts that only machines read; they stay in the project's file. */
const FOR_MACHINES: ReadonlySet<string> = new Set(['digest', 'sha256']);

/** A field's value as HTML, built from its type: text, small list, small table. `names` turns ids into links. */
export function valueHtml(type: FieldType<unknown>, value: unknown, names: Names): string {
  switch (type.kind) {
    case 'list':
      return tableHtml(type.item?.parts ?? [], value as readonly ValueParts[], names);
    case 'record':
      return recordHtml(type.parts ?? [], value as ValueParts, names);
    case 'textList':
      return listHtml(value as readonly string[]);
    case 'entryId':
      return linkHtml(String(value), names);
    default:
      return escapeHtml(type.format(value)).replaceAll('\n', '<br>');
  }
}

/** Short words stand in one line; sentences each on their own. */
function listHtml(words: readonly string[]): string {
  if (words.every((word) => word.length <= 14)) return escapeHtml(words.join('、'));
  return `<ul class="plain">${words.map((word) => `<li>${escapeHtml(word)}</li>`).join('')}</ul>`;
}

function linkHtml(id: string, names: Names): string {
  const item = names.get(id);
  if (!item) return `<code>${escapeHtml(id)}</code>（登记库里没有）`;
  return `<a href="${escapeHtml(href(item.path))}">${escapeHtml(item.name)}</a>`;
}

function recordHtml(parts: readonly PartInfo[], value: ValueParts, names: Names): string {
  const { from, to } = value;
  const [start] = parts;
  if (typeof from === 'string' && typeof to === 'string' && start) {
    return `${escapeHtml(start.type.format(from))} 至 ${escapeHtml(start.type.format(to))}`;
  }
  const lines = parts
    .filter(({ key }) => value[key] !== undefined)
    .map(
      ({ key, label, type }) => `<div><dt>${label}</dt><dd>${valueHtml(type, value[key], names)}</dd></div>`,
    );
  return `<dl class="parts">${lines.join('')}</dl>`;
}

/** A column of a small table. The title stands in the head, and on narrow windows before each cell. */
interface Column {
  readonly title: string;
  readonly style: string;
  readonly cell: (row: ValueParts) => string;
}

function tableHtml(parts: readonly PartInfo[], rows: readonly ValueParts[], names: Names): string {
  const used = parts.filter(
    ({ key }) => !FOR_MACHINES.has(key) && rows.some((row) => row[key] !== undefined),
  );
  const share = shareOf(parts, rows);
  const columns = [
    ...used.map((part) => columnOf(part, names)),
    ...(share === undefined ? [] : [{ title: '占比', style: ' class="num"', cell: share }]),
  ];
  const heads = columns.map(({ title, style }) => `<th scope="col"${style}>${title}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map(
      ({ title, style, cell }) => `<td${style} data-label="${title}">${cell(row)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table class="table small-table"><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Classes of a column by the kind of its values. */
const STYLES: Readonly<Record<string, string>> = {
  money: ' class="num"',
  whole: ' class="num"',
  day: ' class="nowrap"',
  dayOrMonth: ' class="nowrap"',
};

function columnOf({ key, label, type }: PartInfo, names: Names): Column {
  const isMoney = type.kind === 'money';
  return {
    title: isMoney ? `${label}（万元）` : label,
    style: STYLES[type.kind] ?? '',
    cell: (row) => {
      const value = row[key];
      if (value === undefined) return '';
      return isMoney ? wanNumber(value as Fen) : valueHtml(type, value, names);
    },
  };
}

/** The 占比 column of 资金来源: the annex asks for 「万元、%」. Other lists have none. */
function shareOf(
  parts: readonly PartInfo[],
  rows: readonly ValueParts[],
): ((row: ValueParts) => string) | undefined {
  if (!parts.some(({ key }) => key === 'source')) return undefined;
  const total = sumFen(rows.map(({ amount }) => amount as Fen));
  if (total <= 0) return undefined;
  return ({ amount }) => percent(amount as Fen, total);
}

/** A share of a whole with one decimal: 76.9%. */
export function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)}%`;
}
