import { cleanText } from './clean.ts';
import { readContext } from './context.ts';
import { isDigital } from './digital.ts';
import { type Cell, columnLetters, type Sheet } from './grid.ts';
import { AMOUNTS, DAYS, type Meaning, MONEY } from './meanings.ts';
import { oneOf, readMoney } from './money-cell.ts';
import type { LedgerProject } from './project.ts';
import { noName } from './row-kinds.ts';
import { readTime } from './time-cell.ts';
import { meaningsOf, unitInTitle } from './title.ts';

/** A label of a form with the cell that answers it. */
interface Answer {
  readonly meaning: Meaning;
  readonly label: string;
  readonly row: number;
  readonly at: string;
  readonly value: Cell;
  /** The unit of money that the label states, or those it stands beside or under, as a factor to 万元. */
  readonly factor: number | undefined;
}

/** A form is so long at most, and forms stand so far down. */
const ROWS = 80;
const MOST = 4_000;
const LONGEST_LABEL = 16;

/**
 * The projects of a sheet of filled-in forms (「项目名称 | … | 建设单位 | …」) rather than a table: at least three rows of a
 * form begin with a label and answer it. Forms stand below each other. None for any other sheet.
 */
export function readFormSheet(given: Sheet, bookName: string): readonly LedgerProject[] {
  const { sheet, joined } = labelsApart(given);
  const starts = sheet.rows
    .slice(0, MOST)
    .flatMap((row, at) => (leadingMeaning(row) === '项目名称' ? [at] : []));
  const forms = starts.map((from, place) =>
    readForm({ sheet, joined }, place === 0 ? 0 : from, starts[place + 1], bookName),
  );
  const read = forms.flatMap((form) => form ?? []);
  return read.length === forms.length ? read : [];
}

/** 「项目名称：智慧图书馆」 in one cell a line, as pasted from a page: the label and its answer side by side. */
function labelsApart(sheet: Sheet): Forms {
  const alone = (row: readonly Cell[]): string => {
    const texts = row.map(({ text }) => text.trim()).filter((text) => text !== '');
    return texts.length === 1 ? (texts[0] ?? '') : '';
  };
  const pairs = sheet.rows
    .slice(0, MOST)
    .map((row) => /^([^:：]{2,20})[:：]\s*(\S[\s\S]*)$/.exec(alone(row)));
  const told = pairs.map((pair) => (pair ? labelMeaning(pair[1] ?? '') : undefined));
  const known = told.filter((meaning) => meaning !== undefined).length;
  if (known < 3 || !told.includes('项目名称')) return { sheet, joined: false };
  const rows = sheet.rows.map((row, at) =>
    told[at] === undefined ? row : [{ text: pairs[at]?.[1] ?? '' }, { text: pairs[at]?.[2] ?? '' }],
  );
  return { sheet: { ...sheet, rows }, joined: true };
}

/** A sheet of forms; `joined` where a label and its answer share a cell. */
interface Forms {
  readonly sheet: Sheet;
  readonly joined: boolean;
}

function readForm(
  { sheet, joined }: Forms,
  from: number,
  to: number | undefined,
  bookName: string,
): LedgerProject | undefined {
  const rows = sheet.rows.slice(0, to).slice(0, from + ROWS);
  const answers = rows.flatMap((row, at) => (at < from ? [] : answersIn(sheet, row, at, joined)));
  const leading = new Set(rows.slice(from).flatMap((row) => leadingMeaning(row) ?? []));
  const name = answers.find(({ meaning }) => meaning === '项目名称');
  if (!name || leading.size < 3 || new Set(answers.map(({ meaning }) => meaning)).size < 3) return undefined;
  const title = cleanText(name.value.text).replace(/\s*\n\s*/g, '');
  if (noName(title) !== undefined) return undefined;
  const context = readContext(sheet, name.row, bookName, true);
  const texts = answers
    .filter(({ meaning }) => meaning === '建设内容')
    .map(({ label, value }) => `${label}：${cleanText(value.text)}`);
  const first = (meaning: Meaning): Cell | undefined =>
    answers.find((answer) => answer.meaning === meaning)?.value;
  const amount = amountOf(answers, context.factor);
  return {
    sheet: sheet.name,
    row: sheet.firstRow + name.row,
    rows: 1,
    name: title,
    unit: textOf(first('建设单位')) ?? textOf(first('主管单位')) ?? context.unit ?? context.headed,
    amount: amount?.value,
    amountFrom: amount?.label,
    year: yearOf(answers) ?? context.year,
    description: texts.length === 0 ? undefined : texts.join('\n\n'),
    funds: [],
    plan: [],
    sums: [],
    values: Object.fromEntries(
      (['项目状态', '建设性质', '项目编号', ...DAYS] as const).flatMap((meaning) => {
        const text = textOf(first(meaning));
        return text === undefined ? [] : [[meaning, text]];
      }),
    ),
    places: Object.fromEntries(
      answers.toReversed().map(({ meaning, at, label }) => [meaning, { cell: at, title: label }]),
    ),
    notes: ['这一页是一个项目的表格，按栏目读。'],
    digital: isDigital(title),
    open: [],
  };
}

function answersIn(sheet: Sheet, row: readonly Cell[], at: number, joined: boolean): readonly Answer[] {
  return row.flatMap(({ text }, column): readonly Answer[] => {
    const meaning = labelMeaning(text);
    if (meaning === undefined) return [];
    const next = row.findIndex(
      (cell, index) => index > column && (cell.text.trim() !== '' || cell.number !== undefined),
    );
    const value = row[next];
    if (!value || next - column > 8 || labelMeaning(value.text) !== undefined) return [];
    return [
      {
        meaning,
        label: text.trim().replace(/\s+/g, ''),
        row: at,
        at: `${columnLetters(joined ? next - 1 : next)}${sheet.firstRow + at}`,
        value,
        factor: MONEY.has(meaning) ? unitAround(sheet, at, column) : undefined,
      },
    ];
  });
}

/** 「项目资金（万元）」 stands to the left of 「年度资金总额」, or further up where the cell below it is blank. */
function unitAround(sheet: Sheet, at: number, column: number): number | undefined {
  for (let row = at; row >= Math.max(0, at - 6); row--) {
    for (let left = column; left >= 0; left--) {
      if (row < at && (sheet.rows[at]?.[left]?.text ?? '') !== '') continue;
      const said = unitInTitle(sheet.rows[row]?.[left]?.text.slice(0, 40) ?? '');
      if (said !== undefined) return said;
    }
  }
  return undefined;
}

function labelMeaning(text: string): Meaning | undefined {
  const plain = text.replace(/\s+/g, '').replace(/[:：]$/, '');
  if (plain === '' || plain.length > LONGEST_LABEL || /\d{3}/.test(plain)) return undefined;
  const [first] = meaningsOf(plain);
  return first && first.score >= 0.8 ? first.meaning : undefined;
}

/** What the first words of a row ask for, where something stands behind them. */
function leadingMeaning(row: readonly Cell[]): Meaning | undefined {
  const at = row.findIndex(({ text }) => text.trim() !== '');
  const meaning = labelMeaning(row[at]?.text ?? '');
  const next = row.slice(at + 1).find(({ text }) => text.trim() !== '');
  return meaning !== undefined && next && labelMeaning(next.text) === undefined ? meaning : undefined;
}

function amountOf(
  answers: readonly Answer[],
  stated: number | undefined,
): { value: number; label: string } | undefined {
  for (const meaning of AMOUNTS) {
    for (const { label, value, factor: own } of answers.filter((answer) => answer.meaning === meaning)) {
      const read = readMoney(value);
      if (read.kind !== 'amounts') continue;
      const factor = own ?? stated;
      const sums = read.amounts.flatMap((sum) =>
        sum.factor === undefined && factor === undefined ? [] : [sum.value * (sum.factor ?? factor ?? 1)],
      );
      const one = oneOf(sums.map((sum) => Math.round(sum * 1_000_000) / 1_000_000));
      if (one) return { value: one.value, label };
    }
  }
  return undefined;
}

function yearOf(answers: readonly Answer[]): number | undefined {
  for (const meaning of ['年份', ...DAYS] as const) {
    const answer = answers.find((one) => one.meaning === meaning);
    const time = answer && readTime(answer.value);
    if (time) return time.year;
  }
  return undefined;
}

function textOf(cell: Cell | undefined): string | undefined {
  const text = cleanText(cell?.text ?? '');
  return text === '' ? undefined : text;
}
