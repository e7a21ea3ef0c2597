import { describe, expect, it } from 'vitest';
import { REFERENCE_KINDS } from '../src/form/reference-kinds.ts';
import { loadRegistry } from '../src/io/registry.ts';

/** The references that ship with the registry are worth opening: one vocabulary, right places, right levels. */
const { references } = await loadRegistry('registry', '2026-11-27');
const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 台湾 香港 澳门'.split(
    ' ',
  );
const PLACE = /^[\u4e00-\u9fff]+(?:市|州|盟|地区|区|县|旗)$/;

describe('the shipped references', () => {
  it('are there', () => expect(references.length).toBeGreaterThan(100));

  it('name their kind in the words of one list', () => {
    const written = references
      .map(({ parsed }) => parsed.head.raw.来源类别)
      .filter((kind) => kind !== undefined);
    expect(written.filter((kind) => !REFERENCE_KINDS.some((known) => known === kind))).toEqual([]);
  });

  it('name their place as 省 or 省/市县', () => {
    const wrong = references.filter(({ record: { region } }) => {
      if (region === undefined) return false;
      const [province = '', place, ...more] = region.split('/');
      return !PROVINCES.includes(province) || more.length > 0 || (place !== undefined && !PLACE.test(place));
    });
    expect(wrong.map(({ file, record }) => `${file} ${record.region}`)).toEqual([]);
  });

  it('name the city or county that stands in their unit’s name', () => {
    const wrong = references.filter(({ record: { region = '', unit = '' } }) => {
      const own = unit.replace(/^(?:北京|天津|上海|重庆)市|^[\u4e00-\u9fff]{2,4}?(?:省|自治区)/, '');
      const named = /^([\u4e00-\u9fff]{2,4}?(?:市|县))(?!场)/.exec(own)?.[1];
      return named !== undefined && !region.includes(named);
    });
    expect(wrong.map(({ file, record }) => `${file} ${record.unit} ${record.region}`)).toEqual([]);
  });

  it('are 外地 where they lie in another province', () => {
    const wrong = references.filter(
      ({ record: { region, level } }) => !region?.startsWith('河南') && level !== '外地' && region,
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});
