import { defineRule, labelOf } from './support/define-rule.ts';

/** 第十一条: IP and data of fiscal projects are settled by agreement. */
export const art11AgreementPlanned = defineRule({
  id: 'art11-agreement-planned',
  title: '财政资金项目写明知识产权和数据的约定',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art11'],
  appliesTo: '全部或部分使用财政资金的项目',
  why: '第十一条规定知识产权和数据资源以协议约定。没有约定，系统归谁、数据能不能用，以后说不清。',
  fix: '写协议的名称和日期；还没有签的，写准备在哪份合同里约定什么。',
  needs: ['stage', 'sources'],
  reads: ['ipAgreement', 'subsidy', 'laterFiscal'],
  ok: [
    { says: '写了合同约定', base: '6.2财政', edit: {} },
    { says: '不使用财政资金', base: '6.2非财政', edit: {} },
  ],
  bad: [{ says: '使用财政资金，没有写', base: '6.2财政', edit: { 知识产权与数据约定: null } }],
  *check({ ipAgreement }, { fiscal }) {
    if (fiscal !== true || ipAgreement !== undefined) return;
    const label = labelOf('ipAgreement');
    yield {
      path: [label],
      message: `${label}：使用财政资金的项目，写明知识产权和数据资源怎样约定`,
      fix: `填写，例如「${label}: 采购合同约定成果和数据归建设单位所有」`,
    };
  },
});
