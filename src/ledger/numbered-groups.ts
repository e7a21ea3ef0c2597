import { BLANK, type Cell, type Sheet } from './grid.ts';
import { foldTitle, meaningsOf } from './title.ts';

/** Titles of a questionnaire stand this far down at most. */
const WITHIN = 5;
const NUMBER = /\d{1,2}|[一二三四五六七八九十]/;

/**
 * 「系统1名称、系统1费用、系统2名称、系统2费用」 beside the unit that answers: a sheet for each of the numbered groups, in
 * which the columns of the others are blank, so that cells keep their names. Undefined for any other sheet.
 */
export function numberedGroups(sheet: Sheet): readonly Sheet[] | undefined {
  for (let at = 0; at < Math.min(sheet.rows.length, WITHIN); at++) {
    const cells = sheet.rows[at] ?? [];
    const names = cells.flatMap(({ text }, index) => (isNumberedName(text) ? [index] : []));
    const [first, second] = names;
    if (first === undefined || second === undefined || !alike(cells, names)) continue;
    const width = second - first;
    if (names.some((index, place) => index !== first + place * width)) continue;
    return names.map((from) => groupAt(sheet, at, from, width, first, first + names.length * width));
  }
  return undefined;
}

function isNumberedName(text: string): boolean {
  const title = foldTitle(text);
  if (title.length > 30 || !NUMBER.test(title)) return false;
  const [best] = meaningsOf(title.replace(NUMBER, ''));
  return best?.meaning === '项目名称' && best.score >= 0.55;
}

/** The titles differ in their number alone. */
function alike(cells: readonly Cell[], names: readonly number[]): boolean {
  const texts = names.map((index) => foldTitle(cells[index]?.text ?? ''));
  const plain = new Set(texts.map((text) => text.replace(NUMBER, '#')));
  return plain.size === 1 && new Set(texts).size === texts.length;
}

function groupAt(sheet: Sheet, at: number, from: number, width: number, first: number, to: number): Sheet {
  const inside = (index: number): boolean =>
    index < first || index >= to || (index >= from && index < from + width);
  const rows = sheet.rows.map((row, place) => {
    // A unit with one system leaves the second group blank.
    const name = row[from]?.text.trim() ?? '';
    if (place > at && from > first && /^(?:|[（(](?:空|跳过)[)）]|无|[-—/])$/.test(name)) return [];
    return row.map((cell, index) => (inside(index) ? cell : BLANK));
  });
  const { widths: _, ...rest } = sheet;
  return { ...rest, rows };
}
