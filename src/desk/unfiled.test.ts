import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { readLexiconFile } from '../io/lexicon-file.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { unfiledJson, unfiledText } from '../report/unfiled.ts';
import { libraryOfRegistry } from '../similarity/library.ts';
import { registryNeeds } from '../similarity/registry-needs.ts';
import { compareNotices, type Notice } from './unfiled.ts';

const registry = check(readRegistryFiles('registry'), {
  today: '2026-11-27',
  similarity: { compare: '不查' },
});
const filings = registryNeeds(registry).filter(({ unitCode }) => unitCode !== undefined);
const library = libraryOfRegistry({ concepts: readLexiconFile('registry'), threshold: undefined }, filings);
const CITY = '演示区直单位（城市管理）';
const notice = (name: string, unit: string | undefined = CITY, digital = true): Notice => ({
  sheet: '采购意向',
  row: 3,
  name,
  unit,
  digital,
});
const compare = (...notices: readonly Notice[]) => compareNotices(notices, registry, library);

describe.runIf(filings.length > 0)('notices beside the registry', () => {
  it('lists by unit what that unit has not filed, with words that accuse nobody', () => {
    const compared = compare(notice('智慧环卫作业监管平台建设项目'), notice('路灯智能控制系统采购'));
    expect(compared.units.map(({ unit, notices }) => [unit.code, notices.length])).toEqual([
      ['yanshi-chengguan', 2],
    ]);
    const text = unfiledText(compared, registry.office);
    expect(text).toContain('列在这里不等于应备未备');
    expect(text).toContain('电话 由办公室转');
    expect(text).not.toMatch(/违规|漏报|瞒报|未按规定/);
  });

  it('finds the filing of the same unit under the title of a notice', () => {
    const { filed, units } = compare(notice('城区防汛积水监测预警与排涝调度系统采购项目中标公告'));
    expect([units, filed.map(({ id }) => id)]).toEqual([[], ['yanshi-chengguan/fangxun-jiance-a7mh']]);
  });

  it('does not take the filing of another unit for it, and names it as the most alike', () => {
    const { filed, units } = compare(notice('城区防汛积水监测预警与排涝调度系统', '演示街道办事处（甲）'));
    expect(filed).toEqual([]);
    expect(units[0]?.notices[0]?.near?.id).toBe('yanshi-chengguan/fangxun-jiance-a7mh');
  });

  it.each([
    ['单位不在本区名录', notice('智慧养老平台', '郑州市二七区民政局')],
    ['没有写单位', { ...notice('智慧养老平台'), unit: undefined }],
    ['看名称不像数智化项目', notice('办公家具采购', CITY, false)],
  ])('puts aside, with the reason: %s', (why, one) => {
    const { aside, units, filed } = compare(one);
    expect([aside.map((row) => row.why), units, filed]).toEqual([[why], [], []]);
  });

  it('puts every notice in exactly one place', () => {
    const all = [
      notice('智慧环卫平台'),
      notice('办公桌', CITY, false),
      notice('城区防汛积水监测预警与排涝调度系统'),
    ];
    const { units, filed, aside } = JSON.parse(unfiledJson(compare(...all)));
    expect(units[0].notices.length + filed.length + aside.length).toBe(all.length);
  });
});
