/** The dictionary of references: projects elsewhere or above, to compare with and to reuse. */

import { REFERENCE_LEVELS } from '../regulation/vocabulary.ts';
import type { FieldType } from './kinds.ts';
import { choice, day, list, money, optionalPart, part, record, text, whole, yesNo } from './kinds.ts';
import { referenceKind } from './reference-kinds.ts';

/** One field of a reference file. */
export interface ReferenceField<T = unknown> {
  readonly key: string;
  readonly label: string;
  readonly place: '表头' | '正文';
  readonly need: '必填' | '选填';
  readonly unit?: string;
  readonly hint: string;
  readonly example: string;
  /** Column titles under which ledgers carry it, for `import`. */
  readonly columns: readonly string[];
  /** Its words are found by the catalogue's search. */
  readonly searched?: true;
  readonly type: FieldType<T>;
}

/** A field as it is written down below: without `place` it stands in the head. */
type FieldEntry = Omit<ReferenceField, 'place'> & Partial<Pick<ReferenceField, 'place'>>;

const field = <const F extends FieldEntry>(definition: F): F => definition;

const FIELDS = [
  field({
    key: 'name',
    label: '名称',
    need: '必填',
    hint: '项目或平台的名称，按来源原文。',
    example: '某市数字化城市管理信息系统',
    columns: ['name', '名称', '项目名称'],
    type: text(200),
  }),
  field({
    key: 'unit',
    label: '单位',
    need: '必填',
    hint: '建设、采购或运行它的单位；来源没有写的，写「（来源未载明单位）」。',
    example: '某市城市管理局',
    columns: ['unit', '单位', '建设单位', '采购单位', '采购人'],
    type: text(200),
  }),
  field({
    key: 'region',
    label: '地区',
    need: '选填',
    searched: true,
    hint: '省，或省/市。',
    example: '安徽/马鞍山市',
    columns: ['region', '地区', '区域', '所在地区'],
    type: text(100),
  }),
  field({
    key: 'level',
    label: '层级',
    need: '必填',
    hint: '国家、省、市、区的平台已为本区服务；外地的只供比较。',
    example: '外地',
    columns: ['level', '层级'],
    type: choice(REFERENCE_LEVELS),
  }),
  field({
    key: 'year',
    label: '年份',
    need: '选填',
    hint: '来源写明的年份。',
    example: '2021',
    columns: ['year', '年份', '年度'],
    type: whole(1990, 2100, '年'),
  }),
  field({
    key: 'amount',
    label: '金额',
    need: '选填',
    unit: '万元',
    hint: '来源写明的预算、限价或成交金额。',
    example: '1890',
    columns: ['amount_wan', '金额', '金额（万元）', '金额(万元)', '预算金额（万元）', '投资（万元）'],
    type: money(),
  }),
  field({
    key: 'phase',
    label: '来源类别',
    need: '选填',
    hint: '来源是什么文书；来源自己的叫法（成交、竞争性磋商）也认得，归到同一类。',
    example: '中标公告',
    columns: ['stage', '来源类别', '阶段', '公告类型'],
    type: referenceKind(),
  }),
  field({
    key: 'source',
    label: '来源',
    need: '必填',
    hint: '从哪里得来：网址，或文件名称和日期。',
    example: 'https://www.example.cn/notice/1.html',
    columns: ['source_url', '来源', '来源网址', '网址', '链接'],
    type: text(1_000),
  }),
  field({
    key: 'unverified',
    label: '未核实',
    need: '选填',
    hint: '没有向建设单位核实过的写 true。',
    example: 'true',
    columns: [],
    type: yesNo(),
  }),
  field({
    key: 'verifiedOn',
    label: '核实日期',
    need: '选填',
    hint: '核实过的写日期。',
    example: '2026-03-05',
    columns: ['核实日期'],
    type: day(),
  }),
  field({
    key: 'functions',
    label: '功能清单',
    need: '选填',
    searched: true,
    hint: '逐项写功能。',
    example: '- 名称: 案件派遣\n  说明: 按部件责任单位自动派遣',
    columns: [],
    type: list(record({ name: part('名称', text(60)), note: optionalPart('说明', text(500)) })),
  }),
  field({
    key: 'harvested',
    label: '收录自',
    need: '选填',
    hint: '由别的登记库的开放数据收录的，写明登记库和编号；由 harvest 命令写，不用手写。',
    example: '登记库: 某区数智项目登记库\n编号: jia/tingche',
    columns: [],
    type: record({
      registry: part('登记库', text(100)),
      page: optionalPart('页面', text(500)),
      id: part('编号', text(200)),
      number: optionalPart('登记号', text(100)),
      state: optionalPart('目前阶段', text(50)),
      isDemo: optionalPart('演示', yesNo()),
      goneOn: optionalPart('不再列出', day()),
    }),
  }),
  field({
    key: 'demo',
    label: '演示',
    need: '选填',
    hint: '只有随本库附带的演示内容写 true。',
    example: 'true',
    columns: [],
    type: yesNo(),
  }),
  field({
    key: 'content',
    label: '建设内容',
    place: '正文',
    need: '选填',
    searched: true,
    hint: '来源里对建设内容或采购需求的说明。',
    example: '对城市部件和事件进行采集、派遣、处置和考评。',
    columns: ['description', '建设内容', '采购需求', '主要内容', '项目概况'],
    type: text(20_000),
  }),
] as const;

type Definition = (typeof FIELDS)[number];

/** What a reference says, field by field. */
export type ReferenceRecord = {
  readonly [D in Definition as D['key']]?: D['type'] extends FieldType<infer T> ? T | undefined : never;
};

/** The dictionary in its general type. */
export const REFERENCE_FIELDS: readonly ReferenceField[] = FIELDS.map((entry: FieldEntry) => ({
  place: '表头',
  ...entry,
}));
