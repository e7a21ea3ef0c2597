import type { Filing } from '../domain/fields.ts';
import type { ReferenceRecord } from '../domain/reference-fields.ts';
import type { Need } from './engine.ts';

/** What of a filing is compared: its name, its functions, what is built, and for whom. */
export function needOfFiling(id: string, filing: Filing): Need {
  const functions = filing.functions?.map(({ name, note = '' }) => `${name}，${note}`) ?? [];
  const parts = [...functions, filing.content ?? '', filing.effect ?? '', ...(filing.audience ?? [])];
  return { id, name: filing.name ?? '', unit: filing.lead?.name, description: parts.join('。') };
}

/** What of a reference is compared. */
export function needOfReference(
  id: string,
  { name = '', unit, content, functions, level }: ReferenceRecord,
): Need {
  const said = functions?.map((one) => one.name) ?? [];
  return { id, name, unit, description: [...said, content ?? ''].join('。'), elsewhere: level === '外地' };
}
