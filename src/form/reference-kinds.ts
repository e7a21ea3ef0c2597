import { type FieldType, leaf } from './kinds.ts';

/** What document a reference was taken from; words that sources use for it, the first that fits decides. */
const KINDS = [
  ['采购意向', /意向|计划|前期/],
  ['单一来源公示', /单一/],
  ['更正公告', /更正|变更|澄清|延期/],
  ['废标公告', /废标|流标|终止/],
  ['中标公告', /中标|成交|结果/],
  ['合同公告', /合同|协议/],
  ['验收公告', /验收/],
  ['采购需求', /需求|技术要求|参数/],
  ['招标公告', /招标|磋商|谈判|竞谈|询价|竞价|邀请|采购公告|资格预审/],
  ['方案文件', /方案|可行性|可研|建议书|设计|立项|批复/],
  ['登记', /登记|备案/],
  ['建设动态', /建设|建成|启动|上线|运行|开工|动态|新闻/],
  ['其他文书', /./],
] as const satisfies readonly (readonly [kind: string, words: RegExp])[];

export type ReferenceKind = (typeof KINDS)[number][0];
export const REFERENCE_KINDS: readonly ReferenceKind[] = KINDS.map(([kind]) => kind);

/** The kind that a source's own word means: 「竞争性磋商公告」 is a 招标公告, 「成交」 a 中标公告. */
export function referenceKindOf(word: string): ReferenceKind {
  const known = REFERENCE_KINDS.find((kind) => kind === word.trim());
  return known ?? KINDS.find(([, words]) => words.test(word))?.[0] ?? '其他文书';
}

/** 来源类别: any word of a source is read as the kind that it means, so that there is one vocabulary everywhere. */
export function referenceKind(): FieldType<ReferenceKind> {
  return leaf({
    kind: 'choice',
    expects: `从「${REFERENCE_KINDS.join('」「')}」中选一项`,
    example: '中标公告',
    options: REFERENCE_KINDS,
    json: { type: 'string', examples: REFERENCE_KINDS },
    read: (value) => (value === '' ? undefined : referenceKindOf(value)),
    format: (value) => value,
  });
}
