import { describe, expect, it } from 'vitest';
import { saysNone, sendsElsewhere } from './empty-words.ts';

describe('an answer without a reason', () => {
  it.each([
    '无',
    '无。',
    '暂无',
    '没有',
    '不涉及',
    '不适用',
    '/',
    '／',
    '——',
    'N/A',
    '待定',
    '暂未约定',
    '尚未签订协议',
    '本项目不涉及',
    '没有可用的设备和平台',
    '无相关协议',
    '无需约定',
    '目前没有可利旧资源',
  ])('%s', (text) => {
    expect(saysNone(text)).toBe(true);
  });

  it.each([
    '部署在市政务云，不建机房',
    '没有可用的：现场没有网络，须新装终端',
    '无可用平台，原系统已于2020年停用',
    '采购合同第十二条约定成果归建设单位所有',
    '尚未签订，拟在采购合同中约定数据归街道所有',
    '不涉及个人信息，不产生新的数据资源，源代码随合同移交',
    '见采购合同第十二条',
    '无人机航拍影像',
    '无障碍设施数据',
    '未成年人保护平台数据',
  ])('not: %s', (text) => {
    expect(saysNone(text)).toBe(false);
  });
});

describe('a text that only sends its reader elsewhere', () => {
  it.each([
    '详见附件。',
    '具体见附件《实施方案》第三章',
    '具体建设内容见附件《实施方案》第三章。',
    '（详见实施方案）',
    '参见建设方案第 3 节',
    '同附件',
    '见附件',
    '见附件。无。',
    '内容详见另册；预算参见附表2',
    '以实施方案为准',
    '略，见方案',
    '具体内容请参照附件一。',
    '按实施方案执行',
    '建设内容请参阅所附可行性研究报告第四章',
  ])('%s', (text) => {
    expect(sendsElsewhere(text)).toBe(true);
  });

  it.each([
    '建设预警平台。',
    '建设意见征集方案库。',
    '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块，详见附件。',
    '按照实施方案建设预警平台。',
    '建设四个模块。详见附件。',
    '会同社区编制应急方案。',
    '建设常见问题解答和报告查询。',
  ])('not: %s', (text) => {
    expect(sendsElsewhere(text)).toBe(false);
  });
});
