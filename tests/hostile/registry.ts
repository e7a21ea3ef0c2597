import type { BASES } from '../../src/rules/examples/bases.ts';
import { DISPATCH } from '../../src/rules/examples/duplicate-examples.ts';
import { exampleFile, exampleNeighbours } from '../../src/rules/examples/examples.ts';
import type { ExampleValue } from '../../src/rules/support/define-rule.ts';

/** Accounts of the registry that strangers attack in the tests. */
export const ACTORS = { office: '1001', own: '2001', foreign: '3001', nobody: '4001' } as const;

/** Files by path below the registry folder; text or bytes, with a mode where it is not an ordinary file. */
export type Files = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly mode?: string }>;

const encoder = new TextEncoder();
export const bytes = (text: string): Uint8Array => encoder.encode(text);

export const OWN = 'projects/shili/guanai-k7q2.md';
export const FOREIGN = 'projects/linjie/guanai-m3n4.md';
export const APPROVED = 'projects/shili/pingtai-p5q6.md';

const OFFICE = `名称: 示例办公室
地区: 示例区
规则版本: 金政〔2021〕22号
施行日期: '2021-04-29'
演示数据: 'false'
封存公钥: ''
审核账号: ['${ACTORS.office}']
设置:
  变更须重新论证比例: '10'
`;
const UNITS = `shili:
  名称: 示例街道办事处
  类型: 街道办事处
  账号: ['${ACTORS.own}']
linjie:
  名称: 邻街街道办事处
  类型: 街道办事处
  账号: ['${ACTORS.foreign}']
`;
const RECORDS = `- 日期: 2026-03-10
  事项: 受理
  登记号: 示登〔2026〕1号
  经办: 办公室
- 日期: 2026-03-20
  事项: 审核
  结论: 通过
  经办: 办公室
- 日期: 2026-04-10
  事项: 专家论证
  结论: 通过
  专家人数: 5
  同意人数: 5
  意见书编号: 示论〔2026〕1号
  经办: 办公室
`;

/** The text of a sound filing, with some labels written otherwise. */
export function filing(
  edit: Readonly<Record<string, ExampleValue | null>> = {},
  base: keyof typeof BASES = '6.1',
): string {
  return exampleFile({ base, edit }).text;
}

const foreign = {
  项目名称: '邻街图书借阅自助终端',
  功能清单: [{ 名称: '自助借还', 说明: '刷卡借书还书' }],
  服务对象: ['社区读者'],
  项目概况: '图书室无人值守时不能借书。',
  建设内容: '配置自助借还柜、编目软件和读者卡，供社区图书室使用。',
  牵头主体: { 类型: '街道办事处', 名称: '邻街街道办事处' },
};
/** Nothing here is like anything else: the attacks are to be the only thing to report. */
export const APPROVED_EDIT = { ...DISPATCH, 项目名称: '示例街道综合指挥平台' };
const LEXICON = exampleNeighbours().find(({ file }) => file === 'lexicon.yaml')?.text ?? '';

/** What a unit only ever adds to. */
const REPORTED = {
  建设进展: [{ 日期: '2020-12-10', 完成比例: '100', 说明: '已上线' }],
  变更说明: [{ 日期: '2026-02-01', 事项: '服务对象增加', 理由: '新建社区交付' }],
};

/** A sound registry: settings, two units with a filing each, and an approved application with its records. */
export function soundRegistry(): Map<string, { bytes: Uint8Array; mode?: string }> {
  const files: [string, string][] = [
    ['office.yaml', OFFICE],
    ['units.yaml', UNITS],
    ['lexicon.yaml', LEXICON],
    [OWN, filing(REPORTED)],
    [FOREIGN, filing(foreign)],
    [APPROVED, filing(APPROVED_EDIT, '6.2财政')],
    ['records/shili/pingtai-p5q6.yaml', RECORDS],
  ];
  return new Map(files.map(([file, text]) => [file, { bytes: bytes(text) }]));
}
