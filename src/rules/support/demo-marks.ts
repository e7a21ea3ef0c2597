import type { ReadEntry } from '../../registry/read-entry.ts';
import type { Unit } from '../../registry/units.ts';
import { type Finding, findingOf } from '../../text/finding.ts';
import { problem } from '../catalogue.ts';
import { labelOf } from './define-rule.ts';

/** A filing of a real unit that is marked as demonstration: it would leave the statistics, and `init` would delete it. */
export function demoMark(
  { entry, parsed }: ReadEntry,
  units: ReadonlyMap<string, Unit>,
): Finding | undefined {
  if (entry.filing.demo !== true || units.get(entry.unit)?.demo === true) return undefined;
  const label = labelOf('demo');
  const unit = units.get(entry.unit)?.name ?? entry.unit;
  const said = `${label}：「${unit}」不是演示单位，它的项目不能标成演示。`;
  return findingOf(entry.file, problem('demo-mark', [label], said), parsed.locate);
}
