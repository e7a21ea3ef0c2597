import { differencesFrom, differenceWords } from '../registry/received.ts';
import { RECEIVED } from './examples/example-events.ts';
import { defineRule } from './support/define-rule.ts';

const CONTENT = {
  表式: '备案表',
  条款: '第六条第1项',
  主体类型: '街道办事处',
  主体名称: '示例街道办事处',
  建设阶段: '已建成',
  使用财政资金: '是',
  总投资: '320',
  摘要: '0123456789ab',
} as const;

/** What was received counts; a later edit of the filing waits for the office. Reading `received-content`. */
export const art6AsReceived = defineRule({
  id: 'art6-as-received',
  title: '申报内容与受理时的一致',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art6'],
  appliesTo: '办理记录里写了受理内容的项目',
  why: '路径、批准和资金按受理时的内容算。受理以后改了申报，改的部分要等办公室记下「变更」才算数，不然改两行就离开了审核。',
  fix: '改得对的，写变更说明，由办公室记一件「变更」；路径变了的，由办公室决定要不要重新审核；改错的，改回去。',
  needs: ['lead', 'stage'],
  reads: ['sources', 'subsidy', 'laterFiscal', 'budget', 'name', 'form'],
  ok: [
    {
      says: '总投资与受理时相同',
      base: '6.1',
      edit: {},
      records: [{ ...RECEIVED, 受理内容: CONTENT }],
    },
  ],
  bad: [
    {
      says: '受理以后总投资改了',
      base: '6.1',
      edit: {},
      records: [{ ...RECEIVED, 受理内容: { ...CONTENT, 总投资: '32' } }],
    },
    {
      says: '受理的是申请，后来改成备案',
      base: '6.1',
      edit: {},
      records: [
        { ...RECEIVED, 受理内容: { ...CONTENT, 表式: '申请表', 条款: '第六条第2项', 建设阶段: '新建' } },
      ],
    },
  ],
  *check(_filing, entry, facts) {
    const { received } = facts.lifeOf(entry);
    const differences = received ? differencesFrom(received, entry) : [];
    const [first] = differences;
    if (!first) return;
    const review = differences.some(({ consequence }) => consequence === '重新审核');
    const said = differences.map(differenceWords).join('；');
    yield {
      path: [first.label],
      message: `${first.label}：与受理内容不同。${said}`,
      fix: review
        ? '路径或资金变了，由办公室记「变更」并决定要不要重新审核；在那以前按受理内容办。改错的，改回去。'
        : '追加一条变更说明，由办公室记「变更」；在那以前按受理内容办。改错的，改回去。',
    };
  },
});
