import type { Asked } from './asked.ts';
import { cleanText } from './clean.ts';
import type { Column } from './columns.ts';
import type { Context } from './context.ts';
import { type Cell, cellName, type Sheet } from './grid.ts';
import { AMOUNTS, type Meaning, MONEY } from './meanings.ts';
import { oneOf, readMoney } from './money-cell.ts';
import type { MoneyUnit } from './money-columns.ts';
import type { NamedSum } from './project.ts';
import type { RawLine } from './row-lines.ts';
import type { RawProject } from './rows.ts';
import { readTime, yearIn } from './time-cell.ts';
import { MONEY_UNITS } from './title.ts';

/** A table with its columns understood: what is needed to read one of its projects. */
export interface TableView {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  /** Those that are read, by meaning. */
  readonly byMeaning: ReadonlyMap<Meaning, readonly Column[]>;
  /** Those under which years and sums stand in pairs: 支付计划. */
  readonly plans: readonly Column[];
  readonly units: ReadonlyMap<Column, MoneyUnit>;
  readonly context: Context;
}

/** The money of one project, in 万元. */
export class ProjectMoney {
  readonly view: TableView;
  readonly raw: RawProject;
  readonly asked: Asked;

  constructor(view: TableView, raw: RawProject, asked: Asked) {
    this.view = view;
    this.raw = raw;
    this.asked = asked;
  }

  /** What the project costs: the first of the columns, most telling first, that says it. */
  amount(): NamedSum | undefined {
    const open = this.asked.open.length;
    const approved = this.#approved();
    if (approved) return approved;
    for (const meaning of AMOUNTS) {
      // What a system costs to keep is not what it cost, but for a ledger of such work.
      if (meaning === '运维金额' && !this.#isUpkeep()) continue;
      const columns = this.#columns(meaning);
      // The money of a year is not the whole where a column for the whole stands and says nothing.
      if (meaning === '年度金额' && this.#hasWhole()) continue;
      if (meaning === '年度金额' && columns.length > 1) {
        const years = columns.flatMap((column) => this.#sum(column, false) ?? []);
        if (years.length === 0) continue;
        this.asked.notes.push('没有总金额，按各年度相加读。');
        return { name: years.map(({ name }) => name).join('、'), amount: total(years) };
      }
      for (const column of columns) {
        const sum = this.#sum(column, true);
        if (sum) return sum;
        // A cell that a person must look at is not passed over for another column.
        if (this.asked.open.length > open) return undefined;
      }
    }
    return (
      this.#added('分项金额', '没有总金额，按各分项相加读。') ??
      this.#added('来源金额', '没有总金额，按各来源相加读。')
    );
  }

  #added(meaning: Meaning, note: string): NamedSum | undefined {
    const parts = this.#columns(meaning).flatMap((column) => this.#sum(column, false) ?? []);
    if (parts.length === 0) return undefined;
    this.asked.notes.push(note);
    return { name: parts.map(({ name }) => name).join('、'), amount: total(parts) };
  }

  /** What was approved, where the other column says that it only estimates or asks. */
  #approved(): NamedSum | undefined {
    const [whole, ...others] = this.#columns('金额');
    const [approved] = this.#columns('批复金额');
    if (!whole || others.length > 0 || !approved || !ESTIMATE.test(whole.title)) return undefined;
    return this.#sum(approved, true);
  }

  #hasWhole(): boolean {
    return WHOLE.some((meaning) => this.view.byMeaning.has(meaning));
  }

  #isUpkeep(): boolean {
    const { sheet, context, byMeaning } = this.view;
    if (AMOUNTS.every((meaning) => meaning === '运维金额' || !byMeaning.has(meaning))) return true;
    if (UPKEEP.test(`${sheet.name}\n${context.heading}`)) return true;
    const named = byMeaning.get('项目名称')?.[0];
    return (
      UPKEEP.test(named?.title ?? '') ||
      UPKEEP.test(named ? (this.raw.lines[0]?.cellOf(named).text ?? '') : '')
    );
  }

  /** The sum of a column over the project's rows; with `ask`, what cannot be read becomes a question. */
  #sum(column: Column, ask: boolean): NamedSum | undefined {
    const sums = this.#told().flatMap(({ at, cellOf }) => {
      const amount = this.#cellSum(column, at, cellOf(column), ask);
      return amount === undefined ? [] : [amount];
    });
    const [first, ...rest] = sums;
    if (first === undefined) return undefined;
    const name = column.title;
    if (rest.length === 0) return { name, amount: first };
    const others = rest.reduce((sum, value) => sum + value, 0);
    // The whole above its parts; of rows that each have a year of their own none is the whole.
    if (!this.#isYearly() && Math.abs(others - first) <= first * 0.002) return { name, amount: first };
    if (ask)
      this.asked.notes.push(
        `这个项目占 ${this.raw.lines.length} 行，「${name}」按 ${sums.length} 行相加读。`,
      );
    return { name, amount: round(first + others) };
  }

  /** Each of the rows tells of another year. */
  #isYearly(): boolean {
    const [column] = this.#columns('年份');
    const { lines } = this.raw;
    const years = column ? lines.map(({ cellOf }) => readTime(cellOf(column))?.year) : [];
    return years.length > 1 && !years.includes(undefined) && new Set(years).size === years.length;
  }

  /** 「预算」 above 「实际」: what was planned and what came of it are not added; the plan is what the project costs. */
  #told(): readonly RawLine[] {
    const { lines } = this.raw;
    if (lines.length === 1) return lines;
    const labels = lines.map(({ at }) => (this.view.sheet.rows[at] ?? []).map(({ text }) => text.trim()));
    const planned = lines.filter((_, at) => labels[at]?.some((text) => PLANNED.test(text)));
    const done = lines.some((_, at) => labels[at]?.some((text) => DONE.test(text)));
    return planned.length > 0 && done ? planned : lines;
  }

  #cellSum(column: Column, at: number, cell: Cell, ask: boolean): number | undefined {
    const read = readMoney(cell);
    if (read.kind === 'blank' || read.kind === 'unknown') return undefined;
    const shown = cell.text.trim().replace(/\s+/g, ' ').slice(0, 40);
    if (read.kind === 'unreadable') {
      const asks =
        cell.fault === undefined ? `「${shown}」读不出金额。` : `这一格${cell.fault}，没有读到金额。`;
      if (ask) this.asked.ask(column, at, asks, []);
      return undefined;
    }
    const unit = this.view.units.get(column);
    const beside = this.#beside() ?? (column.factor === undefined ? this.raw.factor : undefined);
    const values = read.amounts.map(({ value, factor }) => ({
      value: value * (factor ?? beside ?? unit?.factor ?? Number.NaN),
      bare: factor === undefined,
      written: value,
    }));
    if (values.some(({ value }) => Number.isNaN(value))) return undefined;
    if (values.some(({ value }) => value < 0)) {
      if (ask) this.asked.ask(column, at, `「${shown}」是负数，不像金额。`, []);
      return undefined;
    }
    const one = oneOf(values.map(({ value }) => round(value)));
    if (one === undefined) return undefined;
    const [only] = values;
    if (
      values.length === 1 &&
      only?.bare &&
      beside === undefined &&
      unit &&
      this.#isOutlier(only.written, unit)
    ) {
      if (ask) this.asked.ask(column, at, outlierWords(shown, unit), outlierChoices(only.written));
      return undefined;
    }
    if (!one.sure && ask) {
      const choices = [...new Set([one.value, ...values.map(({ value }) => round(value))])].map(
        (value) => `${value}万元`,
      );
      this.asked.notes.push(`「${column.title}」里有 ${choices.length} 个金额，取 ${one.value} 万元。`);
      this.asked.tell(column, at, `「${shown}」里有几个金额，取 ${one.value} 万元；不对的另选。`, choices);
    }
    if (cell.summed !== undefined && ask)
      this.asked.notes.push(
        `${this.#nameOf(column, at)}「${column.title}」是公式，文件里没有存下结果，按「${cell.summed}」算出 ${cell.text}。`,
      );
    if (cell.stored !== undefined && ask)
      this.asked.notes.push(`「${column.title}」显示 ${cell.text}，存的是 ${cell.stored}，按显示的读。`);
    return one.value;
  }

  #nameOf({ index, title }: Column, at: number): string {
    return cellName(this.view.sheet, at, index + this.raw.shift, title);
  }

  /** 30000 among amounts of a few hundred 万元 was typed in 元, and 36 among millions of 元 in 万元. */
  #isOutlier(value: number, { factor, median, count }: MoneyUnit): boolean {
    // Nobody counts a thousandth of a 元.
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6) return false;
    if (factor === 1) return value >= 100_000 || (count >= 5 && value >= 10_000 && value >= median * 300);
    return factor !== undefined && factor < 0.01 && count >= 5 && value < 1_000 && value <= median / 1_000;
  }

  /** Money by source, by columns or by pairs in rows. */
  funds(): readonly NamedSum[] {
    const named = this.#pairs('资金来源');
    const columns = this.#columns('来源金额').flatMap((column) => this.#sum(column, false) ?? []);
    return [
      ...named,
      ...columns.map(({ name, amount }) => ({ name: name.split('／').at(-1) ?? name, amount })),
    ];
  }

  /** Money by year. */
  plan(): readonly NamedSum[] {
    const columns = this.#columns('年度金额').flatMap((column) => this.#sum(column, false) ?? []);
    const named = this.view.plans.flatMap((column) => this.#pairsOf(column));
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

  /** Every sum of the project besides the one that says what it costs. */
  others(taken: string | undefined): readonly NamedSum[] {
    return [...this.view.byMeaning.values()]
      .flat()
      .flatMap((column) =>
        isOther(column) && column.title !== taken ? (this.#sum(column, false) ?? []) : [],
      );
  }

  #columns(meaning: Meaning): readonly Column[] {
    const columns = this.#ofThisYear(meaning, this.view.byMeaning.get(meaning) ?? []);
    if (columns.length < 2) return columns;
    // 「调整前」 stands before 「调整后」, and the latter holds.
    const later = columns.filter(({ title }) => !BEFORE.test(title));
    return later.length === 0 ? columns : [...later, ...columns.filter((column) => !later.includes(column))];
  }

  /** 「2024年预算 | 2025年预算 | 增减」 compares two years of a budget: the sheet's own year holds, or the later. */
  #ofThisYear(meaning: Meaning, columns: readonly Column[]): readonly Column[] {
    const compared = this.view.columns.some(({ title }) => COMPARED.test(title));
    if (meaning !== '年度金额' || columns.length !== 2 || !compared) return columns;
    const years = columns.map(({ title }) => yearIn(title));
    const own = years.findIndex((year) => year !== undefined && year === this.view.context.year);
    const later = Number(years[1] ?? 0) >= Number(years[0] ?? 0) ? 1 : 0;
    return columns.slice(own >= 0 ? own : later).slice(0, 1);
  }

  /** The unit that stands in a column of its own, as a factor to 万元. */
  #beside(): number | undefined {
    const [column] = this.#columns('金额单位');
    return column && MONEY_UNITS[this.raw.lines[0]?.cellOf(column).text.trim() ?? ''];
  }
}

const WHOLE: readonly Meaning[] = ['金额', '批复金额', '合同金额', '决算金额'];
const ESTIMATE = /估算|匡算|预估|申报|申请|拟|送审|上报|需求|原报|报送/;
const COMPARED = /增减|增幅|增长|同比|比上年|较上年/;
const PLANNED = /^(?:预算|计划|概算|估算|批复|合同|申报)(?:数|金额|投资|额)?$/;
const DONE = /^(?:实际|决算|结算|完成|执行|支付|已付|支出)(?:数|金额|投资|完成|支出|额)?$/;
const BEFORE = /(?:调整|变更|修改|核减|审核)(?:之)?前/;
const UPKEEP = /运维|运行维护|维护|维保|租赁|租用|服务费|云资源/;
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
