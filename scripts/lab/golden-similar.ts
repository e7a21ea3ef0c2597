import { existsSync, readFileSync } from 'node:fs';
import { readBasis } from '../../src/io/lexicon-file.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { checksum } from '../../src/similarity/checksum.ts';
import type { Candidate } from '../../src/similarity/judge.ts';
import { libraryOfRegistry } from '../../src/similarity/library.ts';
import { needOfText } from '../../src/similarity/need-of-text.ts';
import { needOfReference } from '../../src/similarity/needs.ts';
import type { Need } from '../../src/similarity/types.ts';
import { buildSimilar, type SimilarModel } from '../../src/site/build/similar-model.ts';
import { comeAndGone, type Difference } from './golden-difference.ts';

/** Answers that every engine must give alike: real texts against the references that come with the registry. */
export const GOLDEN_FILE = 'tests/golden/similar.json';
export const GOLDEN_LIMIT = 5;
const QUERY_SHOWN = 40;
/** How many changed answers are told one by one. */
const CHANGES_SHOWN = 20;

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

/** Which answers changed, and how. */
export async function similarDifferences(): Promise<readonly Difference[]> {
  const model = await goldenModel();
  const text = goldenText(model.stamp, goldenAnswers(model));
  const before = existsSync(GOLDEN_FILE) ? readFileSync(GOLDEN_FILE, 'utf8') : '{"stamp":"","answers":[]}';
  if (before === text) return [];
  const answered = JSON.parse(before) as Golden;
  const now = JSON.parse(text) as Golden;
  const changes = now.answers.flatMap(({ query, found, sum }, at) => {
    const old = answered.answers[at];
    if (old?.sum === sum) return [];
    const words = comeAndGone(old?.found ?? [], found);
    return [
      [`「${query}」`, ...(words.length > 0 ? words : ['找到的项目和分数没变，证据变了'])].join('\n    '),
    ];
  });
  const more = changes.length - CHANGES_SHOWN;
  const words = [
    ...(answered.stamp === now.stamp ? [] : ['概念词表、参考项目或查重的程序改过']),
    ...changes.slice(0, CHANGES_SHOWN),
    ...(more > 0 ? [`还有 ${more} 条答案变了，用 git diff 看`] : []),
  ];
  return [{ title: GOLDEN_FILE, words, file: GOLDEN_FILE, text }];
}

interface Golden {
  readonly stamp: string;
  readonly answers: readonly {
    readonly query: string;
    readonly found: readonly string[];
    readonly sum: string;
  }[];
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
