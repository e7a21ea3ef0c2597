import type { Column } from './columns.ts';
import type { Sheet } from './grid.ts';
import type { Header } from './header.ts';
import { AMOUNTS, CHOICES, type Meaning, MONEY } from './meanings.ts';
import type { MoneyUnit } from './money-columns.ts';
import type { Question } from './project.ts';
import type { RawProject } from './rows.ts';

/** A few values of a column, for a person to see what is meant. */
export function samplesOf(column: Column, projects: readonly RawProject[]): readonly string[] {
  const texts = projects.slice(0, 40).flatMap(({ lines }) => lines[0]?.cellOf(column).text.trim() ?? []);
  return [...new Set(texts.filter((text) => text !== ''))]
    .slice(0, 3)
    .map((text) => text.replace(/\s+/g, ' ').slice(0, 40));
}

/**
 * What is asked once for a column: what an unknown title means, whether a vague one is what it seems. The unit of money
 * is asked once for all columns of a table that do not state it.
 */
export function askColumns(
  sheet: Sheet,
  header: Header,
  columns: readonly Column[],
  units: ReadonlyMap<Column, MoneyUnit>,
  projects: readonly RawProject[],
): readonly Question[] {
  if (projects.length === 0) return [];
  const base = { sheet: sheet.name, row: sheet.firstRow + header.at };
  const has = (...wanted: readonly Meaning[]): boolean =>
    columns.some(({ meaning, sure }) => sure && meaning !== undefined && wanted.includes(meaning));
  const whole = has('项目名称', '公告标题') && has('建设单位') && has(...AMOUNTS);
  // A program keeps many columns that are its own; where all that matters is known, they are only listed.
  const asked = columns.filter(
    ({ title, meaning }) => !(whole && meaning === undefined && /^[\w. -]+$/.test(title)),
  );
  const meanings = asked.flatMap((column) => askMeaning(base, column, projects));
  return [...meanings, ...(['大小', '不知'] as const).flatMap((by) => askUnit(base, columns, units, by))];
}

type Base = Pick<Question, 'sheet' | 'row'>;

function askMeaning(base: Base, column: Column, projects: readonly RawProject[]): readonly Question[] {
  const { title, meaning, sure, hidden, told } = column;
  if (hidden || told || (sure && meaning !== undefined)) return [];
  if (meaning !== undefined) {
    const choices = [meaning, '不导入', ...CHOICES.filter((one) => one !== meaning)];
    const asks = `「${title}」这一列当作「${meaning}」，对不对？`;
    return [{ ...base, column: title, asks, choices, taken: true }];
  }
  if (samplesOf(column, projects).length === 0) return [];
  const asks = `「${title}」这一列是什么？没有答复以前不导入。`;
  return [{ ...base, column: title, asks, choices: ['不导入', ...CHOICES], taken: true }];
}

function askUnit(
  base: Base,
  columns: readonly Column[],
  units: ReadonlyMap<Column, MoneyUnit>,
  by: '大小' | '不知',
): readonly Question[] {
  const open = columns.filter((column) => {
    const unit = units.get(column);
    return unit?.by === by && unit.count > 0 && column.meaning !== undefined && MONEY.has(column.meaning);
  });
  const order = (column: Column): number => (column.meaning ? AMOUNTS.indexOf(column.meaning) + 1 || 99 : 99);
  const [first] = [...open].sort((a, b) => order(a) - order(b));
  const unit = first && units.get(first);
  if (!first || !unit) return [];
  const which = open.length === 1 ? `「${first.title}」` : `「${first.title}」等 ${open.length} 列金额`;
  if (by === '不知') {
    const asks = `${which}没有写元还是万元，从数上也看不出来（中间是 ${unit.median}）：没有答复以前不取金额。`;
    return [{ ...base, column: first.title, asks, choices: ['万元', '元'] }];
  }
  const [own, other] = unit.factor === 1 ? ['万元', '元'] : ['元', '万元'];
  const asks = `${which}没有写元还是万元，看大小（中间是 ${unit.median}）按${own}读，对不对？`;
  return [{ ...base, column: first.title, asks, choices: [own, other], taken: true }];
}
