import type { Cell, Sheet } from './grid.ts';
import type { Header, Title } from './header.ts';
import { AMOUNTS, DAYS, MEANINGS, type Meaning, MONEY } from './meanings.ts';
import { foldTitle, MONEY_UNITS, unitInTitle } from './title.ts';
import { fitOf, fitOfColumn, isOffice } from './witness.ts';

/** A column as it is understood. */
export interface Column {
  readonly index: number;
  readonly title: string;
  /** Undefined where nobody knows what it says, or where a person said to leave it. */
  readonly meaning?: Meaning | undefined;
  /** False where a person should look once: the title is vague or the values do not quite fit. */
  readonly sure: boolean;
  /** The unit of its money as the title or a person states it, as a factor to 万元. */
  readonly factor?: number | undefined;
  readonly hidden: boolean;
  /** A person said so. */
  readonly told?: true;
}

/** What a person said about a title: what it means, and its unit of money as a factor to 万元. */
export interface ToldColumn {
  readonly meaning?: Meaning | undefined;
  readonly factor?: number | undefined;
}

export type Told = ReadonlyMap<string, ToldColumn>;

/** Below this a meaning is not taken, and above SURE nobody is asked. */
const TAKEN = 0.42;
const SURE = 0.6;
/** Of these a project has one; a second column of it is left and named. */
const SINGLE: ReadonlySet<Meaning> = new Set<Meaning>(['项目名称', '公告标题', '建设单位', '序号']);

interface Candidate {
  readonly title: Title;
  readonly meaning: Meaning;
  readonly score: number;
  readonly rank: number;
}

/** What each column of a table means: by its title, with the values beneath it as witnesses, unless a person said it. */
export function understandColumns(
  sheet: Sheet,
  header: Header,
  body: readonly (readonly Cell[])[],
  told: Told,
): readonly Column[] {
  const given = new Map(
    header.titles.flatMap((title) => {
      const said = told.get(foldTitle(title.text));
      return said ? [[title.index, said] as const] : [];
    }),
  );
  const open = header.titles.filter(({ index }) => !given.has(index));
  const candidates = open.flatMap((title) => rated(sheet, title, body)).sort(byRank);
  const taken = new Map<number, Candidate>();
  const used = new Set<Meaning>([...given.values()].flatMap(({ meaning }) => meaning ?? []));
  for (const candidate of candidates) {
    if (taken.has(candidate.title.index)) continue;
    if (candidate.score < TAKEN) continue;
    // A second column of names or units is known, and not read.
    const second = SINGLE.has(candidate.meaning) && used.has(candidate.meaning);
    taken.set(candidate.title.index, second ? { ...candidate, meaning: '其他' } : candidate);
    used.add(candidate.meaning);
  }
  nameByValues(open, taken, used, body);
  unitsByValues(open, taken, body);
  timeByValues(open, taken, body);
  ownerBeforeUser(taken);
  // Where nobody knows a single title, only the values can tell.
  const blind = header.titles.every(({ meanings }) => (meanings[0]?.score ?? 0) < 0.55);
  if (AMOUNTS.every((meaning) => !used.has(meaning))) {
    const speaks = (title: string): boolean => unitInTitle(title) !== undefined || MONEY_WORD.test(title);
    likelyByValues(open, taken, body, '金额', blind ? () => true : speaks);
  }
  if (!used.has('建设单位') && !used.has('主管单位')) {
    likelyByValues(open, taken, body, '建设单位', (title) => blind || UNIT_WORD.test(title));
    if (![...taken.values()].some(({ meaning }) => meaning === '建设单位'))
      officesByValues(open, taken, body);
  }
  return header.titles.map((title) => {
    const { index, text } = title;
    const hidden = sheet.hiddenColumns.has(index);
    const said = given.get(index);
    const stated = unitInTitle(text.split('／').at(-1) ?? '') ?? unitInTitle(text);
    if (said)
      return {
        index,
        title: text,
        meaning: said.meaning,
        sure: true,
        factor: said.factor ?? stated,
        hidden,
        told: true as const,
      };
    const found = taken.get(index);
    const factor = found && MONEY.has(found.meaning) ? stated : undefined;
    return {
      index,
      title: text,
      meaning: found?.meaning,
      sure: found === undefined || found.score >= SURE,
      factor,
      hidden,
    };
  });
}

function rated(sheet: Sheet, title: Title, body: readonly (readonly Cell[])[]): readonly Candidate[] {
  const cells = body.map((row) => row[title.index]);
  // One or two witnesses do not outweigh a title that says what it is.
  const few = cells.filter((cell) => (cell?.text.trim() ?? '') !== '').length < 3;
  return title.meanings.map(({ meaning, score }) => {
    const least = few && score === 1 ? 0.6 : 0;
    const fit = fitOfColumn(meaning, cells);
    const weight = Math.max(least, fit === undefined ? 1 : fit < 0 ? 1 + fit * 0.9 : 0.85 + fit * 0.15);
    const hidden = sheet.hiddenColumns.has(title.index) ? 0.01 : 0;
    return { title, meaning, score: score * weight - hidden, rank: rankOf(meaning, title.text) };
  });
}

/** Words of a meaning stand in order: 建设单位 says more than 科室. */
function rankOf(meaning: Meaning, title: string): number {
  const words: readonly string[] = MEANINGS[meaning].titles;
  const at = words.indexOf(foldTitle(title.split('／').at(-1) ?? '').replace(/\(.*?\)/g, ''));
  return at < 0 ? words.length : at;
}

function byRank(a: Candidate, b: Candidate): number {
  const [sureA, sureB] = [Math.round(a.score * 5), Math.round(b.score * 5)];
  if (a.meaning !== b.meaning || sureA !== sureB) return b.score - a.score;
  return a.rank - b.rank || a.title.index - b.title.index;
}

/** Where no title names the project, the column whose values look most like names is taken, and asked about. */
function nameByValues(
  open: readonly Title[],
  taken: Map<number, Candidate>,
  used: Set<Meaning>,
  body: readonly (readonly Cell[])[],
): void {
  if (used.has('项目名称') || used.has('公告标题')) return;
  const fits = open
    .filter(({ index }) => !taken.has(index) || (taken.get(index)?.score ?? 0) < 0.95)
    .map((title) => {
      const cells = body.map((row) => row[title.index]);
      return { title, fit: (fitOfColumn('项目名称', cells) ?? -1) - (isRepeated(cells) ? 0.6 : 0) };
    })
    .sort((a, b) => b.fit - a.fit);
  // A title with the right word needs less of its values.
  const [best] = [
    ...fits.filter(({ title }) => /项目|系统|平台|名称|事项|工程/.test(title.text)),
    ...fits.filter(({ fit }) => fit >= 0.5),
  ];
  if (!best || best.fit < 0.3) return;
  taken.set(best.title.index, { title: best.title, meaning: '项目名称', score: 0.5, rank: 0 });
  used.add('项目名称');
}

/** Few projects share a name; 信息化服务类项目 in every row is a kind. */
function isRepeated(cells: readonly (Cell | undefined)[]): boolean {
  const texts = cells.flatMap((cell) => cell?.text.trim() || []);
  return texts.length >= 3 && new Set(texts).size <= texts.length * 0.5;
}

const MONEY_WORD = /资金|金额|经费|投资|费用|价|款|预算|额$/;
const UNIT_WORD = /单位|部门|机构|主体|方$|局|街道|科室/;
/** Words of money and of units that never mean the project's own. */
const NOT_OWN = /已|付|承建|供应|中标|施工|监理|运维单位|开发|代理|审批|审核|数量|单价|比例|率/;

/** Where no title is known, the column whose title has the right words and whose values fit is taken, and asked about. */
function likelyByValues(
  open: readonly Title[],
  taken: Map<number, Candidate>,
  body: readonly (readonly Cell[])[],
  meaning: Meaning,
  speaks: (title: string) => boolean,
): void {
  for (const title of open) {
    if (taken.has(title.index) || !speaks(title.text) || NOT_OWN.test(title.text)) continue;
    const fit = fitOfColumn(
      meaning,
      body.map((row) => row[title.index]),
    );
    if (fit === undefined || fit < 0.6) continue;
    taken.set(title.index, { title, meaning, score: 0.5, rank: 0 });
    return;
  }
}

/**
 * The column with the most offices in it tells whose the projects are, whatever its title: 租户, 运营单位, or the one of
 * `agency` and `agent` that holds no firms.
 */
function officesByValues(
  open: readonly Title[],
  taken: Map<number, Candidate>,
  body: readonly (readonly Cell[])[],
): void {
  const likely = open.flatMap((title) => {
    const meaning = taken.get(title.index)?.meaning;
    if (meaning !== undefined && meaning !== '其他' && meaning !== '承建单位') return [];
    if (/协|配合|联系|审批|审核|批复|主管|财政/.test(title.text)) return [];
    const texts = body.map((row) => row[title.index]?.text.trim() ?? '').filter((text) => text !== '');
    if (texts.length < 2 || texts.length < body.length * 0.5) return [];
    const share = texts.filter((text) => isOffice(text)).length / texts.length;
    // A program's word for a party says little, a Chinese one that it builds says it.
    return share >= (/\p{Script=Han}/u.test(title.text) ? 0.9 : 0.7) ? [{ title, share }] : [];
  });
  const [best] = likely.sort((a, b) => b.share - a.share);
  if (best) taken.set(best.title.index, { title: best.title, meaning: '建设单位', score: 0.5, rank: 0 });
}

/** Of a system that many use, the unit is whose it is: 主管单位 before 使用单位. */
function ownerBeforeUser(taken: Map<number, Candidate>): void {
  const all = [...taken.values()];
  const user = all.find(({ meaning, title }) => meaning === '建设单位' && /^使用/.test(title.text.trim()));
  const owner = all.find(({ meaning }) => meaning === '主管单位');
  if (!user || !owner) return;
  taken.set(owner.title.index, { ...owner, meaning: '建设单位' });
  taken.set(user.title.index, { ...user, meaning: '其他' });
}

/** Where no column is known to tell a day or a year, one of nothing but days is taken, and asked about. */
function timeByValues(
  open: readonly Title[],
  taken: Map<number, Candidate>,
  body: readonly (readonly Cell[])[],
): void {
  const known = new Set([...taken.values()].map(({ meaning }) => meaning));
  if (known.has('年份') || DAYS.some((meaning) => known.has(meaning))) return;
  const title = open.find(({ index, text }) => {
    if (taken.has(index) || !/时间|日期?$|日期|年月|年度|什么时候/.test(text)) return false;
    const cells = body.map((row) => row[index]);
    return (fitOfColumn('立项日期', cells) ?? 0) >= 0.8;
  });
  if (title) taken.set(title.index, { title, meaning: '立项日期', score: 0.5, rank: 0 });
}

/** A column of nothing but 元 and 万元 says what the amounts beside it are in. */
function unitsByValues(
  open: readonly Title[],
  taken: Map<number, Candidate>,
  body: readonly (readonly Cell[])[],
): void {
  for (const title of open) {
    const texts = body.map((row) => row[title.index]?.text.trim() ?? '').filter((text) => text !== '');
    if (texts.length === 0 || texts.some((text) => MONEY_UNITS[text] === undefined)) continue;
    taken.set(title.index, { title, meaning: '金额单位', score: 1, rank: 0 });
  }
}

/** How well a row fits its columns when all its cells are moved by `shift`; the mean over the columns that can tell. */
export function fitOfRow(columns: readonly Column[], cells: readonly Cell[], shift: number): number {
  let sum = 0;
  let told = 0;
  for (const { meaning, index } of columns) {
    if (meaning === undefined) continue;
    const cell = cells[index + shift];
    if ((cell?.text.trim() ?? '') === '') continue;
    const fit = fitOf(meaning, cell);
    if (fit === 0) continue;
    sum += fit;
    told += 1;
  }
  return told === 0 ? 0 : sum / told;
}
