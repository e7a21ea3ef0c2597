import { clip } from '../text/clip.ts';
import { type Finding, SEVERITY_LABEL } from '../text/finding.ts';
import { visible } from '../text/inert.ts';
import type { ChangeFacts } from './change-facts.ts';
import { checklistOf } from './checklist.ts';
import { commentOf } from './comment.ts';
import { type Annotation, type Decision, type Seen, STATUS_CONTEXT, type Verdict } from './decision.ts';
import type { LabelName } from './labels.ts';
import { packetsOf } from './packet.ts';
import { reviewerOf } from './reviewer.ts';
import { suggestionsOf } from './suggestions.ts';
import { summaryOf, verdictOf } from './verdict.ts';
import { isExpected, MOST_FILINGS, owedAnswers, placeOf } from './words.ts';

/** GitHub takes no longer description of a status. */
const MOST_DESCRIPTION = 140;

/** Everything that is said about a change and set on it, made of its facts alone. Pure: the same facts, the same words. */
export function decide(facts: ChangeFacts): Decision {
  const verdict = verdictOf(facts);
  const spoken: Omit<Decision, 'comment'> = {
    verdict,
    status: statusOf(verdict, facts),
    labels: labelsOf(verdict, facts),
    checklist: checklistOf(facts),
    reviewer: reviewerOf(facts),
    annotations: facts.findings.map((finding) => annotationOf(finding, facts)),
    nextStep: nextStepOf(verdict, facts),
    seen: seenOf(facts),
    suggestions: suggestionsOf(facts),
    packets: packetsOf(facts),
  };
  return { ...spoken, comment: commentOf(facts, spoken) };
}

/** What nobody is known to have made is not received, however good it is: rights are an account's. */
function statusOf(verdict: Verdict, facts: ChangeFacts): Decision['status'] {
  const isGood = verdict === '可以受理' || verdict === '办公室改动';
  const isNobodys = isGood && facts.author.role === '没有给出';
  const words = `${verdict}：${summaryOf(verdict, facts)}`;
  return {
    context: STATUS_CONTEXT,
    state: isGood && !isNobodys ? 'success' : 'failure',
    description: clip(visible(isNobodys ? `不知道是谁送的，不能并入。${words}` : words), MOST_DESCRIPTION),
  };
}

/** Rules that say: this was not his to change. */
const TRESPASS = /^change-(foreign-unit|office-only|outside-registry|entry-removed)$/;

const STATE_LABEL = {
  要补正: '待补正',
  可以受理: '待受理',
  办公室改动: '办公室改动',
  没有核对: '没有核对',
} as const satisfies Record<Verdict, LabelName>;

function labelsOf(verdict: Verdict, { findings, filings, collisions }: ChangeFacts): readonly LabelName[] {
  const holds: readonly (readonly [LabelName, boolean])[] = [
    ['请判断', findings.some((one) => one.severity === 'judgement' && !isExpected(one))],
    ['查重待答复', filings.some((filing) => owedAnswers(filing) > 0)],
    ['与在报项目相近', collisions.length > 0],
    ['越权改动', findings.some(({ rule }) => TRESPASS.test(rule))],
  ];
  return [STATE_LABEL[verdict], ...holds.filter(([, is]) => is).map(([label]) => label)];
}

const LEVEL = { error: 'failure', judgement: 'warning', warning: 'notice' } as const;

function annotationOf(finding: Finding, { places }: ChangeFacts): Annotation {
  const { severity, rule, message, fix, line } = finding;
  return {
    path: placeOf(places, finding),
    line,
    level: LEVEL[severity],
    title: `${SEVERITY_LABEL[severity]} ${rule}`,
    message: visible(`${message}\n修改：${fix}`),
  };
}

function nextStepOf(
  verdict: Verdict,
  { filings, office, author, findings }: ChangeFacts,
): Decision['nextStep'] {
  const desk = office.phone === undefined ? '' : `，有疑问打办公室电话 ${office.phone}`;
  switch (verdict) {
    case '要补正':
      if (isOnlyUnknown(findings, author)) return { who: '办公室', what: knowWords(author) };
      // Whoever handed it in mends it; the office need not ring itself up.
      return author.role === '办公室'
        ? { who: '办公室', what: mendWords(findings, author) }
        : { who: '申报单位', what: `${mendWords(findings, author)}${desk}` };
    case '没有核对':
      return { who: '申报单位', what: `把项目文件放到登记库里本单位的文件夹，再提交一次${desk}` };
    case '办公室改动':
      if (author.role === '没有给出') return UNSIGNED;
      return { who: '办公室', what: '由另一位办公室人员看过后并入' };
    case '可以受理':
      if (author.role === '没有给出') return UNSIGNED;
      return { who: '办公室', what: receiveWords(filings.some(({ isNew }) => isNew)) };
  }
}

const UNSIGNED: Decision['nextStep'] = {
  who: '办公室',
  what: '弄清这次改动是哪个账号送的，没有账号的不能并入；在命令行核对的，用 --actor 写明账号编号',
};

/** Whether nothing is wrong but that nobody knows the account: then the unit can do nothing, and the office decides. */
function isOnlyUnknown(findings: readonly Finding[], { role }: ChangeFacts['author']): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return role === '没有登记' && errors.every(({ rule }) => rule === 'change-foreign-unit');
}

function knowWords({ account = '' }: ChangeFacts['author']): string {
  return `向申报单位核实账号 ${account} 是不是它的：是的，把账号写进单位名录，当晚自动再核对；不是的，写明理由后关闭`;
}

/** What clashes with the registry as it is now cannot be mended where it stands. */
function mendWords(findings: readonly Finding[], author: ChangeFacts['author']): string {
  const clashes = findings.some(({ rule }) => rule === 'change-merges');
  return clashes && author.issue === undefined
    ? '照「必改」逐条改好；合不到一起的，在登记库里现在的文件上再改一遍，另外提交，这一件就关闭'
    : `照「必改」逐条改好，${placeToMend(author)}，自动再核对一次`;
}

/** Where the author writes: a filing that came by the form is mended there, its file is written anew each time. */
function placeToMend({ issue }: ChangeFacts['author']): string {
  return issue === undefined
    ? '在原来的文件上保存'
    : `在第 ${issue} 号申报单上改（点右上角「Edit」，改好保存）`;
}

function receiveWords(isNew: boolean): string {
  return isNew
    ? '核对附件和意见后并入；并入即为受理，登记号随后给出。受理不等于立项，也不等于通过验收'
    : '看过改动后并入；受理以后的变化，同意的另记一件「变更」';
}

function seenOf({ places, author, files, outside, filings, findings, debt, collisions }: ChangeFacts): Seen {
  const { base, head } = places;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return {
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    author: { ...(author.account === undefined ? {} : { account: author.account }), role: author.role },
    files: files.length,
    outside: outside.length,
    filed: filings.length,
    filings: filings.slice(0, MOST_FILINGS).map(({ id, route, similar }) => ({
      id,
      ...(route ? { clause: route.clause, form: route.form } : {}),
      similar: similar.map((one) => `${one.id} ${one.score} ${one.status}`),
    })),
    findings: Object.fromEntries(
      rules.map((rule) => [rule, findings.filter((one) => one.rule === rule).length]),
    ),
    debt: debt.length,
    collisions: collisions.slice(0, MOST_FILINGS).map(({ change, how }) => `${change} ${how}`),
  };
}
