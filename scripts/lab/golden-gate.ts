import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../src/gate/decide.ts';
import { readFacts } from '../../src/gate/read-facts.ts';
import { comeAndGone, type Difference } from './golden-difference.ts';

/** Recorded changes: the facts of each, and what was decided on them. */
export const RECORDED = 'tests/gate';

/** The files that a recorded change has besides its facts, with what is decided now. Throws when the facts are none. */
export function decidedNow(change: string): ReadonlyMap<string, string> {
  const read = readFacts(readFileSync(join(RECORDED, change, 'facts.json'), 'utf8'));
  if ('fault' in read) throw new Error(`${change}: ${read.fault}`);
  const { comment, ...decision } = decide(read.facts);
  return new Map([
    [join(RECORDED, change, 'decision.json'), `${JSON.stringify(decision, null, 2)}\n`],
    [join(RECORDED, change, 'comment.md'), comment],
  ]);
}

/** The names of the recorded changes. */
export function recordedChanges(): readonly string[] {
  return readdirSync(RECORDED).sort();
}

/** What would be decided otherwise than it was recorded. */
export function gateDifferences(): readonly Difference[] {
  return recordedChanges().flatMap((change) =>
    [...decidedNow(change)].flatMap(([file, text]): Difference[] => {
      const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (before === text) return [];
      return [{ title: file, words: comeAndGone(before.split('\n'), text.split('\n')), file, text }];
    }),
  );
}
