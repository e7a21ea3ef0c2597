import { describe, expect, it } from 'vitest';
import { unitNames } from './unit-names.ts';
import type { Unit } from './units.ts';

const unit = (code: string, name: string, formerNames: readonly string[] = []): [string, Unit] => [
  code,
  { code, name, type: '区直单位', formerNames, accounts: [], demo: false },
];
const named = unitNames(
  new Map([
    unit('jingba-lu', '郑州市金水区经八路街道办事处'),
    unit('wenhua-lu', '郑州市金水区文化路街道办事处'),
    unit('minzheng-ju', '郑州市金水区民政局'),
    unit('weijian-wei', '郑州市金水区卫生健康委员会', ['郑州市金水区卫生和计划生育委员会']),
    unit('zhujian-ju', '郑州市金水区住房和城乡建设局'),
    unit('zhengfu-ban', '郑州市金水区人民政府办公室'),
    unit('fayuan', '郑州市金水区人民法院'),
    unit('zuzhi-bu', '中共郑州市金水区委组织部'),
    unit('yuanqu', '金水科教园区管理委员会'),
    unit('yanshi', '演示街道办事处（甲）'),
  ]),
);
const said = (written: string) => {
  const found = named(written);
  return found && `${found.unit.code} ${found.by}`;
};

describe('the unit that a name means', () => {
  it.each([
    ['郑州市金水区经八路街道办事处', 'jingba-lu 全称'],
    ['金水区经八路街道办事处', 'jingba-lu 同名'],
    ['河南省郑州市金水区 经八路街道办事处', 'jingba-lu 同名'],
    ['经八路街道办事处', 'jingba-lu 同名'],
    ['郑州市金水区人民政府经八路街道办事处', 'jingba-lu 同名'],
    ['演示街道办事处(甲)', 'yanshi 同名'],
    ['区民政局', 'minzheng-ju 同名'],
    ['郑州市金水区卫生和计划生育委员会', 'weijian-wei 全称'],
    ['区委组织部', 'zuzhi-bu 同名'],
    ['金水区经八路街道', 'jingba-lu 简称'],
    ['经八路街道办', 'jingba-lu 简称'],
    ['金水区法院', 'fayuan 简称'],
    ['金水科教园区管委会', 'yuanqu 简称'],
    ['经八路街道办事处信息科', 'jingba-lu 内设机构'],
    ['经八路街道综治办', 'jingba-lu 内设机构'],
    ['金水区民政局养老服务科', 'minzheng-ju 内设机构'],
    ['经八路街道办事处党群服务中心', 'jingba-lu 近似'],
    ['区卫健委', 'weijian-wei 近似'],
    ['金水区住建局', 'zhujian-ju 近似'],
    ['区政府办', 'zhengfu-ban 近似'],
  ])('%s: %s', (written, expected) => {
    expect(said(written)).toBe(expected);
  });

  it.each([
    '街道办事处',
    '某某科技有限公司',
    '经八路街道养老服务中心',
    '经八路街道老年协会办公室',
    '金水区民政局养老服务协会',
    '金水区志愿者联合会',
    '郑州市二七区民政局',
    '个人',
    '王建国',
    '',
  ])('none: %s', (written) => expect(said(written)).toBeUndefined());
});
