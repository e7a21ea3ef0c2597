import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotName } from './slots.ts';

describe('taking a name apart', () => {
  it('finds every slot of a full name', () => {
    expect(slotName('金水区经八路街道2024年智慧养老综合服务平台（二期）建设项目')).toEqual({
      place: '金水区经八路街道',
      unit: '',
      year: '2024',
      phase: '2',
      action: ['建设'],
      modifiers: ['智慧', '综合'],
      core: '养老',
      carrier: ['服务', '平台', '建设项目'],
      topic: '智慧养老综合服务平台 建设项目',
    });
  });

  it.each([
    ['智慧城市运营中心', '', '城市'],
    ['宁波原水有限公司大坝安全监测系统', '宁波', '大坝安全监测'],
    ['莲香社区智慧社区平台', '', '莲香社区 社区'],
    ['海口市琼山区社区矫正平台', '海口市琼山区', '社区矫正'],
    ['数据平台', '', '数据'],
    ['平台', '', '平台'],
  ])('%s lies in %j and is for %j', (name, place, core) => {
    expect(slotName(name)).toMatchObject({ place, core });
  });

  it.each([
    ['互联网医院平台建设项目', '', '互联网医院平台建设项目'],
    ['智慧法院信息系统建设', '', '智慧法院信息系统建设'],
    ['干部网络学院平台续建', '', '干部网络学院平台续建'],
    ['电子税务局征管系统升级', '', '电子税务局征管系统升级'],
    ['第一人民医院互联网医院平台建设', '第一人民医院', '互联网医院平台建设'],
    ['第一人民医院电子病历升级改造', '第一人民医院', '电子病历升级改造'],
  ])('%s is of %j and about %j: what is built is no body', (name, unit, topic) => {
    expect(slotName(name)).toMatchObject({ unit, topic });
  });

  it.each([
    ['某平台（三期）', '3'],
    ['某平台第二批', '2'],
    ['某平台2.0', '2'],
    ['某平台12期工程', '12'],
    ['某平台', ''],
    ['公共自行车第三期工程', '3'],
  ])('the phase of %s is %j', (name, phase) => {
    expect(slotName(name).phase).toBe(phase);
  });

  it('never leaves less than two characters of a name that has them', () => {
    const words = fc.array(
      fc.constantFrom('金水区', '智慧', '平台', '建设', '项目', '2024年', '一期', '养老', '管理', '局'),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const name = parts.join('');
        if (name.length >= 2)
          expect(slotName(name).core.replaceAll(' ', '').length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
