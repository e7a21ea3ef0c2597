import type { Evidence } from '../similarity/evidence.ts';
import type { Candidate } from '../similarity/judge.ts';

/** Candidates of one project as people read them in a terminal. */
export function similarText(name: string, candidates: readonly Candidate[], telling: boolean): string {
  if (candidates.length === 0) return nothingFound(name, telling);
  const head = `与「${name}」相似的项目：`;
  return [head, ...candidates.map(card)].join('\n');
}

/** 「没有找到」 is said only of a need that says enough to be found by. */
export function nothingFound(name: string, telling: boolean): string {
  return telling
    ? `「${name}」：没有找到相似的项目。换个说法再查一遍，再由人判断。`
    : `「${name}」：写得太少，查不出有没有相似的项目。写明建什么、有哪些功能，再查。`;
}

function card({ id, name, unit, score, relation, mustAnswer, evidence }: Candidate, index: number): string {
  return [
    `\n${index + 1}. ${name}（${id}${unit ? `，${unit}` : ''}）`,
    `   ${relation} ${Math.round(score * 100)} 分${mustAnswer ? '，须在查重说明里答复' : ''}`,
    ...evidenceLines(evidence).map((line) => `   ${line}`),
  ].join('\n');
}

/** The evidence card, a line for each thing to know. */
export function evidenceLines(evidence: Evidence): readonly string[] {
  const { points, functions, passages, concepts, counter, reusable, suggestion } = evidence;
  const account = points.map(({ label, points: one }) => `${label} ${one > 0 ? '+' : '−'}${Math.abs(one)}`);
  const shared = concepts.map(({ concept, other, kind }) =>
    kind === '共有' ? concept : `${concept}≈${other}`,
  );
  const note = functions.drawn ? '（从文字里摘出）' : '';
  return [
    ...labelled('计分', account, '；'),
    ...labelled('都有', shared, '、'),
    ...labelled(
      `功能对应${note}`,
      functions.matched.map(({ query, other }) => `${query}≈${other}`),
      '；',
    ),
    ...(functions.drawn ? [] : labelled('对方没有的功能', functions.missing, '、')),
    ...(passages.length > 0 ? [`文字相同：${passages.length} 处`] : []),
    ...labelled('不同点', counter, '；'),
    ...labelled('可以利用的数据', reusable.data, '、'),
    `建议：${suggestion}`,
  ];
}

function labelled(label: string, items: readonly string[], joint: string): string[] {
  return items.length === 0 ? [] : [`${label}：${items.join(joint)}`];
}
