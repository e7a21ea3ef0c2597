import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../io/registry.ts';
import { buildModel } from '../view/model.ts';
import { readChanged } from './changed-entries.ts';
import { readKept, writeKept } from './kept-site.ts';
import { type SimilarModel, similarOf } from './similar-model.ts';
import { similarSite } from './similar-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'registry-kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const registry = await loadRegistry('registry');
const model = buildModel(registry);
const similar = similarOf(registry, 'registry') as SimilarModel;
writeKept(folder, registry, similar);
const kept = readKept(folder);

describe('an entry read by itself, by what a whole build has left behind', () => {
  it.each(model.projects.map((view) => [view.item.id, view] as const))('%s is what it was', (id, view) => {
    const changed = readChanged(kept, 'registry', [id]);
    const [own] = changed.model.projects;
    expect(own?.read.entry).toEqual(view.read.entry);
    expect(own?.standing).toEqual(view.standing);
    expect(own?.findings).toEqual(view.findings);
    expect(own?.debt).toEqual(view.debt);
    expect(own?.item).toEqual(view.item);
    expect(changed.model.laterThan.get(id) ?? []).toEqual(model.laterThan.get(id) ?? []);
  });

  it('knows what all others are called', () => {
    const [first] = model.projects;
    const changed = readChanged(kept, 'registry', first ? [first.item.id] : []);
    for (const { id, name, path } of model.items)
      expect(changed.model.byId.get(id), id).toMatchObject({ id, name, path });
    expect(changed.model.byId.get('shili/not-there')).toBeUndefined();
  });

  it('is like the same others', async () => {
    const all = similarSite(similar);
    for (const { item } of model.projects) {
      const changed = readChanged(kept, 'registry', [item.id]);
      if (typeof changed.similar === 'string') throw new Error(changed.similar);
      expect(await changed.similar.alike(item.id), item.id).toEqual(await all.alike(item.id));
    }
  });
});
