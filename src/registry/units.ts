import { z } from 'zod';
import { UNIT_TYPES, type UnitType } from '../regulation/vocabulary.ts';

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

const texts = z.array(z.string()).optional();

/** One unit as it is written in the file. */
export const unitSchema = z
  .strictObject({
    名称: z.string().min(2),
    类型: z.enum(UNIT_TYPES),
    主管部门: z.string().optional(),
    办公电话: z.string().optional(),
    曾用名: texts,
    账号: z.array(z.string().regex(/^\d+$/)).optional(),
    演示: z.enum(['true', 'false', '是', '否']).optional(),
  })
  .transform((unit) => ({
    name: unit.名称,
    type: unit.类型,
    superior: unit.主管部门,
    phone: unit.办公电话,
    formerNames: unit.曾用名 ?? [],
    accounts: unit.账号 ?? [],
    demo: unit.演示 === 'true' || unit.演示 === '是',
  }));

/** The unit of this name, by its present or a former name. */
export function unitByName(units: ReadonlyMap<string, Unit>, name: string): Unit | undefined {
  for (const unit of units.values()) {
    if (unit.name === name || unit.formerNames.includes(name)) return unit;
  }
  return undefined;
}
