import type { SimilarProject } from '../../similarity/comparison.ts';
import { alikeWords, scoreWords, sourceWords } from '../../similarity/evidence-words.ts';
import type { RawMap } from '../../text/raw.ts';
import { writeHead } from '../../text/write.ts';
import { labelOf } from './define-rule.ts';

const MOST = 6;
/** What stands in a ready answer where the reason belongs. */
export const TO_WRITE = '逐项写明：哪些直接用对方的，哪些对方没有、为什么不能用';

/** A similar project in a sentence: which one it is, and what is alike. */
export function describeSimilar(other: SimilarProject): { readonly whom: string; readonly what: string } {
  const alike = alikeWords(other.evidence, MOST).join('；');
  const score = `相似 ${scoreWords(other.score)}`;
  // A phase or an upgrade is often alike in little: that is said first, and the score only beside it.
  const said = other.relation === '迭代' ? [`像是前后期（${score}）`] : [other.relation, score];
  return {
    whom: `与「${other.name}」（${sourceWords(other)}）`,
    what: [...said, modulesText(other), alike].filter((part) => part !== '').join('，'),
  };
}

function modulesText({ modules }: SimilarProject): string {
  return modules.length === 0 ? '' : `已有的模块：${modules.join('、')}`;
}

/**
 * A ready item of 查重说明, to be copied and completed. Nothing is said in the clerk's name: which functions are the same she
 * writes herself; those that may be are told beside it.
 */
export function answerTemplate({ id, evidence, digest }: SimilarProject): string {
  const item: RawMap = { 对象: id, 结论: '差异说明', 说明: TO_WRITE, 比对摘要: digest };
  const label = labelOf('answers');
  const example = `结论从复用、升级、合并共建、差异说明里选，例如：\n${writeHead({ [label]: [item] }).trimEnd()}`;
  const { matched, drawn } = evidence.functions;
  const functions = drawn ? [] : [...new Set(matched.map(({ other }) => other))];
  if (functions.length === 0) return example;
  return `对方可能相同的功能：${functions.join('、')}。确实相同的，写进「功能」。${example}`;
}
