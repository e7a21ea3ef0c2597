import { type Fen, formatWan } from '../../form/money.ts';
import { type Account, stepsThatHold } from '../account.ts';
import { acceptedOn, approved } from './spending.ts';
import { countOf, type FigureDef, isIn, sumOf, type YearOf } from './types.ts';

const GROUP = '避免重复和复用';
const REUSED = ['复用', '升级', '合并共建'];

/** 第一条, 第五条: what was not built twice, and what that saved. The kinds of saving are never added up. */
export const REUSING: readonly FigureDef[] = [
  {
    key: 'duplicates',
    label: '认定重复或部分重叠',
    group: GROUP,
    kind: '个',
    clause: 'art1',
    how: '本年办公室作出「重复」或「部分重叠」查重认定的项目。',
    count: (year) =>
      countOf(
        year.accounts.flatMap((account) => {
          const step = verdicts(account).find(({ event }) => isIn(year, event.date));
          return step
            ? [{ id: account.id, note: `${step.event.date} ${step.label}，对象 ${step.event.target ?? ''}` }]
            : [];
        }),
      ),
  },
  {
    key: 'reused',
    label: '复用、升级、合并共建',
    group: GROUP,
    kind: '个',
    clause: 'art5',
    how: '本年受理的项目里，查重说明写了复用、升级或合并共建的；加上本年并入其他项目的。',
    count: (year) => countOf(year.accounts.flatMap((account) => reuseOf(account, year))),
  },
  {
    key: 'cut',
    label: '审核论证核减',
    group: GROUP,
    kind: '万元',
    clause: 'art4',
    how: '本年首次批准的项目，受理时的总投资减去论证通过的总投资，只算减少的。受理内容里没有总投资的不算。',
    count: (year) =>
      sumOf(
        year.accounts.flatMap(({ id, life, doubtful }) => {
          const [first] = life.approvals;
          const asked = stepsThatHold(life).find(({ act }) => act === '受理')?.event.received?.budget;
          if (doubtful || asked === undefined || first?.amount === undefined || !isIn(year, first.date))
            return [];
          const amount = asked - first.amount;
          return amount > 0
            ? [{ id, amount, note: `受理 ${formatWan(asked)}，批准 ${formatWan(first.amount)}` }]
            : [];
        }),
      ),
  },
  {
    key: 'notBuilt',
    label: '重复不建',
    group: GROUP,
    kind: '万元',
    clause: 'art1',
    how: '认定过重复或部分重叠、还没有开工，本年未通过、撤回或并入其他项目的，按受理的总投资算。',
    count: (year) =>
      sumOf(
        year.accounts.flatMap((account) => {
          const ended = endedUnbuilt(account, year);
          const { id, budget, doubtful } = account;
          if (ended === undefined || budget === undefined || doubtful) return [];
          return [{ id, amount: budget, note: `${ended}，受理的总投资 ${formatWan(budget)}` }];
        }),
      ),
  },
  {
    key: 'leftOver',
    label: '验收结余',
    group: GROUP,
    kind: '万元',
    clause: 'art10',
    how: '本年通过验收、写明实际投资的财政项目，立项金额（没有立项的用最后一次批准）减去实际投资，只算有结余的。',
    count: (year) =>
      sumOf(
        approved(year).flatMap(({ account }) => {
          const { money, approvals } = account.life;
          const ceiling = money.projects.at(-1)?.amount ?? approvals.at(-1)?.amount;
          if (money.actual === undefined || ceiling === undefined || !isIn(year, acceptedOn(account)))
            return [];
          const amount = ceiling - money.actual;
          return amount > 0
            ? [
                {
                  id: account.id,
                  amount,
                  note: `立项 ${formatWan(ceiling)}，实际 ${formatWan(money.actual)}`,
                },
              ]
            : [];
        }),
      ),
  },
  {
    key: 'savedYearly',
    label: '停用、并入以后每年少花',
    group: GROUP,
    kind: '万元',
    clause: 'art5',
    how: '本年记的停用和并入里写明的「每年节省」合计；没有写的不估算。',
    count: (year) =>
      sumOf(
        year.accounts.flatMap(({ id, life }) =>
          stepsThatHold(life).flatMap(({ act, event }): { id: string; amount: Fen; note: string }[] => {
            const counts = (act === '停用' || act === '并入') && isIn(year, event.date);
            if (!counts || event.savedYearly === undefined) return [];
            return [{ id, amount: event.savedYearly, note: `${event.date} ${act}：${event.note ?? ''}` }];
          }),
        ),
      ),
  },
];

function verdicts({ life }: Account) {
  return stepsThatHold(life).filter(
    ({ event }) => event.event === '查重认定' && (event.verdict === '重复' || event.verdict === '部分重叠'),
  );
}

function reuseOf(account: Account, year: YearOf): { readonly id: string; readonly note: string }[] {
  const { id, entry, life } = account;
  const steps = stepsThatHold(life);
  const received = steps.some(({ act, event }) => act === '受理' && isIn(year, event.date));
  const answers = received
    ? (entry.filing.answers ?? []).filter(({ verdict }) => REUSED.includes(verdict))
    : [];
  const merged = steps.find(({ act, event }) => act === '并入' && isIn(year, event.date));
  if (answers.length === 0 && !merged) return [];
  const said = answers.map(({ verdict, target }) => `${verdict} ${target}`);
  return [{ id, note: [...said, ...(merged ? [`并入 ${merged.event.target ?? ''}`] : [])].join('；') }];
}

/** The act that ended a project found to double another before any work; undefined when there was none in the year. */
function endedUnbuilt(account: Account, year: YearOf): string | undefined {
  const { life } = account;
  if (verdicts(account).length === 0 || life.facts.has('begun') || life.facts.has('built')) return undefined;
  const ended = stepsThatHold(life).findLast(({ state, act }) =>
    act === '审核不通过' || act === '论证不通过' ? state === '未通过' : act === '撤回' || act === '并入',
  );
  if (!ended || !isIn(year, ended.event.date)) return undefined;
  const still = life.state === '未通过' || life.state === '已撤回' || life.state === '并入';
  return still ? `${ended.event.date} ${ended.label}` : undefined;
}
