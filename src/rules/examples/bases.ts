import type { BaseName, ExampleValue } from '../support/define-rule.ts';

/** Values of a filing by label, in the file's notation. */
export type Values = Readonly<Record<string, ExampleValue>>;

const COMMON = {
  填报日期: '2026-03-05',
  项目名称: '示例街道独居老人关爱服务平台',
  项目预期效果: '覆盖 1200 名独居老人，异常情况 10 分钟内有人响应。',
  项目类别: ['便民服务类'],
  联系方式: '随纸质表报送',
  以后需财政付费: '否',
  功能清单: [{ 名称: '异常预警', 说明: '12 小时无活动自动报警' }],
  服务对象: ['独居老人'],
  新技术: ['物联网'],
  建设内容类型: ['信息采集', '业务处理'],
  利旧情况: ['部署在市政务云'],
  总平台对接: { 状态: '计划对接', 接口: '事件上报接口', 计划日期: '2026-12-31' },
  数据归集: '预警和处置记录每日归集。',
  意见: { 申报单位: { 日期: '2026-03-01', 纸质编号: '示办〔2026〕8号' } },
  不涉密承诺: 'true',
  规则版本: '金政〔2021〕22号',
  项目概况: '辖区有独居老人 1200 名，现靠人工上门，难以及时发现异常。',
  建设内容: '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块，供社区工作人员使用。',
  建设规模: '覆盖 12 个社区，安装终端 1200 套。',
  进度安排: '2026年6月完成采购，12月上线。',
  投资估算: '软件 120 万元，终端 180 万元，安装调试 20 万元。',
  经济效益测算: '每年减少上门巡查约 8000 人次。',
  风险分析及控制: '终端误报：设两级核实，先电话后上门。',
} as const satisfies Values;

const BY_UNIT = { 牵头主体: { 类型: '街道办事处', 名称: '示例街道办事处' } } as const;
const BY_SOCIETY = { 牵头主体: { 类型: '社会组织', 名称: '示例养老服务中心' } } as const;
const COORDINATED = { 协调单位: '示例街道办事处' } as const;

const FISCAL_MONEY = {
  资金预算: '320',
  资金来源: [
    { 来源: '区级财政', 金额: '200' },
    { 来源: '省级补助', 金额: '120' },
  ],
  申请补助资金: { 省: '120' },
  知识产权与数据约定: '采购合同约定成果和数据归建设单位所有。',
} as const;
const OWN_MONEY = { 资金预算: '320', 资金来源: [{ 来源: '自筹', 金额: '320' }] } as const;

/** A unit's own money counts as its budget's unless it says otherwise. */
const GIVEN_MONEY = {
  资金预算: '320',
  资金来源: [{ 来源: '自筹', 金额: '320', 说明: '社会捐赠' }],
} as const;

const plan = (name: string) => ({
  附件: [{ 名称: name, 日期: '2026-02-20', 送达: '纸质', 编号: '示办〔2026〕7号' }],
});
const BUILT = { 建设阶段: '已建成', 已建成日期: '2020-12-20', 实际完成投资: '318' } as const;
const NEW = { 建设阶段: '新建', 建设期限: { 起: '2026-06-01', 止: '2026-12-31' } } as const;

/** One sound filing for each row of the route table; rule examples and fixtures are edits of these. */
export const BASES: Readonly<Record<BaseName, Values>> = {
  '6.1': { 表式: '备案表', ...COMMON, ...BY_UNIT, ...FISCAL_MONEY, ...BUILT, ...plan('项目建设方案') },
  '6.2财政': { 表式: '申请表', ...COMMON, ...BY_UNIT, ...FISCAL_MONEY, ...NEW, ...plan('项目建设实施方案') },
  '6.2非财政': { 表式: '申请表', ...COMMON, ...BY_UNIT, ...GIVEN_MONEY, ...NEW, ...plan('项目建设实施方案') },
  '6.3': {
    表式: '备案表',
    ...COMMON,
    ...BY_SOCIETY,
    ...COORDINATED,
    ...OWN_MONEY,
    ...BUILT,
    ...plan('项目建设方案'),
  },
  '6.4财政': {
    表式: '申请表',
    ...COMMON,
    ...BY_SOCIETY,
    ...FISCAL_MONEY,
    ...NEW,
    ...plan('项目建设实施方案'),
  },
  '6.4非财政': {
    表式: '资料报送',
    ...COMMON,
    ...BY_SOCIETY,
    ...COORDINATED,
    ...OWN_MONEY,
    ...NEW,
    ...plan('项目建设实施方案'),
  },
};
