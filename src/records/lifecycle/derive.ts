/**
 * States are derived from (what was received, records), never typed. Readings (see `merge-is-receipt`,
 * `review-then-experts`, `integration-confirmed`): a filing that lies in the base is handed in and 待受理; it becomes
 * received by the office's event 受理, which carries the 登记号 and what was received. For 6.1 and 6.3 that completes
 * the 备案, for 6.4 without public money it is the receipt of the papers; applications go on to 审核 and 论证. Nothing
 * here is ever 立项 or 验收 but by an event that says so.
 */
import type { Day } from '../../form/dates.ts';
import { isFiscal } from '../../form/entry.ts';
import type { Filing } from '../../form/fields.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Route } from '../../regulation/routes.ts';
import { applyCorrections, type Corrected, type Correction } from '../corrections.ts';
import type { EventName, Party } from '../event-names.ts';
import { eventDef } from '../events.ts';
import type { RecordEvent } from '../log.ts';
import { type ReceivedContent, routeOf } from '../received.ts';
import { type Act, actLabel, actOf } from './acts.ts';
import type { DecidedReadings } from './decided.ts';
import { type Integration, integrationOf } from './integration.ts';
import { type ApprovedSum, type Money, moneyOf } from './money.ts';
import { type Owed, owedOf } from './owed.ts';
import {
  advance,
  changeKind,
  isRefusal,
  kindOf,
  type Progress,
  type Refusal,
  startOf,
  stateOf,
} from './progress.ts';
import { requirement } from './required.ts';
import { STATES, type State, type Turn } from './states.ts';
import type { Fact } from './transitions.ts';

export type { Act } from './acts.ts';
export type { Integration } from './integration.ts';
export type { Money } from './money.ts';
export type { Owed } from './owed.ts';
export type { Refusal } from './progress.ts';
export { STATE_NAMES, STATES, type State, type Turn } from './states.ts';

/** What a state is derived from. Events after `today` are not looked at: the state is that of the day. */
export interface LifecycleFacts {
  /**
   * The row of Article 6 that the filing meets now; undefined while it does not say enough. It stands in where the
   * records do not say what was received.
   */
  readonly route: Route | undefined;
  readonly filing: Filing;
  /** In the order in which they were written. */
  readonly records: readonly RecordEvent[];
  readonly today: Day;
  /** What the office has decided; nothing where it is left out. */
  readonly decided?: DecidedReadings;
}

/** One event as a timeline shows it, in the order of days. */
export interface TimelineStep {
  /** As it counts, corrections included. */
  readonly event: RecordEvent;
  readonly act: Act;
  /** 「审核：通过」. */
  readonly label: string;
  /** None for what no clause asks for. */
  readonly clause: ClauseId | undefined;
  /** Whose act it is. */
  readonly who: Party;
  /** The state that the event left behind. */
  readonly state: State;
  /** Approved by 审核 and 论证 at the time, or once before and now under review again. */
  readonly approved: boolean;
  /** Why the event has no place; such an event changed nothing. */
  readonly refusal?: Refusal;
  /** What 更正 has changed in it. */
  readonly corrections: readonly Correction[];
  /** A 更正 says that it should not have been written; it changed nothing. */
  readonly voided: boolean;
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
  /** The route in force: by what was received, or by the filing where the records do not say. */
  readonly route: Route | undefined;
  /** What was received, with all changes that the office has accepted; undefined where the records do not say. */
  readonly received: ReceivedContent | undefined;
  /** The day of the first approval; undefined before it. */
  readonly approvedOn: Day | undefined;
  /** Every approval with the 总投资 it was given for: the first, and one for each change that was reviewed again. */
  readonly approvals: readonly ApprovedSum[];
  readonly money: Money;
  /** The day of each thing that has happened and still holds. */
  readonly facts: ReadonlyMap<Fact, Day>;
  readonly timeline: readonly TimelineStep[];
}

/** What is carried from event to event. */
interface Walk {
  progress: Progress;
  route: Route;
  received: ReceivedContent | undefined;
  /** The 变更 that is still under review. */
  pending: RecordEvent | undefined;
  readonly approvals: ApprovedSum[];
  readonly timeline: TimelineStep[];
}

/** The state of a project on a day. Total: whatever the records say, there is an answer, and never an exception. */
export function deriveState(facts: LifecycleFacts): Lifecycle {
  const { route, filing, records, today } = facts;
  const past = inOrderOfDays(applyCorrections(records.filter(({ date }) => date <= today)), today);
  const first = route ?? receivedRoute(past);
  const isStock = filing.toComplete === true && past.every(({ event }) => event.event !== '受理');
  if (!first || isStock) return undecided(filing, past, isStock ? STOCK : NO_WAY);
  const built = filing.stage === '已建成' && !first.approval;
  const walk: Walk = {
    progress: startOf(kindOf(first), built),
    route: first,
    received: undefined,
    pending: undefined,
    approvals: [],
    timeline: [],
  };
  for (const one of past) take(walk, one, filing);
  return summarise(facts, walk);
}

/** Reading `true-days`. By the true days; events of one day in the order in which they were written. */
function inOrderOfDays(events: readonly Corrected[], today: Day): readonly Corrected[] {
  return events
    .filter(({ event }) => event.date <= today)
    .sort((a, b) =>
      a.event.date < b.event.date ? -1 : a.event.date > b.event.date ? 1 : a.event.index - b.event.index,
    );
}

function receivedRoute(events: readonly Corrected[]): Route | undefined {
  const content = events.find(({ event, voided }) => event.received && !voided)?.event.received;
  return content && routeOf(content);
}

function take(walk: Walk, { event, voided, corrections, fault }: Corrected, filing: Filing): void {
  const act = actOf(event);
  // What is received decides on which route it is received.
  if (!voided && act === '受理' && event.received) adopt(walk, event.received);
  const approved = walk.progress.facts.has('argued') || walk.progress.standing !== undefined;
  const answer = voided
    ? undefined
    : fault === undefined
      ? advance(walk.progress, act, event.date)
      : misdirected(fault);
  if (answer && !isRefusal(answer)) {
    walk.progress = answer;
    follow(walk, act, event, filing);
  }
  const clause = clauseOf(walk.route, event);
  const state = stateOf(walk.progress);
  const step = { event, act, label: actLabel(event), clause, who: eventDef(event.event).who, state };
  const refusal = answer && isRefusal(answer) ? { refusal: answer } : {};
  walk.timeline.push({ ...step, approved: approved || act === '论证通过', ...refusal, corrections, voided });
}

/** What an accepted event does to what was received: a change under review waits for its approval. */
function follow(walk: Walk, act: Act, event: RecordEvent, filing: Filing): void {
  const { received, date } = event;
  if (act === '重新审核') walk.pending = event;
  else if (received && act !== '受理') adopt(walk, received);
  if (walk.progress.standing === undefined && act !== '论证通过') walk.pending = undefined;
  if (act !== '论证通过' || !walk.route.approval) return;
  const { received: changed, amount } = walk.pending ?? {};
  if (changed) adopt(walk, changed);
  walk.pending = undefined;
  const budget = walk.received ? walk.received.budget : filing.budget;
  walk.approvals.push({ date, amount: changed ? budget : (amount ?? budget) });
}

function adopt(walk: Walk, content: ReceivedContent): void {
  walk.received = content;
  walk.route = routeOf(content);
  const built = content.stage === '已建成' && !walk.route.approval;
  walk.progress = changeKind(walk.progress, kindOf(walk.route), built);
}

function misdirected(fault: string): Refusal {
  return {
    reason: 'correction',
    message: fault,
    fix: '照办理记录里的写法改这一件，再记一次。',
    clause: 'art6',
  };
}

/** The clause under which an event falls on a route; what no article names more closely falls under its item of 第六条. */
function clauseOf(route: Route, event: RecordEvent): ClauseId | undefined {
  const asked = requirement(kindOf(route), actOf(event)).clause;
  const clause = asked === 'art6' ? eventDef(event.event).clause : asked;
  return clause && clauseOn(route, clause);
}

/** 审核 and 论证 stand in items 2 and 4 of 第六条: an application of item 4 is cited by its own. */
function clauseOn({ clauseId, approval }: Route, clause: ClauseId): ClauseId {
  return clause === 'art6' || (clause === 'art6-2' && approval) ? clauseId : clause;
}

function summarise({ filing, today, decided = {} }: LifecycleFacts, walk: Walk): Lifecycle {
  const { progress, route, received, timeline } = walk;
  const state = stateOf(progress);
  const since = progress.since ?? filing.filedOn;
  const integration = integrationOf(filing, progress.facts);
  const legal = timeline.filter(({ refusal, voided }) => refusal === undefined && !voided);
  const money = moneyOf(legal);
  const events = legal.map(({ event }) => event);
  const owed = owedOf({
    route,
    filing,
    fiscal: received?.fiscal ?? isFiscal(filing),
    state,
    progress: { ...progress, since },
    integration,
    evaluated: new Set(events.flatMap(({ event, year }) => (event === '年度评价' && year ? [year] : []))),
    paidOn: money.payments.at(-1)?.date,
    today,
    decided,
  }).map((one) => ({ ...one, ...asked(one, legal), clause: clauseOn(route, one.clause) }));
  const waiting = owed.find(
    ({ planned, clause, beside }) => planned === undefined && clause !== 'art10' && !beside,
  );
  return {
    state,
    label: labelOf(state, waiting, owed),
    turn: waiting?.who ?? STATES[state].turn,
    since: waiting?.since ?? since,
    owed,
    integration,
    number: numberOf(events),
    route,
    received,
    approvedOn: progress.approvedOn,
    approvals: walk.approvals,
    money,
    facts: progress.facts,
    timeline,
  };
}

/** What the 补正 that is open asks for. */
function asked({ what }: Owed, legal: readonly TimelineStep[]): Pick<Owed, 'note'> {
  if (what !== '补正') return {};
  const note = legal.findLast(({ act }) => act === '要求补正' || act === '审核退回')?.event.note;
  return note === undefined ? {} : { note };
}

/** The label says what is waited for; a plan of the unit that is still to come is said as a plan. */
function labelOf(state: State, waiting: Owed | undefined, owed: readonly Owed[]): string {
  const { label, turn } = STATES[state];
  if (turn !== '无' && (waiting === undefined || label.endsWith(`待${waiting.who}${waiting.what}`)))
    return label;
  const head = turn === '无' ? label : state;
  if (waiting) return `${head}，待${waiting.who}${waiting.what}`;
  const planned = owed.find((one) => one.planned !== undefined);
  return planned ? `${head}，已有对接计划` : label;
}

/** The last 受理 that counts: a project withdrawn and filed again is received again. */
function numberOf(events: readonly RecordEvent[]): string | undefined {
  return events.findLast(({ event }) => event === ('受理' satisfies EventName))?.number;
}

/** What a filing waits for before anything can be done with it. */
interface Unready {
  readonly label: string;
  readonly what: string;
  readonly clause: ClauseId;
}

const NO_WAY: Unready = {
  label: '路径未定，待申报单位补填',
  what: '补填牵头主体、建设阶段和资金',
  clause: 'art6',
};
/** A line of a ledger is no filing before its unit has completed it. */
const STOCK: Unready = {
  label: '由台账转来，待申报单位补全',
  what: '补全由台账转来的项目',
  clause: 'art6-1',
};

/** Without a route no event can be judged: the unit has to say first what the route depends on. */
function undecided(
  filing: Filing,
  events: readonly Corrected[],
  { label, what, clause }: Unready,
): Lifecycle {
  const owed: Owed = { who: '申报单位', what, clause, since: filing.filedOn };
  return {
    state: '待受理',
    label,
    turn: '申报单位',
    since: filing.filedOn,
    owed: [owed],
    integration: integrationOf(filing, new Map()),
    number: numberOf(events.map(({ event }) => event)),
    route: undefined,
    received: undefined,
    approvedOn: undefined,
    approvals: [],
    money: moneyOf([]),
    facts: new Map(),
    timeline: events.map(({ event, corrections, voided }) => ({
      event,
      act: actOf(event),
      label: actLabel(event),
      clause: eventDef(event.event).clause,
      who: eventDef(event.event).who,
      state: '待受理',
      approved: false,
      refusal: NO_ROUTE,
      corrections,
      voided,
    })),
  };
}

const NO_ROUTE: Refusal = {
  reason: 'off-route',
  message: '项目的路径还没有定，不能办理',
  fix: '先由申报单位补填牵头主体、建设阶段和资金。',
  clause: 'art6',
};
