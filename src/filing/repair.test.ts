import { describe, expect, it } from 'vitest';
import { unitNames } from '../registry/unit-names.ts';
import { type Repaired, repairFiling } from './repair.ts';

const UNITS = unitNames(
  new Map([
    [
      'jingba-lu',
      {
        code: 'jingba-lu',
        name: '郑州市金水区经八路街道办事处',
        type: '街道办事处' as const,
        formerNames: [],
        accounts: [],
      },
    ],
  ]) as never,
);
const repair = (text: string | Uint8Array): Repaired =>
  repairFiling(typeof text === 'string' ? new TextEncoder().encode(text) : text, UNITS);
const done = (text: string | Uint8Array) => {
  const repaired = repair(text);
  if ('why' in repaired) throw new Error(repaired.why);
  return repaired;
};

const SOUND = `---
# 一条注释
表式: 备案表
项目名称: "某平台"
牵头主体:
  类型: 街道办事处
  名称: 郑州市金水区经八路街道办事处
资金预算: 320
资金来源:
  - 来源: 区级财政
    金额: 320
---

## 建设内容

第一段：３２０万元。
`;

describe('repairing a filing', () => {
  it('leaves a sound file letter for letter as it is', () => {
    expect(done(SOUND)).toEqual({ text: SOUND, repairs: [] });
  });

  it('puts right how it is saved: encoding, mark, line ends', () => {
    const windows = `\uFEFF${SOUND.replaceAll('\n', '\r\n')}`;
    expect(done(windows).text).toBe(SOUND);
    expect(done(windows).repairs.map(({ label }) => label)).toEqual(['文件开头', '换行']);
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${SOUND}`, 'utf16le'));
    expect(done(utf16)).toMatchObject({ text: SOUND, repairs: [{ label: '文件编码', becomes: 'UTF-8' }] });
  });

  it('puts right how the head is written, line for line', () => {
    const wrong = SOUND.replace('---', '——')
      .replace('资金预算: ', '资金预算：')
      .replace('  类型: ', '\t类型:');
    expect(done(wrong).text).toBe(SOUND);
    expect(done(wrong).repairs.map(({ label }) => label)).toEqual(['第 1 行', '第 6 行', '第 8 行']);
  });

  it('puts right values that are plainly meant, and only them', () => {
    const wrong = SOUND.replace('资金预算: 320', '资金预算: ３２０万元')
      .replace('金额: 320', '金额: 3200000元')
      .replace('表式: 备案表', '表式: 备案\n填报日期: 2026.3.5')
      .replace('郑州市金水区经八路', '金水区经八路');
    const { text, repairs } = done(wrong);
    expect(text).toBe(SOUND.replace('表式: 备案表\n', '表式: 备案表\n填报日期: 2026-03-05\n'));
    expect(repairs).toContainEqual({ label: '资金来源 第 1 项 金额', was: '3200000元', becomes: '320' });
    expect(repairs).toContainEqual({ label: '填报日期', was: '2026.3.5', becomes: '2026-03-05' });
    expect(text).toContain('# 一条注释');
  });

  it('leaves to the person what is only likely', () => {
    const likely = SOUND.replace('资金预算: 320', '资金预算: -320').replace('经八路街道办事处', '经八路街办');
    expect(done(likely).text).toBe(likely);
  });

  it('says why a file cannot be repaired at all', () => {
    expect(repair(new Uint8Array([0, 1, 2, 3, 0xff, 0]))).toEqual({ why: expect.stringContaining('文件') });
  });

  it('changes nothing the second time', () => {
    const once = done(SOUND.replace('资金预算: 320', '资金预算：３２０万元'));
    expect(done(once.text)).toEqual({ text: once.text, repairs: [] });
  });
});
