import { readFileSync } from 'node:fs';
import { readBasis } from '../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { checksum } from '../../src/similarity/checksum.ts';
import type { Candidate } from '../../src/similarity/judge.ts';
import { libraryOfRegistry } from '../../src/similarity/library.ts';
import { needOfText } from '../../src/similarity/need-of-text.ts';
import { needOfReference } from '../../src/similarity/needs.ts';
import type { Need } from '../../src/similarity/types.ts';
import { buildSimilar, type SimilarModel } from '../../src/site/build/similar-model.ts';

/** Answers that every engine must give alike: real texts against the references that come with the registry. */
export const GOLDEN_FILE = 'tests/golden/similar.json';
export const GOLDEN_LIMIT = 5;
const QUERY_SHOWN = 40;

/** The references of the registry as shipped; no filings, which an office deletes when it starts for real. */
export async function goldenModel(): Promise<SimilarModel> {
  const { references } = await loadRegistry('registry');
  const needs = references.map(({ id, record }) => needOfReference(id, record));
  return buildSimilar(readBasis('registry'), needs);
}

/** The answers as they are found in Node, without the files that a browser reads. */
export function goldenAnswers({ library }: SimilarModel): readonly (readonly Candidate[])[] {
  const { find } = libraryOfRegistry(readBasis('registry'), library.needs);
  return goldenQueries().map((text) => find(needOfText(text) as Need, GOLDEN_LIMIT));
}

/** Names, descriptions, and both together, of real projects as somebody would paste them. Each text once. */
export function goldenQueries(): readonly string[] {
  const written = [
    ...lines<Written>('records'),
    ...lines<WrittenPair>('pairs').flatMap(({ a_name, a_desc, b_name, b_desc }) => [
      { name: a_name, description: a_desc },
      { name: b_name, description: b_desc },
    ]),
  ];
  const texts = written.flatMap(({ name, description }) => [name, description, `${name}\n${description}`]);
  return [...new Set(texts.filter((text) => text.trim() !== ''))];
}

/**
 * The file. Its stamp tells of which lexicon and references it holds the answers; below it, a line for each query, readable as far as it goes, with a sum over the whole answer to
 * the last character.
 */
export function goldenText(stamp: string, answers: readonly (readonly Candidate[])[]): string {
  const queries = goldenQueries();
  const all = answers.map((candidates, at) =>
    JSON.stringify({
      query: queries[at]?.split('\n')[0]?.slice(0, QUERY_SHOWN),
      found: candidates.map(({ id, score, relation }) => `${id} ${score} ${relation}`),
      sum: checksum(JSON.stringify(candidates)),
    }),
  );
  return `{"stamp":"${stamp}","answers":[\n${all.join(',\n')}\n]}\n`;
}

interface Written {
  readonly name: string;
  readonly description: string;
}

interface WrittenPair {
  readonly a_name: string;
  readonly a_desc: string;
  readonly b_name: string;
  readonly b_desc: string;
}

function lines<T>(name: string): T[] {
  const text = readFileSync(`tests/evaluation/${name}.jsonl`, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
