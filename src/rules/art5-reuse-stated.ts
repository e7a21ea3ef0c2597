import { defineRule, labelOf } from './support/define-rule.ts';

/** 第五条 「集约共享、充分利旧」: what is newly built says what it makes use of. */
export const art5ReuseStated = defineRule({
  id: 'art5-reuse-stated',
  title: '新建项目写明利用了哪些已有的平台和设备',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art5'],
  appliesTo: '新建并须审核论证的项目（6.2，6.4 使用财政资金）',
  why: '第五条要求集约共享、充分利旧。没有写，专家和办公室无从判断是不是重复建设。',
  fix: '在利旧情况里逐项写：政务云、统一身份认证、视频平台、总平台、已有设备和数据；没有可用的写明原因。',
  needs: ['stage'],
  reads: ['reuse', 'answers'],
  routes: ({ approval }) => approval,
  ok: [
    { says: '写了利旧情况', base: '6.2财政', edit: {} },
    {
      says: '查重说明里写了复用',
      base: '6.2财政',
      edit: {
        利旧情况: null,
        查重说明: [{ 对象: 'shili/zhi-hui-yang-lao-k7q2', 结论: '复用', 说明: '直接使用其预警模块。' }],
      },
    },
  ],
  bad: [{ says: '没有写', base: '6.2财政', edit: { 利旧情况: null } }],
  *check(filing) {
    const answered = filing.answers?.some(({ verdict }) => verdict !== '差异说明') ?? false;
    if (filing.reuse !== undefined || answered) return;
    yield {
      path: [labelOf('reuse')],
      message: `${labelOf('reuse')}：没有写，看不出怎样集约共享、充分利旧`,
      fix: `填写，例如：\n${labelOf('reuse')}:\n  - 部署在市政务云，不建机房\n  - 登录用省统一身份认证`,
    };
  },
});
