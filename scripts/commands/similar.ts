import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { readLexiconFile } from '../../src/io/lexicon-file.ts';
import { readNeeds } from '../../src/io/needs-file.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { Engine, type Need } from '../../src/similarity/engine.ts';
import { needOfFiling, needOfReference } from '../../src/similarity/needs.ts';
import { type Candidate, prepare, rank } from '../../src/similarity/rank.ts';
import { oneOf, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry } from './registry-input.ts';

const args = {
  root: { type: 'string', description: '登记库文件夹', default: 'registry' },
  corpus: { type: 'string', description: '批量：与这些项目比（每行一个 JSON：id、name、unit、description）' },
  query: { type: 'string', description: '批量：要查的项目，写法相同' },
  limit: { type: 'string', description: '每个项目最多列几个', default: '10' },
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
  run: ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const limit = Number(given.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) stop('--limit 写 1 到 1000 的整数。');
    const format = oneOf('format', given.format, ['pretty', 'json']);
    try {
      if (given.corpus !== undefined || given.query !== undefined) batch(given, limit);
      else single(given.root, given._, limit, format);
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
  const engine = engineOf(root);
  const features = prepare(engine, readNeeds(corpus));
  for (const need of readNeeds(query)) {
    const candidates = rank(engine, engine.features(need), features, limit);
    console.log(JSON.stringify({ id: need.id, candidates }));
  }
}

function single(root: string, named: readonly string[], limit: number, format: 'pretty' | 'json'): void {
  const [wanted] = named;
  if (wanted === undefined)
    stop('写要查的项目：单位代码/文件名、登记号或项目文件；从标准输入查一句话的，写 -。');
  const registry = openRegistry(root, undefined);
  const needs = [
    ...registry.result.projects.map(({ entry }) => needOfFiling(entry.id, entry.filing)),
    ...registry.result.references.map(({ id, record }) => needOfReference(id, record)),
  ];
  const engine = engineOf(root);
  const features = prepare(engine, needs);
  const query: Need =
    wanted === '-' ? fromText(readFileSync(0, 'utf8')) : ownNeed(needs, findEntry(registry, wanted).id);
  const candidates = rank(engine, engine.features(query), features, limit);
  console.log(
    format === 'json' ? JSON.stringify({ id: query.id, candidates }, null, 2) : pretty(query, candidates),
  );
}

/** A need typed in: its first line or sentence stands for the name. */
function fromText(text: string): Need {
  const [name = '', ...rest] = text.trim().split(/[\n。；]/);
  if (name.trim() === '') stop('标准输入里没有文字。');
  return { id: '-', name, description: rest.join('。') };
}

function ownNeed(needs: readonly Need[], id: string): Need {
  return needs.find((need) => need.id === id) ?? stop(`登记库里没有「${id}」。`);
}

/** The engine over the registry's lexicon. A lexicon that cannot be read is a fault, never 「未发现重复」. */
function engineOf(root: string): Engine {
  return new Engine(readLexiconFile(root));
}

function pretty(query: Need, candidates: readonly Candidate[]): string {
  if (candidates.length === 0)
    return `「${query.name}」：没有找到相似的项目。由人再查一遍；描述太短时查不准。`;
  return [`与「${query.name}」相似的项目：`, ...candidates.map(line)].join('\n');
}

function line({ id, name, unit, score, relation, mustAnswer, evidence }: Candidate, index: number): string {
  const shared = evidence.matched.map(({ concept, other, kind }) =>
    kind === '共有' ? concept : `${concept}≈${other}`,
  );
  return [
    `\n${index + 1}. ${name}（${id}${unit ? `，${unit}` : ''}）`,
    `   ${relation} ${Math.round(score * 100)}%${mustAnswer ? '，须在查重说明里答复' : ''}`,
    ...(shared.length > 0 ? [`   都有：${shared.join('、')}`] : []),
    ...(evidence.missing.length > 0 ? [`   对方没有：${evidence.missing.join('、')}`] : []),
  ].join('\n');
}
