import type { Entry } from '../../form/entry.ts';
import { asked, type Comparison, type SimilarProject } from '../../similarity/comparison.ts';
import type { Facts } from './define-rule.ts';
import { officeVerdict } from './office-verdicts.ts';

/** How one similar project is dealt with. The office's word stands before the unit's. */
export type AnswerStatus =
  | '办公室认定重复'
  | '办公室认定不重复'
  | '已答复'
  | '对方已答复'
  | '要答复'
  | '不用答复';

/** Where the pair stands: settled by the office, answered on either side, or open. */
export function answerStatus(
  entry: Entry,
  other: SimilarProject,
  facts: Pick<Facts, 'records' | 'today' | 'formerIds' | 'settled'>,
): AnswerStatus {
  const verdict = officeVerdict(entry, other.id, facts)?.verdict;
  if (verdict === '重复') return '办公室认定重复';
  if (verdict === '不重复') return '办公室认定不重复';
  if (entry.filing.answers?.some(({ target }) => target === other.id)) return '已答复';
  if (other.entry?.filing.answers?.some(({ target }) => target === entry.id)) return '对方已答复';
  return other.mustAnswer ? '要答复' : '不用答复';
}

/** How each similar project is dealt with, by its id: what is not asked about needs no answer, however alike it is. */
export function answerStatuses(
  entry: Entry,
  comparison: Pick<Comparison, 'similar'>,
  facts: Parameters<typeof answerStatus>[2],
): ReadonlyMap<string, AnswerStatus> {
  const askedAbout = new Set(asked(comparison));
  return new Map(
    comparison.similar.map((other) => {
      const status = answerStatus(entry, other, facts);
      return [other.id, status === '要答复' && !askedAbout.has(other) ? '不用答复' : status];
    }),
  );
}
