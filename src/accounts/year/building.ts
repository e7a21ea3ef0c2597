import { type Day, latestDay } from '../../form/dates.ts';
import { isFinal } from '../../records/lifecycle/states.ts';
import { type Account, stepsThatHold } from '../account.ts';
import { type FigureDef, isIn, shareOf, type YearOf } from './types.ts';

const BUILDING = '建设和验收';
const LINKING = '融合对接';

/** 第八条 and 第七条: what was finished in time, accepted, linked and pooled. */
export const BUILDING_FIGURES: readonly FigureDef[] = [
  {
    key: 'onTime',
    label: '按期完工率',
    group: BUILDING,
    kind: '率',
    clause: 'art8-3',
    how: '登记的计划完成日期（建设期限的止，或预计建成日期）落在这一年、已到期的项目里，首次完工不晚于计划的比例。备案时已经建成的不算。',
    count: (year) =>
      shareOf(
        year.accounts
          .filter(({ counted }) => counted)
          .flatMap((account) => {
            const planned = plannedEnd(account);
            if (planned === undefined || !isIn(year, planned)) return [];
            const done = firstDone(account);
            const note = `计划 ${planned}，${done === undefined ? '还没有完工' : `完工 ${done}`}`;
            return [{ id: account.id, yes: done !== undefined && done <= planned, note }];
          }),
        '本年没有到期的项目',
      ),
  },
  {
    key: 'accepted',
    label: '验收率',
    group: BUILDING,
    kind: '率',
    clause: 'art8-6',
    how: '须审批的项目里，到年底已经完工、年初还没有验收的，本年通过验收或书面同意免予验收的比例。',
    count: (year) => shareOf(acceptances(year), '本年没有待验收的项目'),
  },
  {
    key: 'acceptedFirst',
    label: '一次通过验收率',
    group: BUILDING,
    kind: '率',
    clause: 'art8-6',
    how: '本年第一次组织专家验收的项目里，第一次就通过的比例。',
    count: (year) =>
      shareOf(
        year.accounts.flatMap(({ id, life }) => {
          const first = stepsThatHold(life).find(({ event }) => event.event === '专家验收');
          if (!first || !isIn(year, first.event.date)) return [];
          return [{ id, yes: first.act === '验收通过', note: `${first.event.date} ${first.label}` }];
        }),
        '本年没有第一次验收的项目',
      ),
  },
  {
    key: 'linked',
    label: '总平台对接率',
    group: LINKING,
    kind: '率',
    clause: 'art7-1',
    how: '第七条所指的项目（6.1、6.3 和不使用财政资金的 6.4）里，到年底已由办公室核实与总平台对接的比例；停用、并入的不算。',
    count: (year) =>
      shareOf(
        bound(year).map(({ id, life }) => ({
          id,
          yes: life.facts.has('platform'),
          note: life.facts.get('platform') ?? '',
        })),
        '没有第七条所指的项目',
      ),
  },
  {
    key: 'pooled',
    label: '数据归集率',
    group: LINKING,
    kind: '率',
    clause: 'art7-2',
    how: '第七条所指的项目里，到年底已由办公室核实数据归集的比例；停用、并入的不算。',
    count: (year) =>
      shareOf(
        bound(year).map(({ id, life }) => ({
          id,
          yes: life.facts.has('data'),
          note: life.facts.get('data') ?? '',
        })),
        '没有第七条所指的项目',
      ),
  },
];

/** The unit's own planned day of completion; undefined for what was already built when it was filed. */
function plannedEnd({ life, entry: { filing } }: Account): Day | undefined {
  const stage = life.received?.stage ?? filing.stage;
  if (stage === '已建成') return undefined;
  const planned = filing.period?.to ?? filing.expectedOn;
  return planned && latestDay(planned);
}

/** The day on which the work was first reported as done. */
export function firstDone({ life }: Account): Day | undefined {
  return stepsThatHold(life).find(({ act }) => act === '完工')?.event.date;
}

function acceptances(
  year: YearOf,
): readonly { readonly id: string; readonly yes: boolean; readonly note: string }[] {
  return year.accounts
    .filter(({ life }) => life.route?.approval)
    .flatMap((account) => {
      const done = firstDone(account);
      const passed = stepsThatHold(account.life).find(
        ({ act }) => act === '验收通过' || act === '免予验收',
      )?.event;
      // Waived before the works were done, it is settled on the day they are.
      const settled = passed && done !== undefined && passed.date < done ? done : passed?.date;
      if (done === undefined || (settled !== undefined && settled < year.from)) return [];
      const note =
        settled === undefined
          ? `${done} 完工，还没有验收`
          : `${settled} ${passed?.event === '变更' ? '免予验收' : '验收通过'}`;
      return [{ id: account.id, yes: settled !== undefined, note }];
    });
}

/** Whom 第七条 binds at the end of the year. */
function bound({ accounts, decided }: YearOf): readonly Account[] {
  return accounts.filter(({ counted, life: { route, state, facts } }) => {
    if (!counted || !route || isFinal(state)) return false;
    const later = route.clauseId === 'art6-2' && decided.linksItem2 === '是' && facts.has('built');
    return later || route.duties.includes('art7');
  });
}
