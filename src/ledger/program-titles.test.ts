import { describe, expect, it } from 'vitest';
import { programTitle } from './program-titles.ts';
import { withoutReferences } from './references.ts';

describe('titles of programs', () => {
  it.each([
    ['PROJECT_NAME', '项目名称'],
    ['sysName', '项目名称'],
    ['OWNER_DEPT', '建设单位'],
    ['build_unit_name', '建设单位'],
    ['BUDGET_AMT', '金额'],
    ['totalInvest', '金额'],
    ['BUDGET_UNIT', '金额单位'],
    ['apprInvestAmt', '批复金额'],
    ['contract_total_amount', '合同金额'],
    ['paidAmount', '已付金额'],
    ['APPROVE_DATE', '立项日期'],
    ['finish_time', '建成日期'],
    ['createTime', '其他'],
    ['is_deleted', '其他'],
    ['supplierName', '承建单位'],
    ['contact_phone', '联系人'],
  ])('%s is %s', (title, meaning) => {
    expect(programTitle(title)).toBe(meaning);
  });

  it.each(['CPU', '项目 name', 'foo', 'Name of the thing that we are going to build here'])(
    'says nothing of %s',
    (title) => {
      expect(programTitle(title)).toBeUndefined();
    },
  );
});

describe('signs written as references', () => {
  it('are read once, and unknown ones stay', () => {
    expect(withoutReferences('&ldquo;一件事&rdquo;&amp;lt; &#40;二&#x29; &foo; &#0; R&D')).toBe(
      '“一件事”&lt; (二) &foo; &#0; R&D',
    );
  });
});
