import type { Entry } from '../domain/entry.ts';
import type { ReferenceRecord } from '../domain/reference-fields.ts';
import type { Unit } from '../domain/units.ts';
import type { Need } from './types.ts';

/** What of a filing is compared: its name, its functions, what is built, for whom, and with what data. */
export function needOfFiling(entry: Entry, units: ReadonlyMap<string, Unit>, retired = false): Need {
  const { filing, id, unit } = entry;
  const text = [filing.overview, filing.content].filter((part) => part !== undefined).join('\n');
  return {
    id,
    name: filing.name ?? '',
    unit: filing.lead?.name ?? units.get(unit)?.name,
    description: text,
    functions: filing.functions,
    audience: filing.audience,
    data: [...(filing.dataUsed ?? []), ...(filing.dataProduced ?? [])],
    unitCode: unit,
    districtWide: units.get(unit)?.type === '区直单位',
    predecessor: filing.predecessor,
    retired,
  };
}

/** What of a reference is compared. One that serves the district already is answered like a filing. */
export function needOfReference(
  id: string,
  { name = '', unit, content, functions, level }: ReferenceRecord,
): Need {
  return { id, name, unit, description: content, functions, elsewhere: level === '外地', districtWide: true };
}

/** A name given to a pasted text is shorter than a sentence of prose. */
const TITLE_MOST = 60;

/** A need as somebody types or pastes it: its first line or sentence stands for the name. Undefined for blank text. */
export function needOfText(text: string): Need | undefined {
  const trimmed = text.trim();
  const title = /^[^\n\r。；;！!？?]+/.exec(trimmed)?.[0]?.trim() ?? '';
  if (trimmed === '') return undefined;
  const name = title.slice(0, TITLE_MOST);
  return { id: '-', name, description: trimmed.slice(name.length).replace(/^[。；;！!？?\s]+/, '') };
}
