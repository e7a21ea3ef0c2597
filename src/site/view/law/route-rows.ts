import { ROUTE_TABLE } from '../../../regulation/routes.ts';
import type { Lead, Stage } from '../../../regulation/vocabulary.ts';

export type RouteRow = (typeof ROUTE_TABLE)[number];

/** The columns of the table of all answers: money changes the route of new projects only. */
export const ANSWER_COLUMNS = [
  { title: '已建成或正在建设', stage: '已建成', fiscal: true },
  { title: '新建，用财政资金', stage: '新建', fiscal: true },
  { title: '新建，不用财政资金', stage: '新建', fiscal: false },
] as const satisfies readonly { title: string; stage: Stage; fiscal: boolean }[];

/** The row of the route table that three answers meet. Throws when there is none: our own fault. */
export function rowOf(lead: Lead, stage: Stage, fiscal: boolean): RouteRow {
  const row = ROUTE_TABLE.find(
    (each) => each.leads.includes(lead) && each.stages.includes(stage) && each.fiscal.includes(fiscal),
  );
  if (!row) throw new Error(`No route for ${lead}, ${stage}, ${fiscal}`);
  return row;
}

/** The anchor of a row on its page: `route-1` … in the order of the table. */
export function anchorOf(row: RouteRow): string {
  return `route-${ROUTE_TABLE.indexOf(row) + 1}`;
}

/** 是否用财政资金 of a row, in words. */
export function moneyWords({ fiscal }: RouteRow): string {
  if (fiscal.length > 1) return '无论是否使用财政资金';
  return fiscal[0] ? '使用财政资金' : '不使用财政资金';
}
