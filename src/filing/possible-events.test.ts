import { describe, expect, it } from 'vitest';
import { eventSaid, insteadOf } from './possible-events.ts';

describe('what the office says for an event', () => {
  it.each([
    ['付款', '资金下达', undefined],
    ['竣工', '完工', undefined],
    ['审核同意', '审核', '通过'],
    ['验收合格', '专家验收', '通过'],
    ['评审不通过', '专家论证', '不通过'],
    ['补正完成', '补正', '已补齐'],
    ['已补正', '补正', '已补齐'],
    ['专家验收：不合格', '专家验收', '不通过'],
  ])('%s', (word, event, verdict) => {
    expect(eventSaid(word)).toEqual(verdict === undefined ? { event } : { event, verdict });
  });

  it.each([
    ['延期', '变更'],
    ['作废', '撤回'],
    ['运维到期', '年度确认'],
    ['安排论证', 'packet'],
    ['专家意见', '专家论证'],
  ])('%s is no event: what to record instead is said', (word, instead) => {
    expect(eventSaid(word)).toBeUndefined();
    expect(insteadOf(word)).toContain(instead);
  });

  it('says nothing of words that nobody has foreseen', () => {
    expect(insteadOf('天气')).toBeUndefined();
  });
});
