import type { Day, DayOrMonth } from '../../form/dates.ts';
import type { Filing } from '../../form/fields.ts';
import type { Fact } from './transitions.ts';

/**
 * The states of 第七条. 已对接 and 已归集 are what the office has recorded; 待确认 is what the unit says of itself in
 * the filing and the office has not yet recorded; 计划 is a plan with or without a date.
 */
export const PLATFORM_PROGRESS = ['未对接', '计划', '待确认', '已对接'] as const;
export const DATA_PROGRESS = ['未归集', '计划', '已归集'] as const;

export interface Integration {
  readonly platform: (typeof PLATFORM_PROGRESS)[number];
  readonly data: (typeof DATA_PROGRESS)[number];
  /** The unit's own planned day of the link, never one of ours. */
  readonly plannedOn: DayOrMonth | undefined;
}

const CLAIMED = { 未对接: '未对接', 计划对接: '计划', 正在对接: '计划', 已对接: '待确认' } as const;

/** How far the link to the 总平台 and the pooling of data have come. */
export function integrationOf(filing: Filing, facts: ReadonlyMap<Fact, Day>): Integration {
  const claimed = filing.platform ? CLAIMED[filing.platform.state] : '未对接';
  const described = filing.dataPooling === undefined ? '未归集' : '计划';
  return {
    platform: facts.has('platform') ? '已对接' : claimed,
    data: facts.has('data') ? '已归集' : described,
    plannedOn: filing.platform?.plannedOn,
  };
}
