import type { Filing } from '../../form/fields.ts';
import type { WrittenAnswer } from '../../registry/facts.ts';
import type { SimilarProject } from '../../similarity/comparison.ts';
import { foldPlain } from '../../text/fold.ts';
import { type Facts, type Fault, labelOf } from './define-rule.ts';
import { TO_WRITE } from './describe-similar.ts';

type Answer = WrittenAnswer['answer'];
type Reasons = Pick<Facts, 'answersByReason'>;

/** Fewer characters say nothing about two projects. */
const LEAST_REASON = 10;

/** What is to be looked at in the answer to one project: what is not named, what is not said, what has changed. */
export function* answerFaults(
  filing: Filing,
  answer: Answer,
  index: number,
  other: SimilarProject,
  facts: Reasons,
): Iterable<Fault> {
  const label = labelOf('answers');
  const at = (step: string) => [label, index, step];
  const { verdict, target, reason, digest } = answer;
  if (verdict === '升级' && filing.predecessor !== target) {
    const message = `${label}：写了升级「${other.name}」，前期项目写的不是它`;
    const fix = `写「${labelOf('predecessor')}: ${target}」；不是在它上面升级的，换一个结论。`;
    yield { path: at('结论'), message, fix, severity: 'error' };
  }
  const missing = unnamed(answer, other);
  if (missing.length > 0) {
    const message = `${label}：与「${other.name}」相同的功能还有「${missing.join('」「')}」没有说到`;
    yield { path: at('功能'), message, fix: `在「功能」里写上，并在「说明」里说清怎样处理。` };
  }
  if (foldPlain(reason).length < LEAST_REASON || reason === TO_WRITE) {
    const message = `${label}：对「${other.name}」只写了「${reason}」，看不出理由`;
    yield { path: at('说明'), message, fix: '逐项写：哪些直接用对方的，哪些对方没有、为什么不能用。' };
  } else {
    const same = sameReason(answer, facts);
    if (same !== undefined) {
      const message = `${label}：对「${other.name}」的说明与 ${same} 的一字不差`;
      yield { path: at('说明'), message, fix: '按这两个项目的实际写，不套用别处的话。' };
    }
  }
  if (digest !== undefined && digest !== other.digest) {
    const message = `${label}：写对「${other.name}」的答复以后，对方或本项目改过，或者词表里有关的概念改过，重新看一遍`;
    yield { path: at('比对摘要'), message, fix: `答复仍然成立的，改成「比对摘要: ${other.digest}」。` };
  }
}

/** Functions that both have and that the answer leaves out; only where both sides have stated theirs. */
function unnamed(
  { verdict, functions = [], reason }: Answer,
  { evidence }: SimilarProject,
): readonly string[] {
  if (evidence.functions.drawn || (verdict !== '差异说明' && verdict !== '复用')) return [];
  const named = new Set(functions.map(foldPlain));
  const text = foldPlain(reason);
  const isNamed = (name: string): boolean => named.has(foldPlain(name)) || text.includes(foldPlain(name));
  return evidence.functions.matched
    .filter(({ query, other }) => !isNamed(query) && !isNamed(other))
    .map(({ query }) => query);
}

/** Whose answer reads the same, word for word. */
function sameReason(own: Answer, { answersByReason }: Reasons): string | undefined {
  return answersByReason.get(foldPlain(own.reason))?.find(({ answer }) => answer !== own)?.id;
}
