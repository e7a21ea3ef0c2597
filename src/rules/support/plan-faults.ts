import { latestDay } from '../../form/dates.ts';
import type { Entry } from '../../form/entry.ts';
import type { Filing } from '../../form/fields.ts';
import { ruleVersions } from '../../registry/office.ts';
import { type Facts, type Fault, labelOf } from './define-rule.ts';
import { saysNone } from './empty-words.ts';
import { isPlan, isSubstitute, type Plan } from './plan-names.ts';

type Attachment = NonNullable<Filing['attachments']>[number];

/** What a rule on plans is asked: the filing's entry, and the day and the office that it is judged by. */
type Check = (filing: Filing, entry: Entry, facts: Facts) => Iterable<Fault>;

/**
 * A plan counts as delivered when it is named, dated and has a paper number, or is a sealed attachment:
 * whether that one is there is the matter of `annex-sealed-attachment-present`, as for every attachment.
 */
export function planFaults(plan: Plan): Check {
  return function* (filing, _entry, facts) {
    const attachments = filing.attachments ?? [];
    const found = bestOf(attachments, plan);
    if (!found) {
      yield missing(filing, facts, plan);
      return;
    }
    const at = [labelOf('attachments'), attachments.indexOf(found)];
    if (isPlan(found.name, plan) !== '是') yield doubtful(found, at, plan);
    yield* deliveryFaults(found, at, facts.today);
  };
}

/** The plan itself, else what bears its name, else, for what is built already, a paper that can stand for it. */
function bestOf(attachments: readonly Attachment[], plan: Plan): Attachment | undefined {
  return (
    attachments.find(({ name }) => isPlan(name, plan) === '是') ??
    attachments.find(({ name }) => isPlan(name, plan) === '存疑') ??
    (plan === '建设方案' ? attachments.find(({ name }) => isSubstitute(name)) : undefined)
  );
}

/** 第六条 asked nobody for a plan before its day: what was built until then may have none, and the office judges. */
function missing(filing: Filing, { office }: Facts, plan: Plan): Fault {
  const label = labelOf('attachments');
  const from = ruleVersions(office)[0]?.inForceFrom ?? office.inForceFrom;
  const { completedOn, attachments = [] } = filing;
  const old = completedOn !== undefined && latestDay(completedOn) < from;
  // A paper of some kind can always be had, a 情况说明 at the least: with none at all nobody can judge.
  if (plan === '建设方案' && old && attachments.length > 0) {
    return {
      path: [label],
      severity: 'judgement',
      message: `${label}：缺${plan}；项目建成时办法还没有施行，由办公室判断`,
      fix: '登记能说明建设内容的材料，例如采购合同、技术方案、验收报告；都没有的，附一份情况说明。',
    };
  }
  const name = plan === '实施方案' ? '项目建设实施方案' : '项目建设方案';
  const example = `${label}:\n  - 名称: ${name}\n    日期: 2026-02-20\n    送达: 纸质\n    编号: 某办〔2026〕7号`;
  const fix = `登记${plan}的名称、日期和送达方式，例如：\n${example}`;
  return { path: [label], message: `${label}：缺${plan}`, fix };
}

function doubtful({ name }: Attachment, at: Fault['path'], plan: Plan): Fault {
  const label = labelOf('attachments');
  const inName = isPlan(name, plan) === '存疑';
  return {
    path: [...at, '名称'],
    severity: 'judgement',
    message: `${label}：没有${plan}，${inName ? `「${name}」看名称不是${plan}本身` : `用「${name}」代替，由办公室判断`}`,
    fix: inName
      ? `登记${plan}本身，例如「名称: 项目${plan}」；确实就是${plan}的，把名称改清楚。`
      : `有${plan}的，登记${plan}；没有的，不用改，由办公室看这份材料够不够。`,
  };
}

function* deliveryFaults(
  { name, date, delivery, number }: Attachment,
  at: Fault['path'],
  today: string,
): Iterable<Fault> {
  const label = labelOf('attachments');
  if (date > today) {
    const message = `${label}：「${name}」的日期 ${date} 还没有到，今天是 ${today}`;
    yield {
      path: [...at, '日期'],
      severity: 'judgement',
      message,
      fix: '写方案上的日期；还没有编好的，编好再报。',
    };
  }
  if (delivery !== '纸质') return;
  if (number === undefined) {
    const message = `${label}：「${name}」是纸质的，没有写编号`;
    yield { path: at, message, fix: '补上「编号」，例如「编号: 某办〔2026〕7号」。' };
  } else if (saysNone(number)) {
    const message = `${label}：「${name}」的编号只写了「${number}」，纸质件对不上`;
    const fix = '写文号，例如「编号: 某办〔2026〕7号」；没有文号的，写本单位的收发号或合同号。';
    yield { path: [...at, '编号'], severity: 'judgement', message, fix };
  }
}
