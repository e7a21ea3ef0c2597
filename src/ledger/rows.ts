import { carriedDown, wideRows } from './areas.ts';
import type { Column } from './columns.ts';
import { deletedRow, flagsOf } from './deleted.ts';
import { BLANK, type Cell, cellName, type LeftOut, type Sheet } from './grid.ts';
import { DAYS, type Meaning, MONEY } from './meanings.ts';
import { filledOf, hasSplitNumber, isNumber, textsOf } from './row-cells.ts';
import { RowGroups } from './row-groups.ts';
import {
  columnNumbers,
  fieldNames,
  groupRow,
  instructionRow,
  type NotProject,
  noName,
  noteRow,
  nothingRow,
  noticeAlone,
  numberedGroup,
  sampleRow,
  summedGroup,
  titleSet,
  titlesAgain,
  totalRow,
} from './row-kinds.ts';
import { type RawLine, RowLines } from './row-lines.ts';
import { misplaced, shiftOf } from './row-shift.ts';
import { RowSums } from './row-sums.ts';

/** The rows of one project, as they stand. */
export interface RawProject {
  /** Index in the sheet's rows of the first of them. */
  readonly at: number;
  readonly lines: readonly RawLine[];
  /** The line above the project that names its group. */
  readonly group?: string | undefined;
  /** The unit of its money as the lines above state it, as a factor to 万元. */
  readonly factor?: number | undefined;
  /** 一期, where a column of its own says it of a name that several rows share. */
  readonly phase?: string | undefined;
  /** The cells stand this many columns beside their titles. */
  readonly shift: number;
}

export interface RawTable {
  readonly projects: readonly RawProject[];
  readonly left: readonly LeftOut[];
  /** Rows that are broken rather than no projects: an import must not pass over them. */
  readonly faults: readonly LeftOut[];
  /** Indices in the sheet's rows of those that sum up others. */
  readonly totals: readonly number[];
}

const CORE: ReadonlySet<Meaning> = new Set<Meaning>(['项目名称', '公告标题', '建设内容', ...MONEY, ...DAYS]);
/** What names a project; the title of its notice only where nothing else does. */
const NAMES: readonly Meaning[] = ['项目名称', '公告标题'];
const PHASE = /^(?:建设)?(?:分期|期次|期数|期别)$|^(?:标段|分?包)(?:号|名称)?$/;
/** Instructions and column numbers stand directly below the titles. */
const BELOW_TITLES = 3;

/** Sorts the rows from `from` to `to` (not included) into projects and what is none, each with its reason. */
export function readRows(
  sheet: Sheet,
  columns: readonly Column[],
  from: number,
  to: number,
  width: number,
): RawTable {
  return new RowReader(sheet, columns, from, to, width).read();
}

/** What a row is: no project, broken, the first of a project's rows, or one more of them. */
type Verdict =
  | { readonly left: string }
  | { readonly fault: string }
  | { readonly begins: number }
  | { readonly goesOn: boolean };

class RowReader {
  readonly #projects: (RawProject & { lines: RawLine[] })[] = [];
  readonly #left: LeftOut[] = [];
  readonly #faults: LeftOut[] = [];
  readonly #totals: number[] = [];
  readonly #carried: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly #wide: ReadonlySet<number>;
  readonly #name: Column | undefined;
  readonly #lines: RowLines;
  readonly #known: readonly Column[];
  readonly #core: readonly Column[];
  readonly #typical: number;
  readonly #titles: ReadonlySet<string>;
  readonly #sums: RowSums;
  /** Most rows are numbered 1, 2, 3, so that 一, 二, 三 number groups. */
  readonly #counted: boolean;
  readonly #groups = new RowGroups();
  readonly #flags: readonly number[];
  /** The rows that follow belong to a sample that was left out. */
  #skipping = false;

  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  readonly from: number;
  readonly to: number;
  readonly width: number;

  constructor(sheet: Sheet, columns: readonly Column[], from: number, to: number, width: number) {
    this.sheet = sheet;
    this.columns = columns;
    this.from = from;
    this.to = to;
    this.width = width;
    this.#carried = carriedDown(sheet, columns, from, to);
    this.#wide = wideRows(sheet);
    this.#flags = flagsOf(columns);
    this.#titles = titleSet(columns.map(({ title }) => title));
    this.#name = NAMES.flatMap((name) => columns.find(({ meaning }) => meaning === name) ?? [])[0];
    this.#lines = new RowLines(sheet, this.#carried, from, this.#name?.index ?? 0);
    this.#known = columns.filter(({ meaning, hidden }) => meaning !== undefined && !hidden);
    this.#sums = new RowSums(this.#known.filter(({ meaning }) => meaning && MONEY.has(meaning)));
    const nameIndex = this.#name?.index ?? 0;
    this.#core = this.#known.filter(
      ({ meaning, index }) => meaning && CORE.has(meaning) && index >= nameIndex,
    );
    const sample = sheet.rows
      .slice(from, Math.min(to, from + 200))
      .map(filledOf)
      .filter((count) => count > 0);
    // Of a table with one project and many lines below it, the first row tells.
    const [top = 0] = sample;
    this.#typical = Math.max(top, sample.sort((a, b) => a - b)[Math.floor(sample.length * 0.75)] ?? 0);
    let counted = 0;
    for (let at = from; at < Math.min(to, from + 200); at++) if (this.#serialOf(at) !== '') counted += 1;
    this.#counted = counted >= 2 && counted >= sample.length * 0.4;
  }

  read(): RawTable {
    for (let at = this.from; at < this.to; at++) this.#readRow(at, this.sheet.rows[at] ?? []);
    return { projects: this.#projects, left: this.#left, faults: this.#faults, totals: this.#totals };
  }

  #readRow(at: number, cells: readonly Cell[]): void {
    if (filledOf(cells) === 0) return;
    const verdict = this.#judge(at, cells);
    if ('left' in verdict) {
      this.#groups.pass(textsOf(cells));
      this.#left.push(this.#place(at, verdict.left));
    } else if ('fault' in verdict) this.#faults.push(this.#place(at, verdict.fault));
    else if ('begins' in verdict) this.#begin(at, verdict.begins);
    else if (this.#skipping) this.#left.push(this.#place(at, '这一行接着上面没有导入的一行，不是项目。'));
    else if (verdict.goesOn) this.#goOn(at);
  }

  #judge(at: number, cells: readonly Cell[]): Verdict {
    if (this.sheet.hiddenRows.has(at))
      return { left: '这一行在表里是隐藏的，没有导入；要导入的，取消隐藏。' };
    if (this.#tooWide(at, cells))
      return { fault: '这一行的格数比列名多，多半是哪一格里的逗号没有加引号，没有导入。' };
    const nameCell = this.#name ? this.#own(at, this.#name) : BLANK;
    const name = nameCell.text.trim();
    if (this.#name && nameCell.fault !== undefined) {
      const cell = cellName(this.sheet, at, this.#name.index, this.#name.title);
      return { fault: `${cell} ${nameCell.fault}，没有读到项目名称，这一行没有导入。` };
    }
    const why = this.#whyNone(at, cells, name);
    if (why !== undefined) return { left: why };
    if (this.#isCarried(at) && this.#phaseOf(at) !== undefined && !this.#sharesSum(at)) return { begins: 0 };
    if (name === '' || this.#isCarried(at)) {
      return this.#continues(at, cells) ? { goesOn: true } : { fault: '这一行没有项目名称，没有导入。' };
    }
    const shift = shiftOf(this.#core, this.#name, cells, name);
    if (shift === undefined) return { left: misplaced(this.#core, cells) };
    const titled = this.#name?.meaning === '项目名称' ? noticeAlone(name) : undefined;
    const none = titled ?? (shift === 0 ? noName(name) : undefined);
    if (none === undefined) return { begins: shift };
    this.#skipping = true;
    return { left: none };
  }

  #whyNone(at: number, cells: readonly Cell[], name: string): string | undefined {
    const texts = textsOf(cells);
    const [first = ''] = texts;
    const wide = this.#wide.has(at) && texts.length === 1;
    const again = titlesAgain(this.#titles, cells, name);
    if (again !== undefined) return again;
    const near = at < this.from + BELOW_TITLES && this.#projects.length === 0;
    const head = near ? (columnNumbers(texts) ?? fieldNames(texts) ?? instructionRow(texts)) : undefined;
    const early = head ?? deletedRow(this.#flags, cells) ?? sampleRow(first) ?? nothingRow(texts);
    if (early !== undefined) return early;
    const serial = this.#serialOf(at);
    const note = noteRow(first, texts);
    const total = totalRow(serial === '' ? first : '', name);
    if (total !== undefined) this.#totals.push(at);
    const none = total ?? note ?? this.#unnamedTotal(at, cells, texts);
    if (none !== undefined) return none;
    const group =
      groupRow(first, texts.length, wide, this.#typical) ?? this.#loneWords(at, first, name, texts.length);
    const label = name || (texts[1] ?? first);
    const counted = group ?? numberedGroup(this.#textOf(at, '序号'), label, this.#counted);
    const numbered = counted ?? (this.#isCarried(at) ? undefined : summedGroup(cells, name, this.#name));
    if (numbered !== undefined)
      this.#groups.name = counted !== undefined && group === undefined ? label : first;
    return numbered;
  }

  /** One cell alone, outside the column of names, in a table of many columns: words between the projects. */
  #loneWords(at: number, first: string, name: string, filled: number): string | undefined {
    if (filled !== 1 || this.#typical < 3 || name !== '' || this.#isCarried(at)) return undefined;
    const column = this.#known.find((one) => this.#own(at, one).text.trim() === first);
    if (column && column.meaning !== '序号' && column.meaning !== '建设单位' && this.#projects.length > 0)
      return undefined;
    return `这一行只有「${first.slice(0, 30)}」，不是项目。`;
  }

  /** Sums without a word, below what they sum up. */
  #unnamedTotal(at: number, cells: readonly Cell[], texts: readonly string[]): NotProject {
    if (this.#projects.length < 2 || this.#isCarried(at) || texts.some((text) => !isNumber(text)))
      return undefined;
    return this.#sums.isTotal(cells, this.#projects) ? '这一行只有上面各行的合计，不是项目。' : undefined;
  }

  #serialOf(at: number): string {
    const text = this.#textOf(at, '序号');
    return /\d/.test(text) ? text : '';
  }

  #textOf(at: number, meaning: Meaning): string {
    const column = this.#known.find((one) => one.meaning === meaning);
    return column ? this.#own(at, column).text.trim() : '';
  }

  /** Cells beyond the last title, in a file where a comma too many moves everything behind it. */
  #tooWide(at: number, cells: readonly Cell[]): boolean {
    if (this.sheet.widths === undefined) return false;
    if ((this.sheet.widths[at] ?? 0) <= this.width) return false;
    return cells.slice(this.width).some(({ text }) => text.trim() !== '') || hasSplitNumber(cells);
  }

  #continues(at: number, cells: readonly Cell[]): boolean {
    if (this.#projects.length === 0 && !this.#skipping) return false;
    if (this.#isCarried(at)) return true;
    const marked = this.#known.some((column) => {
      if (column.meaning !== '序号' && column.meaning !== '建设单位' && column.meaning !== '项目编号')
        return false;
      return !this.#carried.get(column.index)?.has(at) && (cells[column.index]?.text.trim() ?? '') !== '';
    });
    return !marked;
  }

  #isCarried(at: number): boolean {
    return this.#name !== undefined && this.#carried.get(this.#name.index)?.has(at) === true;
  }

  /** 一期, 二期 or a lot in a column of its own, beside a name that is merged over them: each is a project. */
  #phaseOf(at: number): string | undefined {
    if (!this.#isCarried(at) && !this.#isCarried(at + 1)) return undefined;
    const column = this.columns.find(({ title, hidden }) => !hidden && PHASE.test(title.trim()));
    const text = column ? this.#own(at, column).text.trim() : '';
    return text === '' || text.length > 20 ? undefined : text;
  }

  /** A sum that is merged like the name is that of all the lots, so that they are one project. */
  #sharesSum(at: number): boolean {
    const shared = (row: number): boolean =>
      this.#known.some(
        ({ meaning, index }) => meaning && MONEY.has(meaning) && this.#carried.get(index)?.has(row) === true,
      );
    return this.#isCarried(at) ? shared(at) : this.#isCarried(at + 1) && shared(at + 1);
  }

  #own(at: number, column: Column): Cell {
    return this.sheet.rows[at]?.[column.index] ?? BLANK;
  }

  #begin(at: number, shift: number): void {
    this.#skipping = false;
    const { name: group, factor } = this.#groups;
    const phase = this.#sharesSum(at) ? undefined : this.#phaseOf(at);
    this.#projects.push({ at, lines: [this.#lines.lineAt(at, shift)], group, factor, phase, shift });
  }

  #goOn(at: number): void {
    const last = this.#projects.at(-1);
    // Ten thousand blank-named rows below one project are no project of ten thousand rows.
    if (last && last.lines.length < 200) last.lines.push(this.#lines.lineAt(at, last.shift));
    else this.#faults.push(this.#place(at, '这一行没有项目名称，上面一个项目已经占了 200 行，没有导入。'));
  }

  #place(at: number, why: string): LeftOut {
    return { sheet: this.sheet.name, row: this.sheet.firstRow + at, why };
  }
}
