import type { ReferenceRecord } from '../form/reference-fields.ts';
import type { ComparedEntry } from '../registry/read-entry.ts';
import type { Unit } from '../registry/units.ts';
import type { Need } from './types.ts';

/** What of a filing is compared: its name, its functions, what is built, for whom, and with what data. */
export function needOfFiling(entry: ComparedEntry, units: ReadonlyMap<string, Unit>, retired = false): Need {
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
  const above = level === '国家' || level === '省' || level === '市';
  return {
    id,
    name,
    unit,
    description: content,
    functions,
    elsewhere: level === '外地',
    districtWide: true,
    ...(above ? { above } : {}),
  };
}
