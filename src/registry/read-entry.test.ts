import { expect, it } from 'vitest';
import { FIXTURES } from '../../tests/support/fixture.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { isKind } from './paths.ts';
import { readCompared, readEntry } from './read-entry.ts';

it('reads what is compared of a filing as it reads the whole, however the filing is written', () => {
  const files = [...readRegistryFiles('registry'), ...FIXTURES.names.flatMap(FIXTURES.filesOf)];
  const filings = files.filter(({ file }) => isKind('project', file));
  expect(filings.length).toBeGreaterThan(100);
  for (const { file, bytes } of filings) {
    const { id, unit, filing } = readEntry(file, bytes).entry;
    const compared = readCompared(file, bytes);
    const same = Object.fromEntries(Object.keys(compared.filing).map((key) => [key, filing[key as 'name']]));
    expect(compared).toEqual({ id, unit, filing: same });
    for (const key of ['name', 'lead', 'overview', 'content', 'functions', 'predecessor'] as const)
      expect(compared.filing[key]).toEqual(filing[key]);
  }
});
