import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScriptWeight, weighScripts } from './support/browser-modules.ts';

/** The most that a page may download for a script, in bytes; about a tenth above what it was when written here. */
interface Budget {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
  /** The packages that it may bring; none without this. */
  readonly packages?: readonly string[];
}

const BUDGETS = {
  catalogue: { file: 'catalogue-page.ts', bytes: 27_500, gzip: 13_400 },
  compare: { file: 'compare-page.ts', bytes: 17_400, gzip: 8_800 },
  notFound: { file: 'not-found-page.ts', bytes: 15_000, gzip: 7_600 },
  lexicon: { file: 'lexicon-page.ts', bytes: 8_200, gzip: 5_100 },
  similar: { file: 'similar-page.ts', bytes: 20_000, gzip: 10_500 },
  document: { file: 'similar/document-worker.ts', bytes: 19_500, gzip: 9_600, packages: ['fflate'] },
  worker: { file: 'similar/similar-worker.ts', bytes: 116_000, gzip: 57_000, packages: ['@noble/hashes'] },
  import: { file: 'ledger/import-page.ts', bytes: 14_000, gzip: 6_500 },
  ledger: {
    file: 'ledger/import-worker.ts',
    bytes: 1_500_000,
    gzip: 520_000,
    packages: ['@e965/xlsx', 'csv-parse', 'fflate', 'yaml', 'js-yaml', 'zod', 'pinyin-pro', '@noble/hashes'],
  },
  print: { file: 'print-button.ts', bytes: 500, gzip: 350 },
  // The form: what the page loads at once is the first two together, under 200 KB.
  declare: { file: 'declare-page.ts', bytes: 80_000, gzip: 27_500, packages: [] },
  declareForm: {
    file: 'declare/form-worker.ts',
    bytes: 480_000,
    gzip: 176_000,
    packages: ['@noble/hashes', '@scure/base', 'js-yaml', 'yaml', 'zod'],
  },
  declareSimilar: {
    file: 'declare/declare-similar-worker.ts',
    bytes: 116_000,
    gzip: 57_000,
    packages: ['@noble/hashes', 'zod'],
  },
} as const satisfies Readonly<Record<string, Budget>>;
const NAMES = Object.keys(BUDGETS) as readonly (keyof typeof BUDGETS)[];

/** What a script has too much of. */
function faultsOf({ bytes, gzip, foreign }: ScriptWeight, budget: Budget): string[] {
  const { packages = [] } = budget;
  return [
    ...(bytes > budget.bytes ? [`${bytes} bytes, ${budget.bytes} allowed`] : []),
    ...(gzip > budget.gzip ? [`${gzip} bytes in gzip, ${budget.gzip} allowed`] : []),
    ...foreign.filter((name) => !packages.includes(name)).map((name) => `contains ${name}`),
  ];
}

describe('page scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  let weights: Readonly<Record<string, ScriptWeight>>;

  beforeAll(async () => {
    const planted = join(folder, 'planted.ts');
    const names = ['records/lifecycle/derive.ts', 'text/file.ts', 'io/registry-files.ts'];
    const lines = names.map(
      (name) => `import * as all from ${JSON.stringify(resolve('src', name))}; console.log(all);`,
    );
    writeFileSync(planted, lines.map((line, at) => line.replaceAll('all', `all${at}`)).join('\n'));
    const scripts = NAMES.map((name) => [name, `src/site/browser/${BUDGETS[name].file}`] as const);
    // A worker is bundled by itself; pages share what they have in common.
    const isWorker = ([, file]: readonly [string, string]): boolean => file.endsWith('-worker.ts');
    weights = await weighScripts(Object.fromEntries(scripts.filter((one) => !isWorker(one))));
    for (const one of scripts.filter(isWorker))
      weights = { ...weights, ...(await weighScripts(Object.fromEntries([one]))) };
    weights = { ...weights, ...(await weighScripts({ planted })) };
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(NAMES)('%s keeps to its budget and to its own code', (name) => {
    expect(faultsOf(weights[name] as ScriptWeight, BUDGETS[name])).toEqual([]);
  });

  it('would be caught with the whole dictionary, a parser and the disk', () => {
    const faults = faultsOf(weights.planted as ScriptWeight, BUDGETS.catalogue);
    expect(faults).toEqual([
      expect.stringContaining('bytes, '),
      expect.stringContaining('in gzip'),
      'contains js-yaml',
      'contains node:',
      'contains yaml',
      'contains zod',
    ]);
  });

  it('lets the form begin with less than 200 KB in gzip', () => {
    const first = ['declare', 'declareForm'].map((name) => weights[name]?.gzip ?? Number.NaN);
    expect(first.reduce((sum, gzip) => sum + gzip, 0)).toBeLessThan(200_000);
  });

  it('all have a budget', () => {
    const pages = globSync('src/**/*.astro').map((file) => readFileSync(file, 'utf8'));
    const used = pages.flatMap((text) =>
      [...text.matchAll(/site\/browser\/([\w/-]+\.ts)'/g)].map(([, file]) => file),
    );
    const workers = globSync('src/site/browser/**/*-worker.ts').map((file) =>
      file.replace('src/site/browser/', ''),
    );
    expect([...used, ...workers].sort()).toEqual(NAMES.map((name) => BUDGETS[name].file).sort());
  });
});
