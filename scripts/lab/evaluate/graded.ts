import { readFileSync } from 'node:fs';
import { readNeeds } from '../../../src/io/needs-file.ts';
import type { Need } from '../../../src/similarity/types.ts';

/** What a reader said of one project asked about another: 3 duplicate, 2 substantial overlap, 1 related only, 0 unrelated. */
export interface Grade {
  readonly query: string;
  readonly candidate: string;
  readonly grade: number;
}

/** Projects as filed to one office, and graded pairs of them: the likeliest by several ways of searching. */
export interface GradedPool {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly grades: readonly Grade[];
}

/** From here a pair is worth a question. */
export const USEFUL = 2;

/** The graded pool that comes with the project. */
export function readOwnPool(): GradedPool {
  return readPool(
    'notices of many cities',
    'tests/evaluation/graded-projects.jsonl',
    'tests/evaluation/graded.jsonl',
  );
}

/** A graded pool from two files: {id, name, unit, description} and {q, c, g}, one JSON object a line. */
export function readPool(name: string, records: string, grades: string): GradedPool {
  const rows = readFileSync(grades, 'utf8').trim().split('\n');
  return {
    name,
    needs: readNeeds(records),
    grades: rows.map((line) => {
      const { q, c, g } = JSON.parse(line) as { q: string; c: string; g: number };
      return { query: q, candidate: c, grade: g };
    }),
  };
}
