import { describe, expect, it } from 'vitest';
import { isPlan, isSubstitute } from './plan-names.ts';

describe('the title of an attachment', () => {
  it.each([
    '实施方案',
    '项目建设实施方案',
    '示例街道独居老人关爱服务平台实施方案（报批稿）',
    '《独居老人平台实施方案》V2.pdf',
    '实施方案及批复',
    '实施方案征求意见稿',
    '无人机巡查项目实施方案',
    '可行性研究报告、实施方案',
    '实施方案（含编制说明）',
    '关于印发独居老人平台实施方案的通知',
    '无障碍设施平台实施方案',
    '实施方案（修改说明附后）',
  ])('%s is a plan', (title) => {
    expect(isPlan(title, '实施方案')).toBe('是');
  });

  it.each([
    '关于暂无实施方案的说明',
    '实施方案编制请示',
    '实施方案编制说明',
    '关于报送实施方案的函',
    '关于实施方案及预算的请示',
    '实施方案专家评审意见',
    '实施方案批复',
    '实施方案编制合同',
    '实施方案模板',
    '尚未编制实施方案的情况说明',
    '实施方案（待补）编制计划',
    '免予编制实施方案申请',
    '无实施方案',
  ])('%s is one in name only', (title) => {
    expect(isPlan(title, '实施方案')).toBe('存疑');
  });

  it.each(['会议纪要', '项目建设方案', '采购合同'])('%s is another paper', (title) => {
    expect(isPlan(title, '实施方案')).toBe('不是');
  });

  it.each(['项目方案', '项目建设方案', '建设方案（2015年）', '项目实施方案'])(
    '%s does for a record',
    (title) => {
      expect(isPlan(title, '建设方案')).toBe('是');
    },
  );

  it.each(['采购合同及技术方案', '项目情况说明', '竣工验收报告', '初步设计', '招标文件'])(
    '%s may stand for the plan of what is built',
    (title) => {
      expect(isSubstitute(title)).toBe(true);
    },
  );

  it('a photograph may not', () => {
    expect(isSubstitute('现场照片')).toBe(false);
  });
});
