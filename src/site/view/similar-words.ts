import { alikeWords } from '../../similarity/evidence-words.ts';
import type { Candidate } from '../../similarity/judge.ts';
import type { Relation } from '../../similarity/relation.ts';

/** Classes of the mark of each relation; the word is in the mark itself, so colour only supports it. */
export const RELATION_TAGS: Readonly<Record<Relation, string>> = {
  疑似重复: 'tag tag-stop',
  部分重叠: 'tag tag-wait',
  迭代: 'tag tag-wait',
  共性需求: 'tag tag-wait',
  可复用: 'tag tag-pass',
  仅供比较: 'tag',
};

export const MUST_ANSWER_WORDS = '申报时要答复';
/** As many as a line holds. */
const MAX_WORDS_NAMED = 4;

/** In one line why the two are alike, by what tells most: functions, then what both are about, then words. */
export function whyWords({ evidence }: Candidate): string {
  return alikeWords(evidence, MAX_WORDS_NAMED)[0] ?? evidence.points[0]?.label ?? '';
}
