import { defineRule, labelOf } from './support/define-rule.ts';

/** 第七条第1项 「在确保系统网络安全的前提下」. */
export const art71ProtectionKnown = defineRule({
  id: 'art7-1-protection-known',
  title: '对外服务或用到人口数据的，写明等保级别',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art7-1'],
  appliesTo: '面向公众、或用到个人信息的项目',
  why: '第七条要求在确保网络安全的前提下对接；不知道等保级别，总平台不能接。',
  fix: '填写等保级别；还没有定的写「未定级」，并在风险分析及控制里说明何时定。',
  needs: ['stage'],
  reads: ['protection', 'dataUsed', 'dataProduced'],
  ok: [
    {
      says: '用到人口数据，写了第二级',
      base: '6.1',
      edit: { 使用数据: ['人口基础信息'], 等保级别: '第二级' },
    },
    { says: '没有用到个人信息', base: '6.1', edit: {} },
  ],
  bad: [{ says: '用到人口数据，没有写', base: '6.1', edit: { 使用数据: ['人口基础信息'] } }],
  *check({ protection, dataUsed, dataProduced }) {
    if (protection !== undefined) return;
    const personal = [...(dataUsed ?? []), ...(dataProduced ?? [])].find((line) => PERSONAL.test(line));
    if (personal === undefined) return;
    const label = labelOf('protection');
    yield {
      path: [label],
      message: `${label}：用到「${personal}」，没有写网络安全等级保护的级别`,
      fix: `填写，例如「${label}: 第二级」；还没有定的写「未定级」。`,
    };
  },
});

const PERSONAL =
  /人口|居民|个人|身份|户籍|老人|学生|患者|病历|健康档案|婚姻|社保|医保|从业人员|人脸|车牌|流动人员/;
