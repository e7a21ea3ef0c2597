import type { Entry } from '../form/entry.ts';
import type { FieldKey, Filing } from '../form/fields.ts';
import { DISPATCH_ANSWER } from './examples/duplicate-examples.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { saysNone } from './support/empty-words.ts';

/** A field whose hint asks for a reason or an arrangement, so that 「无」 alone is no answer. */
interface Row {
  readonly key: FieldKey;
  /** In a list of records: the part that gives the reason, as key and label. */
  readonly part?: { readonly key: string; readonly label: string };
  /** What is missing beside 「无」, and what to write. */
  readonly lacks: string;
  readonly example: string;
  /** Only these owe it; left out: everybody who fills the field in. */
  readonly owes?: (entry: Entry) => boolean;
}

const ROWS: readonly Row[] = [
  {
    key: 'reuse',
    lacks: '没有可用的，写明原因',
    example: '- 没有可用的：楼内没有网络，终端和网关须新装',
  },
  {
    key: 'dataPooling',
    lacks: '没有要归集的数据，写明原因',
    example: '只展示总平台的数据，本身不产生业务数据',
  },
  {
    key: 'ipAgreement',
    lacks: '使用财政资金的项目，知识产权和数据资源要用协议约定；还没有签的，写准备怎样约定',
    example: '拟在采购合同里约定成果和数据归建设单位所有',
    owes: ({ fiscal }) => fiscal === true,
  },
  {
    key: 'answers',
    part: { key: 'reason', label: '说明' },
    lacks: '写明理由',
    example: '直接使用其预警模块，本项目不再建设',
  },
  {
    key: 'amendments',
    part: { key: 'reason', label: '理由' },
    lacks: '写明为什么改',
    example: '增加两个社区的终端',
  },
];

/** Fields that want a reason, for all of them the same way. */
export const art5ReasonGiven = defineRule({
  id: 'art5-reason-given',
  title: '要写原因或约定的，不只写「无」',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art5', 'art7-2', 'art8-1', 'art11'],
  appliesTo: '利旧情况、数据归集、知识产权与数据约定、查重说明、变更说明写了「无」一类的项目',
  why: '这几栏要的是原因或约定。只写「无」，看不出是没有、不知道，还是没有想过，办公室还得再问。',
  fix: '写出原因或约定，一句话就够。',
  needs: ['form'],
  reads: ROWS.map(({ key }) => key),
  ok: [
    {
      says: '没有可用的，写了原因',
      base: '6.1',
      edit: { 利旧情况: ['没有可用的：楼内没有网络，须新装终端'] },
    },
    { says: '不使用财政资金的不用约定', base: '6.2非财政', edit: { 知识产权与数据约定: '无' } },
    {
      says: '还没有签，写了准备怎样约定',
      base: '6.2财政',
      edit: { 知识产权与数据约定: '见采购合同第十二条' },
    },
  ],
  bad: [
    { says: '知识产权与数据约定只写无', base: '6.2财政', edit: { 知识产权与数据约定: '无' } },
    { says: '用斜线代替', base: '6.1', edit: { 知识产权与数据约定: '/' } },
    { says: '利旧情况只写暂无', base: '6.2财政', edit: { 利旧情况: ['暂无'] } },
    { says: '数据归集只写不涉及', base: '6.3', edit: { 数据归集: '不涉及' } },
    {
      says: '查重说明没有理由',
      base: '6.1',
      edit: { 查重说明: [{ ...DISPATCH_ANSWER, 说明: '无' }] },
    },
  ],
  *check(filing, entry) {
    for (const row of ROWS) {
      if (row.owes?.(entry) === false) continue;
      const label = labelOf(row.key);
      for (const { at, text } of textsOf(filing, row)) {
        yield {
          path: [label, ...at],
          message: `${label}：只写了「${text}」，${row.lacks}`,
          fix: `写成例如「${row.example}」。`,
        };
      }
    }
  },
});

/** Where nothing but 「无」 stands: the field, the first line of a list of nothing else, or each item's reason. */
function textsOf(filing: Filing, { key, part }: Row): readonly { at: (string | number)[]; text: string }[] {
  const value: unknown = filing[key];
  if (typeof value === 'string') return saysNone(value) ? [{ at: [], text: value }] : [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (part) {
    return items.flatMap((item, index) => {
      const text = String((item as Readonly<Record<string, unknown>>)[part.key]);
      return saysNone(text) ? [{ at: [index, part.label], text }] : [];
    });
  }
  const lines = items.filter((line) => typeof line === 'string');
  return lines[0] !== undefined && lines.every(saysNone) ? [{ at: [], text: lines[0] }] : [];
}
