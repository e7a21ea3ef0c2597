import { calendar, readProjects } from './recount.ts';

/**
 * How long projects stood at each step, counted again straight from the records: the steps of 第六条 to 第八条 as a reader of
 * the regulation would follow them, with nothing of the program. It knows what the demonstration has in it.
 */
type Raw = Readonly<Record<string, string>>;

/** One step: how many stays are over, the middle one and the longest in working days. */
export interface Stay {
  readonly count: number;
  readonly median: number;
  readonly longest: number;
}

/** Steps in which nobody is waited for. */
const RESTING = ['已备案', '已收资料', '已验收', '运行', '并入', '停用', '已撤回', '不予受理'];
/** Where an event leads a project that has to be approved; 「back」: to the step before. */
const NEXT: Readonly<Record<string, string>> = {
  受理: '待审核',
  '补正 要求补正': '待补正',
  '补正 已补齐': 'back',
  '审核 通过': '待论证',
  '审核 退回补正': '待补正',
  '专家论证 通过': '准予实施',
  开工: '建设中',
  完工: '已完工',
  '专家验收 通过': '已验收',
  '专家验收 不通过': '待整改',
  '暂缓 暂缓': '暂缓',
  '暂缓 恢复': 'back',
  并入: '并入',
  停用: '停用',
  撤回: '已撤回',
};

/** The stays that are over, by the name of the step. */
export function countStays(root: string): ReadonlyMap<string, Stay> {
  const workdays = calendar(root);
  const stays = readProjects(root).flatMap(({ head, events }) =>
    staysOf(String(head.填报日期), head.表式 === '申请表', events),
  );
  const waiting = stays.filter(({ step }) => !RESTING.includes(step));
  return new Map(
    [...Map.groupBy(waiting, ({ step }) => step)].map(([step, own]) => {
      const days = own.map(({ from, to }) => workdays(from, to)).sort((a, b) => a - b);
      const [low = 0, high = 0] = [days[(days.length - 1) >> 1], days[days.length >> 1]];
      return [step, { count: days.length, median: (low + high) / 2, longest: days.at(-1) ?? 0 }];
    }),
  );
}

function staysOf(filedOn: string, isApproved: boolean, events: readonly Raw[]) {
  const stays: { readonly step: string; readonly from: string; readonly to: string }[] = [];
  let [step, since, before] = ['待受理', filedOn, '待受理'];
  let approved: string | undefined;
  let begun = false;
  for (const { 事项 = '', 结论, 重新审核, 免予验收, 日期 = '' } of events) {
    begun ||= 事项 === '开工';
    const next = nextOf();
    if (next === step) continue;
    stays.push({ step, from: since, to: 日期 });
    [before, step, since] = [step, next, 日期];

    function nextOf(): string {
      const said = NEXT[结论 === undefined ? 事项 : `${事项} ${结论}`];
      if (said === 'back') return before;
      if (!isApproved)
        return 事项 === '受理' ? '已备案' : (said ?? '').startsWith('待补正') ? '待补正' : step;
      // After an acceptance that failed, work that is done again is looked at again.
      if (step === '待整改' && (事项 === '完工' || 事项 === '整改')) return '待验收';
      if (事项 === '立项') return step === '准予实施' ? '已立项' : step;
      if (事项 === '变更' && 免予验收 === '是') return '运行';
      if (事项 === '变更' && 重新审核 === '是') {
        approved = step;
        return '待审核';
      }
      // A refused change leaves what was approved standing.
      if (结论 === '不通过' && (事项 === '审核' || 事项 === '专家论证')) return approved ?? '未通过';
      if (事项 === '专家论证' && begun) return '建设中';
      return said ?? step;
    }
  }
  return stays;
}
