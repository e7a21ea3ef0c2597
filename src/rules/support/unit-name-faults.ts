import type { FieldKey } from '../../form/fields.ts';
import type { Unit } from '../../registry/units.ts';
import type { Path } from '../../text/finding.ts';
import { writeHead } from '../../text/write.ts';
import { type Facts, type Fault, labelOf } from './define-rule.ts';

/** Where the name of a unit is written: the field, the path, and the key in front of the name. */
interface NamePlace {
  readonly field: FieldKey;
  readonly path: Path;
  readonly key: string;
}

type Named = Pick<Facts, 'unitNamed'>;

/**
 * What is to be mended in a name that has to be the full name of a unit in the 单位名录. Gives back the unit that is
 * meant, so that type and folder can be judged even where the name is not written in full.
 */
export function* unitNameFaults(
  { field, path, key }: NamePlace,
  written: string,
  facts: Named,
): Generator<Fault, Unit | undefined> {
  const label = labelOf(field);
  const found = facts.unitNamed(written);
  if (found?.by === '全称') return found.unit;
  const change = (name: string): string => `改成「${key}: ${name}」`;
  if (found?.by === '同名') {
    const message = `${label}：「${written}」按单位名录写全称`;
    yield { path, message, fix: change(found.unit.name), severity: 'warning' };
    return found.unit;
  }
  const [first, ...others] = jointNames(written, facts);
  if (first !== undefined) {
    const rest = writeHead({ [labelOf('participants')]: others }).trimEnd();
    const message = `${label}：只写一个单位，这里写了 ${others.length + 1} 个`;
    yield { path, message, fix: `${change(first)}；其他单位写在${labelOf('participants')}：\n${rest}` };
    return facts.unitNamed(first)?.unit;
  }
  const fix = found
    ? `${change(found.unit.name)}；不是这个单位的，照单位名录（registry/units.yaml）的全称写。`
    : '照单位名录（registry/units.yaml）的全称写；名录里没有的，先请办公室增加。';
  yield { path, message: `${label}：单位名录里没有「${written}」`, fix };
  return found?.by === '近似' ? undefined : found?.unit;
}

/** The names in a text that names several, units by their full names; none when it names one. */
export function jointNames(written: string, { unitNamed }: Named): readonly string[] {
  const known = (name: string): boolean => unitNamed(name) !== undefined;
  const listed = parts(written, /[、，,；;/+＋&＆]|以及|会同/);
  const spaced = parts(written, /\s+/);
  const joined = Array.from(written.matchAll(/[与和及同]/g), ({ index }) =>
    [written.slice(0, index), written.slice(index + 1)].map((part) => part.trim()),
  ).find((halves) => halves.every(known));
  const names = listed.some(known) ? listed : spaced.every(known) ? spaced : (joined ?? []);
  return names.length > 1 ? names.map((name) => unitNamed(name)?.unit.name ?? name) : [];
}

function parts(written: string, by: RegExp): readonly string[] {
  return written
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
