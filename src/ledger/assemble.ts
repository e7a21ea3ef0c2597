import { cleanText } from './clean.ts';
import type { Column } from './columns.ts';
import type { Context } from './context.ts';
import { isDigital } from './digital.ts';
import { type Cell, cellName, type Sheet } from './grid.ts';
import { AMOUNTS, DAYS, type Meaning, MONEY } from './meanings.ts';
import { oneOf, readMoney } from './money-cell.ts';
import type { MoneyUnit } from './money-columns.ts';
import { nameOfNotice, unitOfIntentions } from './notice.ts';
import type { LedgerProject, NamedSum, Question } from './project.ts';
import type { RawProject } from './rows.ts';
import { readTime } from './time-cell.ts';

/** A table with its columns understood: what is needed to read one of its projects. */
export interface TableView {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  readonly units: ReadonlyMap<Column, MoneyUnit>;
  readonly context: Context;
}

/** Texts that are kept as they are, by meaning. */
const KEPT: readonly Meaning[] = [
  '主管单位',
  '项目状态',
  '建设性质',
  '来源类别',
  '项目类型',
  '项目编号',
  '来源',
  '地区',
  '层级',
  '核实日期',
  '资金来源',
  '备注',
  ...DAYS,
];

/** A project of its rows. */
export function assemble(view: TableView, raw: RawProject): LedgerProject {
  return new Assembler(view, raw).project();
}

class Assembler {
  readonly #open: Question[] = [];
  readonly #notes: string[] = [];
  readonly view: TableView;
  readonly raw: RawProject;

  constructor(view: TableView, raw: RawProject) {
    this.view = view;
    this.raw = raw;
  }

  project(): LedgerProject {
    const { sheet, columns } = this.view;
    const title = this.#text('公告标题');
    const name = (this.#text('项目名称') ?? nameOfNotice(title ?? '')).replace(/\s*\n\s*/g, ' ');
    if (this.raw.shift !== 0) {
      const side = this.raw.shift < 0 ? '左' : '右';
      this.#notes.push(`这一行的内容比列名偏${side}了 ${Math.abs(this.raw.shift)} 列，按移回以后读。`);
    }
    const amount = this.#amount();
    const named = this.#columns('项目名称').length > 0;
    const values = Object.fromEntries([
      ...KEPT.flatMap((meaning) => this.#kept(meaning)),
      ...(named ? [] : this.#kept('公告标题')),
    ]);
    return {
      sheet: sheet.name,
      row: sheet.firstRow + this.raw.at,
      rows: this.raw.lines.length,
      name,
      unit:
        this.#text('建设单位')
          ?.replace(/\s*\n\s*/g, '')
          .replace(/[（(](?:本级|机关)[)）]$/, '') ??
        (title === undefined ? undefined : unitOfIntentions(title)) ??
        this.#text('主管单位'),
      amount: amount?.amount,
      amountFrom: amount?.name,
      year: this.#year(),
      description: this.#description(),
      funds: this.#funds(),
      plan: this.#plan(),
      sums: columns.flatMap((column) =>
        isOther(column) && column.title !== amount?.name ? (this.#sum(column, false) ?? []) : [],
      ),
      values,
      places: this.#places(),
      notes: this.#notes,
      digital: isDigital(name),
      open: this.#open,
    };
  }

  #places(): LedgerProject['places'] {
    const { sheet, columns } = this.view;
    const known = columns.filter(({ meaning, hidden }) => meaning !== undefined && !hidden).toReversed();
    return Object.fromEntries(
      known.map(({ meaning, index, title }) => [
        meaning,
        { cell: cellName(sheet, this.raw.at, index + this.raw.shift, title), title },
      ]),
    );
  }

  #columns(meaning: Meaning): readonly Column[] {
    return this.view.columns.filter((column) => column.meaning === meaning && !column.hidden);
  }

  /** The first text of a meaning in the project's rows, without what prints nothing. */
  #text(meaning: Meaning): string | undefined {
    for (const column of this.#columns(meaning)) {
      for (const line of this.raw.lines) {
        const text = cleanText(line.cellOf(column).text);
        if (text !== '') return text;
      }
    }
    return undefined;
  }

  #kept(meaning: Meaning): readonly (readonly [Meaning, string])[] {
    if (meaning === '来源') {
      const cell = this.#columns('来源')
        .map((column) => this.raw.lines[0]?.cellOf(column))
        .find((one) => one && (one.text !== '' || one.link));
      const text = cell?.link ?? cleanText(cell?.text ?? '');
      return text === '' ? [] : [[meaning, text]];
    }
    const text = this.#text(meaning);
    return text === undefined ? [] : [[meaning, text]];
  }

  #description(): string | undefined {
    const columns = this.#columns('建设内容');
    const parts = columns.flatMap((column) => {
      const texts = this.raw.lines
        .map((line) => cleanText(line.cellOf(column).text))
        .filter((text) => text !== '');
      const text = [...new Set(texts)].join('\n');
      if (text === '') return [];
      return [columns.length > 1 ? `${column.title}：${text}` : text];
    });
    return parts.length === 0 ? undefined : [...new Set(parts)].join('\n\n');
  }

  #year(): number | undefined {
    for (const meaning of ['年份', ...DAYS] as const) {
      for (const column of this.#columns(meaning)) {
        const cell = this.raw.lines[0]?.cellOf(column);
        const time = cell && readTime(cell);
        if (time) return time.year;
        if (cell && meaning === '年份' && cell.text.trim() !== '')
          this.#ask(
            column,
            this.raw.at,
            `「${cell.text.trim().slice(0, 20)}」读不出年份，写成例如 2021。`,
            [],
          );
      }
    }
    return this.view.context.year;
  }

  /** What the project costs: the first of the columns, most telling first, that says it. */
  #amount(): NamedSum | undefined {
    const open = this.#open.length;
    for (const meaning of AMOUNTS) {
      const columns = this.#columns(meaning);
      if (meaning === '年度金额' && columns.length > 1) {
        const years = columns.flatMap((column) => this.#sum(column, false) ?? []);
        if (years.length === 0) continue;
        this.#notes.push('没有总金额，按各年度相加读。');
        return { name: years.map(({ name }) => name).join('、'), amount: total(years) };
      }
      for (const column of columns) {
        const sum = this.#sum(column, true);
        if (sum) return sum;
        // A cell that a person must look at is not passed over for another column.
        if (this.#open.length > open) return undefined;
      }
    }
    const funds = this.#columns('来源金额').flatMap((column) => this.#sum(column, false) ?? []);
    if (funds.length === 0) return undefined;
    this.#notes.push('没有总金额，按各来源相加读。');
    return { name: funds.map(({ name }) => name).join('、'), amount: total(funds) };
  }

  /** The sum of a column over the project's rows; with `ask`, what cannot be read becomes a question. */
  #sum(column: Column, ask: boolean): NamedSum | undefined {
    const sums = this.raw.lines.flatMap(({ at, cellOf }) => {
      const amount = this.#cellSum(column, at, cellOf(column), ask);
      return amount === undefined ? [] : [amount];
    });
    const [first, ...rest] = sums;
    if (first === undefined) return undefined;
    const name = column.title;
    if (rest.length === 0) return { name, amount: first };
    const others = rest.reduce((sum, value) => sum + value, 0);
    if (Math.abs(others - first) <= first * 0.002) return { name, amount: first };
    if (ask)
      this.#notes.push(`这个项目占 ${this.raw.lines.length} 行，「${name}」按 ${sums.length} 行相加读。`);
    return { name, amount: round(first + others) };
  }

  #cellSum(column: Column, at: number, cell: Cell, ask: boolean): number | undefined {
    const read = readMoney(cell);
    if (read.kind === 'blank' || read.kind === 'unknown') return undefined;
    const shown = cell.text.trim().replace(/\s+/g, ' ').slice(0, 40);
    if (read.kind === 'unreadable') {
      const asks =
        cell.fault === undefined ? `「${shown}」读不出金额。` : `这一格${cell.fault}，没有读到金额。`;
      if (ask) this.#ask(column, at, asks, []);
      return undefined;
    }
    const unit = this.view.units.get(column);
    const values = read.amounts.map(({ value, factor }) => ({
      value: value * (factor ?? unit?.factor ?? Number.NaN),
      bare: factor === undefined,
      written: value,
    }));
    if (values.some(({ value }) => Number.isNaN(value))) return undefined;
    if (values.some(({ value }) => value < 0)) {
      if (ask) this.#ask(column, at, `「${shown}」是负数，不像金额。`, []);
      return undefined;
    }
    const one = oneOf(values.map(({ value }) => round(value)));
    if (one === undefined) return undefined;
    const [only] = values;
    if (values.length === 1 && only?.bare && unit && this.#isOutlier(only.written, unit)) {
      if (ask) this.#ask(column, at, outlierWords(shown, unit), outlierChoices(only.written));
      return undefined;
    }
    if (!one.sure && ask) {
      const choices = [...new Set([one.value, ...values.map(({ value }) => round(value))])].map(
        (value) => `${value}万元`,
      );
      this.#notes.push(`「${column.title}」里有 ${choices.length} 个金额，取 ${one.value} 万元。`);
      this.#tell(column, at, `「${shown}」里有几个金额，取 ${one.value} 万元；不对的另选。`, choices);
    }
    if (cell.stored !== undefined && ask)
      this.#notes.push(`「${column.title}」显示 ${cell.text}，存的是 ${cell.stored}，按显示的读。`);
    return one.value;
  }

  /** 30000 among amounts of a few hundred 万元 was typed in 元, and 36 among millions of 元 in 万元. */
  #isOutlier(value: number, { factor, median, count }: MoneyUnit): boolean {
    // Nobody counts a thousandth of a 元.
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6) return false;
    if (factor === 1) return value >= 100_000 || (count >= 5 && value >= 10_000 && value >= median * 300);
    return factor !== undefined && factor < 0.01 && count >= 5 && value < 1_000 && value <= median / 1_000;
  }

  #funds(): readonly NamedSum[] {
    const named = this.#pairs('资金来源');
    const columns = this.#columns('来源金额').flatMap((column) => this.#sum(column, false) ?? []);
    return [
      ...named,
      ...columns.map(({ name, amount }) => ({ name: name.split('／').at(-1) ?? name, amount })),
    ];
  }

  #plan(): readonly NamedSum[] {
    const columns = this.#columns('年度金额').flatMap((column) => this.#sum(column, false) ?? []);
    const named = this.view.columns
      .filter(({ title, hidden }) => !hidden && /支付计划|分年|年度计划|资金计划/.test(title))
      .flatMap((column) => this.#pairsOf(column));
    return [...named, ...columns];
  }

  #pairs(meaning: Meaning): readonly NamedSum[] {
    return this.#columns(meaning).flatMap((column) => this.#pairsOf(column));
  }

  /** 「财政资金 | 35.92」 in two columns under one title, one pair a row. */
  #pairsOf(column: Column): readonly NamedSum[] {
    const { sheet, columns, context } = this.view;
    if (columns.some(({ index }) => index === column.index + 1)) return [];
    return this.raw.lines.flatMap(({ at }) => {
      const name = cleanText(sheet.rows[at]?.[column.index]?.text ?? '').replace(/\s+/g, '');
      const cell = sheet.rows[at]?.[column.index + 1];
      const read = cell && readMoney(cell);
      const [sum] = read?.kind === 'amounts' ? read.amounts : [];
      const factor = sum?.factor ?? context.factor ?? 1;
      return name === '' || !sum ? [] : [{ name, amount: round(sum.value * factor) }];
    });
  }

  #ask(column: Column, at: number, asks: string, choices: readonly string[]): void {
    this.#open.push(this.#question(column, at, asks, choices));
  }

  /** A question with an answer that is taken meanwhile; the project goes in with it. */
  #tell(column: Column, at: number, asks: string, choices: readonly string[]): void {
    this.#open.push({ ...this.#question(column, at, asks, choices), taken: true });
  }

  #question(column: Column, at: number, asks: string, choices: readonly string[]): Question {
    const { sheet } = this.view;
    return {
      sheet: sheet.name,
      row: sheet.firstRow + at,
      column: column.title,
      cell: cellName(sheet, at, column.index + this.raw.shift, column.title),
      asks,
      choices,
    };
  }
}

const isOther = ({ meaning, hidden }: Column): boolean =>
  meaning !== undefined && MONEY.has(meaning) && meaning !== '来源金额' && meaning !== '年度金额' && !hidden;
const round = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;
const total = (sums: readonly NamedSum[]): number => round(sums.reduce((sum, { amount }) => sum + amount, 0));

function outlierWords(shown: string, { factor, median }: MoneyUnit): string {
  const own = factor === 1 ? '万元' : '元';
  return `「${shown}」与同一列的其他金额（中间是 ${median}${own}）差得太多，像是把元和万元写混了，没有取；是多少？`;
}

function outlierChoices(written: number): readonly string[] {
  return [`${written}元`, `${written}万元`];
}
