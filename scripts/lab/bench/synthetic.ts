import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BODY_FIELDS } from '../../../src/form/fields.ts';
import type { Unit } from '../../../src/registry/units.ts';
import { CATEGORIES } from '../../../src/regulation/vocabulary.ts';
import { BASES } from '../../../src/rules/examples/bases.ts';
import type { BaseName } from '../../../src/rules/support/define-rule.ts';
import type { RawMap } from '../../../src/text/raw.ts';
import { writeFile as entryText } from '../../../src/text/write.ts';
import { randomFrom } from '../random.ts';
import { mixed, type SourceText } from './texts.ts';

const BASE_NAMES = Object.keys(BASES) as BaseName[];
const BODY_LABELS = new Set(BODY_FIELDS.map(({ label }) => label));

/**
 * Writes a registry of `count` synthetic filings under `root`, spread over the units of `from`, in the words of the
 * texts. The same count gives the same bytes.
 */
export async function writeSynthetic(
  root: string,
  count: number,
  from: string,
  units: readonly Unit[],
  texts: readonly SourceText[],
): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const file of ['office.yaml', 'units.yaml', 'lexicon.yaml'])
    await cp(join(from, file), join(root, file));
  for (const { code } of units) await mkdir(join(root, 'projects', code), { recursive: true });
  const random = randomFrom(count);
  for (let index = 0; index < count; index++) {
    const unit = units[index % units.length];
    if (!unit) throw new Error('A synthetic registry needs at least one unit');
    await writeFile(
      join(root, 'projects', unit.code, `xiangmu-${index}.md`),
      synthetic(index, unit, texts, random),
    );
  }
}

function synthetic(index: number, unit: Unit, texts: readonly SourceText[], random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const base = BASES[pick(BASE_NAMES)];
  const society = leadType(base) === '社会组织';
  const { name, description } = mixed(texts, random);
  const values: Record<string, unknown> = {
    ...base,
    项目名称: `${unit.name.replace('郑州市金水区', '')}${name}${index}号`,
    项目类别: [pick(CATEGORIES.slice(0, 4))],
    填报日期: `${2022 + Math.floor(random() * 5)}-01-0${1 + Math.floor(random() * 9)}`,
    牵头主体: society
      ? { 类型: '社会组织', 名称: `某${name.slice(0, 8)}服务中心` }
      : { 类型: unit.type, 名称: unit.name },
    ...(society ? { 协调单位: unit.name } : {}),
    项目概况: `目前靠人工办理，信息分散在多个台账，难以及时发现问题。${description.slice(0, 60)}`,
    建设内容: description,
  };
  if ('功能清单' in values) values.功能清单 = functionsOf(description);
  if ('协调单位' in values && !society) delete values.协调单位;
  return entryText(toHead(shiftDates(values)), toSections(values));
}

/** Some clauses as a unit would list them. */
function functionsOf(description: string): { 名称: string; 说明: string }[] {
  const clauses = description.split(/[，。]/).filter((clause) => clause.length >= 4);
  return clauses.slice(0, 6).map((clause) => ({ 名称: clause.slice(0, 12), 说明: clause }));
}

function leadType(base: (typeof BASES)[BaseName]): string {
  return (base.牵头主体 as { 类型: string }).类型;
}

/** Dates that stay sound for any 填报日期 of the sample: a file with nothing to report is what is measured. */
function shiftDates(values: Record<string, unknown>): Record<string, unknown> {
  const filed = String(values.填报日期);
  return {
    ...values,
    意见: { 申报单位: { 日期: filed, 纸质编号: '示办〔2026〕8号' } },
    ...('建设期限' in values
      ? { 建设期限: { 起: filed.replace('-01-', '-06-'), 止: filed.replace('-01-', '-12-') } }
      : {}),
  };
}

function toHead(values: Record<string, unknown>): RawMap {
  return Object.fromEntries(Object.entries(values).filter(([label]) => !BODY_LABELS.has(label))) as RawMap;
}

function toSections(values: Record<string, unknown>): { title: string; text: string }[] {
  return [...BODY_LABELS].flatMap((title) =>
    title in values ? [{ title, text: String(values[title]) }] : [],
  );
}
