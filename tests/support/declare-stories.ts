import type { Entered, Story } from './declare-form.ts';

/** The five routes of 第六条, each as a clerk enters it from a paper form. */

const CONTENT = {
  项目概况: '辖区路面塌陷和积水靠人工巡查，发现得晚。',
  建设内容:
    '建设井盖状态感知、积水深度监测和抢险调度三个模块。\n\n井盖移位或积水超过限值，平台告警，由值班人员派单。',
  建设规模: '覆盖 8 条道路，安装终端 260 套。',
  进度安排: '分采购、安装、试运行三步。',
  投资估算: '软件 40 万元，终端 50 万元，安装 10 万元。',
  经济效益测算: '每年减少人工巡查约 600 人次。',
  风险分析及控制: '终端掉线：每天自检，掉线当天更换。',
};
const BASICS = {
  项目预期效果: '8 条道路的井盖移位 5 分钟内发现，积水 10 分钟内派单。',
  项目类别: ['社会治理类'],
};
const FUNCTIONS = {
  功能清单: [{ 名称: '井盖状态感知' }, { 名称: '积水深度监测', 说明: '超过限值自动告警' }],
  服务对象: '养护人员、附近居民',
  新技术: ['物联网'],
  建设内容类型: ['信息采集'],
  利旧情况: '部署在市政务云，不建机房',
};
const SAFETY = {
  总平台对接: { 状态: '计划对接', 接口: '事件上报接口', 计划日期: '2027-12-31' },
  数据归集: '告警和处置记录每日归集。',
  知识产权与数据约定: '采购合同约定成果和数据归建设单位所有。',
};
const paper = (...names: readonly string[]): Entered =>
  names.map((name) => ({ 名称: name, 日期: '2026年2月20日', 送达: '纸质', 编号: '示办〔2026〕7号' }));
const OPINIONS: Entered = { 申报单位: { 日期: '2026-03-01', 纸质编号: '示办〔2026〕8号' } };
const PERIOD: Entered = { 起: '2026-12-10', 止: '2027-10-31' };
const publicMoney: Entered = [{ 来源: '区级财政', 金额: '100' }];
const ownMoney: Entered = [{ 来源: '社会资金', 金额: '100', 说明: '企业投入' }];

const screens = (more: Readonly<Record<string, Readonly<Record<string, Entered>>>>): Story['screens'] => ({
  project: { 项目名称: '示例街道井盖与积水感知平台' },
  content: CONTENT,
  functions: FUNCTIONS,
  safety: SAFETY,
  ...more,
});

export const STORIES: Readonly<Record<string, Story>> = {
  '6.1': {
    start: ['街道办事处', '已建成', '是'],
    unit: 'shili',
    screens: screens({
      basics: { ...BASICS, 已建成日期: '2021.12.20' },
      money: { 资金预算: '100', 资金来源: publicMoney, 实际完成投资: '98', 以后需财政付费: '否' },
      papers: { 附件: paper('项目建设方案'), 意见: OPINIONS },
    }),
  },
  '6.2': {
    start: ['街道办事处', '新建', '是'],
    unit: 'shili',
    screens: screens({
      basics: { ...BASICS, 建设期限: PERIOD },
      money: { 资金预算: '100', 资金来源: publicMoney, 以后需财政付费: '否' },
      papers: { 附件: paper('项目建设实施方案'), 意见: OPINIONS },
    }),
  },
  '6.3': {
    start: ['社会组织', '正在建设', '否'],
    unit: 'shili',
    leadName: '示例井盖科技有限公司',
    screens: screens({
      basics: { ...BASICS, 预计建成日期: '2027-12-31' },
      money: { 资金预算: '100', 资金来源: ownMoney, 使用社会资金: '100', 以后需财政付费: '否' },
      papers: { 附件: paper('项目建设方案'), 意见: OPINIONS },
    }),
  },
  '6.4 财政': {
    start: ['社会组织', '新建', '是'],
    unit: 'shili',
    leadName: '示例井盖科技有限公司',
    screens: screens({
      basics: { ...BASICS, 建设期限: PERIOD },
      money: { 资金预算: '100', 资金来源: publicMoney, 以后需财政付费: '否' },
      papers: { 附件: paper('项目建设实施方案'), 意见: OPINIONS },
    }),
  },
  '6.4 非财政': {
    start: ['社会组织', '新建', '否'],
    unit: 'shili',
    leadName: '示例井盖科技有限公司',
    screens: screens({
      basics: { ...BASICS, 建设期限: PERIOD },
      money: { 资金预算: '100', 资金来源: ownMoney, 使用社会资金: '100', 以后需财政付费: '否' },
      papers: { 附件: paper('项目建设实施方案', '项目建设内容'), 意见: OPINIONS },
    }),
  },
};

/** A slip that is often made: on which screen, what is entered, and what has to be said. */
export interface Slip {
  readonly screen: string;
  readonly label: string;
  readonly wrong: Entered;
  readonly says: RegExp;
}

export const SLIPS: readonly Slip[] = [
  { screen: 'project', label: '项目名称', wrong: '', says: /项目名称：这一栏必填/ },
  { screen: 'basics', label: '项目预期效果', wrong: '', says: /项目预期效果：这一栏必填/ },
  { screen: 'money', label: '资金预算', wrong: '1000', says: /资金预算：.*合计 100\.00 万元/ },
  { screen: 'content', label: '建设内容', wrong: '建设井盖状态感知平台，有事打 13812345678。', says: /手机/ },
  {
    screen: 'papers',
    label: '意见',
    wrong: { 申报单位: { 日期: '二月三十', 纸质编号: '示办〔2026〕8号' } },
    says: /意见 申报单位 日期：写成「年-月-日」/,
  },
];
