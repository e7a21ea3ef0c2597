import { describe, expect, it } from 'vitest';
import { needOfText } from './need-of-text.ts';

describe('a need as somebody types it', () => {
  it.each([
    ['智慧养老平台', '智慧养老平台', ''],
    ['智慧养老平台\n给老人装终端。派工单。', '智慧养老平台', '给老人装终端。派工单。'],
    ['智慧养老平台，给老人装终端', '智慧养老平台', '给老人装终端'],
    ['给老人装终端，十二小时没动静就报警', '', '给老人装终端，十二小时没动静就报警'],
    ['  给老人装终端。  派工单 ', '给老人装终端', '派工单'],
    [`${'很长的一句话'.repeat(20)}。`, '', `${'很长的一句话'.repeat(20)}。`],
  ])('%j is called %j', (text, name, description) => {
    expect(needOfText(text)).toEqual({ id: '-', name, description });
  });

  it('blank text is none', () => {
    expect(needOfText(' \n\t')).toBeUndefined();
  });
});
