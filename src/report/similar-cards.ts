import type { Judged } from '../check.ts';
import { clauseTitle } from '../regulation/index.ts';
import type { AnswerStatus } from '../rules/support/answer-status.ts';
import { type Precedent, precedentWords } from '../rules/support/office-verdicts.ts';
import { MOST_SHOWN, type SimilarProject } from '../similarity/comparison.ts';
import { scoreWords, sourceWords } from '../similarity/evidence-words.ts';
import { type Finding, SEVERITY_LABEL } from '../text/finding.ts';
import type { Reported } from './index.ts';
import { moduleLines } from './module-lines.ts';
import { evidenceLines } from './similar.ts';

/** What the office has to know of one filing before it decides: where it goes, what is open, what is like it. */
export interface SimilarCard {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  /** 「第六条第2项，申请表，须审核论证」. */
  readonly route: string;
  /** Whose turn it is. */
  readonly next: string;
  /** What the unit and the office have to settle first, in numbers. */
  readonly todo: string;
  readonly failure: string | undefined;
  /** What has to be answered or can be used, the likest first. */
  readonly similar: readonly CardProject[];
  readonly telling: boolean;
  /** 「8 个模块中 4 个已有」, and who has each; empty where no module is there already. */
  readonly modules: readonly string[];
}

/** A similar project, and how it is dealt with. */
export interface CardProject extends SimilarProject {
  readonly answer: AnswerStatus;
  readonly precedents: readonly Precedent[];
}

/** A card for every filing that was compared, in the order of the files. */
export function similarCards({ findings, similar = [] }: Reported): readonly SimilarCard[] {
  return similar.map(({ file, entry, standing, comparison, answers, precedents }) => ({
    file,
    id: entry.id,
    name: entry.filing.name ?? entry.id,
    route: routeText(entry),
    next: standing,
    todo: todoText(findings.filter((finding) => finding.file === file)),
    failure: comparison.failure,
    similar: comparison.similar
      .filter(({ relation }) => relation !== '仅供比较')
      .slice(0, MOST_SHOWN)
      .map((one) => ({
        ...one,
        answer: answers.get(one.id) ?? '不用答复',
        precedents: precedents.get(one.id) ?? [],
      })),
    telling: comparison.telling,
    modules: moduleLines(comparison.modules),
  }));
}

function routeText({ route }: Judged['entry']): string {
  if (!route) return '路径未定';
  return `${clauseTitle(route.clauseId)}，${route.form}，${route.approval ? '须审核论证' : '不须审批'}`;
}

function todoText(findings: readonly Finding[]): string {
  const counts = (['error', 'judgement', 'warning'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${SEVERITY_LABEL[severity]} ${count} 处`];
  });
  return counts.length === 0 ? '没有要改的' : counts.join('，');
}

/** A card line by line, the first line its title; nothing in it is markup yet. */
export function cardLines(card: SimilarCard): {
  readonly title: string;
  readonly facts: readonly string[];
  readonly similar: readonly { readonly title: string; readonly lines: readonly string[] }[];
} {
  const { name, id, route, next, todo, similar } = card;
  return {
    title: `${name}（${id}）`,
    facts: [`路径：${route}`, `核对：${todo}`, `办理：${next}`, `查重：${outcome(card)}`, ...card.modules],
    similar: similar.map((one) => ({
      title: similarTitle(one),
      lines: [...evidenceLines(one.evidence), ...one.precedents.map(precedentWords)],
    })),
  };
}

/** 「没有找到」 is said only where it means something, and never when the comparison was not made. */
function outcome({ failure, similar, telling }: SimilarCard): string {
  if (failure !== undefined) return `没有做成（${failure}）`;
  const asking = similar.filter(({ answer }) => answer === '要答复').length;
  if (similar.length > 0)
    return `相似的 ${similar.length} 个，其中 ${asking} 个还要答复；是不是重复由办公室认定`;
  return telling ? '没有找到要答复的相似项目' : '写得太少，查不出有没有相似的项目';
}

function similarTitle(one: CardProject): string {
  return `${one.name}（${sourceWords(one)}）：${one.relation} ${scoreWords(one.score)}，${one.answer}`;
}
