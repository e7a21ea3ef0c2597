/**
 * States are derived from (route, filing, records), never typed. Readings (see interpretations, `merge-is-receipt`, `review-then-experts`, `integration-confirmed`):
 * a filing that lies in the base is handed in and 待受理; it becomes received by the office's event 受理, which carries
 * the 登记号. For 6.1 and 6.3 that completes the 备案, for 6.4 without public money it is the receipt of the papers;
 * applications go on to 审核 and 论证. Nothing here is ever 立项 or 验收 but by an event that says so.
 */
import type { Day } from '../../form/dates.ts';
import { isFiscal } from '../../form/entry.ts';
import type { Filing } from '../../form/fields.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Route } from '../../regulation/routes.ts';
import { type EventName, eventDef, type Party } from '../events.ts';
import type { RecordEvent } from '../log.ts';
import { type Act, actLabel, actOf } from './acts.ts';
import { type Integration, integrationOf } from './integration.ts';
import { type Owed, owedOf } from './owed.ts';
import { advance, isRefusal, kindOf, type Progress, type Refusal, startOf } from './progress.ts';
import { requirement } from './required.ts';
import { STATES, type State, type Turn } from './states.ts';
import type { Fact } from './transitions.ts';

export type { Act } from './acts.ts';
export type { Integration } from './integration.ts';
export type { Owed } from './owed.ts';
export type { Refusal } from './progress.ts';
export { STATE_NAMES, STATES, type State, type Turn } from './states.ts';

/** What a state is derived from. Events after `today` are not looked at: the state is that of the day. */
export interface LifecycleFacts {
  /** The row of Article 6; undefined while the filing does not say enough. */
  readonly route: Route | undefined;
  readonly filing: Filing;
  readonly records: readonly RecordEvent[];
  readonly today: Day;
}

/** One event as a timeline shows it. */
export interface TimelineStep {
  readonly event: RecordEvent;
  readonly act: Act;
  /** 「审核：通过」. */
  readonly label: string;
  readonly clause: ClauseId;
  /** Whose act it is. */
  readonly who: Party;
  /** The state that the event left behind. */
  readonly state: State;
  /** Why the event has no place; such an event changed nothing. */
  readonly refusal?: Refusal;
}

/** Where a project stands. */
export interface Lifecycle {
  readonly state: State;
  /** A verb phrase that says whose turn it is: 「待办公室审核」. */
  readonly label: string;
  readonly turn: Turn;
  /** The day since which it waits so; for a filing not yet received the 填报日期. */
  readonly since: Day | undefined;
  readonly owed: readonly Owed[];
  readonly integration: Integration;
  /** 登记号, once received. */
  readonly number: string | undefined;
  /** The day of each thing that has happened and still holds. */
  readonly facts: ReadonlyMap<Fact, Day>;
  readonly timeline: readonly TimelineStep[];
}

/** The state of a project on a day. Total: whatever the records say, there is an answer, and never an exception. */
export function deriveState({ route, filing, records, today }: LifecycleFacts): Lifecycle {
  const past = records.filter(({ date }) => date <= today);
  if (!route) return undecided(filing, past);
  const kind = kindOf(route);
  const built = filing.stage === '已建成' && !route.approval;
  const timeline: TimelineStep[] = [];
  let progress = startOf(kind, built);
  for (const event of past) {
    const act = actOf(event);
    const answer = advance(progress, act, event.date);
    if (!isRefusal(answer)) progress = answer;
    timeline.push(step(event, clauseOf(route, event), progress.state, answer));
  }
  return summarise({ route, filing, records: past, today }, route, progress, timeline);
}

/** The clause under which an event falls on a route; what no article names more closely falls under its item of 第六条. */
function clauseOf(route: Route, event: RecordEvent): ClauseId {
  const asked = requirement(kindOf(route), actOf(event)).clause;
  const clause = asked === 'art6' ? eventDef(event.event).clause : asked;
  return clause === 'art6' ? route.clauseId : clause;
}

function step(event: RecordEvent, clause: ClauseId, state: State, answer: Progress | Refusal): TimelineStep {
  const { who } = eventDef(event.event);
  const base = { event, act: actOf(event), label: actLabel(event), clause, who, state };
  return isRefusal(answer) ? { ...base, refusal: answer } : base;
}

function summarise(
  { filing, records, today }: LifecycleFacts,
  route: Route,
  progress: Progress,
  timeline: readonly TimelineStep[],
): Lifecycle {
  const { state, facts } = progress;
  const since = progress.since ?? filing.filedOn;
  const integration = integrationOf(filing, facts);
  const legal = timeline.filter(({ refusal }) => refusal === undefined).map(({ event }) => event);
  const owed = owedOf({
    route,
    filing,
    fiscal: isFiscal(filing),
    progress: { ...progress, since },
    integration,
    evaluated: new Set(legal.flatMap(({ event, year }) => (event === '年度评价' && year ? [year] : []))),
    paidOn: legal.findLast(({ event }) => event === '资金下达')?.date,
    today,
  });
  const waiting = owed.find(({ planned, clause }) => planned === undefined && clause !== 'art10');
  return {
    state,
    label: labelOf(state, waiting, owed),
    turn: waiting?.who ?? STATES[state].turn,
    since: waiting?.since ?? since,
    owed,
    integration,
    number: numberOf(records),
    facts,
    timeline,
  };
}

/** The label says what is waited for; a plan of the unit that is still to come is said as a plan. */
function labelOf(state: State, waiting: Owed | undefined, owed: readonly Owed[]): string {
  const { label, turn } = STATES[state];
  if (turn !== '无' && (waiting === undefined || label.endsWith(waiting.what))) return label;
  const head = turn === '无' ? label : state;
  if (waiting) return `${head}，待${waiting.who}${waiting.what}`;
  const planned = owed.find((one) => one.planned !== undefined);
  return planned ? `${head}，已有对接计划` : label;
}

function numberOf(records: readonly RecordEvent[]): string | undefined {
  return records.find(({ event }) => event === ('受理' satisfies EventName))?.number;
}

/** Without a route no event can be judged: the unit has to say first what the route depends on. */
function undecided(filing: Filing, records: readonly RecordEvent[]): Lifecycle {
  const owed: Owed = {
    who: '申报单位',
    what: '补填牵头主体、建设阶段和资金',
    clause: 'art6',
    since: filing.filedOn,
  };
  return {
    state: '待受理',
    label: '路径未定，待申报单位补填',
    turn: '申报单位',
    since: filing.filedOn,
    owed: [owed],
    integration: integrationOf(filing, new Map()),
    number: numberOf(records),
    facts: new Map(),
    timeline: records.map((event) => step(event, eventDef(event.event).clause, '待受理', noRoute())),
  };
}

function noRoute(): Refusal {
  return { reason: 'off-route', message: '项目的路径还没有定，不能办理', clause: 'art6' };
}
