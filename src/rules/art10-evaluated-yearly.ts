import { RECEIVED } from './examples/example-events.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { eventPath, stepsOf } from './support/record-faults.ts';

const RECEIVED_EARLIER = { ...RECEIVED, 日期: '2024-03-10', 登记号: '示数备〔2024〕3号' } as const;
const FILED_EARLIER = {
  填报日期: '2024-03-05',
  已建成日期: '2023-12-20',
  总平台对接: { 状态: '已对接', 接口: '事件上报接口' },
} as const;
/** A company's own project, received two years ago. */
const PRIVATE_EARLIER = { 填报日期: '2024-03-05' } as const;
const EVALUATED = {
  日期: '2026-02-20',
  事项: '年度评价',
  年度: '2025',
  等级: '良好',
  资金使用评估: '按预算使用。',
  经办: '办公室综合组',
} as const;

/** 第十条: every year, by the office, with the finance department for public money. Never the unit's fault. */
export const art10EvaluatedYearly = defineRule({
  id: 'art10-evaluated-yearly',
  title: '已经过去的整年度都有年度评价',
  severity: 'warning',
  since: '2021-04-29',
  clauses: ['art10'],
  appliesTo: '各单位已受理的已建成项目，和使用财政资金的项目；办公室定了「年度评价范围: 全部」的，全部项目',
  why: '第十条要求办公室按年度专项评价，并联合财政部门评估财政资金使用情况。',
  fix: '由办公室补办评价，用「record」命令记上年度、等级和资金使用评估。',
  needs: ['stage', 'name'],
  reads: ['sources', 'subsidy', 'laterFiscal'],
  ok: [
    {
      says: '受理次年评价过',
      base: '6.1',
      edit: FILED_EARLIER,
      records: [RECEIVED_EARLIER, EVALUATED],
    },
    { says: '受理还不满一个整年度', base: '6.1', edit: {}, records: [RECEIVED] },
    {
      says: '社会组织没有使用财政资金的项目，办公室没有定要评价',
      base: '6.4非财政',
      edit: PRIVATE_EARLIER,
      records: [RECEIVED_EARLIER],
    },
  ],
  bad: [
    { says: '缺 2025 年度评价', base: '6.1', edit: FILED_EARLIER, records: [RECEIVED_EARLIER] },
    {
      says: '办公室定了全部项目都要评价',
      base: '6.4非财政',
      edit: PRIVATE_EARLIER,
      records: [RECEIVED_EARLIER],
      settings: { 年度评价范围: '全部' },
    },
    {
      says: '使用财政资金，评价里没有资金使用评估',
      base: '6.1',
      edit: FILED_EARLIER,
      records: [
        RECEIVED_EARLIER,
        { 日期: '2026-02-20', 事项: '年度评价', 年度: '2025', 等级: '良好', 经办: '办公室综合组' },
      ],
    },
  ],
  *check(_filing, entry, facts) {
    const years = facts.lifeOf(entry).owed.filter(({ clause }) => clause === 'art10');
    if (years.length > 0) {
      yield {
        path: [labelOf('name')],
        message: `${labelOf('name')}：还没有${years.map(({ what }) => what).join('、')}，由办公室补办，申报单位不用改`,
        fix: '办公室评价以后记入办理记录，事项写「年度评价」。',
      };
    }
    for (const { event } of entry.fiscal ? stepsOf(entry, facts) : []) {
      if (event.event !== '年度评价' || event.fundsReview !== undefined) continue;
      yield {
        path: eventPath(event),
        message: `资金使用评估：${event.year} 年度评价没有写；使用财政资金的项目，联合财政部门评估资金使用情况`,
        fix: '补作评估以后记一件「更正」：第几件写这次评价，栏目写「资金使用评估」，改为写评估结论。',
      };
    }
  },
});
