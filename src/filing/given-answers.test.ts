import { describe, expect, it } from 'vitest';
import type { Unit } from '../registry/units.ts';
import { readAnswers } from './given-answers.ts';

const unit: Unit = {
  code: 'jingba-lu',
  name: '经八路街道办事处',
  type: '街道办事处',
  formerNames: [],
  accounts: [],
  demo: false,
};
const UNITS = new Map([[unit.code, unit]]);
const ANSWERS = {
  牵头主体: { 类型: '街道办事处', 名称: '经八路街道办事处' },
  建设阶段: '已建成',
  项目名称: '某平台',
  项目预期效果: '覆盖 1200 人',
  项目类别: ['便民服务类'],
  资金预算: 320.5,
  资金来源: [{ 来源: '自筹', 金额: 320.5 }],
  建设内容: '四个模块',
  不涉密承诺: true,
};

describe('readAnswers', () => {
  it('takes numbers, booleans and what is plainly meant', () => {
    expect(readAnswers({ ...ANSWERS, 已建成日期: '2021年4月9日' }, UNITS)).toMatchObject({
      unit: 'jingba-lu',
      route: { clause: '6.1' },
      values: {
        资金预算: '320.5',
        已建成日期: '2021-04-09',
        不涉密承诺: 'true',
        资金来源: [{ 来源: '自筹', 金额: '320.5' }],
      },
    });
  });

  it('loses no item of a list on one line when another is put right', () => {
    const read = readAnswers({ ...ANSWERS, 项目类别: '便民服务、政务服务类' }, UNITS);
    expect(read).toMatchObject({ values: { 项目类别: ['便民服务类', '政务服务类'] } });
  });

  it('gives every complaint at once', () => {
    const { 项目名称: _, ...rest } = ANSWERS;
    const read = readAnswers(
      { ...rest, 资金预算: '很多', 项目负责人: '张某', 建设内容: '电话13800001111', 单位: '没有这个' },
      UNITS,
    );
    expect('complaints' in read && read.complaints.map((complaint) => complaint.split('：')[0])).toEqual([
      '资金预算',
      '建设内容',
      '项目负责人',
      '单位',
      '项目名称',
    ]);
  });

  it('asks for the answers that decide the form', () => {
    expect(readAnswers({ 项目名称: '某平台' }, UNITS)).toHaveProperty('complaints');
  });
});
