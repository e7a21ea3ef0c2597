import type { ExampleEvent } from '../support/define-rule.ts';

/** Events from which the records of examples are put together; they fit the sound filings, filed 2026-03-05. */
export const RECEIVED: ExampleEvent = {
  日期: '2026-03-10',
  事项: '受理',
  登记号: '示数申〔2026〕3号',
  经办: '办公室综合组',
};

export const REVIEWED: ExampleEvent = {
  日期: '2026-03-25',
  事项: '审核',
  结论: '通过',
  经办: '办公室项目组',
};

export const ARGUED: ExampleEvent = {
  日期: '2026-04-15',
  事项: '专家论证',
  结论: '通过',
  专家人数: '5',
  同意人数: '5',
  意见书编号: '论证〔2026〕6号',
  经办: '办公室项目组',
};

/** 受理, 审核 and 专家论证: everything that 第六条第2项 demands before any work. */
export const APPROVED: readonly ExampleEvent[] = [RECEIVED, REVIEWED, ARGUED];

export const PROJECTED: ExampleEvent = {
  日期: '2026-05-20',
  事项: '立项',
  文号: '示发改〔2026〕12号',
  金额: '320',
  经办: '区发展改革委',
};

export const BEGUN: ExampleEvent = { 日期: '2026-06-15', 事项: '开工', 经办: '办公室项目组' };

export const BUILT: ExampleEvent = { 日期: '2026-10-30', 事项: '完工', 经办: '办公室项目组' };

export const ACCEPTED: ExampleEvent = {
  日期: '2026-11-12',
  事项: '专家验收',
  结论: '通过',
  专家人数: '5',
  经办: '办公室项目组',
};
