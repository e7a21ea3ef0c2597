import type { Entry } from '../../form/entry.ts';
import type { Filing } from '../../form/fields.ts';
import { type Facts, type Fault, labelOf } from './define-rule.ts';
import { unitNameFaults } from './unit-name-faults.ts';

/** What 6.3 and 6.4 both ask: a 行业主管部门 or 属地街道办事处 of the 单位名录 coordinates, in its own folder. */
export function* coordinatorFaults(filing: Filing, entry: Entry, facts: Facts): Iterable<Fault> {
  const label = labelOf('coordinator');
  const path = [label];
  if (filing.coordinator === undefined) {
    const fix = `填写，例如：${label}: 郑州市金水区经八路街道办事处`;
    yield { path, message: `${label}：写明由哪个行业主管部门或属地街道办事处协调填写`, fix };
    return;
  }
  const { units } = facts;
  if (units.size === 0) return;
  const place = { field: 'coordinator', path, key: label } as const;
  const unit = yield* unitNameFaults(place, filing.coordinator, facts);
  if (!unit || !entry.route?.coordinator || !units.has(entry.unit) || unit.code === entry.unit) return;
  const message = `${label}：文件在「${units.get(entry.unit)?.name}」的文件夹里，协调单位却是「${unit.name}」`;
  yield { path, message, fix: `把文件移到 projects/${unit.code}/ 下，或改正协调单位。` };
}
