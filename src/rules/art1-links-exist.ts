import type { Facts } from './support/define-rule.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { predecessorsOf } from './support/predecessors.ts';

/** 第一条 「可持续、可迭代、可升级」: a phase or an answer points to an entry that is there. */
export const art1LinksExist = defineRule({
  id: 'art1-links-exist',
  title: '前期项目和查重对象要在库里',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art1'],
  appliesTo: '填了前期项目或查重说明的项目',
  why: '编号写错了，前后两期就接不上，查重说明也不知道说的是谁。',
  fix: '从项目页复制编号，写成「单位代码/文件名」。',
  needs: [],
  reads: ['predecessor', 'answers'],
  ok: [{ says: '前期项目在库里', base: '6.2财政', edit: { 前期项目: 'shili/zonghe-zhihui-a2b3' } }],
  bad: [
    { says: '库里没有这个编号', base: '6.2财政', edit: { 前期项目: 'shili/meiyou-zhege' } },
    {
      says: '查重对象不在库里',
      base: '6.2财政',
      edit: { 查重说明: [{ 对象: 'shili/meiyou-zhege', 结论: '复用', 说明: '直接使用。' }] },
    },
  ],
  *check({ predecessor, answers }, entry, facts) {
    const label = labelOf('predecessor');
    if (predecessor !== undefined && (predecessor === entry.id || !exists(predecessor, facts))) {
      const message = `${label}：库里没有「${predecessor}」${predecessor === entry.id ? '以外的这个项目，不能写自己' : ''}`;
      yield { path: [label], message, fix: '从前一期的项目页复制编号；没有登记过的，先登记前一期。' };
    } else {
      const chain = predecessorsOf(entry, facts);
      if (chain.at(-1) === entry.id) {
        const message = `${label}：${[entry.id, ...chain].join(' → ')}，绕成了一圈，分不出先后`;
        yield { path: [label], message, fix: `只在后一期里写前一期；${entry.id} 在先的，删去这一行。` };
      }
    }
    for (const [index, { target }] of (answers ?? []).entries()) {
      if (exists(target, facts)) continue;
      const message = `${labelOf('answers')}：库里没有「${target}」`;
      yield { path: [labelOf('answers'), index, '对象'], message, fix: '从对方的项目页复制编号。' };
    }
  },
});

function exists(id: string, { entries, references }: Facts): boolean {
  return entries.has(id) || references.has(id);
}
