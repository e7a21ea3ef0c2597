import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICON_FILE } from '../registry/paths.ts';
import { readOffice } from '../registry/read-settings.ts';
import type { Concept } from '../similarity/lexicon/lexicon.ts';
import { readLexiconSource } from '../similarity/lexicon/source.ts';
import type { Basis } from '../similarity/library.ts';
import { termsOf } from '../similarity/registry-needs.ts';
import { UsageError } from './usage-error.ts';

/** The lexicon as the site shows it. */
export interface SiteLexicon {
  readonly concepts: readonly Concept[];
  /** Why there are no concepts, as a sentence for the page. */
  readonly problem?: string;
}

/**
 * The concepts of a registry's lexicon. Throws a UsageError when the file cannot be read or anything in it is wrong:
 * a lexicon that is half there would let similar projects pass in silence.
 */
export function readLexiconFile(root: string): readonly Concept[] {
  const read = readLexiconSource({ file: LEXICON_FILE, bytes: readBytes(join(root, LEXICON_FILE)) });
  if ('concepts' in read) return read.concepts;
  const [first] = read.findings;
  throw new UsageError(
    `${LEXICON_FILE} 有 ${read.findings.length} 处写错，不能查重。第 ${first?.line} 行，${first?.message}${first?.fix}`,
  );
}

/** By what a registry compares, where nothing else of it is read. */
export function readBasis(root: string): Basis {
  const file = join(root, 'office.yaml');
  const bytes = existsSync(file) ? readFileSync(file) : undefined;
  const { office } = readOffice(bytes && { file: 'office.yaml', bytes });
  return { concepts: readLexiconFile(root), ...termsOf(office) };
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`读不到概念词表 ${file}，不能查重。`);
  }
}

/** Whether a registry has a lexicon at all. */
export function existsLexicon(root: string): boolean {
  return existsSync(join(root, LEXICON_FILE));
}

/** A registry without a lexicon, or with a faulty one, still gets its site: the page says what is the matter. */
export function loadSiteLexicon(root: string): SiteLexicon {
  if (!existsLexicon(root))
    return { concepts: [], problem: `登记库里没有概念词表（${LEXICON_FILE}），现在不能按意思查重。` };
  try {
    return { concepts: readLexiconFile(root) };
  } catch (error) {
    if (error instanceof UsageError) return { concepts: [], problem: error.message };
    throw error;
  }
}
