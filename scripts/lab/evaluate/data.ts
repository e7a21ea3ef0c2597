import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegistry } from '../../../src/io/registry.ts';
import type { Need } from '../../../src/similarity/types.ts';

/** What a careful reader said of two projects. */
export type Label = 'duplicate' | 'overlap' | 'distinct';

/** Two projects and what a careful reader said of them. */
export interface Judged {
  readonly a: Need;
  readonly b: Need;
  readonly label: Label;
  /** The kind of project; `甲/乙` where the two are of different kinds. */
  readonly family?: string | undefined;
}

/** Pairs that are reported together. */
export interface JudgedSet {
  readonly name: 'development' | 'held-out';
  readonly pairs: readonly Judged[];
  /**
   * What a wanted project competes with: the set's own projects and the references. Not the projects of the other set
   * and those in no pair: many are of the same kinds, nobody has judged them, and finding one is no mistake.
   */
  readonly pool: readonly Need[];
}

export interface EvaluationData {
  /** Every known project; its id is its number here. */
  readonly needs: readonly Need[];
  readonly sets: readonly JudgedSet[];
}

const EVALUATION_FOLDER = 'tests/evaluation';
const SETS = {
  development: ['pairs', 'wider-a', 'pooled-a', 'demo'],
  'held-out': ['wider-b', 'pooled-b'],
} as const satisfies Record<JudgedSet['name'], readonly string[]>;

type Row = Readonly<Record<string, string | undefined>>;

/** Reads all judged pairs and all projects that they could be mistaken for. */
export async function readEvaluation(root: string): Promise<EvaluationData> {
  const pool = new Map<string, Need>();
  const known = (name = '', description = ''): Need => {
    const key = `${name}|${description}`;
    const need = pool.get(key) ?? { id: String(pool.size), name, description };
    pool.set(key, need);
    return need;
  };
  const { references } = await loadRegistry(root);
  const shelf = references.map(({ record }) => known(record.name, record.content));
  const sets = Object.entries(SETS).map(([name, files]) => {
    const pairs = files.flatMap((file) => rowsOf(`${file}.jsonl`).map((row) => judgedOf(row, known)));
    const pool = [...new Set([...pairs.flatMap(({ a, b }) => [a, b]), ...shelf])];
    return { name: name as JudgedSet['name'], pairs, pool };
  });
  for (const file of readdirSync(EVALUATION_FOLDER)
    .filter((name) => name.includes('records'))
    .sort())
    for (const { name, description } of rowsOf(file)) known(name, description);
  return { needs: [...pool.values()], sets };
}

function rowsOf(file: string): Row[] {
  return readFileSync(join(EVALUATION_FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function judgedOf(row: Row, known: (name?: string, description?: string) => Need): Judged {
  return {
    a: known(row.a_name, row.a_desc),
    b: known(row.b_name, row.b_desc),
    label: row.label as Label,
    family: row.family,
  };
}
