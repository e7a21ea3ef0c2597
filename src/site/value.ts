import type { FieldType, PartInfo } from '../domain/field-types.ts';
import { type Fen, sumFen } from '../domain/money.ts';
import type { CatalogueItem } from './catalogue.ts';
import { wanNumber } from './cells.ts';
import { escapeHtml } from './html.ts';
import { href } from './links.ts';

type Row = Readonly<Record<string, unknown>>;
type Names = ReadonlyMap<string, Pick<CatalogueItem, 'path' | 'name'>>;

/** Parts that only machines read; they stay in the project's file. */
const FOR_MACHINES: ReadonlySet<string> = new Set(['digest', 'sha256']);

/** A field's value as HTML, built from its type: text, small list, small table. `names` turns ids into links. */
export function valueHtml(type: FieldType<unknown>, value: unknown, names: Names): string {
  switch (type.kind) {
    case 'list':
      return tableHtml(type.item?.parts ?? [], value as readonly Row[], names);
    case 'record':
      return recordHtml(type.parts ?? [], value as Row, names);
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

function recordHtml(parts: readonly PartInfo[], value: Row, names: Names): string {
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

function tableHtml(parts: readonly PartInfo[], rows: readonly Row[], names: Names): string {
  const used = parts.filter(
    ({ key }) => !FOR_MACHINES.has(key) && rows.some((row) => row[key] !== undefined),
  );
  const share = shareOf(parts, rows);
  const heads = used.map(({ label, type }) => headHtml(label, type.kind));
  const body = rows.map((row) => {
    const cells = used.map((part) => cellHtml(part, row[part.key], names));
    return `<tr>${cells.join('')}${share === undefined ? '' : `<td class="num">${share(row)}</td>`}</tr>`;
  });
  const lastHead = share === undefined ? '' : '<th scope="col" class="num">占比</th>';
  return `<div class="table-frame" role="group" aria-label="表格" tabindex="0"><table class="table small-table"><thead><tr>${heads.join('')}${lastHead}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function headHtml(label: string, kind: string): string {
  if (kind === 'money') return `<th scope="col" class="num">${label}（万元）</th>`;
  return `<th scope="col"${kind === 'whole' ? ' class="num"' : ''}>${label}</th>`;
}

function cellHtml({ type }: PartInfo, value: unknown, names: Names): string {
  if (value === undefined) return '<td></td>';
  if (type.kind === 'money') return `<td class="num">${wanNumber(value as Fen)}</td>`;
  if (type.kind === 'whole') return `<td class="num">${escapeHtml(type.format(value))}</td>`;
  return `<td${type.kind === 'day' ? ' class="nowrap"' : ''}>${valueHtml(type, value, names)}</td>`;
}

/** The 占比 column of 资金来源: the annex asks for 「万元、%」. Other lists have none. */
function shareOf(parts: readonly PartInfo[], rows: readonly Row[]): ((row: Row) => string) | undefined {
  if (!parts.some(({ key }) => key === 'source')) return undefined;
  const total = sumFen(rows.map(({ amount }) => amount as Fen));
  if (total <= 0) return undefined;
  return ({ amount }) => percent(amount as Fen, total);
}

/** A share of a whole with one decimal: 76.9%. */
export function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)}%`;
}
