import { describe, expect, it } from 'vitest';
import { laterFeesIn, moneyOf } from './public-money.ts';

describe('whose money a note names', () => {
  it.each([
    '区财政预算安排',
    '超长期特别国债',
    '中央预算内投资',
    '市级专项资金',
    '上级补助',
    '区里拨款',
    '以奖代补',
    '福利彩票公益金',
    '列入街道年度预算',
    '政府购买服务',
    '街道工作经费结余',
    '不足部分由区财政解决',
    '企业垫资，区财政分三年偿还',
    '２０２６年省级专项补助',
  ])('of a budget: %s', (note) => expect(moneyOf(note)).toBe('财政'));

  it.each([
    '社会捐赠，非财政资金',
    '不使用财政资金',
    '未列入财政预算，由企业捐建',
    '爱心企业专项捐款',
    '园区运营公司自有资金',
    '经营收入',
    '党费留存',
    '工会经费',
    '银行贷款',
    '个人出资',
    '没有申请财政补助，会费支出',
  ])('of nobody’s budget: %s', (note) => expect(moneyOf(note)).toBe('非财政'));

  it.each(['', '单位自有资金', '自筹', '历年结余'])('nothing said: %s', (note) =>
    expect(moneyOf(note)).toBeUndefined(),
  );
});

describe('fees that the budget pays later', () => {
  it.each([
    '建成后由区财政每年支付运营服务费 60 万元',
    '运维费用纳入街道年度预算',
    '后期由政府购买服务',
    '项目免费建设，建成以后区民政局按年付服务费 30 万元',
    '系统由企业投资建设，运营期内由财政补贴',
    '每年运行维护费列入部门预算',
    '以后的流量费由街道办事处承担',
    '企业垫资建设，区政府分五年回购',
    '免费使用三年，三年以后由区财政按使用量结算费用',
  ])('found: %s', (text) => expect(laterFeesIn(`终端误报：设两级核实。${text}。`)).toBe(text));

  it.each([
    '运营费用由公司自行承担，不需财政付费',
    '建成以后财政不再付费',
    '每年减少上门巡查约 8000 人次',
    '后续运营由企业负责，政府不付费',
    '区财政 2026 年安排建设资金 200 万元',
    '运维由示例养老服务中心承担',
    '以后无需区财政支付任何费用',
    '运营单位每年向街道报告运行情况',
    '免费使用三年，期满后由牵头方承担费用',
    '建成后由街道办事处组织社区工作人员使用',
    '分三期建设，街道办事处组织各社区培训',
  ])('not found: %s', (text) => expect(laterFeesIn(`${text}。`)).toBeUndefined());
});
