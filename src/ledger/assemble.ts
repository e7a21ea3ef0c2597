import { Asked } from './asked.ts';
import { cleanText } from './clean.ts';
import type { Column } from './columns.ts';
import { isDigital } from './digital.ts';
import { cellName } from './grid.ts';
import { AMOUNTS, DAYS, type Meaning, MONEY } from './meanings.ts';
import { readMoney } from './money-cell.ts';
import { isNoticedAgain, nameOfNotice, unitInFront, unitOfIntentions } from './notice.ts';
import type { LedgerProject, NamedSum } from './project.ts';
import { ProjectMoney, type TableView } from './project-money.ts';
import type { RawProject } from './rows.ts';
import { factsIn, type TextFacts } from './text-facts.ts';
import { readTime, yearIn } from './time-cell.ts';

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
  readonly #asked: Asked;
  readonly #money: ProjectMoney;
  readonly view: TableView;
  readonly raw: RawProject;

  constructor(view: TableView, raw: RawProject) {
    this.view = view;
    this.raw = raw;
    this.#asked = new Asked(view.sheet, raw);
    this.#money = new ProjectMoney(view, raw, this.#asked);
  }

  project(): LedgerProject {
    const { sheet } = this.view;
    const title = this.#text('公告标题');
    const written = this.#text('项目名称') ?? title ?? '';
    const isNotice = this.#isNotice(written);
    const [named, told] = this.#nameAndContent(written);
    const description = this.#description() ?? told;
    // Where the columns tell all of it, the words need not be searched.
    const lacks = this.#columns('建设单位').length === 0 || !this.#hasMoney();
    const facts = isNotice || lacks ? factsIn(description ?? '') : {};
    const plain = plainName(isNotice ? nameIn(written, facts) : named);
    const { phase = '' } = this.raw;
    const [, alone, beside] = (this.#unitInName() && NAME_AND_UNIT.exec(plain)) || [];
    const name = `${alone ?? plain}${plain.endsWith(phase) ? '' : phase}`;
    if (this.raw.shift !== 0) {
      const side = this.raw.shift < 0 ? '左' : '右';
      this.#asked.notes.push(`这一行的内容比列名偏${side}了 ${Math.abs(this.raw.shift)} 列，按移回以后读。`);
    }
    const amount = this.#money.amount() ?? this.#amountIn(facts);
    this.#askFaults();
    const values: Partial<Record<Meaning, string>> = {
      ...Object.fromEntries(KEPT.flatMap((meaning) => this.#kept(meaning))),
      ...(isNotice ? { 公告标题: written } : {}),
    };
    return {
      sheet: sheet.name,
      row: sheet.firstRow + this.raw.at,
      rows: this.raw.lines.length,
      name,
      unit:
        plainUnit(this.#ownUnit()) ??
        beside ??
        (title === undefined ? undefined : (unitOfIntentions(title) ?? unitInFront(title))) ??
        facts.unit ??
        plainUnit(this.#text('主管单位')),
      amount: amount?.amount,
      amountFrom: amount?.name,
      year: this.#year(),
      description,
      funds: this.#money.funds(),
      plan: this.#money.plan(),
      sums: this.#money.others(amount?.name),
      values,
      places: this.#places(),
      notes: this.#asked.notes,
      digital: isDigital(name),
      open: this.#asked.open,
    };
  }

  /** The name is a notice's title: by its column, by its words, or as noticed again in a list of purchases. */
  #isNotice(written: string): boolean {
    if (this.#columns('项目名称').length === 0) return true;
    if (/(?:公告|公示)$/.test(written)) return true;
    return isNoticedAgain(written) && this.#columns('采购日期').length > 0;
  }

  #hasMoney(): boolean {
    return AMOUNTS.some((meaning) => this.#columns(meaning).length > 0);
  }

  /** Where no column is of money, the words of a notice may say it. */
  #amountIn({ amount }: TextFacts): NamedSum | undefined {
    if (!amount || this.#hasMoney()) return undefined;
    const name = this.#columns('建设内容')[0]?.title ?? '';
    this.#asked.notes.push(
      `没有金额一列，按「${name.slice(0, 20)}」里写的「${amount.words.slice(0, 40)}」读。`,
    );
    return { name, amount: amount.value };
  }

  /** Under 「责任单位/配合单位」 the first of the two is meant. */
  #ownUnit(): string | undefined {
    const text = this.#text('建设单位');
    const both = PARTIES.test(this.#columns('建设单位')[0]?.title ?? '');
    return both ? text?.split(/[/／]/)[0] : text;
  }

  /** 「项目名称（建设单位）」 is the title of both. */
  #unitInName(): boolean {
    const [column] = this.#columns('项目名称');
    return this.#columns('建设单位').length === 0 && /[（(、及和].*(?:单位|部门)/.test(column?.title ?? '');
  }

  /** Under 「项目名称及主要建设内容」 the name ends at the first colon or line break. */
  #nameAndContent(written: string): readonly [name: string, content?: string] {
    const [column] = this.#columns('项目名称');
    if (!/名称.*(?:内容|简介|概况)/.test(column?.title ?? '')) return [written];
    const [, name, content] = /^([^：:\n]{3,60})[：:\n]\s*([\s\S]+)$/.exec(written) ?? [];
    return name === undefined || content === undefined ? [written] : [name.trim(), content];
  }

  /** A cell that could not be read is no blank: its question says where it stands and why. */
  #askFaults(): void {
    for (const [meaning, columns] of this.view.byMeaning) {
      if (MONEY.has(meaning) || meaning === '序号' || meaning === '其他') continue;
      for (const column of columns)
        for (const { at, cellOf } of this.raw.lines) {
          const { fault } = cellOf(column);
          if (fault !== undefined)
            this.#asked.ask(column, at, `这一格${fault}，没有读到「${column.title.slice(0, 20)}」。`, []);
        }
    }
  }

  #places(): LedgerProject['places'] {
    const { sheet, byMeaning } = this.view;
    return Object.fromEntries(
      Array.from(byMeaning, ([meaning, [column]]) => {
        const { index = 0, title = '' } = column ?? {};
        return [meaning, { cell: cellName(sheet, this.raw.at, index + this.raw.shift, title), title }];
      }),
    );
  }

  #columns(meaning: Meaning): readonly Column[] {
    return this.view.byMeaning.get(meaning) ?? [];
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

  /** The first of several years for which it has money. */
  #firstFunded(): number | undefined {
    const columns = this.#columns('年度金额').filter(({ title }) => yearIn(title) !== undefined);
    const [line] = this.raw.lines;
    if (columns.length < 2 || !line) return undefined;
    const funded = columns.filter((column) => readMoney(line.cellOf(column)).kind === 'amounts');
    return funded.length === 0 ? undefined : Math.min(...funded.map(({ title }) => yearIn(title) ?? 9_999));
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
          this.#asked.ask(
            column,
            this.raw.at,
            `「${cell.text.trim().slice(0, 20)}」读不出年份，写成例如 2021。`,
            [],
          );
      }
    }
    return yearIn(this.raw.group ?? '') ?? this.view.context.year ?? this.#firstFunded();
  }
}

/** What remains of the notice's title, or less of it, where the notice itself says that the project is called so. */
function nameIn(title: string, { name }: TextFacts): string {
  const ofTitle = nameOfNotice(title);
  const fold = (text: string): string => text.replace(/\s+/g, '');
  const shorter = name !== undefined && fold(ofTitle).includes(fold(name));
  return shorter ? nameOfNotice(name) : ofTitle;
}

/** Without the number of a list and the label that some people write into the cell. */
function plainName(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^(?:项目|系统|平台)?名称\s*[:：]\s*/, '')
    .replace(/^[（(]?\d{1,3}[)）、.．](?!\d)\s*/, '')
    .trim();
}

const PARTIES = /(?:单位|部门|主体|人)\s*[/／]\s*\S*(?:单位|部门|主体|人)/;
const NAME_AND_UNIT = /^(.{3,}?)[（(]([^（()）]{2,30})[)）]$/;
const UNIT_END = '(?:局|委|办|院|部|处|中心|街道|办事处|政府|委员会|管委会|公司|学校|联合会)';
const FIRST_UNIT = new RegExp(`^([\\p{Script=Han}（）()]{2,30}?${UNIT_END})[\\s、，,；;/]`, 'u');

/** The unit alone: offices write whom to ask for, and at which number, behind it. */
function plainUnit(text: string | undefined): string | undefined {
  const unit = text
    ?.replace(/\s*\n\s*/g, ' ')
    .replace(/^(?:建设|采购|申报|项目|责任)?(?:单位|部门|人)\s*[:：]\s*/, '')
    .replace(/[（(](?:本级|机关)[)）]$/, '')
    .replace(/[（(][^（()）]*(?:\d{4}|[，,、][^（()）]*\d{3})[^（()）]*[)）]$/, '')
    .trim();
  if (unit === undefined) return undefined;
  const [, first] = FIRST_UNIT.exec(unit) ?? [];
  // 「区教育局、区民政局」 are two units and stay.
  const alone = first !== undefined && !new RegExp(UNIT_END).test(unit.slice(first.length));
  return (alone ? first : unit).replace(/\s+/g, '');
}
