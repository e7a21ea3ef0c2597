import { slotName } from '../../../src/similarity/slots.ts';
import { readEvaluation } from '../evaluate/data.ts';

/** Name and content of a real project. */
export interface SourceText {
  readonly name: string;
  readonly description: string;
}

const LEAST_TEXT = 40;
/** As long as 建设内容 usually are in these texts. */
const CLAUSES = 10;

/** Real projects from the references and the judged pairs, so that vocabularies are real ones. */
export async function readTexts(): Promise<readonly SourceText[]> {
  const { needs } = await readEvaluation('registry');
  return needs
    .map(({ name, description = '' }) => ({ name, description }))
    .filter(({ description }) => description.length >= LEAST_TEXT);
}

/** A project in the words of several: half of one, half of others, under a name of its own. */
export function mixed(texts: readonly SourceText[], random: () => number): SourceText {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const main = pick(texts);
  const own = clausesOf(main).filter(() => random() < 0.6);
  const clauses = own.slice(0, CLAUSES / 2);
  while (clauses.length < CLAUSES)
    clauses.splice(Math.floor(random() * (clauses.length + 1)), 0, pick(clausesOf(pick(texts))));
  const topic = slotName(main.name).topic.slice(0, 18);
  const other = slotName(pick(texts).name).core.slice(0, 6);
  return {
    name: random() < 0.5 ? topic : `${other}${topic.slice(-8)}`,
    description: `${clauses.join('，')}。`,
  };
}

function clausesOf({ description }: SourceText): string[] {
  return description.split(/[。；;，,\n]+/).filter((clause) => clause.trim().length >= 2);
}
