import type { Day } from '../../form/dates.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Route } from '../../regulation/routes.ts';
import type { Kind } from '../event-names.ts';
import type { Act } from './acts.ts';
import { isOnRoute, requirement } from './required.ts';
import { isFinal, type State } from './states.ts';
import { FACT_NAMES, type Fact, type Row, type Step, stepIn, TRANSITIONS } from './transitions.ts';

/** An approval that stands while a change of it is reviewed. */
interface Approval {
  readonly step: Step;
  readonly facts: ReadonlyMap<Fact, Day>;
}

/** How far a project has come: its step, what interrupts it, since when, and what has happened so far with its day. */
export interface Progress {
  readonly kind: Kind;
  readonly step: Step;
  /** A 补正 is open. */
  readonly asked: boolean;
  /** 暂缓. */
  readonly paused: boolean;
  /** The day on which the state was reached; undefined before the first event. */
  readonly since: Day | undefined;
  /** The day of each fact; '' for what was so before the first event. */
  readonly facts: ReadonlyMap<Fact, Day>;
  /** The day of the first approval: work after it was not begun without one. */
  readonly approvedOn: Day | undefined;
  readonly standing: Approval | undefined;
  /** The step before 停用 or 并入. */
  readonly before: Step | undefined;
}

/** Why an act has no place: what must come before, or that the procedure does not have it. */
export interface Refusal {
  readonly reason: 'off-route' | 'too-early' | 'too-late' | 'final' | 'correction';
  /** A Chinese clause without full stop: 「先有审核通过、专家论证通过，才能记立项」. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
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
  return {
    kind,
    step: '待受理',
    asked: false,
    paused: false,
    since: undefined,
    facts,
    approvedOn: undefined,
    standing: undefined,
    before: undefined,
  };
}

/** The state that people see: an interruption hides the step that it interrupts. */
export function stateOf({ step, asked, paused }: Progress): State {
  if (isFinal(step)) return step;
  if (paused) return '暂缓';
  return asked ? '待补正' : step;
}

/** Acts by which the office decides the step that is before it: a 补正 that was still open is thereby done with. */
const DECIDES: readonly Act[] = [
  ...([
    '受理',
    '不予受理',
    '不属于登记范围',
    '重报',
    '审核通过',
    '审核不通过',
    '论证通过',
    '论证不通过',
  ] as const),
  ...(['验收通过', '验收不通过', '撤销批准'] as const),
];

/** What an act on a day makes of a project; a refusal changes nothing. */
export function advance(progress: Progress, act: Act, day: Day): Progress | Refusal {
  const row = fittingRow(progress, act);
  if (!row) return refuse(progress, act);
  const led = lead(row, settle(row, progress, act, day), progress);
  const moved = stateOf(led) !== stateOf(progress) || act === '要求补正';
  return { ...led, since: moved ? day : progress.since };
}

/** Facts and open questions after the act; where it leads is decided apart. */
function settle(row: Row, progress: Progress, act: Act, day: Day): Progress {
  const facts = new Map(progress.facts);
  for (const fact of row.clears ?? []) facts.delete(fact);
  for (const fact of row.sets ?? []) facts.set(fact, day);
  return {
    ...progress,
    facts,
    asked: progress.asked && (row.to === 'same' || !DECIDES.includes(act)),
    approvedOn: progress.approvedOn ?? (row.sets?.includes('argued') ? day : undefined),
  };
}

function lead({ to }: Row, next: Progress, { step, facts, standing }: Progress): Progress {
  switch (to) {
    case 'same':
      return next;
    case 'asked':
      return { ...next, asked: true, step: next.step === '未通过' ? '待审核' : next.step };
    case 'amended':
      return { ...next, asked: false };
    case 'paused':
      return { ...next, paused: true };
    case 'resumed':
      return { ...next, paused: false };
    case 'reopened':
      return { ...next, step: '待审核', standing: { step, facts } };
    case 'standing':
      return standing
        ? { ...next, step: standing.step, facts: restored(next, standing), standing: undefined }
        : next;
    case 'reused':
      return { ...next, step: next.before ?? '待受理', before: undefined };
    default:
      return enter(to, next, step);
  }
}

/** A new step; what is closed is no longer paused, and an approval or a refusal leaves no older approval in mind. */
function enter(step: Step, next: Progress, from: Step): Progress {
  const ended = step === '停用' || step === '并入';
  const reviewing = next.standing !== undefined && (step === '待审核' || step === '待论证');
  return {
    ...next,
    step,
    paused: next.paused && !isFinal(step),
    asked: next.asked && !isFinal(step),
    before: ended ? from : next.before,
    standing: reviewing ? next.standing : undefined,
  };
}

/** The approval's facts, and what has happened since: work that began meanwhile did begin. */
function restored({ facts }: Progress, standing: Approval): ReadonlyMap<Fact, Day> {
  return new Map([...facts, ...standing.facts]);
}

/** The project on another route: its step has another name there, and what has happened stays. */
export function changeKind(progress: Progress, kind: Kind, built: boolean): Progress {
  const facts = new Map(progress.facts);
  if (built && !facts.has('built')) facts.set('built', '');
  if (kind === progress.kind) return { ...progress, facts };
  return { ...progress, kind, facts, step: stepIn(kind, progress.step), standing: undefined };
}

/** True for the answer that an act has no place. */
export function isRefusal(answer: Progress | Refusal): answer is Refusal {
  return 'reason' in answer;
}

function fittingRow(progress: Progress, act: Act): Row | undefined {
  const { kind, step, facts } = progress;
  if (!requirement(kind, act).facts.every((fact) => facts.has(fact))) return undefined;
  return TRANSITIONS.find(
    (row) =>
      row.kinds.includes(kind) &&
      row.from.includes(step) &&
      row.acts.includes(act) &&
      (row.when ?? []).every((fact) => facts.has(fact)) &&
      !(row.unless ?? []).some((fact) => facts.has(fact)) &&
      isUninterrupted(row, progress),
  );
}

function isUninterrupted(row: Row, { asked, paused, standing }: Progress): boolean {
  if (row.asked && !asked) return false;
  if (row.again !== undefined && row.again !== (standing !== undefined)) return false;
  return paused ? row.paused !== undefined : row.paused !== 'only';
}

/** What opens the way to an act that came too late or out of place. */
const DOORS: Readonly<Partial<Record<Act, readonly [message: string, fix: string]>>> = {
  已补齐: ['先有「补正：要求补正」，才能记「补正：已补齐」', '没有要求补正的，不必记已补齐。'],
  恢复: ['先有「暂缓」，才能记「恢复」', '没有暂缓的，不必记恢复。'],
  恢复使用: ['先有「停用」或「并入」，才能记「恢复使用」', '没有停用的，不必记恢复使用。'],
};

function refuse(progress: Progress, act: Act): Refusal {
  const { kind, step, facts } = progress;
  const state = stateOf(progress);
  const { facts: needed, clause } = requirement(kind, act);
  if (!isOnRoute(kind, act)) return { reason: 'off-route', ...offRoute(kind, act), clause };
  if (isFinal(step))
    return {
      reason: 'final',
      message: `项目已经${state}，不能再记「${act}」`,
      fix: REOPEN[step] ?? '',
      clause,
    };
  const missing = needed.filter((fact) => !facts.has(fact));
  if (missing.length > 0) {
    const before = missing.map((fact) => FACT_NAMES[fact]).join('、');
    if (progress.standing && missing.some((fact) => fact === 'reviewed' || fact === 'argued'))
      return {
        reason: 'too-early',
        message: `变更正在重新审核，有了结论才能记「${act}」`,
        fix: '先记重新审核的结论；变更不做了的，记「撤回」，原来的批准照旧。',
        clause,
      };
    const fix = '先补记前一步；确实没有办的，先办。事后才知道的，「日期」写实际发生的那天，「记于」写今天。';
    return { reason: 'too-early', message: `先有${before}，才能记「${act}」`, fix, clause };
  }
  const [message, fix] = DOORS[act] ?? [
    `项目现在是「${state}」，这时不能记「${act}」`,
    nextInstead(progress),
  ];
  return { reason: 'too-late', message, fix, clause };
}

/** What to do where an act has no place at this step. */
function nextInstead(progress: Progress): string {
  if (progress.paused) return '先记「恢复」，再办这一件。';
  if (stateOf(progress) === '待补正')
    return '补齐了的，先记「补正」，结论写「已补齐」；还没有补的，等申报单位补。';
  return '这一步已经办过的，不必再记；前面记错的，记一件「更正」。';
}

/** How a closed project is opened again. */
const REOPEN: Readonly<Partial<Record<Step, string>>> = {
  不予受理: '申报单位改好再报的，先记「重报」。',
  不属于登记范围: '内容有变、应当登记的，先记「重报」；认定错了的，记一件「更正」。',
  已撤回: '申报单位再报的，先记「重报」。',
  停用: '又使用的，先记「恢复使用」；要重新建设的，另行申报。',
  并入: '又单独使用的，先记「恢复使用」。',
};

function offRoute(kind: Kind, act: Act): Pick<Refusal, 'message' | 'fix'> {
  const wrong =
    '记错事项的，记一件「更正」；申报内容变了、路径跟着变的，先记一件「变更」，写明新的受理内容。';
  if (kind === '审批财政') {
    return { message: `使用财政资金的项目不能记「${act}」`, fix: wrong };
  }
  if (kind === '审批非财政') {
    const fix =
      '资金来源里没有财政资金，所以没有这一步；确有财政资金的，请申报单位先改资金来源，再记一件「变更」。';
    return { message: `不使用财政资金的项目不记「${act}」`, fix };
  }
  return { message: `${kind}的项目不设审批，不记「${act}」`, fix: wrong };
}
