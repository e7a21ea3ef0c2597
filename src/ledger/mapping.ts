import { parse } from 'yaml';
import type { ToldColumn } from './columns.ts';
import { LedgerError } from './grid.ts';
import { MEANINGS, type Meaning, MONEY } from './meanings.ts';
import { type Answers, NO_ANSWERS, type Understood } from './reading.ts';
import { foldTitle, MONEY_UNITS } from './title.ts';

/** What the answers to a ledger's questions are kept as; the next ledger of the same shape uses them. */

const SKIP = '不导入';
const KNOWN = ['列', '不读的工作表', '单位', '单位对应', '数字化', '新项目', '单元格'] as const;
const EXAMPLE = '例如「列: {项目内容: 建设内容, 金额: {读作: 金额, 单位: 元}}」';

type YamlMap = Readonly<Record<string, unknown>>;

/** Reads a file of answers. Throws a LedgerError that says what to mend. */
export function readAnswers(text: string): Answers {
  const map = asMap(parsed(text), '整份文件');
  const strange = Object.keys(map).filter((key) => !(KNOWN as readonly string[]).includes(key));
  if (strange.length > 0)
    throw new LedgerError(`列的读法里有不认识的「${strange.join('」「')}」；能写的是${KNOWN.join('、')}。`);
  const columns = Object.entries(asMap(map.列 ?? {}, '列')).map(
    ([title, told]) => [foldTitle(title), toldColumn(title, told)] as const,
  );
  const scope = map.数字化;
  if (scope !== undefined && scope !== '全部' && scope !== '只要数字化')
    throw new LedgerError('「数字化」写「全部」或「只要数字化」。');
  const skipped = map.不读的工作表 ?? [];
  if (!Array.isArray(skipped))
    throw new LedgerError('「不读的工作表」写成一列名称，例如「不读的工作表: [旧版]」。');
  const fresh = map.新项目 ?? [];
  if (!Array.isArray(fresh)) throw new LedgerError('「新项目」写成一列名称，例如「新项目: [某某平台]」。');
  const cells = Object.entries(asMap(map.单元格 ?? {}, '单元格')).map(
    ([key, value]) => [key, scalar(value, key)] as const,
  );
  return {
    columns: new Map(columns),
    skipped: new Set(skipped.map(String)),
    unit: map.单位 === undefined || map.单位 === null ? undefined : scalar(map.单位, '单位'),
    scope,
    unitNames: new Map(
      Object.entries(asMap(map.单位对应 ?? {}, '单位对应')).map(([key, value]) => [key, scalar(value, key)]),
    ),
    fresh: new Set(fresh.map(String)),
    cells: new Map(cells),
  };
}

function parsed(text: string): unknown {
  try {
    return parse(text, { schema: 'core', maxAliasCount: 10 }) ?? {};
  } catch {
    throw new LedgerError(`列的读法不是能读的数据文件：${EXAMPLE}。`);
  }
}

function asMap(value: unknown, name: string): YamlMap {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as YamlMap;
  throw new LedgerError(`列的读法里，${name}要写成「名称: 内容」：${EXAMPLE}。`);
}

function scalar(value: unknown, name: string): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new LedgerError(`列的读法里，「${name}」要写一个词或一个数。`);
}

function toldColumn(title: string, told: unknown): ToldColumn {
  if (typeof told === 'string') return { meaning: meaningOf(title, told) };
  const { 读作: meaning, 单位: unit } = asMap(told, `「${title}」`);
  const read = { meaning: meaningOf(title, meaning) };
  if (unit === undefined) return read;
  const factor = MONEY_UNITS[String(unit)];
  if (factor === undefined)
    throw new LedgerError(`「${title}」的单位写元、万元或亿元，不是「${String(unit)}」。`);
  return { ...read, factor };
}

function meaningOf(title: string, word: unknown): Meaning | undefined {
  if (word === SKIP) return undefined;
  if (typeof word === 'string' && Object.keys(MEANINGS).includes(word)) return word as Meaning;
  throw new LedgerError(
    `「${title}」读作「${String(word)}」，没有这一种；能写的是${[SKIP, ...Object.keys(MEANINGS)].join('、')}。`,
  );
}

/** A file of answers with all that was understood, for a person to correct; the open questions stand beside it. */
export function writeAnswers({ tables, questions }: Understood, given: Answers = NO_ANSWERS): string {
  const lines = [
    '# 台账每一列读作什么。改好以后，导入同样的台账时用 --columns 指明这份文件。',
    `# 能写的：${[SKIP, ...Object.keys(MEANINGS)].join('、')}。`,
    '列:',
  ];
  const seen = new Set<string>();
  for (const { columns } of tables) {
    for (const { column, unit } of columns) {
      const { title, meaning, sure, hidden } = column;
      if (hidden || title === '' || seen.has(foldTitle(title))) continue;
      seen.add(foldTitle(title));
      const doubt =
        sure && meaning !== undefined && (unit === undefined || unit.by === '写明' || unit.by === '核对')
          ? ''
          : ' # 核对';
      lines.push(`  ${quoted(title)}: ${columnWords(meaning, unit?.factor)}${doubt}`);
    }
  }
  if (seen.size === 0) lines[lines.length - 1] = '列: {}';
  if (given.unit !== undefined) lines.push(`单位: ${quoted(given.unit)}`);
  if (given.scope !== undefined) lines.push(`数字化: ${given.scope}`);
  if (given.skipped.size > 0) lines.push(`不读的工作表: [${[...given.skipped].map(quoted).join(', ')}]`);
  if (given.fresh && given.fresh.size > 0) lines.push(`新项目: [${[...given.fresh].map(quoted).join(', ')}]`);
  if (given.unitNames.size > 0)
    lines.push(
      '单位对应:',
      ...[...given.unitNames].map(([key, name]) => `  ${quoted(key)}: ${quoted(name)}`),
    );
  if (given.cells.size > 0)
    lines.push('单元格:', ...[...given.cells].map(([key, text]) => `  ${quoted(key)}: ${quoted(text)}`));
  const open = questions.filter(({ cell }) => cell !== undefined);
  if (open.length > 0 && given.cells.size === 0)
    lines.push(
      '# 还没有答复的单元格，去掉行首的井号，写上答复：',
      '# 单元格:',
      ...open
        .slice(0, 200)
        .map(({ sheet, cell, choices }) => `#   ${quoted(`${sheet}!${cell}`)}: ${quoted(choices[0] ?? '')}`),
    );
  return `${lines.join('\n')}\n`;
}

function columnWords(meaning: Meaning | undefined, factor: number | undefined): string {
  if (meaning === undefined) return SKIP;
  if (!MONEY.has(meaning) || factor === undefined) return meaning;
  return `{ 读作: ${meaning}, 单位: ${factor === 1 ? '万元' : factor === 10_000 ? '亿元' : factor === 0.1 ? '千元' : '元'} }`;
}

/** A text between quotes on one line, whatever is in it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
