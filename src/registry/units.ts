import {
  choice,
  day,
  type FieldType,
  list,
  optionalPart,
  part,
  patterned,
  record,
  text,
  textList,
  whole,
  yesNo,
} from '../form/kinds.ts';
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
  /** How many projects it ought to have filed, as the office counted them; 备案率 rests on it. */
  readonly declared?: DeclaredList | undefined;
  /** 第十条: what the office and the finance department concluded of the unit, by year. */
  readonly evaluations?: UnitEvaluations | undefined;
}

/** 应备项目, by the year in which they were counted. */
const declaredList = () =>
  list(
    record({
      year: part('年度', whole(2021, 2100, '年')),
      count: part('个数', whole(0, 10_000, '个')),
      basis: part('依据', text(200)),
      names: optionalPart('项目', textList()),
    }),
  );

/** 年度评价 of a unit. */
const unitEvaluations = () =>
  list(
    record({
      year: part('年度', whole(2021, 2100, '年')),
      date: part('日期', day()),
      grade: part('等级', text(20)),
      finance: optionalPart('财政评估', text(500)),
      financeNumber: optionalPart('财政文号', text(60)),
      note: optionalPart('说明', text(1_000)),
    }),
  );

type Read<F> = F extends () => FieldType<infer T> ? T : never;
export type DeclaredList = Read<typeof declaredList>;
export type UnitEvaluations = Read<typeof unitEvaluations>;

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
  declared: documented(
    optionalPart('应备项目', declaredList()),
    '摸底得到的、本单位应当备案的项目个数，算备案率用；知道名称的写在「项目」里。',
    "[{年度: 2026, 个数: 12, 依据: '2026 年摸底'}]",
  ),
  evaluations: documented(
    optionalPart('年度评价', unitEvaluations()),
    '第十条：办公室对本单位一年的评价，联合财政部门的评估和文号写在一起。',
    "[{年度: 2025, 日期: '2026-03-10', 等级: 良好, 财政评估: 按预算使用, 财政文号: '示财〔2026〕3号'}]",
  ),
});

/** The unit of this name, by its present or a former name. */
export function unitByName(units: ReadonlyMap<string, Unit>, name: string): Unit | undefined {
  for (const unit of units.values()) {
    if (unit.name === name || unit.formerNames.includes(name)) return unit;
  }
  return undefined;
}
