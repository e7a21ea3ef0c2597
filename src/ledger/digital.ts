/** Words of digital projects in names. A name without one may still be one, so it is only ever asked about. */
const DIGITAL =
  /信息化|信息系统|信息平台|信息|系统|平台|智慧|智能|智联|数字|数智|数据|网络|软件|云|物联|监控|视频|电子|网站|网页|门户|小程序|公众号|APP|机房|服务器|存储|算力|AI|人工智能|大模型|模型|区块链|5G|门禁|热线|线上|在线|互联网|等保|安防|终端|接口|BIM|GIS|OA|LED|大屏|信创|网格化|一网|一卡通|一码|IT|ERP|CIM|通信|光纤|专线|宽带|无线|短信|安全防护|防火墙|密码|密评|UPS|雪亮|天网|大脑|孪生|可视化|自动化|远程|数据库|电话|会议|广播|显示屏|计算机|电脑|打印|扫描|遥感|无人机|VR|档案扫描|运维|微信|抖音|融媒|客户端|办公自动化|等级保护|灾备|容灾|签名|证照|一体机|呼叫|指挥|感知|识别|定位|导航|编码|标识|数控|工控|弱电|集成|取号|叫号|自助/i;
/** The surest of them: what a budget calls 数据 or 指挥 is seldom a system. */
const SURELY =
  /信息化|信息系统|信息平台|系统|平台|智慧|智能|数字化|数智|大数据|网络|软件|政务云|物联|监控|电子政务|网站|小程序|公众号|APP|机房|服务器|算力|人工智能|大模型|区块链|等保|安防|信创|网格化|一网|LED|OA/i;
/** Titles of budgets, in which most rows are no projects at all. */
const BUDGET_TITLES =
  /预算单位|政策依据|测算依据|功能科目|经济科目|支出功能|绩效|财政拨款|一般公共预算|支出项目|项目总金额|三级指标|预算项目/;
/** Names of what an office spends from year to year. */
const EXPENSE = /经费|补助|补贴|津贴|工资|慰问|奖励|专项资金|费$|费[）)]$/;

/** True when the name alone tells that the project is digital. */
export function isDigital(name: string): boolean {
  return DIGITAL.test(name);
}

/** True when the name alone leaves no doubt, also among the expenses of an office. */
export function isSurelyDigital(name: string): boolean {
  return SURELY.test(name);
}

/** What to do with the rows of a ledger whose names tell nothing digital. */
export type Scope =
  /** A ledger of digital projects, by its heading or by most of its names: every row is one. */
  | 'all'
  /** A budget of everything that an office spends: only what looks digital is taken. */
  | 'digital-only'
  /** Neither: every row is taken, and one question asked. */
  | 'ask';

/** Judges a whole ledger by its names, its titles and its heading. */
export function scopeOf(names: readonly string[], titles: readonly string[], heading: string): Scope {
  const digital = names.filter(isDigital).length;
  if (names.length < 5 || digital >= names.length * 0.5) return 'all';
  const spent = names.filter((name) => EXPENSE.test(name)).length;
  const budget = titles.filter((title) => BUDGET_TITLES.test(title)).length;
  if (budget >= 2 || (budget >= 1 && spent >= names.length * 0.3) || spent >= names.length * 0.6)
    return 'digital-only';
  return /信息化|数字|智慧|电子政务|信息系统|政务云|软件|网络安全/.test(heading) ? 'all' : 'ask';
}
