import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICE_FILE, UNITS_FILE } from '../registry/paths.ts';
import { type StartPlan, withoutDemoSettings, withoutUnits } from '../registry/start-plan.ts';
import { changeFiles, type FileChange } from './change-files.ts';
import { withLock } from './lock.ts';

/** Carries the plan out, all or nothing: removes the files and units, clears the flag. Folders left empty go too. */
export function startRegistry(root: string, plan: StartPlan): void {
  withLock(root, () => {
    const sealed = plan.folders.flatMap((folder) => filesIn(root, folder));
    const removed = [...plan.files, ...sealed].map((file): FileChange => ({ file }));
    const edits = [
      edit(root, UNITS_FILE, (text) => withoutUnits(text, plan.units)),
      edit(root, OFFICE_FILE, withoutDemoSettings),
    ];
    changeFiles(root, [...removed, ...edits]);
  });
}

function filesIn(root: string, folder: string): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}

function edit(root: string, file: string, change: (text: string) => string): FileChange {
  return { file, bytes: new TextEncoder().encode(change(readFileSync(join(root, file), 'utf8'))) };
}
