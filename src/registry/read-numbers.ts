import { isDay } from '../form/dates.ts';
import { isEntryId } from '../form/entry-id.ts';
import { problem } from '../rules/catalogue.ts';
import { type Finding, findingOf } from '../text/finding.ts';
import { parseLog } from '../text/log.ts';
import { isRawMap, type Raw } from '../text/raw.ts';
import { numberKey } from './number-key.ts';
import { NUMBERS_FILE } from './paths.ts';
import type { SourceFile } from './source-file.ts';

/** A 登记号 as the index holds it: given once, to one project, and never again. */
export interface GivenNumber {
  readonly number: string;
  readonly day: string;
  /** Id of the project. */
  readonly id: string;
}

/** The index of 登记号, in the order in which they were given; what cannot be read in it is a finding. */
export function readNumbers(source: SourceFile | undefined): {
  readonly numbers: readonly GivenNumber[];
  readonly findings: readonly Finding[];
} {
  if (!source) return { numbers: [], findings: [] };
  const { raw = [], problems, locate } = parseLog(source.bytes);
  const items = Array.isArray(raw) ? raw : [raw];
  const numbers: GivenNumber[] = [];
  const findings = problems.map((one) => findingOf(NUMBERS_FILE, one));
  const say = (at: number, said: string): void => {
    findings.push(findingOf(NUMBERS_FILE, problem('numbers-valid', ['办理记录', at], said), locate));
  };
  const seen = new Map<string, string>();
  for (const [at, item] of items.entries()) {
    const one = readNumber(item);
    if (!one) say(at, `登记号索引：第 ${at + 1} 条读不出登记号、日期和对象。`);
    else if (seen.has(numberKey(one.number)))
      say(at, `登记号索引：「${one.number}」已经给了 ${seen.get(numberKey(one.number))}。`);
    else {
      seen.set(numberKey(one.number), one.id);
      numbers.push(one);
    }
  }
  return { numbers, findings };
}

function readNumber(item: Raw): GivenNumber | undefined {
  if (!isRawMap(item)) return undefined;
  const { 登记号: number, 日期: day, 对象: id } = item;
  if (typeof number !== 'string' || typeof day !== 'string' || typeof id !== 'string') return undefined;
  return number !== '' && isDay(day) && isEntryId(id) ? { number, day, id } : undefined;
}
