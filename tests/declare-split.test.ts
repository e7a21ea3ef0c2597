import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { openWorld, worldOf } from '../src/declare/world.ts';
import { openLibrary } from '../src/similarity/remote-library.ts';
import { similarOf } from '../src/site/build/similar-model.ts';
import { FIXTURES, TODAY, writeFixture } from './support/fixture.ts';

it.each(['art1-not-split-up--parts-make-the-whole', 'art1-not-split-up--two-phases-unlinked'])(
  'finds in the browser the pieces that check finds in %s',
  async (fixture) => {
    const root = mkdtempSync(join(tmpdir(), 'split-'));
    writeFixture(fixture, root);
    const registry = check(FIXTURES.filesOf(fixture), { today: TODAY });
    const finding = registry.findings.find(({ rule }) => rule === 'art1-not-split-up');
    const entry = registry.projects.find(({ entry: one }) => one.file === finding?.file)?.entry;
    const model = similarOf(registry, root);
    rmSync(root, { recursive: true });
    if (!entry || typeof model === 'string') throw new Error('The fixture lacks what it is about');
    const files: Record<string, unknown> = { 'index.json': model.pack };
    for (const [at, texts] of model.texts.entries()) files[`texts/${at}.json`] = texts;
    const { compare } = await openLibrary(
      async (path) => JSON.parse(JSON.stringify(files[path])),
      model.stamp,
    );
    const world = openWorld(JSON.parse(JSON.stringify(worldOf(registry, 'x'))), TODAY);
    const need = model.library.needs.find(({ id }) => id === entry.id);
    if (!need) throw new Error('The entry is not in the index');
    const { split } = await compare(need, { ids: world.lately(entry).map(({ id }) => id), excused: [] });
    const parts = split?.parts.map(({ id }) => id) ?? [];
    expect(parts[0]).toBe(entry.id);
    expect(parts.length).toBeGreaterThan(1);
    for (const id of [...parts, split?.whole?.id ?? entry.id])
      expect(finding?.message).toContain(`（${id}）`);
  },
);
