import { BODY_FIELDS, HEAD_FIELDS } from '../../form/fields.ts';
import {
  idIn,
  LEXICON_FILE,
  projectFile,
  recordsFile,
  sealedFile,
  UNITS_FILE,
} from '../../registry/paths.ts';
import type { RawMap } from '../../text/raw.ts';
import { type SectionText, writeFile, writeHead } from '../../text/write.ts';
import { writeEvent } from '../../text/write-event.ts';
import type { Example, ExampleEvent, ExampleValue } from '../support/define-rule.ts';
import { BASES, type Values } from './bases.ts';
import { DISPATCH } from './duplicate-examples.ts';

/** Not a label: an edit of this key puts the example into another unit's folder. */
const FOLDER = '文件夹';
const SLUG = 'dujulaoren-guanai-x9y8';
const HEAD_LABELS = HEAD_FIELDS.map(({ label }) => label);
const BODY_LABELS = BODY_FIELDS.map(({ label }) => label);

/** The number that one of the neighbours has already been given. */
const RECEIVED_BEFORE: ExampleEvent = {
  日期: '2026-03-09',
  事项: '受理',
  登记号: '示数备〔2026〕1号',
  经办: '办公室综合组',
};

/** A project that has nothing to do with the sound filings; a lexicon of three concepts to tell them apart by. */
const CANTEEN: Values = {
  项目名称: '示例街道智慧养老平台',
  功能清单: [
    { 名称: '餐厅排号', 说明: '午餐预订和取餐号' },
    { 名称: '补贴结算', 说明: '餐费补贴按月结算' },
  ],
  服务对象: ['社区餐厅'],
  项目概况: '六家社区餐厅的午餐补贴靠手工记账，月底对账困难。',
  建设内容: '建设餐厅预订、取餐和补贴结算模块，供社区餐厅使用。',
  建设规模: '六家社区餐厅。',
};
const LEXICON = [
  'command-dispatch:\n  名称: 指挥调度\n  领域: 应急\n  性质: 平台\n  词: [指挥调度, 综合指挥, 应急指挥]',
  'meal-service:\n  名称: 社区餐厅\n  领域: 民政养老\n  性质: 平台\n  词: [社区餐厅, 助餐]',
  'lonely-elderly:\n  名称: 独居老人\n  领域: 民政养老\n  性质: 平台\n  词: [独居老人, 空巢老人]',
  '',
].join('\n');

/** A file of an example registry: its path below the registry folder, and what it says. */
export interface ExampleFile {
  readonly file: string;
  readonly text: string;
}

/** A sealed attachment of the example entry: the outside of one, which is all that a check without a key sees. */
export const SAMPLE_SEALED = {
  name: 'shishi-fangan.pdf.age',
  text: [
    'age-encryption.org/v1',
    '-> X25519 w7xFrDUv5D/48KHMJtbMKfcfU23EF5BvhRPqRO1LsWE',
    'Iw2DWNyOiJC0xY3utikS7i8gNXrpKlzIYbmOaP4xrLU',
    '--- NIpin1zu0DLD6HBuxH2b+vsA+0JQsBjdllQ1ylDLg24',
    // Stands for ciphertext: examples are text, and nothing that can be read passes for ciphertext.
    'ФФдΞщπяԶԽγԲЩДΩδΣΔהΣюйΣԺщωוЦφדԶДθ',
  ].join('\n'),
  sha256: 'f99c33e111fd3a7bad65a0ca458963689699b924d7bc2f4fb3addbd19a6ee528',
} as const;

/** The day on which every example is judged. */
export const EXAMPLE_TODAY = '2026-11-24';

/** An example as the file that a clerk would have written. */
export function exampleFile({ base, edit }: Pick<Example, 'base' | 'edit'>): ExampleFile {
  const { [FOLDER]: folder, ...labels } = edit;
  const unit = typeof folder === 'string' ? folder : 'shili';
  return { file: projectFile(`${unit}/${SLUG}`), text: fileText(merge(BASES[base], labels)) };
}

/** The records that go with an example; undefined when the office has recorded nothing. */
export function exampleRecords(example: Omit<Example, 'says'>): ExampleFile | undefined {
  if (!example.records) return undefined;
  const id = idIn(exampleFile(example).file);
  return { file: recordsFile(id), text: example.records.map((event) => writeEvent(event)).join('') };
}

/** The office of the example registry, with what it has set. */
export function exampleOffice(settings: Example['settings'] = {}): ExampleFile {
  const office = {
    名称: '示例区“数字示例”建设工作领导小组办公室',
    地区: '示例区',
    规则版本: '金政〔2021〕22号',
    施行日期: '2021-04-29',
    演示数据: 'false',
    设置: settings,
  };
  return { file: 'office.yaml', text: writeHead(office) };
}

/** The registry around the examples: one unit, two projects that it has already filed, one sealed attachment. */
export function exampleNeighbours(): readonly ExampleFile[] {
  const filed = (slug: string, edit: Values): ExampleFile => ({
    file: projectFile(`shili/${slug}`),
    text: fileText(merge(BASES['6.1'], edit)),
  });
  return [
    { file: UNITS_FILE, text: 'shili:\n  名称: 示例街道办事处\n  类型: 街道办事处\n' },
    { file: LEXICON_FILE, text: LEXICON },
    { file: sealedFile(`shili/${SLUG}`, SAMPLE_SEALED.name), text: SAMPLE_SEALED.text },
    filed('zonghe-zhihui-a2b3', { ...DISPATCH, 项目名称: '示例街道综合指挥平台' }),
    filed('zhi-hui-yang-lao-k7q2', CANTEEN),
    { file: recordsFile('shili/zhi-hui-yang-lao-k7q2'), text: writeEvent(RECEIVED_BEFORE) },
  ];
}

function merge(base: Values, edit: Readonly<Record<string, ExampleValue | null>>): Values {
  const merged = Object.entries({ ...base, ...edit }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged) as Values;
}

/** Head in the order of the dictionary, labels that no form has at its end, then the sections. */
function fileText(values: Values): string {
  const strange = Object.keys(values).filter((label) => !isKnown(label));
  const head: Record<string, ExampleValue> = {};
  for (const label of [...HEAD_LABELS, ...strange]) {
    const value = values[label];
    if (value !== undefined) head[label] = value;
  }
  return writeFile(
    head as RawMap,
    BODY_LABELS.flatMap((label) => section(label, values[label])),
  );
}

function isKnown(label: string): boolean {
  return HEAD_LABELS.includes(label) || BODY_LABELS.includes(label);
}

function section(title: string, text: ExampleValue | undefined): readonly SectionText[] {
  return typeof text === 'string' ? [{ title, text }] : [];
}
