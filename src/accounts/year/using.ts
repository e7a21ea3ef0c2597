import { isFinal } from '../../records/lifecycle/states.ts';
import { type Account, stepsThatHold } from '../account.ts';
import { type Behind, type Counted, countOf, type FigureDef, isIn, shareOf, type YearOf } from './types.ts';

const USE = '使用情况';
const REVIEW = '年度评价';
const IDLE = ['很少使用', '不再使用'];
const NOT_DUE = '这一年还没有要评价的项目';

/** Whether systems are used, and 第十条: the evaluation with the finance department. */
export const USING: readonly FigureDef[] = [
  {
    key: 'retired',
    label: '停用或并入',
    group: USE,
    kind: '个',
    clause: 'art5',
    how: '本年停用或并入其他项目的。停掉没有人用的、合并重复的，也是集约利旧。',
    count: (year) =>
      countOf(
        year.accounts.flatMap(({ id, life }) => {
          const step = stepsThatHold(life).findLast(
            ({ act, event }) => (act === '停用' || act === '并入') && isIn(year, event.date),
          );
          return step && isFinal(life.state) ? [{ id, note: `${step.event.date} ${step.label}` }] : [];
        }),
      ),
  },
  {
    key: 'confirmed',
    label: '年度确认率',
    group: USE,
    kind: '率',
    clause: 'art10',
    how: '到年底已建成、没有停用的项目里，单位确认过这一年登记仍然属实、是否在用的比例（办理记录「年度确认」，可以次年补记）。',
    count: (year) =>
      shareOf(
        running(year).map((account) => {
          const use = confirmation(account, year);
          return { id: account.id, yes: use !== undefined, note: use ?? '还没有确认' };
        }),
        '没有已建成的项目',
      ),
  },
  {
    key: 'idle',
    label: '很少使用或不再使用',
    group: USE,
    kind: '个',
    clause: 'art5',
    how: '年度确认写了「很少使用」或「不再使用」的项目，宜停用或并入。',
    count: (year) =>
      countOf(
        running(year).flatMap((account) => {
          const use = confirmation(account, year);
          return use !== undefined && IDLE.includes(use) ? [{ id: account.id, note: use }] : [];
        }),
      ),
  },
  {
    key: 'evaluated',
    label: '评价完成率',
    group: REVIEW,
    kind: '率',
    clause: 'art10',
    how: '这一年要评价的项目里，办公室已经评价的比例。受理（批准）不满一个整年度的不评价；今年还没有过完，不算。',
    count: (year) =>
      shareOf(
        due(year).map(({ account, event }) => ({
          id: account.id,
          yes: event !== undefined,
          note: event?.grade ?? '还没有评价',
        })),
        NOT_DUE,
      ),
  },
  {
    key: 'grades',
    label: '评价等次',
    group: REVIEW,
    kind: '等次',
    clause: 'art10',
    how: '已经评价的项目，各等次有几个。',
    count: grades,
  },
  {
    key: 'fundsReviewed',
    label: '财政资金使用评估率',
    group: REVIEW,
    kind: '率',
    clause: 'art10',
    how: '已经评价、使用财政资金的项目里，写了资金使用评估的比例。',
    count: (year) => ofFiscal(year, 'fundsReview'),
  },
  {
    key: 'financeOpinion',
    label: '财政部门出具意见率',
    group: REVIEW,
    kind: '率',
    clause: 'art10',
    how: '已经评价、使用财政资金的项目里，记了财政部门意见的比例。',
    count: (year) => ofFiscal(year, 'financeOpinion'),
  },
];

/** Built and not closed at the end of the year. */
function running({ accounts }: YearOf): readonly Account[] {
  return accounts.filter(({ phase }) => phase === '已建成');
}

/** What the unit confirmed of the year, whenever that was written down. */
function confirmation({ today }: Account, { year }: YearOf): string | undefined {
  return stepsThatHold(today).findLast(({ event }) => event.event === '年度确认' && event.year === year)
    ?.event.verdict;
}

type Evaluation = Account['life']['timeline'][number]['event'];

/** Projects that are to be evaluated for the year, with the evaluation where there is one. */
function due({
  accounts,
  year,
}: YearOf): readonly { readonly account: Account; readonly event: Evaluation | undefined }[] {
  return accounts.flatMap((account) => {
    const { today } = account;
    const event = stepsThatHold(today).findLast(
      (step) => step.act === '年度评价' && step.event.year === year,
    )?.event;
    const owed = today.owed.some(({ what }) => what === `${year}年度评价`);
    return event || owed ? [{ account, event }] : [];
  });
}

function grades(year: YearOf): Counted {
  const done = due(year).flatMap(({ account, event }) =>
    event ? [{ id: account.id, note: event.grade ?? '' }] : [],
  );
  return done.length === 0 ? { value: undefined, behind: [], none: '还没有评价' } : countOf(done);
}

function ofFiscal(year: YearOf, key: 'fundsReview' | 'financeOpinion'): Counted {
  const rows = due(year).flatMap(({ account, event }) =>
    event && account.fiscal
      ? [{ id: account.id, yes: event[key] !== undefined, note: event[key] ?? '没有写' }]
      : [],
  );
  return shareOf(rows, '没有已经评价的财政项目');
}

/** 「优秀 3，良好 8」, the most frequent first. */
export function gradeWords(behind: readonly Behind[]): string {
  const groups = [...Map.groupBy(behind, ({ note }) => note)].map(([grade, all]) => ({
    grade,
    count: all.length,
  }));
  return groups
    .sort((a, b) => b.count - a.count)
    .map(({ grade, count }) => `${grade} ${count}`)
    .join('，');
}
