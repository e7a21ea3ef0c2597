import type { Entry } from '../form/entry.ts';
import type { Filing } from '../form/fields.ts';
import { UNIT_TYPES } from '../regulation/vocabulary.ts';
import { defineRule, type Facts, type Fault, labelOf } from './support/define-rule.ts';
import { jointNames, unitNameFaults } from './support/unit-name-faults.ts';

type LeadOf = NonNullable<Filing['lead']>;

/** 第六条第1、2项: the 单位名录 decides what a unit is, whatever type is written; a unit files in its own folder. */
export const art6UnitRegistered = defineRule({
  id: 'art6-unit-registered',
  title: '牵头单位要在单位名录里，文件放在本单位的文件夹',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6-1', 'art6-2'],
  appliesTo: '区直单位、街道办事处、园区管委会牵头的项目，不论类型写成什么',
  why: '名称写得不统一，统计和年度评价就归不到一起；单位写成社会组织，该论证的会漏掉论证；文件夹不对，别的单位就能改它。',
  fix: '类型和名称照单位名录写，只写主导的一个单位；文件放在 projects/本单位代码/ 下。',
  needs: ['lead'],
  ok: [
    { says: '名录里的全称，本单位的文件夹', base: '6.1', edit: {} },
    { says: '社会组织的名称里有街道名', base: '6.3', edit: lead('社会组织', '示例街道养老服务中心') },
    { says: '企业的名称里有街道名', base: '6.3', edit: lead('社会组织', '示例街道物业管理有限公司') },
  ],
  bad: [
    { says: '写了简称', base: '6.1', edit: lead('街道办事处', '示例街道') },
    { says: '单位类型不对', base: '6.1', edit: lead('区直单位', '示例街道办事处') },
    {
      says: '两个单位写在一起',
      base: '6.1',
      edit: lead('街道办事处', '示例街道办事处、示例区民政局'),
    },
    { says: '街道写成社会组织', base: '6.4非财政', edit: lead('社会组织', '示例街道办事处') },
    { says: '街道的科室写成社会组织', base: '6.4非财政', edit: lead('社会组织', '示例街道信息科') },
    { says: '街道写成个人', base: '6.3', edit: lead('个人', '示例街道办') },
  ],
  *check({ lead }, entry, facts) {
    if (facts.units.size === 0) return;
    const byUnit = UNIT_TYPES.some((type) => type === lead.type);
    yield* byUnit ? ledByUnit(lead, entry, facts) : calledSociety(lead, facts);
  },
});

function lead(type: string, name: string) {
  return { 牵头主体: { 类型: type, 名称: name } };
}

function* ledByUnit(lead: LeadOf, entry: Entry, facts: Facts): Iterable<Fault> {
  const label = labelOf('lead');
  const place = { field: 'lead', path: [label, '名称'], key: '名称' } as const;
  const unit = yield* unitNameFaults(place, lead.name, facts);
  if (!unit) return;
  if (unit.type !== lead.type) {
    const message = `${label}：「${unit.name}」在名录里是${unit.type}，不是${lead.type}`;
    yield { path: [label, '类型'], message, fix: `改成「类型: ${unit.type}」` };
  }
  const folder = facts.units.get(entry.unit);
  if (folder && folder.code !== unit.code) {
    const message = `${label}：文件在「${folder.name}」的文件夹里，牵头的却是「${unit.name}」`;
    yield { path: place.path, message, fix: `把文件移到 projects/${unit.code}/ 下，或改正牵头单位。` };
  }
}

/** A unit that is written as a 社会组织 or 个人 would pass by 第六条第1、2项. What 个人 has written is never repeated. */
function* calledSociety({ type, name }: LeadOf, facts: Facts): Iterable<Fault> {
  const label = labelOf('lead');
  const path = [label, '类型'];
  const found = facts.unitNamed(name);
  if (found && found.by !== '近似') {
    const { unit } = found;
    const message = `${label}：「${unit.name}」在名录里是${unit.type}，不是${type}`;
    yield { path, message, fix: `改成「类型: ${unit.type}」和「名称: ${unit.name}」` };
    return;
  }
  if (type === '个人') return;
  const names = found ? [found.unit.name] : jointNames(name, facts);
  if (names.length === 0) return;
  const message = found
    ? `${label}：「${name}」像是名录里的「${found.unit.name}」，由单位牵头的不写${type}`
    : `${label}：这里写了${names.join('、')}，看不出由谁牵头`;
  const fix = '由谁作决定，谁就是牵头主体，只写一个；一同建设的写在参与单位。由办公室核对。';
  yield { path, message, fix, severity: 'judgement' };
}
