import { type Day, daysBetween } from '../form/dates.ts';
import { choice, day, optionalPart, part, type RecordOf, record, text, whole } from '../form/kinds.ts';
import { readValue } from '../form/read-value.ts';
import { REFERENCE_LEVELS } from '../regulation/vocabulary.ts';
import { problem } from '../rules/catalogue.ts';
import { type Finding, findingOf } from '../text/finding.ts';
import { parseLog } from '../text/log.ts';
import { HARVESTS_FILE } from './paths.ts';
import type { SourceFile } from './source-file.ts';

const PARTS = {
  name: part('登记库', text(100)),
  address: part('地址', text(500)),
  level: part('层级', choice(REFERENCE_LEVELS)),
  fetchedOn: optionalPart('取回日期', day()),
  dataDay: optionalPart('数据日期', day()),
  count: optionalPart('个数', whole(0, 1_000_000)),
  licence: optionalPart('许可', text(200)),
  failedOn: optionalPart('没有取到', day()),
  reason: optionalPart('原因', text(300)),
} as const;
const TYPE = record(PARTS);

/** Another registry whose open data is taken in: where it is, when it was last taken, and what went wrong since. */
export type Harvest = RecordOf<typeof PARTS>;

/** After so many days without a new harvest the pages say that what they show is old. */
const OLD_AFTER = 30;

/** The registries that are taken in, in the order of the file; what cannot be read in it is a finding. */
export function readHarvests(source: SourceFile | undefined): {
  readonly harvests: readonly Harvest[];
  readonly findings: readonly Finding[];
} {
  if (!source) return { harvests: [], findings: [] };
  const { raw = [], problems, locate } = parseLog(source.bytes);
  const findings = problems.map((one) => findingOf(HARVESTS_FILE, one));
  const harvests = (Array.isArray(raw) ? raw : [raw]).flatMap((item, at) => {
    const { value, issues } = readValue(TYPE, item);
    if (issues.length === 0) return [value as Harvest];
    const [issue] = issues;
    const said = `收录的登记库：第 ${at + 1} 条的「${issue?.path.join('、') || '内容'}」读不出来，${issue?.message}。`;
    findings.push(findingOf(HARVESTS_FILE, problem('harvests-valid', ['办理记录', at], said), locate));
    return [];
  });
  return { harvests, findings };
}

/** How fresh a harvest is on a day, as a sentence; undefined where there is nothing to warn of. */
export function stalenessWords(
  { fetchedOn, failedOn, reason }: Harvest,
  today: Day,
  formatDay: (day: Day) => string,
): string | undefined {
  if (fetchedOn === undefined)
    return failedOn === undefined
      ? '还没有取过。'
      : `${formatDay(failedOn)}没有取到：${reason ?? '原因不明'}。`;
  if (failedOn !== undefined && failedOn >= fetchedOn)
    return `${formatDay(failedOn)}没有取到（${reason ?? '原因不明'}），现在列的是${formatDay(fetchedOn)}取来的。`;
  const age = daysBetween(fetchedOn, today);
  return age > OLD_AFTER ? `已经 ${age} 天没有更新，原登记库可能已有变动。` : undefined;
}

/** One harvest in the file's own notation. */
export function harvestHead(harvest: Harvest): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(PARTS).flatMap(([key, { label }]) => {
      const value = harvest[key as keyof Harvest];
      return value === undefined ? [] : [[label, String(value)]];
    }),
  );
}
