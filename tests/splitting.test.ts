import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { type Entry, makeEntry } from '../src/form/entry.ts';
import { readLexiconFile } from '../src/io/lexicon-file.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { compareEntries } from '../src/similarity/compare.ts';

/**
 * Real filings with stated functions, taken apart into filings of a unit of its own: each part has a share of the
 * functions, a name made of its first function, and nothing else of the whole. No part says what the whole is called.
 */
const root = fileURLToPath(new URL('../registry', import.meta.url));
const registry = check(readRegistryFiles(root), { today: '2026-11-24', similarity: { compare: '不查' } });
const wholes = registry.projects
  .map(({ entry }) => entry)
  .filter(({ filing }) => (filing.functions?.length ?? 0) >= 4);

interface Attempt {
  readonly whole: Entry;
  readonly parts: readonly Entry[];
}

function takeApart(whole: Entry, count: number): Attempt {
  const unit = `chaifen-${whole.slug}-${count}`;
  const functions = whole.filing.functions ?? [];
  const parts = Array.from({ length: count }, (_, at): Entry => {
    const own = functions.filter((_one, index) => index % count === at);
    return makeEntry({
      id: `${unit}/bufen-${at}`,
      unit,
      slug: `bufen-${at}`,
      file: `projects/${unit}/bufen-${at}.md`,
      unreadable: new Set(),
      filing: {
        name: `${own[0]?.name ?? ''}项目`,
        functions: own,
        filedOn: `2026-0${at + 1}-10`,
        budget: 1_000_000,
      },
    });
  });
  return { whole, parts };
}

const attempts = wholes.flatMap((whole) =>
  [2, 3, 4]
    .filter((count) => (whole.filing.functions?.length ?? 0) >= count)
    .map((count) => takeApart(whole, count)),
);
const entries = [...registry.projects.map(({ entry }) => entry), ...attempts.flatMap(({ parts }) => parts)];
const compared = compareEntries(entries, {
  entries,
  references: registry.references,
  open: [],
  units: registry.units,
  isEnded: () => false,
  by: { concepts: readLexiconFile(root), threshold: undefined },
  dated: false,
});

/** Caught when the last part is told of the whole: by the union, or because it has to be answered anyway. */
const results = attempts.map(({ whole, parts }) => {
  const found = compared.get(parts.at(-1) as Entry);
  const union = found?.split?.whole?.id === whole.id;
  const alone = found?.similar.some(({ id, mustAnswer }) => id === whole.id && mustAnswer) ?? false;
  return { union, caught: union || alone, budget: found?.split?.budget };
});
const share = (count: number): number => count / results.length;
const caught = share(results.filter((one) => one.caught).length);
const byUnion = share(results.filter(({ union }) => union).length);
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

describe('projects taken apart into 2 to 4 filings', () => {
  it(`are caught in ${percent(caught)} of ${results.length} attempts (${percent(byUnion)} by the union of the unit)`, () => {
    expect(results.length).toBeGreaterThanOrEqual(40);
    expect(caught).toBeGreaterThanOrEqual(0.85);
  });

  it('are shown with the money of all parts together', () => {
    for (const { union, budget } of results) if (union) expect((budget ?? 0) % 1_000_000).toBe(0);
    expect(results.filter(({ union, budget = 0 }) => union && budget >= 2_000_000)).not.toEqual([]);
  });

  it('are not seen among the filings that were never taken apart', () => {
    const alarms = registry.projects.filter(({ entry }) => compared.get(entry)?.split);
    expect(alarms.map(({ entry }) => entry.id)).toEqual([]);
  });
});
