import type { Evidence } from '../../similarity/evidence.ts';
import type { Candidate } from '../../similarity/judge.ts';
import type { Relation } from '../../similarity/relation.ts';

/** Classes of the mark of each relation; the word is in the mark itself, so colour only supports it. */
export const RELATION_TAGS: Readonly<Record<Relation, string>> = {
  疑似重复: 'tag tag-stop',
  部分重叠: 'tag tag-wait',
  迭代: 'tag tag-wait',
  共性需求: 'tag tag-wait',
  可复用: 'tag tag-pass',
  参考: 'tag',
};

export const MUST_ANSWER_WORDS = '申报时要答复';
/** As many as a line holds. */
const MAX_WORDS_NAMED = 4;

/** 「62 分」. */
export function scoreWords(score: number): string {
  return `${Math.round(score * 100)} 分`;
}

/** In one line why the two are alike, by what tells most: functions, then what both are about, then words. */
export function whyWords({ evidence }: Candidate): string {
  const { functions, concepts, passages, points } = evidence;
  if (!functions.drawn && functions.matched.length > 0)
    return `功能对应 ${functions.matched.length} 项：${list(functions.matched.map(({ other }) => other))}`;
  if (concepts.length > 0) return `都有：${list(concepts.map(conceptWords))}`;
  if (passages.length > 0) return `文字相同：${passages.length} 处`;
  return points[0]?.label ?? '';
}

/** 「停车管理」, or 「停车诱导≈停车管理」 of two near ones. */
export function conceptWords({ concept, other, kind }: Evidence['concepts'][number]): string {
  return kind === '共有' ? concept : `${concept}≈${other}`;
}

function list(words: readonly string[]): string {
  const different = [...new Set(words)];
  return different.slice(0, MAX_WORDS_NAMED).join('、') + (different.length > MAX_WORDS_NAMED ? '等' : '');
}
