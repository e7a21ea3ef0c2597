import type { Entry } from '../form/entry.ts';
import type { Lookup } from '../registry/facts.ts';
import type { Facts } from '../rules/support/define-rule.ts';
import { QUESTION } from './questions.ts';

/** The same facts; `ask` is told each question that is put to them. */
export function traced(facts: Facts, ask: (question: string) => void): Facts {
  const lifeOf = (of: Pick<Facts, 'lifeOf'>) => (entry: Entry) => {
    ask(QUESTION.entry(entry.id));
    return of.lifeOf(entry);
  };
  const { settled } = facts;
  return {
    ...facts,
    lifeOf: lifeOf(facts),
    entries: asking(facts.entries, QUESTION.entry, ask),
    records: asking(facts.records, QUESTION.entry, ask),
    byProject: asking(facts.byProject, QUESTION.project, ask),
    byYearly: asking(facts.byYearly, QUESTION.yearly, ask),
    formerIds: asking(facts.formerIds, QUESTION.former, ask),
    numbers: asking(facts.numbers, QUESTION.number, ask),
    answersByReason: asking(facts.answersByReason, QUESTION.reason, ask),
    references: {
      has: (id) => {
        ask(QUESTION.reference(id));
        return facts.references.has(id);
      },
    },
    sealedFile: (path) => {
      ask(QUESTION.file(path));
      return facts.sealedFile(path);
    },
    ...(settled
      ? { settled: { lifeOf: lifeOf(settled), records: asking(settled.records, QUESTION.entry, ask) } }
      : {}),
  };
}

function asking<K, V>(
  map: Lookup<K, V>,
  questionOf: (key: K) => string,
  ask: (question: string) => void,
): Lookup<K, V> {
  const told = (key: K): K => {
    ask(questionOf(key));
    return key;
  };
  return { get: (key) => map.get(told(key)), has: (key) => map.has(told(key)) };
}
