import type { Evidence } from '../similarity/evidence.ts';
import { evidenceRows, scoreWords, sourceWords } from '../similarity/evidence-words.ts';
import type { Candidate } from '../similarity/judge.ts';
import { printableLine } from '../text/finding.ts';

/** Candidates of one project as people read them in a terminal. */
export function similarText(name: string, candidates: readonly Candidate[], telling: boolean): string {
  if (candidates.length === 0) return nothingFound(name, telling);
  if (!telling) return [nothingFound(name, telling), ...related(candidates)].join('\n');
  const head = `与「${printableLine(name)}」相似的项目：`;
  return [head, ...candidates.map(card)].join('\n');
}

/** So many are named where no score and no verdict would mean anything. */
const RELATED = 5;

function related(candidates: readonly Candidate[]): readonly string[] {
  const names = candidates.slice(0, RELATED).map((one) => `  ${one.name}（${sourceWords(one)}）`);
  return ['有关的项目，只供翻看，没有比对：', ...names];
}

/** 「没有找到」 is said only of a need that says enough to be found by. */
function nothingFound(name: string, telling: boolean): string {
  return telling
    ? `「${printableLine(name)}」：没有找到相似的项目。换个说法再查一遍，再由人判断。`
    : `「${printableLine(name)}」：写得太少，查不出有没有相似的项目。写明建什么、有哪些功能，再查。`;
}

function card(candidate: Candidate, index: number): string {
  const { name, score, relation, mustAnswer, evidence } = candidate;
  return [
    `\n${index + 1}. ${printableLine(`${name}（${sourceWords(candidate)}）`)}`,
    `   ${relation} ${scoreWords(score)}${mustAnswer ? '，须在查重说明里答复' : ''}`,
    ...evidenceLines(evidence).map((line) => `   ${printableLine(line)}`),
  ].join('\n');
}

/** The evidence card, a line for each thing to know. */
export function evidenceLines(evidence: Evidence): readonly string[] {
  const lines = evidenceRows(evidence).map(({ label, items, joint }) => `${label}：${items.join(joint)}`);
  return [...lines, `建议：${evidence.suggestion}`];
}
