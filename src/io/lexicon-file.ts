import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Concept, readLexicon } from '../domain/lexicon.ts';
import { readFast } from '../parse/head.ts';
import { UsageError } from './usage-error.ts';

const FILE = 'lexicon.yaml';

/** Whether a registry has a lexicon at all. */
export function hasLexicon(root: string): boolean {
  return existsSync(join(root, FILE));
}

/** The concepts of a registry's lexicon. One that cannot be read in full is a fault, never 「未发现重复」. */
export function readLexiconFile(root: string): readonly Concept[] {
  const file = join(root, FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`读不到概念词表 ${file}，不能查重。`);
  }
  const raw = readFast(text);
  const { concepts, findings } = raw ? readLexicon(raw) : { concepts: [], findings: [] };
  if (concepts.length === 0 || findings.length > 0)
    throw new UsageError(`概念词表 ${file} 写法不对，不能查重；用 check 看哪一行。`);
  return concepts;
}
