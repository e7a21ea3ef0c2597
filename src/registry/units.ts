import { choice, list, optionalPart, part, patterned, record, text, yesNo } from '../form/kinds.ts';
import { UNIT_TYPES, type UnitType } from '../regulation/vocabulary.ts';
import { accountIds, documented, officePhone } from './office.ts';

const UNIT_NAME = '郑州市金水区经八路街道办事处';

/** A line of the 单位名录 (registry/units.yaml). */
export interface Unit {
  /** Folder name under projects/, lower-case ASCII. */
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly superior?: string | undefined;
  /** Public office phone; never a person's. */
  readonly phone?: string | undefined;
  readonly formerNames: readonly string[];
  /** Numeric account ids that may file for the unit. */
  readonly accounts: readonly string[];
  readonly demo: boolean;
}

/** THE dictionary of a unit in units.yaml. */
export const UNIT = record({
  name: documented(
    part('名称', patterned('unitName', /^.{2,100}$/, '写全称，与公章一致', UNIT_NAME)),
    '全称，与公章一致。',
    UNIT_NAME,
  ),
  type: documented(part('类型', choice(UNIT_TYPES)), UNIT_TYPES.join('、'), UNIT_TYPES[0]),
  superior: documented(optionalPart('主管部门', text(100)), '主管部门的全称。', '郑州市金水区人民政府'),
  phone: documented(optionalPart('办公电话', officePhone()), '公开的办公座机。', "'0371-00000000'"),
  formerNames: documented(optionalPart('曾用名', list(text(100))), '更名以前的名称。', `[${UNIT_NAME}]`),
  accounts: documented(optionalPart('账号', accountIds()), '可以代表本单位提交的账号。', "['10000001']"),
  demo: documented(optionalPart('演示', yesNo()), '演示单位写 true。', 'true'),
});

/** The unit of this name, by its present or a former name. */
export function unitByName(units: ReadonlyMap<string, Unit>, name: string): Unit | undefined {
  for (const unit of units.values()) {
    if (unit.name === name || unit.formerNames.includes(name)) return unit;
  }
  return undefined;
}
