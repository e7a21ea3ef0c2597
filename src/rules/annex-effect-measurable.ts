import { defineRule, labelOf } from './support/define-rule.ts';

/** A figure, a share or a time: something that can be measured afterwards. */
const MEASURE =
  /[0-9０-９]|百分之|[一二两三四五六七八九十百千万]+(?:个|人|名|户|次|件|条|家|处|套|台|所|万|分钟|小时|天|日|周|个月|月|年|倍|成|项|类)|全覆盖|全部|零/;

/** 项目预期效果 of both annexes; without a measure, 第十条 cannot be carried out. */
export const annexEffectMeasurable = defineRule({
  id: 'annex-effect-measurable',
  title: '预期效果要能衡量',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2', 'art10'],
  appliesTo: '全部项目',
  why: '第十条要按年度评价。「显著提升」「进一步加强」没有数，到时候无法评价。',
  fix: '写出多少、多快、谁受益。',
  needs: ['effect'],
  ok: [{ says: '1200 名、10 分钟', base: '6.1', edit: {} }],
  bad: [
    { says: '没有任何数', base: '6.1', edit: { 项目预期效果: '显著提升服务水平，进一步增强群众获得感。' } },
  ],
  *check({ effect }) {
    if (MEASURE.test(effect)) return;
    const label = labelOf('effect');
    yield {
      path: [label],
      message: `${label}：没有可以衡量的数，年度评价时无法对照`,
      fix: '写出多少、多快、谁受益，例如「覆盖 1200 名独居老人，异常 10 分钟内有人响应」。',
    };
  },
});
