import type { ChangeFacts } from './change-facts.ts';
import type { Decision } from './decision.ts';

/** Who looks at the change, and why just he: people ask, and a name without a reason helps nobody. */
export function reviewerOf({ office, author, files, filings, outside }: ChangeFacts): Decision['reviewer'] {
  const who = office.name === '' ? '办公室' : office.name;
  const reasons = [
    ...(files.some(({ kind }) => kind === '项目文件' || kind === '密封附件')
      ? [filingReason(filings.some(({ route }) => route?.approval === true))]
      : []),
    ...(files.some(({ kind }) => kind === '办理记录') ? ['办理记录只由办公室写'] : []),
    ...(files.some(({ kind }) => kind === '办公室设置' || kind === '参考项目')
      ? ['单位名录、设置、词表和参考项目由办公室维护，改了会影响所有单位']
      : []),
    ...(outside.length === 0
      ? []
      : files.length === 0 && author.role !== '办公室'
        ? ['放到登记库里、再提交以后由办公室看；改程序的，由办公室的维护人员另外提交']
        : ['程序和自动流程的改动由办公室的维护人员看']),
  ];
  return { who, why: reasons.join('；') || '登记库由办公室管理' };
}

function filingReason(approval: boolean): string {
  return approval
    ? '管理办法第六条：申请表报办公室审核；受理由办公室决定，自动核对通过不等于受理'
    : '管理办法第六条：备案和资料报办公室；受理由办公室决定，自动核对通过不等于受理';
}
