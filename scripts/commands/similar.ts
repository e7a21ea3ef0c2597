import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { readDocumentFile } from '../../src/io/document-file.ts';
import { readBasis, readLexiconFile } from '../../src/io/lexicon-file.ts';
import { readNeeds } from '../../src/io/needs-file.ts';
import { say, warn } from '../../src/io/say.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { readEntry } from '../../src/registry/read-entry.ts';
import { moduleLines } from '../../src/report/module-lines.ts';
import { similarText } from '../../src/report/similar.ts';
import type { Candidate } from '../../src/similarity/judge.ts';
import { libraryOfBatch, libraryOfRegistry } from '../../src/similarity/library.ts';
import { type ModuleTable, NO_MODULES, projectsOf, withModules } from '../../src/similarity/module-table.ts';
import { moduleTable, seekModules } from '../../src/similarity/modules.ts';
import { needOfText } from '../../src/similarity/need-of-text.ts';
import { needOfFiling } from '../../src/similarity/needs.ts';
import { registryNeeds, termsOf } from '../../src/similarity/registry-needs.ts';
import { isTelling } from '../../src/similarity/telling.ts';
import type { Need } from '../../src/similarity/types.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry, type Registry } from './registry-input.ts';

const args = {
  root: ROOT,
  corpus: { type: 'string', description: '批量：与这些项目比（每行一个 JSON：id、name、unit、description）' },
  query: { type: 'string', description: '批量：要查的项目，写法相同' },
  limit: { type: 'string', description: '每个项目最多列几个（默认 10；批量 50）' },
  format: {
    type: 'string',
    description: '输出格式：pretty、json（批量总是每行一个 JSON）',
    default: 'pretty',
  },
} as const;

/** `similar`: what exists already that is like a project, with the reasons. Nothing is refused by it. */
export const similarCommand = defineCommand({
  meta: { name: 'similar', description: '找相似的项目，说明像在哪里' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const isBatch = given.corpus !== undefined || given.query !== undefined;
    const limit = Number(given.limit ?? (isBatch ? 50 : 10));
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) stop('--limit 写 1 到 1000 的整数。');
    const format = oneOf('format', given.format, ['pretty', 'json']);
    try {
      if (isBatch) batch(given, limit);
      else await single(given.root, given._, limit, format);
    } catch (error) {
      if (error instanceof UsageError) stop(error.message);
      throw error;
    }
  },
});

function batch(
  { root, corpus, query }: { root: string; corpus?: string | undefined; query?: string | undefined },
  limit: number,
): void {
  if (corpus === undefined || query === undefined) stop('--corpus 和 --query 要一起写。');
  const { find } = libraryOfBatch(readBasis(root), readNeeds(corpus));
  const needs = readNeeds(query);
  if (needs.length === 0) stop(`${query} 里没有要查的项目，什么也没有查。`);
  for (const need of needs) say(JSON.stringify({ id: need.id, candidates: find(need, limit) }), 'json');
}

async function single(
  root: string,
  named: readonly string[],
  limit: number,
  format: 'pretty' | 'json',
): Promise<void> {
  const [wanted] = named;
  if (wanted === undefined)
    stop('写要查的项目：单位代码/文件名、登记号，或者草稿、方案的文件；从标准输入查一句话的，写 -。');
  const registry = openRegistry(root, undefined);
  const needs = registryNeeds(registry.result);
  const query = await queryOf(wanted, registry, needs);
  const by = { concepts: readLexiconFile(root), ...termsOf(registry.result.office) };
  const library = libraryOfRegistry(by, needs);
  const { finder, find } = library;
  const telling = isTelling(finder.ask(query));
  const textOf = (number: number): Need | undefined => library.needs[number];
  const modules = telling ? moduleTable(finder, query, seekModules(finder, query), textOf) : NO_MODULES;
  const having = projectsOf(modules);
  const candidates = find(query, limit).map((one) => withModules(one, having.get(one.id) ?? []));
  say(
    format === 'json'
      ? jsonOf(query.id, telling, modules, candidates)
      : [...moduleLines(modules), similarText(titleOf(query), candidates, telling)].join('\n'),
    format,
  );
  if (!telling) process.exitCode = EXIT.usage;
}

/** A text that says too little has related projects, no scores and no verdict on any. */
function jsonOf(
  id: string,
  telling: boolean,
  modules: ModuleTable,
  candidates: readonly Candidate[],
): string {
  const asks = candidates.some(({ mustAnswer }) => mustAnswer);
  const verdict = telling ? (asks ? '要答复' : '不用答复') : '写得太少';
  const related = candidates.map(({ id: other, name, unit }) => ({ id: other, name, unit }));
  return JSON.stringify({ id, verdict, modules, candidates: telling ? candidates : related }, null, 2);
}

/** What a typed paragraph is called in the answer. */
function titleOf({ name, description = '' }: Need): string {
  return name === '' ? `${description.slice(0, 20)}…` : name;
}

/** What is asked for: a document or typed text, a draft that lies outside the registry, or an entry of it. */
async function queryOf(wanted: string, registry: Registry, needs: readonly Need[]): Promise<Need> {
  if (wanted === '-') return fromDocument(wanted);
  if (isOutside(wanted, registry)) return fromDraft(wanted, registry) ?? fromDocument(wanted);
  return ownNeed(needs, findEntry(registry, wanted).id);
}

function isOutside(wanted: string, { root }: Registry): boolean {
  return existsSync(wanted) && statSync(wanted).isFile() && relative(root, resolve(wanted)).startsWith('..');
}

/** A filing that is being written. Any other file is a document. */
function fromDraft(file: string, { result }: Registry): Need | undefined {
  if (extname(file) !== '.md') return undefined;
  const { entry } = readEntry('projects/-/draft.md', readFileSync(file));
  return entry.filing.name === undefined ? undefined : needOfFiling(entry, result.units);
}

async function fromDocument(path: string): Promise<Need> {
  const { text, unread } = await readDocumentFile(path);
  for (const sentence of unread) warn(`提醒：${sentence}。`);
  return needOfText(text) ?? stop('里面没有文字，查不了。');
}

function ownNeed(needs: readonly Need[], id: string): Need {
  return needs.find((need) => need.id === id) ?? stop(`登记库里没有「${id}」。`);
}
