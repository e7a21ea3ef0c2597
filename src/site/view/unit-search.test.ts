import { describe, expect, it } from 'vitest';
import { unitsNamed } from './unit-search.ts';

const UNITS = [
  '郑州市金水区卫生健康委员会',
  '郑州市金水区发展和改革委员会',
  '郑州市金水区住房和城乡建设局',
  '郑州市金水区人力资源和社会保障局',
  '郑州市金水区城市管理局',
  '郑州市金水区民政局',
  '郑州市金水区教育局',
  '中共郑州市金水区委网络安全和信息化委员会办公室',
  '郑州市金水区杜岭街道办事处',
].map((name) => ({ code: name, name, also: [] }));
const found = (query: string): readonly string[] =>
  unitsNamed(UNITS, query).map(({ name }) => name.replace('郑州市金水区', ''));

describe('the units that a query names', () => {
  it.each([
    ['民政局', '民政局'],
    ['金水区民政局', '民政局'],
    ['杜岭街道', '杜岭街道办事处'],
    ['卫健委', '卫生健康委员会'],
    ['区发改委', '发展和改革委员会'],
    ['住建局', '住房和城乡建设局'],
    ['人社局', '人力资源和社会保障局'],
    ['城管局', '城市管理局'],
  ])('%s is %s', (query, name) => {
    expect(found(query)).toEqual([name]);
  });

  it.each(['停车', '局', '管局', '视频监控局', '一网通办', '健康委'])('%s is none', (query) => {
    expect(found(query).filter((name) => name !== '卫生健康委员会')).toEqual([]);
  });
});
