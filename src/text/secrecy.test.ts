import { describe, expect, it } from 'vitest';
import { findSecrecy } from './secrecy.ts';

const said = (text: string): readonly string[] => [
  ...new Set(findSecrecy(text).map(({ severity }) => severity)),
];

describe('findSecrecy', () => {
  it.each([
    ...[
      '本项目定密为秘密级，涉及机密内容',
      '本项目涉密',
      '定密为秘密级',
      '密级：机密',
      '本项目为涉密项目',
      '系统涉密',
      '涉及国家秘密',
    ],
    ...[
      '本项目属于国家秘密',
      '机密★1年',
      '项目内容部分涉密',
      '本系统为机密级',
      '本项目密级为绝密',
      '该平台为涉密信息系统',
      '本项目**涉密**',
    ],
  ])('takes %s as a statement', (text) => {
    expect(said(text)).toEqual(['error']);
  });

  it.each(['平台存储秘密级文件', '机密文件', '涉密：是', '涉密文件'])('leaves %s to the office', (text) => {
    expect(said(text)).toEqual(['judgement']);
  });

  it.each([
    ...[
      '本项目不涉密',
      '非涉密系统',
      '不属于国家秘密',
      '不涉及国家秘密',
      '涉及商业秘密的内容签保密协议',
      '保密协议',
      '不涉密承诺: true',
    ],
    ...[
      '与涉密系统隔离',
      '本项目与涉密系统隔离',
      '涉密系统隔离',
      '涉密网络物理隔离',
      '严禁涉密信息上网',
      '涉密项目不在此登记',
    ],
    ...[
      '数据机密性、完整性',
      '不得存储、处理国家秘密',
      '本项目不存储、不处理涉密信息',
      '保守国家秘密',
      '涉密人员管理',
      '无涉密内容',
      '是否涉密：否',
    ],
  ])('finds nothing in %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});
