import { type Day, laterDay, latestDay } from '../../form/dates.ts';
import type { Filing } from '../../form/fields.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Route } from '../../regulation/routes.ts';
import type { Party } from '../event-names.ts';
import type { DecidedReadings } from './decided.ts';
import type { Integration } from './integration.ts';
import type { Progress } from './progress.ts';
import { isFinal, type State } from './states.ts';

/** A step that somebody owes. */
export interface Owed {
  readonly who: Party;
  /** What is to be done, as a Chinese verb phrase. */
  readonly what: string;
  readonly clause: ClauseId;
  /** Since when it waits. The text sets no deadline, so there is no day by which it is late. */
  readonly since: Day | undefined;
  /** The unit's own planned day, when that is still to come: nothing waits until then. */
  readonly planned?: Day;
  /** What the office wrote of it: what a 补正 asks for. */
  readonly note?: string;
  /** True for what is owed beside the project's course and holds nothing up. */
  readonly beside?: true;
}

/** What is known when it is asked what is owed. */
export interface Situation {
  readonly route: Route;
  readonly filing: Filing;
  readonly fiscal: boolean;
  readonly state: State;
  readonly progress: Progress;
  readonly integration: Integration;
  /** Years with a 年度评价. */
  readonly evaluated: ReadonlySet<number>;
  /** The day of the last 资金下达. */
  readonly paidOn: Day | undefined;
  readonly today: Day;
  readonly decided: DecidedReadings;
}

type OwedStep = Pick<Owed, 'who' | 'what' | 'clause'>;

/** The step that each state waits for; undefined where nothing but what follows below is owed. */
const NEXT_STEP: Readonly<Partial<Record<State, OwedStep>>> = {
  待受理: { who: '办公室', what: '受理', clause: 'art6' },
  待补正: { who: '申报单位', what: '补正', clause: 'art6' },
  待审核: { who: '办公室', what: '审核', clause: 'art6-2' },
  待论证: { who: '办公室', what: '组织专家论证', clause: 'art6-2' },
  准予实施: { who: '申报单位', what: '开工', clause: 'art8-2' },
  未通过: { who: '申报单位', what: '修改后重报', clause: 'art6-2' },
  已立项: { who: '申报单位', what: '开工', clause: 'art8-2' },
  建设中: { who: '申报单位', what: '建成', clause: 'art8-2' },
  已完工: { who: '申报单位', what: '报验收', clause: 'art8-6' },
  待验收: { who: '办公室', what: '组织专家验收', clause: 'art8-6' },
  待整改: { who: '申报单位', what: '整改', clause: 'art8-6' },
  已撤销批准: { who: '申报单位', what: '重报', clause: 'art6-2' },
  暂缓: { who: '办公室', what: '恢复', clause: 'art6' },
};
const PROJECT: OwedStep = { who: '申报单位', what: '办理立项', clause: 'art9' };
const PAY: OwedStep = { who: '财政', what: '下达资金', clause: 'art9' };

/** Everything owed, the step that decides whose turn it is first. */
export function owedOf(situation: Situation): readonly Owed[] {
  const { state } = situation;
  if (isFinal(state)) return evaluations(situation);
  const next = nextSteps(situation);
  const steps =
    state === '暂缓'
      ? next
      : [...next, ...integrationSteps(situation), ...updates(situation), ...evaluations(situation)];
  return steps.map((one) => ({ ...one, who: chargedWith(situation, one.who) }));
}

/** 第六条第3、4项, reading `coordinators-turn`: what the leader of a social project owes, the coordinating unit sees to. */
function chargedWith({ route }: Situation, who: Party): Party {
  return who === '申报单位' && route.coordinator ? '协调单位' : who;
}

/** The filing says 正在建设 and the work is done, or the day it named has passed: it is to be brought up to date. */
function updates({ filing, progress, today, route }: Situation): readonly Owed[] {
  if (route.approval || filing.stage !== '正在建设' || !progress.facts.has('received')) return [];
  const done = progress.facts.get('built');
  const due = filing.expectedOn && latestDay(filing.expectedOn);
  const passed = due !== undefined && due < today ? due : undefined;
  const since = done || passed;
  if (since === undefined) return [];
  const what = done ? '填写已建成日期和实际完成投资' : '更新预计建成日期，已经建成的填写已建成日期';
  return [{ who: '申报单位', what, clause: 'annex2', since, beside: true }];
}

function nextSteps({ state, progress, paidOn }: Situation): readonly Owed[] {
  const { since, kind, facts } = progress;
  const step = NEXT_STEP[state];
  const steps: OwedStep[] = step ? [step] : [];
  if (kind === '审批财政' && facts.has('argued') && !facts.has('built') && isFunding(state)) {
    if (!facts.has('projected')) steps.unshift(PROJECT);
    else if (paidOn === undefined && state === '已立项') steps.unshift(PAY);
  }
  const waiting = state === '已立项' && paidOn !== undefined ? paidOn : since;
  return steps.map((one) => ({ ...one, since: waiting }));
}

/** 立项 and payment are waited for before the work and during it, not while a 补正 or a pause holds everything up. */
function isFunding(state: State): boolean {
  return state === '准予实施' || state === '已立项' || state === '建设中';
}

/**
 * 第七条 binds 6.1, 6.3 and 6.4 without public money, from 受理 on (reading `article-7-and-item-2`); before the unit's
 * planned day nothing waits. Where the office has decided that 6.2 is bound too, it is from the day it is built.
 */
function integrationSteps({ route, progress, integration, today, decided }: Situation): readonly Owed[] {
  const { facts } = progress;
  const later = route.clauseId === 'art6-2' && decided.linksItem2 === '是';
  const bound = later
    ? facts.get('built')
    : route.duties.includes('art7')
      ? facts.get('received')
      : undefined;
  if (bound === undefined) return [];
  const { platform, data, plannedOn } = integration;
  const planned = plannedOn === undefined ? bound : latestDay(plannedOn);
  const ahead = plannedOn !== undefined && planned > today ? { planned: plannedOn } : {};
  const when = { since: 'planned' in ahead ? bound : laterDay(planned, bound), ...ahead };
  const steps: Owed[] = [];
  if (platform === '待确认') {
    steps.push({ who: '办公室', what: '核实总平台对接', clause: 'art7-1', since: bound });
  } else if (platform !== '已对接') {
    steps.push({ who: '申报单位', what: '与总平台对接', clause: 'art7-1', ...when });
  }
  if (data !== '已归集') steps.push({ who: '申报单位', what: '归集数据', clause: 'art7-2', ...when });
  return steps;
}

/**
 * 第十条: every full year since the project counts, that is over and has no 年度评价; of a project that has ended, the
 * years before its end (reading `full-years-only`). The text speaks of 各单位: a private project without public money
 * is not evaluated (reading `private-not-evaluated`), unless the office has decided that all are.
 */
function evaluations({
  state,
  route,
  progress,
  fiscal,
  filing,
  evaluated,
  today,
  decided,
}: Situation): readonly Owed[] {
  const { facts, kind, since } = progress;
  const filed = kind === '备案' || kind === '资料报送';
  const from = facts.get(filed ? 'received' : 'argued');
  const privately = !fiscal && (route.clauseId === 'art6-3' || route.clauseId === 'art6-4');
  const subject = fiscal || facts.has('built') || filing.stage === '已建成';
  const all = decided.evaluates === '全部';
  if (from === undefined || !(all || (subject && !privately))) return [];
  const first = from.endsWith('-01-01') ? yearOf(from) : yearOf(from) + 1;
  const end = isFinal(state) && since !== undefined ? since : today;
  const owed: Owed[] = [];
  for (let year = first; year < yearOf(end); year++) {
    if (evaluated.has(year)) continue;
    owed.push({ who: '办公室', what: `${year}年度评价`, clause: 'art10', since: `${year + 1}-01-01` });
  }
  return owed;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
