import { join } from 'node:path';
import { type CheckResult, check } from '../check.ts';
import { composeFiling } from '../filing/compose.ts';
import type { Interviewed } from '../filing/interview.ts';
import type { UnitChoice } from '../filing/start.ts';
import { MAX_ID } from '../form/entry-id.ts';
import { projectFile } from '../registry/paths.ts';
import type { Unit } from '../registry/units.ts';
import { readRegistryFiles } from './registry-files.ts';
import { createFile } from './replace-file.ts';
import { pinyinOf, randomSuffix, slugFor } from './slug.ts';

/** The units that can be chosen, with pinyin and initials of their names. */
export function unitChoices(units: ReadonlyMap<string, Unit>): readonly UnitChoice[] {
  return [...units.values()].map(({ code, name, type, formerNames }) => {
    // The district's own name stands before every unit; without it the part that people type begins the pinyin.
    const short = name.replace(/^(?:郑州市)?金水区/, '');
    const syllables = [short, ...formerNames].map((text) => pinyinOf(text).split('-'));
    const keywords = syllables.map(
      (parts) => `${parts.join('')} ${parts.map((part) => part[0] ?? '').join('')}`,
    );
    return { code, name, type, keywords: keywords.join(' ') };
  });
}

/** Writes a new filing and checks it. Never overwrites. Gives the path below the registry folder and the check. */
export async function fileNew(
  root: string,
  { unit, route, values }: Interviewed,
  stamp: { readonly today: string; readonly ruleVersion: string },
): Promise<{ file: string; result: CheckResult }> {
  const name = typeof values.项目名称 === 'string' ? values.项目名称 : '';
  const file = projectFile(`${unit}/${slugFor(name, randomSuffix(), MAX_ID - unit.length - 1)}`);
  const path = join(root, file);
  createFile(path, new TextEncoder().encode(composeFiling(values, { ...stamp, form: route.form })));
  return { file, result: check(readRegistryFiles(root), { today: stamp.today, only: new Set([file]) }) };
}
