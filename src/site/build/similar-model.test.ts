import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../form/entry.ts';
import { type FieldKey, type Filing, fieldOf } from '../../form/fields.ts';
import { loadRegistry } from '../../io/registry.ts';
import { needOfFiling } from '../../similarity/needs.ts';
import { entryLink } from '../view/links.ts';
import { buildSimilar, type SimilarModel, similarOf } from './similar-model.ts';
import { similarSite } from './similar-site.ts';
import { similarTo } from './similar-view.ts';
import {
  giveUp,
  readRegistryJudged,
  readSimilar,
  writeAlike,
  writeJudged,
  writeSimilar,
} from './worked-out.ts';

const registry = await loadRegistry('registry');
const model = similarOf(registry, 'registry') as SimilarModel;
const folder = mkdtempSync(join(tmpdir(), 'registry-similar-'));

const among = ({ library: { finder, needs } }: SimilarModel) => ({
  finder,
  needOf: (number: number) => needs[number],
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the model for finding similar projects', () => {
  it('holds every entry once', () => {
    const ids = [
      ...registry.projects.map(({ entry }) => entry.id),
      ...registry.references.map(({ id }) => id),
    ];
    expect([...model.numbers.keys()].sort()).toEqual(ids.sort());
    expect(model.texts.flatMap(({ needs }) => needs).map(({ id }) => id)).toEqual(model.pack.contents.ids);
  });

  it('is off without a lexicon, and with a faulty one', () => {
    expect(similarOf(registry, folder)).toBe('no-lexicon');
    writeFileSync(join(folder, 'lexicon.yaml'), 'a: [');
    expect(similarOf(registry, folder)).toBe('faulty-lexicon');
    cpSync('registry/lexicon.yaml', join(folder, 'lexicon.yaml'));
    expect(similarOf(registry, folder)).toMatchObject({ stamp: model.stamp });
  });
});

describe('the similar projects of an entry', () => {
  it('are at most five, others than itself, alike enough, the likest first', () => {
    let some = 0;
    for (const need of model.library.needs) {
      const { id } = need;
      const found = similarTo(among(model), model.library.finder.ask(need));
      some += found.length;
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found.map((one) => one.id)).not.toContain(id);
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    }
    expect(some).toBeGreaterThan(0);
  });

  it('are the first of what a full judgement of all that came up lists', () => {
    const { finder, needs } = model.library;
    for (const need of needs) {
      const asked = finder.ask(need);
      const all = finder.judge(asked, finder.shortlist(asked), (number) => needs[number]);
      const listed = all.filter(({ score, mustAnswer }) => mustAnswer || score >= 0.3).slice(0, 5);
      expect(similarTo(among(model), asked), need.id).toEqual(listed);
    }
  });

  it('are told to the pages by another process as they would find them', async () => {
    const told = join(folder, 'told');
    writeJudged(told, registry);
    writeSimilar(told, model, 2);
    for (const part of [0, 1]) writeAlike(told, part, 2);
    const { similar: _, ...judged } = await readRegistryJudged(told, 'registry');
    expect(judged.findings).toEqual(registry.findings);
    expect(judged.debt).toEqual(registry.debt);
    expect(judged.projects.map(({ entry }) => entry)).toEqual(registry.projects.map(({ entry }) => entry));
    const [far, near] = [await readSimilar(told), similarSite(model)];
    if (typeof far === 'string') throw new Error(far);
    expect([far.stamp, far.files, far.index()]).toEqual([near.stamp, near.files, near.index()]);
    expect(far.texts(far.files - 1)).toBe(near.texts(near.files - 1));
    for (const id of [...model.numbers.keys(), 'a/not-there'])
      expect(await far.alike(id), id).toEqual(await near.alike(id));
  });

  it('are not waited for when the other process has failed', async () => {
    const told = join(folder, 'failed');
    giveUp(told);
    await expect(readSimilar(told)).rejects.toThrow('similar.json');
  });

  it('ask for answers by the dial of the office, there and in the index for the browser', () => {
    const { by } = model.pack.contents;
    const asking = (threshold: number) => {
      const one = buildSimilar({ ...by, threshold }, model.library.needs);
      expect(one.pack.contents.by.threshold).toBe(threshold);
      expect(one.stamp).not.toBe(model.stamp);
      return one.library.needs
        .flatMap((need) => similarTo(among(one), one.library.finder.ask(need)))
        .filter((found) => found.mustAnswer);
    };
    expect(asking(0.01).length).toBeGreaterThan(asking(0.99).length);
  });

  it('are none for what is not there', async () => {
    expect(await similarSite(model).alike('a/not-there')).toEqual([]);
  });
});

it('an entry is linked by its id', () => {
  expect(entryLink('jingba-lu/a-k7q2')).toBe('/projects/jingba-lu/a-k7q2/');
  expect(entryLink('references/a-k7q2')).toBe('/references/a-k7q2/');
});

it('what is published for comparing are public fields only', () => {
  const read = new Set<string>();
  const filing = new Proxy({} as Filing, {
    get: (_, key) => {
      read.add(String(key));
      return undefined;
    },
  });
  needOfFiling({ id: 'a/b', unit: 'a', filing } as Entry, new Map());
  expect(read.size).toBeGreaterThan(4);
  for (const key of read) expect(fieldOf(key as FieldKey).visibility, key).toBe('公开');
});
