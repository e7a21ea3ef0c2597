import { BODY_FIELDS } from '../form/fields.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { saysNone, sendsElsewhere } from './support/empty-words.ts';

/** Annexes 1 and 2, 项目建设内容: 「简要说明……」, that is, in words here. */
export const annexContentSubstantial = defineRule({
  id: 'annex-content-substantial',
  title: '正文各段写出实际内容',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '全部项目',
  why: '表上要求简要说明概况、内容、规模、进度、估算、效益和风险。只写「详见附件」，查重、论证和别的单位都看不到内容。',
  fix: '用几句话写出实际内容；方案照样送达，但不能代替说明。',
  needs: [],
  reads: ['content'],
  ok: [
    { says: '写了四个模块', base: '6.1', edit: {} },
    { says: '办公室没有约定字数', base: '6.1', edit: { 建设内容: '建设预警平台。' } },
  ],
  bad: [
    { says: '只写详见附件', base: '6.1', edit: { 建设内容: '详见附件。' } },
    { says: '只说在方案的哪一章', base: '6.1', edit: { 建设内容: '具体见附件《实施方案》第三章' } },
    { says: '风险一段写无', base: '6.1', edit: { 风险分析及控制: '无' } },
    {
      says: '不到办公室约定的字数',
      base: '6.1',
      edit: { 建设内容: '建设预警平台。' },
      settings: { 建设内容最少字数: '30' },
    },
  ],
  *check(filing, _entry, { settings }) {
    const values = filing as Readonly<Record<string, unknown>>;
    for (const { key, label, example } of BODY_FIELDS) {
      const text = values[key];
      if (typeof text !== 'string' || !(saysNone(text) || sendsElsewhere(text))) continue;
      yield {
        path: [label],
        message: `${label}：只写了「${text.trim()}」，没有说明内容`,
        fix: `写出实际内容，例如：${example}`,
      };
    }
    const least = settings.contentLength;
    const length = filing.content?.replace(/\s/g, '').length;
    if (least === undefined || length === undefined || length >= least) return;
    yield {
      path: [labelOf('content')],
      message: `${labelOf('content')}：只有 ${length} 个字，办公室约定不少于 ${least} 个字`,
      fix: '写明有哪些功能、给谁用、用到什么数据；内容太少，查重比不出来。',
    };
  },
});
