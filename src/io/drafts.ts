import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withKey } from '../filing/draft-keys.ts';
import type { Answered } from '../filing/recording.ts';
import { replaceFile } from './replace-file.ts';

/** A filing that was begun: the questions that were answered, in order. */
export interface Draft {
  readonly id: string;
  readonly transcript: readonly Answered[];
  /** Time of the last answer, milliseconds since 1970. */
  readonly savedAt: number;
}

/** Folder of the drafts, beside the registry folder; Git ignores it. */
export const DRAFTS = '.registry-drafts';

/** All drafts that can be read, the newest first. */
export function listDrafts(folder: string): readonly Draft[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names.flatMap((name) => readDraft(join(folder, name))).sort((a, b) => b.savedAt - a.savedAt);
}

function readDraft(file: string): Draft[] {
  try {
    const draft = JSON.parse(readFileSync(file, 'utf8')) as Draft;
    const sound =
      typeof draft.id === 'string' && /^[a-z0-9-]+$/.test(draft.id) && Array.isArray(draft.transcript);
    if (!sound) return [];
    const transcript = draft.transcript.map((one) => (typeof one.key === 'string' ? one : withKey(one)));
    return [{ ...draft, transcript }];
  } catch {
    return [];
  }
}

/** Writes a draft; synchronous and by renaming, so that Ctrl-C leaves the old one or the new one, never half. */
export function saveDraft(folder: string, draft: Draft): void {
  const file = join(folder, `${draft.id}.json`);
  replaceFile(file, new TextEncoder().encode(JSON.stringify(draft, null, 2)));
}

/** Removes a draft. */
export function deleteDraft(folder: string, id: string): void {
  rmSync(join(folder, `${id}.json`), { force: true });
}

/** What a draft is called: the project's name where it was given, and how far it got. */
export function draftTitle({ transcript, savedAt }: Draft): string {
  const name = transcript.find(({ key }) => key === '项目名称')?.answer;
  const day = new Date(savedAt).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
  return `${typeof name === 'string' ? name : '（还没有写名称）'}，已答 ${transcript.length} 题，${day}`;
}
