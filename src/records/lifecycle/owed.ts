import type { Day } from '../../form/dates.ts';
import type { Filing } from '../../form/fields.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Route } from '../../regulation/routes.ts';
import type { Party } from '../events.ts';
import type { Integration } from './integration.ts';
import type { Progress } from './progress.ts';
import type { State } from './states.ts';

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
}

/** What is known when it is asked what is owed. */
export interface Situation {
  readonly route: Route;
  readonly filing: Filing;
  readonly fiscal: boolean;
  readonly progress: Progress;
  readonly integration: Integration;
  /** Years with a 年度评价. */
  readonly evaluated: ReadonlySet<number>;
  /** The day of the last 资金下达. */
  readonly paidOn: Day | undefined;
  readonly today: Day;
}

type Step = Pick<Owed, 'who' | 'what' | 'clause'>;

/** The step that each state waits for; undefined where nothing but what follows below is owed. */
const NEXT_STEP: Readonly<Partial<Record<State, Step>>> = {
  待受理: { who: '办公室', what: '受理', clause: 'art6' },
  待补正: { who: '申报单位', what: '补正', clause: 'art6' },
  待审核: { who: '办公室', what: '审核', clause: 'art6-2' },
  待论证: { who: '专家委员会', what: '论证', clause: 'art6-2' },
  准予实施: { who: '申报单位', what: '开工', clause: 'art8-2' },
  未通过: { who: '申报单位', what: '修改后重报', clause: 'art6-2' },
  已立项: { who: '申报单位', what: '开工', clause: 'art8-2' },
  建设中: { who: '申报单位', what: '建成后报验收', clause: 'art8-6' },
  待验收: { who: '办公室', what: '组织专家验收', clause: 'art8-6' },
};
const PROJECT: Step = { who: '申报单位', what: '办理立项', clause: 'art9' };
const PAY: Step = { who: '财政', what: '下达资金', clause: 'art9' };

/** Everything owed, the step that decides whose turn it is first. */
export function owedOf(situation: Situation): readonly Owed[] {
  const { state } = situation.progress;
  if (state === '暂缓' || state === '停用' || state === '并入') return [];
  return [...nextSteps(situation), ...integrationSteps(situation), ...evaluations(situation)];
}

function nextSteps({ progress, paidOn }: Situation): readonly Owed[] {
  const { state, since, kind, facts } = progress;
  const step = NEXT_STEP[state];
  const steps: Step[] = step ? [step] : [];
  if (kind === '审批财政' && facts.has('argued') && !facts.has('built')) {
    if (!facts.has('projected')) steps.unshift(PROJECT);
    else if (paidOn === undefined && state === '已立项') steps.unshift(PAY);
  }
  const waiting = state === '已立项' && paidOn !== undefined ? paidOn : since;
  return steps.map((one) => ({ ...one, since: waiting }));
}

/** 第七条 binds 6.1, 6.3 and 6.4 without public money, from 受理 on; before the unit's planned day nothing waits. */
function integrationSteps({ route, progress, integration, today }: Situation): readonly Owed[] {
  const received = progress.facts.get('received');
  if (!route.duties.includes('art7') || received === undefined) return [];
  const { platform, data, plannedOn } = integration;
  const ahead = plannedOn !== undefined && plannedOn > today ? { planned: plannedOn } : {};
  const since = plannedOn !== undefined && plannedOn > received ? plannedOn : received;
  const when = { since: 'planned' in ahead ? received : since, ...ahead };
  const steps: Owed[] = [];
  if (platform === '待确认') {
    steps.push({ who: '办公室', what: '核实总平台对接', clause: 'art7-1', since: received });
  } else if (platform !== '已对接') {
    steps.push({ who: '申报单位', what: '与总平台对接', clause: 'art7-1', ...when });
  }
  if (data !== '已归集') steps.push({ who: '申报单位', what: '归集数据', clause: 'art7-2', ...when });
  return steps;
}

/** 第十条: every full year since the project counts, that is over and has no 年度评价. */
function evaluations({ progress, fiscal, filing, evaluated, today }: Situation): readonly Owed[] {
  const { facts, kind } = progress;
  const filed = kind === '备案' || kind === '资料报送';
  const from = facts.get(filed ? 'received' : 'argued');
  const subject = fiscal || facts.has('built') || filing.stage === '已建成';
  if (from === undefined || !subject) return [];
  const first = from.endsWith('-01-01') ? yearOf(from) : yearOf(from) + 1;
  const owed: Owed[] = [];
  for (let year = first; year < yearOf(today); year++) {
    if (evaluated.has(year)) continue;
    owed.push({ who: '办公室', what: `${year}年度评价`, clause: 'art10', since: `${year + 1}-01-01` });
  }
  return owed;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
