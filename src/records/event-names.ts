/** The words that the event dictionary is written in: procedures, 事项 and parties. */

/** What a route means for the steps that follow: the rows of Article 6 that share one procedure. */
export const KINDS = ['备案', '资料报送', '审批财政', '审批非财政'] as const;
export type Kind = (typeof KINDS)[number];

/** Everything that the office records, in the order in which it usually happens. */
export const EVENT_NAMES = [
  '受理',
  '不予受理',
  '不属于登记范围',
  '补正',
  '重报',
  '撤回',
  '查重认定',
  '审核',
  '专家论证',
  '立项',
  '资金下达',
  '开工',
  '变更',
  '完工',
  '报验收',
  '专家验收',
  '整改',
  '总平台对接',
  '数据归集',
  '年度评价',
  '年度确认',
  '暂缓',
  '恢复',
  '停用',
  '恢复使用',
  '并入',
  '移交',
  '撤销批准',
  '更正',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** Who acts next, or whose act an event records. */
export type Party = '申报单位' | '协调单位' | '办公室' | '专家委员会' | '财政';
