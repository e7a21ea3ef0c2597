import { amountsIn } from '../form/amount-words.ts';
import { cleanText } from './clean.ts';
import type { Told } from './columns.ts';
import { readContext } from './context.ts';
import { isDigital } from './digital.ts';
import { type Answer, type Form, formsOn } from './form-answers.ts';
import type { Cell, LeftOut, Sheet } from './grid.ts';
import { AMOUNTS, DAYS, type Meaning } from './meanings.ts';
import { oneOf, readMoney } from './money-cell.ts';
import { factorBySize } from './money-columns.ts';
import type { LedgerProject, Question } from './project.ts';
import { noName } from './row-kinds.ts';
import { readTime } from './time-cell.ts';
import { foldTitle } from './title.ts';
import { isOffice } from './witness.ts';

/** What the forms of a sheet tell. */
export interface FormSheet {
  readonly projects: readonly LedgerProject[];
  readonly left: readonly LeftOut[];
  readonly questions: readonly Question[];
  /** The row of the first form's name. */
  readonly row: number;
}

/** What holds for all forms of a book. */
export interface FormBook {
  readonly name: string;
  /** The unit of sums that state none, as a factor to 万元: by the size of all of them. */
  readonly factor: number | undefined;
  readonly told: Told;
}

/** The unit of the sums of forms that state none: each form has one, all of them together tell. */
export function formFactor(sheets: readonly Sheet[]): number | undefined {
  const bare = sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => formsOn(sheet).flatMap(bareSums));
  return factorBySize(bare);
}

function bareSums({ answers }: Form): readonly number[] {
  return answers.flatMap(({ meaning, factor, value }) => {
    if (factor !== undefined || !AMOUNTS.includes(meaning)) return [];
    const read = readMoney(value);
    return read.kind === 'amounts'
      ? read.amounts.flatMap((sum) => (sum.factor === undefined ? [sum.value] : []))
      : [];
  });
}

/** The projects of a sheet of filled-in forms rather than a table; undefined for any other sheet. */
export function readFormSheet(sheet: Sheet, book: FormBook): FormSheet | undefined {
  const forms = formsOn(sheet);
  const [first] = forms;
  if (!first) return undefined;
  const questions: Question[] = [];
  const left: LeftOut[] = [];
  const projects = forms.flatMap((form) => {
    const none = noName(nameIn(form));
    if (none === undefined) return [readForm(sheet, form, book, questions)];
    left.push({ sheet: sheet.name, row: sheet.firstRow + form.name.row, why: none });
    return [];
  });
  return { projects, left, questions, row: sheet.firstRow + first.name.row };
}

const nameIn = ({ name }: Form): string => cleanText(name.value.text).replace(/\s*\n\s*/g, '');

function readForm(sheet: Sheet, form: Form, book: FormBook, questions: Question[]): LedgerProject {
  const { answers, name } = form;
  const title = nameIn(form);
  const context = readContext(sheet, name.row, book.name, true);
  const texts = answers
    .filter(({ meaning }) => meaning === '建设内容')
    .map(({ label, value }) => `${label}：${cleanText(value.text)}`);
  const first = (meaning: Meaning): Cell | undefined =>
    answers.find((answer) => answer.meaning === meaning)?.value;
  const amount = new FormMoney(sheet, answers, context.factor, book, questions).amount();
  return {
    sheet: sheet.name,
    row: sheet.firstRow + name.row,
    rows: 1,
    name: title,
    unit:
      textOf(first('建设单位')) ??
      officeIn(first('承建单位')) ??
      textOf(first('主管单位')) ??
      context.unit ??
      context.headed,
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

/** The money of one form. */
class FormMoney {
  readonly sheet: Sheet;
  readonly answers: readonly Answer[];
  readonly stated: number | undefined;
  readonly book: FormBook;
  readonly questions: Question[];

  constructor(
    sheet: Sheet,
    answers: readonly Answer[],
    stated: number | undefined,
    book: FormBook,
    questions: Question[],
  ) {
    this.sheet = sheet;
    this.answers = answers;
    this.stated = stated;
    this.book = book;
    this.questions = questions;
  }

  /** What the project costs, in 万元: the most telling label that says a sum; that of one year only where none asks for the whole. */
  amount(): { readonly value: number; readonly label: string } | undefined {
    for (const meaning of AMOUNTS) {
      const asked = this.answers.filter((answer) => answer.meaning === meaning);
      for (const answer of asked) {
        const value = this.#valueOf(answer);
        if (value !== undefined) return { value, label: answer.label };
      }
      if (asked.length > 0) return undefined;
    }
    return undefined;
  }

  #valueOf(answer: Answer): number | undefined {
    const read = readMoney(answer.value);
    if (read.kind !== 'amounts') return undefined;
    const sums = read.amounts.flatMap(({ value, factor }) => {
      const unit = factor ?? answer.factor ?? this.stated ?? this.#unitOf(answer, value);
      return unit === undefined ? [] : [Math.round(value * unit * 1_000_000) / 1_000_000];
    });
    return oneOf(sums)?.value;
  }

  /** The unit of a bare sum: as a person says, as another text of the form proves it, or by the size of all. */
  #unitOf({ label, row }: Answer, value: number): number | undefined {
    const told = this.book.told.get(foldTitle(label))?.factor;
    if (told !== undefined) return told;
    const proven = this.#provenBy(value);
    if (proven !== undefined) return proven;
    const { factor } = this.book;
    const [own, other] = factor === 1 ? ['万元', '元'] : ['元', '万元'];
    const asks =
      factor === undefined
        ? `「${label}」没有写元还是万元，从数上也看不出来：没有答复以前不取金额。`
        : `「${label}」没有写元还是万元，看大小按${own}读，对不对？`;
    this.questions.push({
      sheet: this.sheet.name,
      row: this.sheet.firstRow + row,
      column: label,
      asks,
      choices: [own, other],
      ...(factor === undefined ? {} : { taken: true }),
    });
    return factor;
  }

  #provenBy(value: number): number | undefined {
    const said = this.answers
      .filter(({ meaning }) => meaning === '建设内容' || meaning === '备注')
      .flatMap(({ value: { text } }) => amountsIn(text.slice(0, 2_000)).map(({ fen }) => fen / 1_000_000));
    return [1, 1 / 10_000].find((unit) =>
      said.some((amount) => Math.abs(amount - value * unit) <= amount * 0.000_5),
    );
  }
}

function yearOf(answers: readonly Answer[]): number | undefined {
  for (const meaning of ['年份', ...DAYS] as const) {
    const answer = answers.find((one) => one.meaning === meaning);
    const time = answer && readTime(answer.value);
    if (time) return time.year;
  }
  return undefined;
}

/** 「承办单位」 is as often an office that has it built as a firm that builds it. */
function officeIn(cell: Cell | undefined): string | undefined {
  const text = textOf(cell);
  return text !== undefined && isOffice(text) ? text : undefined;
}

function textOf(cell: Cell | undefined): string | undefined {
  const text = cleanText(cell?.text ?? '');
  return text === '' ? undefined : text;
}
