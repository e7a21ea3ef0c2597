import { defineRule, labelOf } from './support/define-rule.ts';

/** Words that say how, with what or in which shape, but not what for. */
const GENERIC =
  /智慧|数智|数字|信息|智能|综合|一体|互联网|大数据|云|平台|系统|项目|工程|建设|中心|管理|服务|应用|软件|硬件|设备|改造|提升|升级|采购|运营|化|[一二三四五六]期|\d{4}年度?|[\s\p{P}\p{S}]/gu;

/** A number or a day in place of a name, in digits of any width. */
const MERE_NUMBER = /^[\d\s\p{P}\p{S}年月日第号]+$/u;

/** 项目名称 of both annexes: for whom and what for, without the name of a maker or product. */
export const annexNamePlain = defineRule({
  id: 'annex-name-plain',
  title: '项目名称写明做什么，不写厂商和产品名',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '全部项目',
  why: '名称是查重和检索的第一依据。「信息化平台」这样的名称看不出做什么；带厂商名的，换了承建单位就不对了。',
  fix: '写成「谁的、做什么」，例如「某街道独居老人关爱服务平台」。不宜出现的词由办公室在设置里列出。',
  needs: ['name'],
  reads: ['lead'],
  ok: [{ says: '独居老人关爱服务平台', base: '6.1', edit: {} }],
  bad: [
    { says: '只说是信息化平台', base: '6.1', edit: { 项目名称: '示例街道智慧信息化综合管理平台' } },
    { says: '带了表情', base: '6.1', edit: { 项目名称: '示例街道独居老人关爱服务平台😀' } },
    { says: '只写了日期', base: '6.1', edit: { 项目名称: '２０２６．１１．２７' } },
    {
      says: '有办公室列为不宜出现的词',
      base: '6.1',
      edit: { 项目名称: '示例街道某云独居老人关爱服务平台' },
      settings: { 名称不宜出现的词: '某牌、某云' },
    },
  ],
  *check({ name, lead }, _entry, { settings }) {
    const label = labelOf('name');
    const told = withoutLead(name, lead?.name ?? '').replace(GENERIC, '');
    if (told.length < 2 || MERE_NUMBER.test(name.normalize('NFKC'))) {
      const message = `${label}：「${name}」看不出做什么`;
      yield { path: [label], message, fix: '写明为谁、做什么，例如「某街道独居老人关爱服务平台」。' };
    }
    if (/\p{Extended_Pictographic}/u.test(name))
      yield { path: [label], message: `${label}：有表情或图形符号`, fix: '去掉符号，只写文字。' };
    for (const word of settings.unwantedWords ?? []) {
      if (!name.includes(word)) continue;
      yield {
        path: [label],
        message: `${label}：有办公室列为不宜出现的「${word}」`,
        fix: `去掉「${word}」，写功能。`,
      };
    }
  },
});

/** The name without the beginning that it shares with its unit's (「郑州市金水区」 and 「办事处」 apart). */
function withoutLead(name: string, lead: string): string {
  const short = lead.replace(/^(?:河南省|郑州市|金水区)+/, '');
  const rest = name.replace(/^(?:河南省|郑州市|金水区)+/, '');
  let at = 0;
  while (at < short.length && short[at] === rest[at]) at++;
  return rest.slice(at);
}
