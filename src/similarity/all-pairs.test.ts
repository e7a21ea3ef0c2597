import { expect, test } from 'vitest';
import { readLexiconFile } from '../io/lexicon-file.ts';
import { loadRegistry } from '../io/registry.ts';
import { allDemands } from './all-pairs.ts';
import { libraryOfRegistry } from './finder.ts';
import { registryNeeds } from './registry-needs.ts';

test('all pairs are decided as each entry is answered by itself', async () => {
  const needs = registryNeeds(await loadRegistry('registry')).slice(0, 120);
  const { maker, finder, find } = libraryOfRegistry(readLexiconFile('registry'), needs);
  const together = [...allDemands(maker, finder, needs, 30)].map(
    ({ query, other, score, relation }) => `${query.id} ${other.id} ${score} ${relation}`,
  );
  const alone = needs.flatMap((need) =>
    find(need, 30)
      .filter(({ mustAnswer }) => mustAnswer)
      .map(({ id, score, relation }) => `${need.id} ${id} ${score} ${relation}`),
  );
  expect(together.length).toBeGreaterThan(0);
  expect(together.sort()).toEqual(alone.sort());
});
