import type { Entry } from '../form/entry.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import { projectKey } from '../registry/project-key.ts';
import { actOf } from '../similarity/acts.ts';
import { RECEIVED } from './examples/example-events.ts';
import { defineRule, type Facts, type Fault, labelOf } from './support/define-rule.ts';
import { predecessorsOf } from './support/predecessors.ts';

const SAME = { 项目名称: '示例街道综合指挥平台' } as const;
const STOPPED = { 日期: '2026-04-10', 事项: '停用', 说明: '设备老化', 经办: '办公室综合组' } as const;

/** 第一条 「避免重复建设」, in its plainest form: one project has one filing. One that has ended may be filed anew. */
export const art1NotFiledTwice = defineRule({
  id: 'art1-not-filed-twice',
  title: '同一个项目只登记一次',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art1'],
  appliesTo: '全部项目；同名的已经停用、撤回、并入的，只问是不是它的后续',
  why: '同一单位、同一名称登记两次，统计会算两遍；后续阶段和逐年续办的另立项目，并写明前期项目。',
  fix: '更新原来的文件；确是另一期、另一年度的，在名称里写明（二期）或年度，并填前期项目。',
  needs: ['name', 'lead'],
  reads: ['predecessor', 'period', 'filedOn'],
  ok: [
    { says: '名称没有重复', base: '6.1', edit: {} },
    { says: '自己已经停用', base: '6.1', edit: SAME, records: [RECEIVED, STOPPED] },
  ],
  bad: [
    { says: '同一单位已有同名项目', base: '6.1', edit: SAME },
    {
      says: '逐年续办，写了前期项目，名称没有写年度',
      base: '6.2财政',
      edit: {
        ...SAME,
        前期项目: 'shili/zonghe-zhihui-a2b3',
        建设期限: { 起: '2027-01-01', 止: '2027-12-31' },
      },
    },
  ],
  *check({ name }, entry, facts) {
    if (hasEnded(entry, facts)) return;
    const others = (facts.byProject.get(projectKey(entry)) ?? []).filter(
      (one) => one.id !== entry.id && !predecessorsOf(one, facts).includes(entry.id),
    );
    const before = predecessorsOf(entry, facts);
    const live = others.filter((one) => !hasEnded(one, facts));
    const renewed = live.filter((one) => before.includes(one.id) && yearOf(one) !== yearOf(entry));
    const twice = live.filter((one) => !renewed.includes(one));
    const ended = others.filter(
      (one) => hasEnded(one, facts) && !before.includes(one.id) && dayOf(one) <= dayOf(entry),
    );
    if (twice.length > 0) yield filedTwice(name, entry, twice);
    else if (renewed[0]) yield withoutYear(name, entry, renewed[0]);
    else if (ended[0]) yield filedAgain(name, ended[0], facts);
  },
});

function hasEnded(entry: Entry, { lifeOf }: Facts): boolean {
  return isFinal(lifeOf(entry).state);
}

function dayOf({ filing }: Entry): string {
  return filing.filedOn ?? '';
}

/** The year that a filing is for. */
function yearOf({ filing }: Entry): string {
  return (filing.period?.from ?? filing.filedOn ?? '').slice(0, 4);
}

function filedTwice(name: string, entry: Entry, twice: readonly Entry[]): Fault {
  const label = labelOf('name');
  const [first] = twice;
  const ids = twice.map(({ id }) => id).join('、');
  const { lead } = entry.filing;
  const said =
    lead?.type === '个人'
      ? `本协调单位名下已有同名的个人项目 ${ids}`
      : `「${lead?.name}」已经登记过同名项目 ${ids}`;
  const yearly = ['租赁', '运维'].includes(actOf(name));
  const next = yearly
    ? `是另一年度的，名称写明年度，例如「${name}（${yearOf(entry)}年度）」`
    : '是后一期的，名称写明「（二期）」；逐年续办的，名称写明年度';
  const fix = `更新原来的文件 ${first?.file}；${next}，并写「${labelOf('predecessor')}: ${first?.id}」。`;
  return { path: [label], message: `${label}：${said}`, fix };
}

function withoutYear(name: string, entry: Entry, { id }: Entry): Fault {
  const label = labelOf('name');
  const message = `${label}：与${labelOf('predecessor')} ${id} 同名，看不出是哪一年度的`;
  return {
    path: [label],
    message,
    fix: `名称写明年度，例如「${name}（${yearOf(entry)}年度）」。`,
    severity: 'warning',
  };
}

function filedAgain(name: string, ended: Entry, { lifeOf }: Facts): Fault {
  const label = labelOf('name');
  const message = `${label}：同名的「${name}」（${ended.id}）${lifeOf(ended).label}，没有写这次是不是接着它办的`;
  const fix = `接着它办的，写「${labelOf('predecessor')}: ${ended.id}」；不是的，在项目概况里说明。`;
  return { path: [label], message, fix, severity: 'judgement' };
}
