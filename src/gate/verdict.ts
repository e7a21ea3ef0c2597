import type { ChangeFacts } from './change-facts.ts';
import type { Verdict } from './decision.ts';
import { countWords } from './words.ts';

/** What blocks comes first; then whether anything was looked at. */
export function verdictOf({ findings, files, filings, outside, author }: ChangeFacts): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return '要补正';
  if (filings.length > 0) return '可以受理';
  if (files.length > 0) {
    if (files.every(({ kind }) => kind === '密封附件')) return '可以受理';
    // What a unit hands in is a filing or belongs to one; nothing else of its own was looked into.
    return author.role === '办公室' || author.role === '没有给出' ? '办公室改动' : '没有核对';
  }
  // A change of the program alone: nothing of the registry is there to be looked at, and only the office may make it.
  return outside.length > 0 && author.role === '办公室' ? '办公室改动' : '没有核对';
}

/** How it went, in a sentence; also the last words that a status has room for. */
export function summaryOf(verdict: Verdict, { findings, outside, files, debt }: ChangeFacts): string {
  const older = debt.length === 0 ? '' : `；另有 ${debt.length} 处原有的，不影响受理`;
  switch (verdict) {
    case '要补正':
      return `${countWords(findings)}，改好后再核对${older}`;
    case '可以受理':
      return `没有「必改」的问题（${countWords(findings)}），等办公室审阅${older}`;
    case '办公室改动':
      return files.length === 0
        ? `改动登记库以外的文件 ${outside.length} 个，没有登记数据要核对`
        : `改动 ${files.length} 个文件，${countWords(findings)}${older}`;
    case '没有核对':
      if (files.length > 0) return `改动的 ${files.length} 个文件都不是申报，没有核对到任何申报`;
      return outside.length === 0
        ? '没有改动登记库里的文件，没有核对到任何申报'
        : `改动的 ${outside.length} 个文件都不在登记库里，没有核对到任何申报`;
  }
}
