import { type Day, daysBetween, formatDay } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import { type Fen, formatWan } from '../form/money.ts';
import type { Lifecycle } from '../records/lifecycle/derive.ts';
import { mayQuote } from './field-changes.ts';
import type { Version } from './filing-history.ts';
import { plannedEnd } from './received.ts';

/** One point in which a project stands elsewhere than when it was first approved. */
export interface Deviation {
  readonly label: string;
  readonly was: string;
  readonly now: string;
  /** How far apart the two are: 「多 19.4%」, 「晚 61 天」. */
  readonly by?: string;
}

/** How far a project has come from its first approval; from what was first received, where no approval is asked. */
export interface FromFirst {
  readonly since: '首次批准' | '首次受理';
  readonly day: Day;
  readonly rows: readonly Deviation[];
  /** Points that nothing on record lets be compared. */
  readonly unknown: readonly string[];
}

/** What is known of a project on the day of its first approval. */
export interface FirstFacts {
  /** Where it stood at the end of that day. */
  readonly life: Lifecycle;
  /** The filing that stood on that day, where the repository goes back so far. */
  readonly version: Version | undefined;
}

/** The day from which deviations are counted; undefined before 受理. */
export function firstDay({ approvals, facts }: Lifecycle): Day | undefined {
  return approvals[0]?.date ?? facts.get('received');
}

/**
 * Compares a project with its first approval, however often it was changed since: whoever measures from the last
 * change only never sees how far it has drifted. What the office received counts before what the unit wrote.
 */
export function deviationFrom(life: Lifecycle, { filing }: Entry, first: FirstFacts): FromFirst | undefined {
  const day = firstDay(life);
  if (day === undefined) return undefined;
  const { received } = first.life;
  const isThen = first.version?.day !== undefined && first.version.day <= day;
  const then = isThen ? first.version?.entry?.filing : undefined;
  const approved = life.approvals[0];
  const amount = approved ? approved.amount : (received?.budget ?? then?.budget);
  const functions = received?.functions ?? then?.functions?.map(({ name }) => name);
  const planned = received?.plannedEnd ?? (then && plannedEnd(then));
  const now = plannedEnd(filing) ?? life.received?.plannedEnd;
  const points: readonly Point[] = [
    moneyPoint('总投资', amount, life.received?.budget ?? filing.budget),
    moneyPoint('实际投资', amount, life.money.actual ?? filing.actual, true),
    functionsPoint(functions, filing.functions?.map(({ name }) => name) ?? []),
    periodPoint(planned, now, then !== undefined),
    finishedPoint(planned, now, life),
    ...(filing.lead?.type === '个人'
      ? []
      : [textPoint('牵头主体', received?.leadName ?? then?.lead?.name, filing.lead?.name)]),
    textPoint('项目名称', received?.name ?? then?.name, filing.name),
  ];
  return {
    since: approved ? '首次批准' : '首次受理',
    day,
    rows: points.flatMap(({ row }) => (row ? [row] : [])),
    unknown: points.flatMap(({ unknown }) => (unknown === undefined ? [] : [unknown])),
  };
}

/** A difference, or that nobody knows; neither where the two agree. */
interface Point {
  readonly row?: Deviation;
  readonly unknown?: string;
}

const SAME: Point = {};

/** `outcome`: what came out is compared where it is known, and is nothing to be missed before. */
function moneyPoint(label: string, was: Fen | undefined, now: Fen | undefined, outcome = false): Point {
  if (now === undefined && outcome) return SAME;
  if (was === undefined || now === undefined) return outcome ? SAME : { unknown: label };
  if (was === now) return SAME;
  const percent = was === 0 ? undefined : ((now - was) / was) * 100;
  const by = `${now > was ? '多' : '少'} ${formatWan(Math.abs(now - was))}`;
  const share = percent === undefined ? '' : `（${Math.abs(percent).toFixed(1)}%）`;
  return { row: { label, was: formatWan(was), now: formatWan(now), by: `${by}${share}` } };
}

function functionsPoint(was: readonly string[] | undefined, now: readonly string[]): Point {
  if (was === undefined) return { unknown: '功能' };
  const added = now.filter((name) => !was.includes(name.slice(0, 100)));
  const gone = was.filter((name) => !now.some((other) => other.slice(0, 100) === name));
  if (added.length + gone.length === 0) return SAME;
  const by = [namesWords('加上', added), namesWords('去掉', gone)];
  return {
    row: {
      label: '功能',
      was: `${was.length} 项`,
      now: `${now.length} 项`,
      by: by.filter((part) => part !== '').join('；'),
    },
  };
}

function namesWords(verb: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.filter(mayQuote);
  return `${verb} ${names.length} 项${shown.length === 0 ? '' : `：${shown.join('、')}`}`;
}

/** `seen`: the filing of that day is at hand, so that what it does not say was not said. */
function periodPoint(was: Day | undefined, now: Day | undefined, seen: boolean): Point {
  if (was === undefined && !seen) return now === undefined ? SAME : { unknown: '计划完成日期' };
  if (was === now) return SAME;
  const by = was !== undefined && now !== undefined ? { by: lateWords(was, now) } : {};
  return { row: { label: '计划完成日期', was: dayWords(was), now: dayWords(now), ...by } };
}

const dayWords = (day: Day | undefined): string => (day === undefined ? '没有写' : formatDay(day));

/** When it was built, against the plan that stood at first; where nobody knows that, against the present one. */
function finishedPoint(first: Day | undefined, present: Day | undefined, { facts }: Lifecycle): Point {
  const [planned, built] = [first ?? present, facts.get('built')];
  // What was built before it was received has no day of completion on record.
  if (planned === undefined || !built || planned === built) return SAME;
  const was = `${first === undefined ? '现在填报的' : ''}计划 ${dayWords(planned)}`;
  return { row: { label: '完工', was, now: dayWords(built), by: lateWords(planned, built) } };
}

function lateWords(was: Day, now: Day): string {
  return now > was ? `晚 ${daysBetween(was, now)} 天` : `早 ${daysBetween(now, was)} 天`;
}

function textPoint(label: string, was: string | undefined, now: string | undefined): Point {
  if (was === undefined) return { unknown: label };
  if (was === now) return SAME;
  return { row: { label, was: mayQuote(was) ? was : '（旧的写法不再公开）', now: now ?? '没有写' } };
}
