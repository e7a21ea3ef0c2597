import { readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICE_FILE, REFERENCES, UNITS_FILE } from '../registry/paths.ts';
import { type StartPlan, withoutDemoSettings, withoutUnits } from '../registry/start-plan.ts';

/** Carries the plan out: removes the files and units, clears the flag. Folders left empty go too. */
export async function startRegistry(root: string, plan: StartPlan): Promise<void> {
  for (const file of plan.files) await rm(join(root, file), { force: true });
  for (const folder of plan.folders) await rm(join(root, folder), { recursive: true, force: true });
  for (const parent of new Set(
    [...plan.files, ...plan.folders].map((path) => path.replace(/\/[^/]*$/, '')),
  )) {
    if (parent !== REFERENCES) await removeEmpty(join(root, parent));
  }
  await edit(join(root, UNITS_FILE), (text) => withoutUnits(text, plan.units));
  await edit(join(root, OFFICE_FILE), withoutDemoSettings);
}

async function removeEmpty(folder: string): Promise<void> {
  const left = await readdir(folder).catch(() => ['?']);
  if (left.length === 0) await rmdir(folder);
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after !== before) await writeFile(file, after);
}
