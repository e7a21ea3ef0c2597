import { formatWan } from '../form/money.ts';
import { isDecided } from '../registry/decided.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/**
 * 第一条 「避免重复建设」: a project handed in by pieces, by phases or lots or under several names, is looked at as one. Two
 * years are taken together, as far back as a budget is usually planned; the regulation names no period.
 */
export const art1NotSplitUp = defineRule({
  id: 'art1-not-split-up',
  title: '拆开报的项目合起来看',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art1'],
  appliesTo: '同一单位两年内填报的项目',
  why: '一个项目分成几份报，每一份看着都不重复，合起来却和已有的一样；总投资也要合起来看。',
  fix: '是同一个项目的，合并填报，或者用前期项目连起来；不是的，在查重说明或项目概况里写明各管什么。',
  needs: ['name', 'filedOn'],
  reads: ['functions', 'predecessor', 'answers'],
  ok: [
    {
      says: '二期写了前期项目',
      base: '6.2财政',
      edit: { 项目名称: '示例街道综合指挥平台（二期）', 前期项目: 'shili/zonghe-zhihui-a2b3' },
    },
  ],
  bad: [
    {
      says: '同名项目分两期报，没有连起来',
      base: '6.2财政',
      edit: { 项目名称: '示例街道综合指挥平台（二期）' },
    },
  ],
  *check({ name }, entry, facts) {
    const comparison = facts.similarTo(entry);
    const split = comparison?.split;
    if (!split) return;
    const listed = split.parts.map((part) => `「${part.name}」（${part.id}）`).join('、');
    const sum = `合计总投资 ${formatWan(split.budget)}`;
    const [first, second] = split.whole
      ? [
          `合起来有「${split.whole.name}」（${split.whole.id}）的 ${split.functions.length} 项功能：${split.functions.join('、')}`,
          '单独看都不到七成',
        ]
      : ['名称相同，只有期次或标段不同', '没有写前期项目'];
    const binding = entry.route?.approval === true && !isDecided(entry, facts);
    yield {
      path: [labelOf('name')],
      message: `${labelOf('name')}：「${name}」与本单位近两年的项目像是一个项目拆开报的：${listed}；${first}；${second}；${sum}`,
      fix: split.whole
        ? `合并填报；或者对「${split.whole.name}」写查重说明，说明各部分怎样用它的功能。`
        : `是后一期的，写「${labelOf('predecessor')}: ${split.parts[1]?.id ?? ''}」；是同一期的，合并填报。`,
      ...(binding ? {} : { severity: 'warning' as const }),
    };
  },
});
