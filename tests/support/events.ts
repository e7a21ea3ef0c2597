import type { Kind } from '../../src/records/event-names.ts';
import type { Act } from '../../src/records/lifecycle/derive.ts';
import type { RecordEvent } from '../../src/records/log.ts';
import { decideRoute, type Route } from '../../src/regulation/routes.ts';

/** A route of each procedure. */
export const ROUTES: Readonly<Record<Kind, Route>> = {
  备案: decideRoute({ lead: '街道办事处', stage: '正在建设', fiscal: true }),
  资料报送: decideRoute({ lead: '社会组织', stage: '新建', fiscal: false }),
  审批财政: decideRoute({ lead: '区直单位', stage: '新建', fiscal: true }),
  审批非财政: decideRoute({ lead: '区直单位', stage: '新建', fiscal: false }),
};

type Written = Omit<RecordEvent, 'date' | 'index'>;
const verdict = (event: RecordEvent['event'], words: string): Written => ({ event, verdict: words });

/** How the office writes each act. */
const WRITTEN: Readonly<Record<Act, Written>> = {
  受理: { event: '受理', number: '示数申〔2022〕1号' },
  不予受理: { event: '不予受理', note: '缺方案' },
  不属于登记范围: { event: '不属于登记范围', note: '纯硬件维修' },
  要求补正: verdict('补正', '要求补正'),
  已补齐: verdict('补正', '已补齐'),
  重报: { event: '重报' },
  撤回: { event: '撤回', note: '暂不建设' },
  查重认定: { event: '查重认定', target: 'a/b', verdict: '不重复', note: '对象不同' },
  审核通过: verdict('审核', '通过'),
  审核不通过: verdict('审核', '不通过'),
  审核退回: verdict('审核', '退回补正'),
  论证通过: verdict('专家论证', '通过'),
  论证不通过: verdict('专家论证', '不通过'),
  立项: { event: '立项', amount: 100 },
  资金下达: { event: '资金下达', amount: 50 },
  开工: { event: '开工' },
  变更: { event: '变更', note: '工期延长' },
  重新审核: { event: '变更', review: true },
  免予验收: { event: '变更', waived: true },
  完工: { event: '完工' },
  报验收: { event: '报验收' },
  验收通过: verdict('专家验收', '通过'),
  验收不通过: verdict('专家验收', '不通过'),
  整改: { event: '整改', note: '已补测试' },
  总平台对接: { event: '总平台对接' },
  数据归集: { event: '数据归集' },
  年度评价: { event: '年度评价', year: 2022 },
  年度确认: { event: '年度确认', year: 2022, verdict: '在用' },
  暂缓: verdict('暂缓', '暂缓'),
  恢复: { event: '恢复' },
  停用: { event: '停用', note: '不再使用' },
  恢复使用: { event: '恢复使用', note: '重新启用' },
  并入: { event: '并入', target: 'a/b' },
  移交: { event: '移交', from: 'jia', to: 'yi', note: '机构改革' },
  撤销批准: { event: '撤销批准', note: '材料不实', document: '示数〔2022〕9号' },
  更正: { event: '更正', eventNumber: 1, column: '经办', becomes: '办公室综合组', reason: '漏写' },
};

/** The day of the event at a place: one a day from 2022-01-01, at most 365. */
export function dayOf(index: number): string {
  return new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10);
}

/** The log that records these acts, one a day. */
export function eventsOf(acts: readonly Act[]): RecordEvent[] {
  return acts.map((act, index) => ({ ...WRITTEN[act], date: dayOf(index), index }));
}
