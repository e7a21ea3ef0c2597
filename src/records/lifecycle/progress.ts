import type { Day } from '../../form/dates.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Route } from '../../regulation/routes.ts';
import type { Kind } from '../events.ts';
import type { Act } from './acts.ts';
import { isOnRoute, requirement } from './required.ts';
import { isFinal, type State } from './states.ts';
import { FACT_NAMES, type Fact, type Row, TRANSITIONS } from './transitions.ts';

/** How far a project has come: its state, since when, and what has happened so far with its day. */
export interface Progress {
  readonly kind: Kind;
  readonly state: State;
  /** The day on which the state was reached; undefined before the first event. */
  readonly since: Day | undefined;
  /** The day of each fact; '' for what was so before the first event. */
  readonly facts: ReadonlyMap<Fact, Day>;
  /** Where 补正 and 暂缓 lead back to. */
  readonly amending: State;
  readonly resuming: State;
}

/** Why an act has no place: what must come before, or that the procedure does not have it. */
export interface Refusal {
  readonly reason: 'off-route' | 'too-early' | 'too-late' | 'final';
  /** A Chinese clause without full stop: 「先有审核通过、专家论证通过，才能记立项」. */
  readonly message: string;
  readonly clause: ClauseId;
}

/** The procedure that a route means. */
export function kindOf({ approval, form, duties }: Route): Kind {
  if (approval) return duties.includes('art9') ? '审批财政' : '审批非财政';
  return form === '资料报送' ? '资料报送' : '备案';
}

/** A project in the base before any record: 待受理. What 第六条 calls 已建成 is built without a record. */
export function startOf(kind: Kind, built: boolean): Progress {
  const facts = new Map<Fact, Day>(built ? [['built', '']] : []);
  return { kind, state: '待受理', since: undefined, facts, amending: '待受理', resuming: '待受理' };
}

/** What an act on a day makes of a project; a refusal changes nothing. */
export function advance(progress: Progress, act: Act, day: Day): Progress | Refusal {
  const row = fittingRow(progress, act);
  if (!row) return refuse(progress, act);
  const { state, kind } = progress;
  const next = target(row, progress);
  const facts = new Map(progress.facts);
  for (const fact of row.clears ?? []) facts.delete(fact);
  for (const fact of row.sets ?? []) facts.set(fact, day);
  return {
    kind,
    state: next,
    since: next === state && act !== '要求补正' ? progress.since : day,
    facts,
    amending: amendedFrom(progress, act),
    resuming: next === '暂缓' ? state : progress.resuming,
  };
}

/** What was interrupted by a 补正; asking for more leaves it as it was. */
function amendedFrom({ state, amending }: Progress, act: Act): State {
  if (act === '审核退回') return '待审核';
  return act === '要求补正' && state !== '待补正' ? state : amending;
}

/** True for the answer that an act has no place. */
export function isRefusal(answer: Progress | Refusal): answer is Refusal {
  return 'reason' in answer;
}

function fittingRow({ kind, state, facts }: Progress, act: Act): Row | undefined {
  if (!requirement(kind, act).facts.every((fact) => facts.has(fact))) return undefined;
  return TRANSITIONS.find(
    ({ kinds, from, acts, when = [], unless = [] }) =>
      kinds.includes(kind) &&
      from.includes(state) &&
      acts.includes(act) &&
      when.every((fact) => facts.has(fact)) &&
      !unless.some((fact) => facts.has(fact)),
  );
}

function target({ to }: Row, { state, amending, resuming }: Progress): State {
  if (to === 'same') return state;
  if (to === 'amended') return amending;
  return to === 'resumed' ? resuming : to;
}

const DOORS: Readonly<Partial<Record<Act, string>>> = {
  已补齐: '先有「补正：要求补正」，才能记「补正：已补齐」',
  恢复: '先有「暂缓：暂缓」，才能记「暂缓：恢复」',
};

function refuse({ kind, state, facts }: Progress, act: Act): Refusal {
  const { facts: needed, clause } = requirement(kind, act);
  if (!isOnRoute(kind, act)) return { reason: 'off-route', message: offRoute(kind, act), clause };
  if (isFinal(state)) {
    return { reason: 'final', message: `项目已经${state}，不能再记「${act}」`, clause };
  }
  const missing = needed.filter((fact) => !facts.has(fact));
  if (missing.length > 0) {
    const before = missing.map((fact) => FACT_NAMES[fact]).join('、');
    return { reason: 'too-early', message: `先有${before}，才能记「${act}」`, clause };
  }
  const message = DOORS[act] ?? `项目现在是「${state}」，这时不能记「${act}」`;
  return { reason: 'too-late', message, clause };
}

function offRoute(kind: Kind, act: Act): string {
  if (kind === '审批财政') return `使用财政资金的项目不能记「${act}」`;
  if (kind === '审批非财政') return `不使用财政资金的项目不记「${act}」`;
  return `${kind}的项目不设审批，不记「${act}」`;
}
