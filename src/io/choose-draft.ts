import type { Prompter } from '../filing/prompter.ts';
import type { Answered } from '../filing/recording.ts';
import { type Draft, deleteDraft, draftTitle, listDrafts } from './drafts.ts';
import { randomSuffix } from './slug.ts';

const FRESH = 'fresh';
const CLEAR = 'clear';

/** The draft to go on with, or a fresh one; drafts that are not wanted any more can be deleted here. */
export async function chooseDraft(
  prompter: Prompter,
  folder: string,
): Promise<{ readonly id: string; readonly transcript: readonly Answered[] }> {
  const drafts = listDrafts(folder);
  if (drafts.length === 0) return fresh();
  const options = drafts.map((draft) => ({ value: `go:${draft.id}`, label: `接着填：${draftTitle(draft)}` }));
  const others = [
    { value: FRESH, label: '从头填一份新的' },
    { value: CLEAR, label: '删除一份草稿' },
  ];
  const chosen = await prompter.choose({
    key: '草稿',
    message: '有没填完的草稿。',
    options: [...options, ...others],
  });
  if (chosen === FRESH) return fresh();
  if (chosen === CLEAR) {
    await removeOne(prompter, folder, drafts);
    return chooseDraft(prompter, folder);
  }
  const draft = drafts.find(({ id }) => chosen === `go:${id}`);
  return draft ?? fresh();
}

function fresh(): { readonly id: string; readonly transcript: readonly Answered[] } {
  return { id: `draft-${randomSuffix()}${randomSuffix()}`, transcript: [] };
}

async function removeOne(prompter: Prompter, folder: string, drafts: readonly Draft[]): Promise<void> {
  const options = drafts.map((draft) => ({ value: draft.id, label: draftTitle(draft) }));
  const id = await prompter.choose({
    key: '删除草稿',
    message: '删除哪一份？删除后不能恢复。',
    options: [...options, { value: '', label: '都不删' }],
  });
  if (id !== '') deleteDraft(folder, id);
}
