import { judgeSubject, type Listed, listed, type Reading } from './subject.ts';
import { traced } from './traced.ts';

/** A subject judged, and what its judgement asked of others. */
export interface Standing {
  readonly found: Listed;
  readonly asked: ReadonlySet<string>;
}

/** Judges one subject and notes its questions. */
export function stand(subject: string, reading: Reading): Standing {
  const asked = new Set<string>();
  const facts = traced(reading.facts, (question) => asked.add(question));
  return { found: listed(judgeSubject(subject, { ...reading, facts })), asked };
}

/** Whether a judgement asked one of some questions. */
export function asks({ asked }: Standing, questions: ReadonlySet<string>): boolean {
  for (const question of questions) if (asked.has(question)) return true;
  return false;
}
