import { ACCEPTED, APPROVED, BEGUN, BUILT } from './examples/example-events.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { saysNone } from './support/empty-words.ts';
import { eventPath, stepsOf } from './support/record-faults.ts';

const DONE = [...APPROVED, BEGUN, BUILT, ACCEPTED] as const;

/** 第十一条: at acceptance at the latest it is settled to whom results and data of public money belong. */
export const art11AgreementAtAcceptance = defineRule({
  id: 'art11-agreement-at-acceptance',
  title: '验收时知识产权和数据的协议要齐',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art11'],
  appliesTo: '使用财政资金、已经验收的项目',
  why: '验收以后承接方就离开了。协议没有签，源代码和数据归谁、能不能用，再谈就难了。',
  fix: '申报单位在知识产权与数据约定里写明协议的名称和日期；办公室验收时核对原件。',
  needs: ['stage', 'sources'],
  reads: ['ipAgreement', 'subsidy', 'laterFiscal'],
  ok: [
    { says: '验收时写明了合同约定', base: '6.2财政', edit: {}, records: DONE },
    { says: '不使用财政资金', base: '6.2非财政', edit: {}, records: DONE },
  ],
  bad: [
    { says: '验收时还没有约定', base: '6.2财政', edit: { 知识产权与数据约定: null }, records: DONE },
    { says: '验收时写的是暂无', base: '6.2财政', edit: { 知识产权与数据约定: '暂无' }, records: DONE },
  ],
  *check({ ipAgreement }, entry, facts) {
    const none = ipAgreement !== undefined && saysNone(ipAgreement);
    if (entry.fiscal !== true || (ipAgreement !== undefined && !none)) return;
    const accepted = stepsOf(entry, facts).find(({ act, refusal }) => act === '验收通过' && !refusal);
    if (!accepted) return;
    yield {
      path: eventPath(accepted.event),
      message: `${labelOf('ipAgreement')}：${accepted.event.date} 验收时，项目文件里${none ? `写的是「${ipAgreement}」` : '还没有写明'}`,
      fix: `由申报单位在项目文件里补上，例如「${labelOf('ipAgreement')}: 采购合同约定成果和数据归建设单位所有」`,
    };
  },
});
