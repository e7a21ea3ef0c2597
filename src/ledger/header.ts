import { tellsOfSheet } from './context.ts';
import type { Cell, Sheet } from './grid.ts';
import type { Meaning } from './meanings.ts';
import { isNumber, textsOf } from './row-cells.ts';
import { fieldNames } from './row-kinds.ts';
import { exactMeaning, foldTitle, MONEY_UNITS, meaningsOf, type TitleMeaning } from './title.ts';
import { fitOfColumn } from './witness.ts';

/** Titles stand at most this far down, under a heading and remarks. */
const WITHIN = 40;
/** Titles stand over at most this many lines. */
const DEEPEST = 3;

/** A line of titles, or two or three lines that are read together. */
export interface Header {
  /** Index in `rows` of its first line. */
  readonly at: number;
  readonly depth: number;
  readonly titles: readonly Title[];
}

/** What stands above a column. */
export interface Title {
  readonly index: number;
  /** As a person would say it: 「总投资」 over 「财政」 is 总投资／财政. */
  readonly text: string;
  readonly meanings: readonly TitleMeaning[];
}

const NAMES: ReadonlySet<Meaning> = new Set<Meaning>(['项目名称', '公告标题']);

/** The line of titles in the upper part of a sheet; undefined when no line is one. */
export function findHeader(sheet: Sheet, from = 0, told: ToldTitles = NOTHING_TOLD): Header | undefined {
  let best: { header: Header; score: number } | undefined;
  for (let at = from; at < Math.min(sheet.rows.length, from + WITHIN); at++) {
    if (!isLineOfTitles(sheet, at) || isLowerLine(sheet, from, at)) continue;
    for (let depth = 1; depth <= DEEPEST; depth++) {
      if (depth > 1 && !continues(sheet, at, at + depth - 1)) break;
      const header = readTitles(sheet, at, depth, told);
      const score = scoreOf(header);
      const deeper = depth > 1 && at === best?.header.at && score > 0 && score === best.score;
      if (deeper || score > (best?.score ?? 0)) best = { header, score };
    }
  }
  if (best) return toTheirEnd(sheet, best.header, told);
  return from === 0 ? headerByValues(sheet, told) : undefined;
}

/** The title of the names may reach further down than the lines that tell something: months below 「2023年进度」. */
function toTheirEnd(sheet: Sheet, header: Header, told: ToldTitles): Header {
  const name = header.titles.find(({ meanings }) => NAMES.has(meanings[0]?.meaning ?? '其他'));
  const area = mergesAt(sheet, header.at).find(
    ({ top, left, right }) => top === header.at && name && left <= name.index && name.index <= right,
  );
  const depth = area ? area.bottom - area.top + 1 : 1;
  return depth > header.depth && depth <= DEEPEST + 1 ? readTitles(sheet, header.at, depth, told) : header;
}

/** What a person said of titles, by the folded title. */
export type ToldTitles = ReadonlyMap<string, { readonly meaning?: Meaning | undefined }>;
const NOTHING_TOLD: ToldTitles = new Map();

/** Titles that nobody knows stand above columns that look like names and like money or units all the same. */
function headerByValues(sheet: Sheet, told: ToldTitles): Header | undefined {
  for (let at = 0; at < Math.min(sheet.rows.length - 2, 15); at++) {
    const cells = sheet.rows[at] ?? [];
    const filled = cells.filter(({ text }) => text.trim() !== '');
    if (
      filled.length < 2 ||
      filled.some(({ text, number }) => number !== undefined || text.length > 16 || /\d/.test(text))
    )
      continue;
    const body = sheet.rows.slice(at + 1, at + 60).filter((row) => row.some(({ text }) => text !== ''));
    const fits = (meaning: Meaning, least: number): boolean =>
      cells.some(
        (_, index) =>
          (fitOfColumn(
            meaning,
            body.map((row) => row[index]),
          ) ?? -1) >= least,
      );
    if (body.length >= 2 && fits('项目名称', 0.6) && (fits('金额', 0.9) || fits('建设单位', 0.6)))
      return readTitles(sheet, at, 1, told);
  }
  return undefined;
}

/** A heading or 「单位：万元」 stands alone on its line; titles stand side by side. */
function isLineOfTitles(sheet: Sheet, at: number): boolean {
  const cells = sheet.rows[at] ?? [];
  const texts = new Set(cells.map(({ text }) => text.trim()).filter((text) => text !== ''));
  if (texts.size <= 4 && [...texts].some(tellsOfSheet)) return false;
  // Sums stand on no line of titles, years do.
  return texts.size >= 2 && cells.every(({ number }) => number === undefined || isYear(number));
}

/** A title that reaches down from the line above makes this one its second line. */
function isLowerLine(sheet: Sheet, from: number, at: number): boolean {
  return mergesAt(sheet, at).some(({ top }) => top >= from && top < at && isLineOfTitles(sheet, top));
}

const isYear = (number: number): boolean => Number.isInteger(number) && number >= 1990 && number <= 2100;

/** 「PROJ_NAME ORG_CODE」: what a program calls the columns whose titles stand above. */
export function isFieldLine(cells: readonly Cell[]): boolean {
  return fieldNames(textsOf(cells)) !== undefined;
}

/** True for a line further down that is titles and nothing else: another table begins, or the titles are repeated. */
export function isTitleLine(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (texts.length < 3 || cells.some(({ number, day }) => number !== undefined || day)) return false;
  // Most rows are none: the cheap look first.
  const exact = texts.filter((text) => exactMeaning(text) !== undefined).length;
  if (exact < 2 || texts.some((text) => text.length > 40)) return false;
  const known = texts.filter((text) => text.length <= 30 && (meaningsOf(text)[0]?.score ?? 0) >= 0.8);
  return known.length >= texts.length * 0.6 && known.length >= 3;
}

/** How much a line looks like the titles of a ledger of projects; 0 when it is none. */
function scoreOf({ titles }: Header): number {
  const known = new Map<Meaning, number>();
  for (const { meanings } of titles) {
    const [first] = meanings;
    if (first) known.set(first.meaning, Math.max(known.get(first.meaning) ?? 0, first.score));
  }
  const named = [...known].some(([meaning, score]) => NAMES.has(meaning) && score >= 0.55);
  const surely = [...known.values()].filter((score) => score >= 0.55).length;
  if (surely < 2 || (!named && surely < 3)) return 0;
  const unknown = titles.filter(({ meanings, text }) => meanings.length === 0 && text.length > 14).length;
  const sum = [...known.values()].reduce((total, score) => total + score, 0);
  return Math.max(0, sum + (named ? 2 : 0) - unknown * 0.5);
}

function readTitles(sheet: Sheet, at: number, depth: number, told: ToldTitles): Header {
  const lines = Array.from({ length: depth }, (_, line) => spread(sheet, at + line));
  const width = Math.max(...lines.map(({ length }) => length));
  const titles: Title[] = [];
  for (let index = 0; index <= width; index++) {
    const parts = [
      ...new Set(lines.map((line) => tidyTitle(line[index] ?? '')).filter((part) => part !== '')),
    ];
    const own = parts.at(-1);
    const above = parts.slice(0, -1).join('');
    // Without a second line the title of a merged area belongs to its first column alone.
    const untitled = own === undefined || (depth === 1 && index > 0 && isSpread(sheet, at, index));
    if (untitled) {
      if (saysUnits(sheet, at + depth, index)) titles.push({ index, text: '金额单位', meanings: UNITS });
      continue;
    }
    const text = parts.join('／');
    // `资金.批复` of a record within a record is 批复 under 资金.
    const [, outer, inner] = (depth === 1 && /^(\p{Script=Han}[^.]*)\.([^.]+)$/u.exec(own)) || [];
    const said = told.get(foldTitle(text));
    const meanings = said
      ? said.meaning
        ? [{ meaning: said.meaning, score: 1 }]
        : []
      : meaningsOf(inner ?? own, outer ?? above);
    titles.push({ index, text, meanings });
  }
  return { at, depth, titles };
}

const UNITS: readonly TitleMeaning[] = [{ meaning: '金额单位', score: 1 }];

/** 「2.8 | 万」 and 「8000 | 元」 under one title: the column beside says what the numbers are in. */
function saysUnits(sheet: Sheet, from: number, index: number): boolean {
  const rows = sheet.rows.slice(from, from + 60).filter((row) => (row[index]?.text.trim() ?? '') !== '');
  const said = rows.every((row) => MONEY_UNITS[row[index]?.text.trim() ?? ''] !== undefined);
  return (
    rows.length > 0 &&
    said &&
    rows.every((row) => row[index - 1]?.number !== undefined || isNumber(row[index - 1]?.text.trim() ?? ''))
  );
}

const tidyTitle = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The texts of a line of titles, each merged area saying the same in all its cells. */
function spread(sheet: Sheet, at: number): readonly string[] {
  const line = (sheet.rows[at] ?? []).map(({ text }) => text);
  for (const { top, bottom, left, right } of mergesAt(sheet, at)) {
    const text = sheet.rows[top]?.[left]?.text ?? '';
    // A heading across the whole sheet is no title of its columns.
    if (right - left > 12 && bottom === top) continue;
    for (let column = left; column <= right; column++) line[column] = text;
  }
  return Array.from(line, (text) => text ?? '');
}

function isSpread(sheet: Sheet, at: number, index: number): boolean {
  return mergesAt(sheet, at).some(({ left, right }) => left < index && index <= right);
}

function mergesAt(sheet: Sheet, at: number): readonly Sheet['merges'][number][] {
  // Titles stand high up; without this bound a sheet of a hundred thousand merged areas would be searched for each line.
  return headMerges(sheet).filter(({ top, bottom }) => top <= at && at <= bottom);
}

const HEAD_MERGES = new WeakMap<Sheet, readonly Sheet['merges'][number][]>();
function headMerges(sheet: Sheet): readonly Sheet['merges'][number][] {
  const known = HEAD_MERGES.get(sheet);
  if (known) return known;
  const merges = sheet.merges.filter(({ top }) => top < WITHIN + DEEPEST);
  HEAD_MERGES.set(sheet, merges);
  return merges;
}

/** True when the line `at` still belongs to the titles that begin at `from`. */
function continues(sheet: Sheet, from: number, at: number): boolean {
  const upper = spread(sheet, at - 1);
  const lower = sheet.rows[at] ?? [];
  const filled = lower
    .map(({ text }, index) => ({ text: text.trim(), index }))
    .filter(({ text }) => text !== '');
  if (filled.length === 0) return false;
  // What a program calls the same columns says nothing more of them.
  if (isFieldLine(lower)) return false;
  const areas = mergesAt(sheet, from);
  const covered = areas.some(({ top, bottom }) => top === from && bottom >= at);
  const isNumber = (index: number): boolean =>
    lower[index]?.number !== undefined && !/^(?:19|20)\d\d$/.test(lower[index]?.text ?? '');
  if (filled.some(({ text, index }) => text.length > 24 || isNumber(index))) return false;
  const titled = filled.filter(({ text, index }) => {
    const above = upper[index]?.trim() ?? '';
    return foldTitle(text) !== foldTitle(above) && isLowerTitle(text, above);
  });
  // 「（万元）」 alone below 「投资额」.
  if (filled.every(({ text }) => UNIT_ALONE.test(text))) return true;
  if (covered) return titled.length >= filled.length * 0.5;
  // Without merged cells: the name's column is blank below, and every word is the title of a part.
  const name = upper.findIndex((text) => NAMES.has(meaningsOf(text)[0]?.meaning ?? '其他'));
  const blankName = name < 0 || (lower[name]?.text.trim() ?? '') === '';
  return blankName && titled.length === filled.length && filled.length >= 2;
}

/** 「（万元）」, 「%」 and 「个」 stand below the titles that they belong to. */
const UNIT_ALONE = /^[（(]?(?:亿元|万元|千元|元|[%％]|[个项台套分人])[)）]?$/;

function isLowerTitle(text: string, above: string): boolean {
  if (/^(?:19|20)\d\d年?(?:度)?$/.test(text)) return true;
  return (
    (meaningsOf(text, above)[0]?.score ?? 0) >= 0.55 || /^(?:合计|小计|总计|其他|金额|数量|时间)$/.test(text)
  );
}
