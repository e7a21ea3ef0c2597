import type { Entry } from '../form/entry.ts';
import { isDecided } from '../registry/decided.ts';
import { asked, type Comparison, type SimilarProject } from '../similarity/comparison.ts';
import { DISPATCH, DISPATCH_ANSWER } from './examples/duplicate-examples.ts';
import { answerFaults } from './support/answer-faults.ts';
import { answerStatus } from './support/answer-status.ts';
import { defineRule, type Facts, type Fault, labelOf } from './support/define-rule.ts';
import { answerTemplate, describeSimilar } from './support/describe-similar.ts';
import { officeVerdict } from './support/office-verdicts.ts';

/**
 * 第一条 「避免重复建设」, 第五条 「集约共享、充分利旧」: what is like a new project is answered, function by function. Nothing
 * is refused by it: an answer of any of the four kinds lets the filing through, and the office decides on its worth.
 */
export const art1DuplicatesAnswered = defineRule({
  id: 'art1-duplicates-answered',
  title: '相似的项目逐个写查重说明',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art1', 'art5'],
  appliesTo: '全部项目；新建并须审核论证的（6.2，6.4 使用财政资金）必须答复，其他的只作提醒',
  why: '第一条要避免重复建设，第五条要集约共享。程序只找出相似的项目，是不是重复由办公室认定，所以每一个都要写清怎样处理。',
  fix: '在查重说明里逐个写：对象、结论（复用、升级、合并共建、差异说明四选一）、涉及的功能和理由。',
  needs: ['name'],
  reads: ['answers', 'predecessor', 'functions', 'content'],
  ok: [
    { says: '没有相似的项目', base: '6.2财政', edit: {} },
    {
      says: '相似的项目逐项答复了',
      base: '6.2财政',
      edit: { ...DISPATCH, 查重说明: [DISPATCH_ANSWER] },
    },
    {
      says: '办公室认定不重复',
      base: '6.2财政',
      edit: DISPATCH,
      records: [
        {
          日期: '2026-03-12',
          事项: '查重认定',
          对象: 'shili/zonghe-zhihui-a2b3',
          结论: '不重复',
          说明: '一个管街面事件，一个管楼院。',
          经办: '办公室项目组',
        },
      ],
    },
  ],
  bad: [
    { says: '新建的与已有项目功能相同，没有答复', base: '6.2财政', edit: DISPATCH },
    { says: '已建成的备案，也提醒整合对接', base: '6.1', edit: DISPATCH },
    {
      says: '写了差异说明，有的功能没有说到',
      base: '6.2财政',
      edit: {
        ...DISPATCH,
        查重说明: [
          {
            ...DISPATCH_ANSWER,
            结论: '差异说明',
            功能: ['值班排班'],
            说明: '值班的单位和时段不一样，不能合用。',
          },
        ],
      },
    },
    {
      says: '写了升级，前期项目不是它',
      base: '6.2财政',
      edit: { ...DISPATCH, 查重说明: [{ ...DISPATCH_ANSWER, 结论: '升级' }] },
    },
    {
      says: '说明只有两个字',
      base: '6.2财政',
      edit: { ...DISPATCH, 查重说明: [{ ...DISPATCH_ANSWER, 说明: '不同' }] },
    },
    {
      says: '答复以后有一方改过',
      base: '6.2财政',
      edit: { ...DISPATCH, 查重说明: [{ ...DISPATCH_ANSWER, 比对摘要: '0123456789ab' }] },
    },
    {
      says: '办公室认定重复，还没有改',
      base: '6.2财政',
      edit: { ...DISPATCH, 查重说明: [DISPATCH_ANSWER] },
      records: [
        {
          日期: '2026-03-12',
          事项: '查重认定',
          对象: 'shili/zonghe-zhihui-a2b3',
          结论: '重复',
          说明: '四项功能综合指挥平台都有。',
          经办: '办公室项目组',
        },
      ],
    },
  ],
  *check(filing, entry, facts) {
    const comparison = facts.similarTo(entry);
    if (!comparison) return;
    const label = labelOf('answers');
    if (comparison.failure !== undefined) {
      const message = `${label}：查重没有做成（${comparison.failure}），不能当作没有重复`;
      yield { path: [label], message, fix: '再核对一次；还是不成的，把这句话报给办公室。' };
      return;
    }
    const binding = entry.route?.approval === true && !isDecided(entry, facts.settled ?? facts);
    const found = asked(comparison).flatMap((other) => [...judgeOne(entry, other, comparison, facts)]);
    for (const fault of found) yield binding ? fault : { ...fault, severity: 'warning' };
    for (const [index, answer] of (filing.answers ?? []).entries()) {
      const other = comparison.similar.find(({ id }) => id === answer.target);
      if (!other) continue;
      for (const fault of answerFaults(filing, answer, index, other, facts))
        yield { ...fault, severity: binding ? (fault.severity ?? 'judgement') : 'warning' };
    }
  },
});

/** The finding on one similar project; none when it is answered, here or by the other side, or settled by the office. */
function* judgeOne(
  entry: Entry,
  other: SimilarProject,
  comparison: Comparison,
  facts: Facts,
): Iterable<Fault> {
  const label = labelOf('answers');
  const status = answerStatus(entry, other, facts);
  const said = describeSimilar(other);
  if (status === '办公室认定重复') {
    const { date = '', note = '' } = officeVerdict(entry, other.id, facts) ?? {};
    const message = `${label}：办公室 ${date} 认定${said.whom}重复：${note}`;
    const fix = '改方案，去掉重复的部分；或者由办公室并入对方（办理记录记「并入」）。';
    yield { path: [label], message, fix, severity: 'judgement' };
  }
  if (status !== '要答复') return;
  const message = `${label}：${said.whom}${said.what}`;
  const fix = answerTemplate(other);
  if (other.standing === '正在申报' && !isLater(other, entry, comparison, facts)) {
    // Anybody can hand in anything, with any day in it: what is not merged asks, and stops nobody.
    const tail = '对方比这一件填报早，还没有并入，请办公室看由谁答复';
    yield { path: [label], message: `${message}；${tail}`, fix, severity: 'judgement' };
    return;
  }
  if (isLater(other, entry, comparison, facts)) {
    const tail =
      other.standing === '正在申报' ? '对方填报在后，由对方答复' : '对方填报在后，请办公室看由谁答复';
    const severity = other.standing === '正在申报' ? 'warning' : 'judgement';
    yield { path: [label], message: `${message}；${tail}`, fix, severity };
    return;
  }
  const advice = entry.route?.approval === true ? '还没有答复' : '按第七条整合对接时一并考虑';
  yield { path: [label], message: `${message}；${advice}`, fix };
}

/**
 * Of two filings the later one answers. In the registry the history knows which came first; where there is none, and
 * between open ones, the 填报日期 stands for it. A change is always later than what it finds in the base, whatever day
 * it writes.
 */
function isLater(
  other: SimilarProject,
  { id, file, filing }: Entry,
  { dated }: Comparison,
  { isEarlier }: Pick<Facts, 'isEarlier'>,
): boolean {
  if (!other.entry || (other.standing === '已登记' && !dated)) return false;
  const known = other.standing === '已登记' ? isEarlier?.(file, other.entry.file) : undefined;
  if (known !== undefined) return known;
  const [here, there] = [filing.filedOn ?? '', other.entry.filing.filedOn ?? ''];
  if (here !== there) return there > here;
  return other.standing === '正在申报' && other.id > id;
}
