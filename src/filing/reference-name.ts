import { REFERENCES } from '../registry/paths.ts';
import { stableSuffix } from '../registry/stable-suffix.ts';
import { foldText } from '../text/fold.ts';
import { slugFor } from './slug.ts';

/** The name of a reference's file in `references/`, by its name, unit and source. `attempt` counts from 1. */
export function referenceName(values: ReadonlyMap<string, string>, attempt: number): string {
  const mark = ['名称', '单位', '来源'].map((label) => foldText(values.get(label) ?? '')).join('\n');
  return `${slugFor(values.get('名称') ?? '', stableSuffix(attempt === 1 ? mark : `${mark}\n${attempt}`))}.md`;
}

/** The same below the registry folder. */
export const referenceFile = (name: string): string => `${REFERENCES}/${name}`;
