import { parse } from 'yaml';
import type { FieldDef } from '../../form/fields.ts';
import type { FieldType, PartInfo } from '../../form/kinds.ts';
import { exampleLines } from '../../registry/completeness.ts';
import { isRawMap, type Raw } from '../../text/raw.ts';
import { asInFile, readLeaf } from './file-notation.ts';

/**
 * How lists and records are written in a box of plain text: a line an item, its parts in their order with ｜ between
 * them. A table pasted out of a workbook has tabs there; parts may also stand behind their labels, 来源：区级财政.
 */
const BETWEEN = /\s*[|｜\t]\s*/;
const BULLET = /^\s*(?:[-*·•]\s+|\d{1,2}[.、）)]\s*)/;
/** The line under the head of a table. */
const RULE = /^[\s|｜:-]+$/;

/** What stands in a field's box, by the field's own definition. */
export function readLines(definition: FieldDef, written: string): Raw {
  return (
    asInFile(definition, written.trim()) ?? readType(definition.type, boxParts(definition), written.trim())
  );
}

/** The same value in the notation of the box; the inverse of `readLines`. */
export function writeLines(definition: FieldDef, raw: Raw): string {
  return writeType(definition.type, boxParts(definition), raw);
}

/** The field's example in the notation of the box. */
export function boxExample(definition: FieldDef): string {
  if (definition.place === '正文') return definition.example;
  const read: Record<string, Raw> = parse(exampleLines(definition), { schema: 'failsafe' });
  return writeLines(definition, read[definition.label] ?? definition.example);
}

/** How to write it, as the last sentence of a hint; '' where it is written as people would anyway. */
export function boxHint(definition: FieldDef): string {
  const { type } = definition;
  const parts = boxParts(definition);
  const names = parts.map(({ label, optional }) => (optional ? `${label}（可不写）` : label));
  if (type.item?.parts)
    return `每项一行，依次写「${names.join('｜')}」，中间用竖线隔开。${onPaper(definition)}`;
  if (type.parts && isNested(parts))
    return `每行一个：${parts.map(({ label }) => `「${label}：日期｜编号」`).join('、')}。`;
  if (type.parts) return `每行一小项，写成「${parts[0]?.label ?? ''}：……」；可以写的有${names.join('、')}。`;
  return isList(type) ? '每项一行。' : '';
}

/** The parts that a box asks for: what only a sealed attachment has, or the registry writes itself, is left out. */
function boxParts({ type, askedParts = {} }: FieldDef): readonly PartInfo[] {
  const all = type.parts ?? type.item?.parts ?? [];
  return all.filter(({ label }) => {
    const when = askedParts[label];
    return when !== false && when?.is !== '密封附件';
  });
}

/** What is sealed cannot be handed in where everybody reads. */
const onPaper = ({ askedParts = {} }: FieldDef): string =>
  Object.values(askedParts).some((when) => when !== false && when.is === '密封附件')
    ? '从这里送的只登记纸质的，「送达」写「纸质」。'
    : '';

const isList = ({ kind, item }: FieldType<unknown>): boolean =>
  kind === 'textList' || kind === 'choices' || item !== undefined;
const isNested = (parts: readonly PartInfo[]): boolean => parts.some(({ type }) => type.parts !== undefined);

function readType(type: FieldType<unknown>, parts: readonly PartInfo[], written: string): Raw {
  const { item } = type;
  if (item?.parts) return rows(written).map((row) => readRow(item, parts, row));
  if (type.parts) return readRecord(type, parts, written);
  return isList(type) ? readWords(type, written) : written;
}

/** Words of a list. Where they are free, a comma may belong to one of them. */
function readWords({ options = [] }: FieldType<unknown>, written: string): Raw {
  const all = rows(written);
  const [only = ''] = all;
  if (all.length > 1) return all;
  return options.length > 0 ? only : only.split(/\s*[、；;]\s*/).filter((word) => word !== '');
}

const rows = (written: string): readonly string[] =>
  written
    .split('\n')
    .filter((line) => line.trim() !== '' && !RULE.test(line))
    .map((line) => line.replace(BULLET, '').trim())
    // The frame of a table.
    .map((line) => line.replace(/^[|｜]\s*|\s*[|｜]$/g, ''));

function readRow(type: FieldType<unknown>, parts: readonly PartInfo[], row: string): Raw {
  const cells = row.split(BETWEEN);
  const said = cells.map((cell) => labelled(type, cell));
  if (said.every((one) => one !== undefined)) return Object.fromEntries(said);
  return byOrder(parts, cells);
}

/** 「来源：区级财政」, where 来源 is a part. */
function labelled({ parts = [] }: FieldType<unknown>, cell: string): readonly [string, Raw] | undefined {
  const [, label = '', value = ''] = /^([^：:]+)[：:]\s*(.*)$/s.exec(cell) ?? [];
  const part = parts.find((one) => one.label === label.trim());
  return part && [part.label, readPart(part, value)];
}

/** Cells in the order of the parts; what is too much belongs to the last, which is a text. */
function byOrder(parts: readonly PartInfo[], cells: readonly string[]): Raw {
  const most = parts.length;
  const fitted =
    cells.length > most ? [...cells.slice(0, most - 1), cells.slice(most - 1).join('｜')] : cells;
  const pairs = parts.flatMap((part, at) => {
    const cell = fitted[at]?.trim() ?? '';
    return cell === '' ? [] : [[part.label, readPart(part, cell)] as const];
  });
  return Object.fromEntries(pairs);
}

function readRecord(type: FieldType<unknown>, parts: readonly PartInfo[], written: string): Raw {
  const lines = rows(written);
  const said = lines.map((line) => labelled(type, line));
  if (said.every((one) => one !== undefined)) return Object.fromEntries(said);
  return lines.length === 1 ? byOrder(parts, (lines[0] ?? '').split(BETWEEN)) : written;
}

function readPart({ type }: PartInfo, value: string): Raw {
  const { parts } = type;
  if (parts) return BETWEEN.test(value) ? byOrder(parts, value.split(BETWEEN)) : value.trim();
  if (isList(type)) return value.split(/\s*[、；;]\s*/).filter((word) => word !== '');
  return readLeaf(type, value);
}

function writeType(type: FieldType<unknown>, parts: readonly PartInfo[], raw: Raw): string {
  if (typeof raw === 'string') return raw;
  if (isRawMap(raw)) {
    return parts
      .flatMap(({ label }) => (raw[label] === undefined ? [] : [`${label}：${cellOf(raw[label])}`]))
      .join('\n');
  }
  if (!type.item?.parts) return raw.map(cellOf).join('\n');
  return raw.map((row) => (isRawMap(row) ? rowOf(parts, row) : cellOf(row))).join('\n');
}

function rowOf(parts: readonly PartInfo[], row: Readonly<Record<string, Raw>>): string {
  return parts
    .map(({ label }) => (row[label] === undefined ? '' : cellOf(row[label])))
    .join('｜')
    .replace(/｜+$/, '');
}

function cellOf(raw: Raw): string {
  if (typeof raw === 'string') return raw;
  return isRawMap(raw) ? Object.values(raw).map(cellOf).join('｜') : raw.map(cellOf).join('、');
}
