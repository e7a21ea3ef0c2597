import { unitByName } from '../registry/units.ts';
import { UNIT_TYPES } from '../regulation/vocabulary.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第六条第1、2项: projects led by a unit of the district; the unit stands in the 单位名录 and files in its own folder. */
export const art6UnitRegistered = defineRule({
  id: 'art6-unit-registered',
  title: '牵头单位要在单位名录里，文件放在本单位的文件夹',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6-1', 'art6-2'],
  appliesTo: '区直单位、街道办事处、园区管委会牵头的项目',
  why: '名称写得不统一，统计和年度评价就归不到一起；文件夹不对，别的单位就能改它。',
  fix: '名称照单位名录的全称写；文件放在 projects/本单位代码/ 下。',
  needs: ['lead'],
  ok: [{ says: '名录里的全称，本单位的文件夹', base: '6.1', edit: {} }],
  bad: [
    { says: '写了简称', base: '6.1', edit: { 牵头主体: { 类型: '街道办事处', 名称: '示例街道' } } },
    { says: '单位类型不对', base: '6.1', edit: { 牵头主体: { 类型: '区直单位', 名称: '示例街道办事处' } } },
  ],
  *check({ lead }, entry, { units }) {
    if (units.size === 0 || !UNIT_TYPES.some((type) => type === lead.type)) return;
    const label = labelOf('lead');
    const unit = unitByName(units, lead.name);
    const folder = units.get(entry.unit);
    if (!unit) {
      const near = [...units.values()].find(
        ({ name }) => name.includes(lead.name) || lead.name.includes(name),
      );
      const fix = near
        ? `改成「名称: ${near.name}」`
        : '照单位名录（registry/units.yaml）的全称写；名录里没有的，先请办公室增加。';
      yield { path: [label, '名称'], message: `${label}：单位名录里没有「${lead.name}」`, fix };
      return;
    }
    if (unit.type !== lead.type) {
      const message = `${label}：「${unit.name}」在名录里是${unit.type}，不是${lead.type}`;
      yield { path: [label, '类型'], message, fix: `改成「类型: ${unit.type}」` };
    }
    if (folder && folder.code !== unit.code) {
      const message = `${label}：文件在「${folder.name}」的文件夹里，牵头的却是「${unit.name}」`;
      yield { path: [label, '名称'], message, fix: `把文件移到 projects/${unit.code}/ 下，或改正牵头单位。` };
    }
  },
});
