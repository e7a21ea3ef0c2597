import { fieldOf } from '../form/fields.ts';
import { isRawMap, type Raw } from '../text/raw.ts';
import { START_KEYS } from './start.ts';

/** Where the first questions of a guided filing show in the file. */
const FROM_START = [fieldOf('lead').label, fieldOf('coordinator').label, fieldOf('stage').label];
const ANSWERS = fieldOf('answers').label;

/**
 * The values of a filing after it was gone through again: what the person answered, and everything else as it lies,
 * fields included that are not asked. Answers to similar projects that were not put before the person stay.
 */
export function revisedValues(
  filed: Readonly<Record<string, Raw>>,
  answered: Readonly<Record<string, Raw>>,
  isTouched: (label: string) => boolean,
): Readonly<Record<string, Raw>> {
  const revised: Record<string, Raw> = { ...filed };
  const begunAnew = Object.values(START_KEYS).some(isTouched);
  for (const [label, value] of Object.entries(answered)) {
    if (!isTouched(label) && !(begunAnew && FROM_START.includes(label))) continue;
    const whole = label === ANSWERS ? withOthers(filed[label], value) : value;
    if (whole === '') delete revised[label];
    else revised[label] = whole;
  }
  return revised;
}

function withOthers(filed: Raw | undefined, answered: Raw): Raw {
  const items = (raw: Raw | undefined): readonly Raw[] => (Array.isArray(raw) ? raw : []);
  const targets = new Set(items(answered).map(targetOf));
  const others = items(filed).filter((one) => !targets.has(targetOf(one)));
  const all = [...others, ...items(answered)];
  return all.length === 0 ? '' : all;
}

const targetOf = (item: Raw): string => (isRawMap(item) ? String(item.对象) : '');
