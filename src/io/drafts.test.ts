import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Prompter } from '../filing/prompter.ts';
import { chooseDraft } from './choose-draft.ts';
import { draftTitle, listDrafts, saveDraft } from './drafts.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drafts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const draft = (id: string, savedAt: number) => ({
  id,
  savedAt,
  transcript: [{ key: '项目名称', question: '项目名称【必填】', answer: `平台${id}` }],
});
const choosing = (...values: string[]): Prompter =>
  ({ choose: async () => values.shift() ?? '' }) as Partial<Prompter> as Prompter;

describe('drafts', () => {
  it('come back the newest first, and what is no draft is passed over', async () => {
    saveDraft(folder, draft('a', 1));
    saveDraft(folder, draft('b', 2));
    await writeFile(join(folder, 'broken.json'), '{');
    await writeFile(join(folder, 'other.json'), '{"id": "../x", "transcript": []}');
    expect(listDrafts(folder).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(draftTitle(draft('a', 1))).toMatch(/^平台a，已答 1 题/);
    expect(listDrafts(join(folder, 'nowhere'))).toEqual([]);
  });

  it('can be gone on with, deleted or left alone', async () => {
    saveDraft(folder, draft('a', 1));
    saveDraft(folder, draft('b', 2));
    expect(await chooseDraft(choosing('go:a'), folder)).toMatchObject({ id: 'a' });
    expect(await chooseDraft(choosing('fresh'), folder)).toMatchObject({ transcript: [] });
    expect(await chooseDraft(choosing('clear', 'a', 'go:b'), folder)).toMatchObject({ id: 'b' });
    expect(await readdir(folder)).toEqual(['b.json']);
  });
});
