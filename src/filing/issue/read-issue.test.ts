import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueBody } from '../../../tests/support/issue-body.ts';
import { readUnits } from '../../registry/read-settings.ts';
import { decideRoute } from '../../regulation/routes.ts';
import type { Raw } from '../../text/raw.ts';
import { composeFiling } from '../compose.ts';
import { SAMPLES } from '../samples.ts';
import { FIRST, PROMISES } from './questions.ts';
import { isFilingIssue, readIssue } from './read-issue.ts';

const { units } = readUnits({ file: 'units.yaml', bytes: readFileSync('registry/units.yaml') });
const TITLE = '申报：一个项目';
const [built] = SAMPLES;
if (!built) throw new Error('no sample');

/** Whether the route of a sample is that of public money. */
function fiscalOf({ values, form }: (typeof SAMPLES)[number]): '是' | '否' {
  const { 类型: lead } = values.牵头主体 as { readonly 类型: never };
  return decideRoute({ lead, stage: values.建设阶段 as never, fiscal: true }).form === form ? '是' : '否';
}

/** An issue with the first sample, but for some boxes. */
function read(edit: Readonly<Record<string, string>> = {}, title = TITLE) {
  return readIssue({ title, body: issueBody(built?.values ?? {}, { fiscal: '是' }, edit) }, units);
}

/** The value of a label in what was read. */
function fieldRead(label: string, edit: Readonly<Record<string, string>> = {}): Raw | undefined {
  const found = read(edit);
  if (found.kind !== '读成了') throw new Error(JSON.stringify(found));
  return found.filing.values[label];
}

function complaints(edit: Readonly<Record<string, string>>): string {
  const found = read(edit);
  if (found.kind !== '读不成') throw new Error(found.kind);
  return found.complaints.join('\n');
}

describe('a filing in an issue', () => {
  it.each(SAMPLES)('comes out as it went in: $slug', (sample) => {
    const name = units.get(sample.unit)?.name ?? '';
    const body = issueBody(sample.values, { fiscal: fiscalOf(sample), unit: name });
    const found = readIssue({ title: TITLE, body }, units);
    if (found.kind !== '读成了') throw new Error(JSON.stringify(found));
    const { unit, route, values } = found.filing;
    expect([unit, route.form]).toEqual([sample.unit, sample.form]);
    const stamp = { form: route.form, today: '2026-03-05', ruleVersion: '金政〔2021〕22号' };
    expect(composeFiling(values, stamp)).toBe(sample.text);
  });

  it('is told from every other issue', () => {
    expect(isFilingIssue('### 想复用的项目\n\n某平台')).toBe(false);
    expect(isFilingIssue('')).toBe(false);
    expect(readIssue({ title: 'x', body: '### 建设阶段\n\n新建' }, units)).toEqual({ kind: '不是申报单' });
  });

  it('reads line ends of Windows, and empty boxes as empty', () => {
    const body = issueBody(built.values, { fiscal: '是' }).replaceAll('\n', '\r\n');
    expect(readIssue({ title: TITLE, body }, units)).toEqual(read());
    expect(fieldRead('产生数据', { 产生数据: 'None' })).toBeUndefined();
  });
});

describe('a list in a box', () => {
  const wanted = [
    { 来源: '区级财政', 金额: '12' },
    { 来源: '省级补助', 金额: '6.6', 说明: '专项' },
  ];

  it.each([
    ['with bars', '区级财政｜12\n省级补助｜6.6｜专项'],
    ['with the bars of the keyboard', '区级财政 | 12\n省级补助 | 6.6 | 专项'],
    ['pasted out of a workbook', '区级财政\t12\n省级补助\t6.6\t专项'],
    ['as a table', '| 区级财政 | 12 |\n|---|---|\n| 省级补助 | 6.6 | 专项 |'],
    ['with bullets', '- 区级财政｜12\n- 省级补助｜6.6｜专项'],
    ['with numbers', '1. 区级财政｜12\n2、省级补助｜6.6｜专项'],
    ['with labels', '来源：区级财政｜金额：12\n来源: 省级补助｜金额: 6.6｜说明: 专项'],
    ['with amounts as people write them', '区级财政｜１２万元\n省级补助｜6.6万｜专项'],
  ])('is read %s', (_, written) => {
    expect(fieldRead('资金来源', { 资金来源: written })).toEqual(wanted);
  });

  it.each([
    ['as it stands in the file', '- 来源: 区级财政\n  金额: 12\n- 来源: 省级补助\n  金额: 6.6\n  说明: 专项'],
    [
      'copied with its label',
      '资金来源：\n  - 来源：区级财政\n    金额：12\n  - 来源：省级补助\n    金额：6.6\n    说明：专项',
    ],
  ])('is read %s', (_, written) => {
    expect(fieldRead('资金来源', { 资金来源: written })).toEqual(wanted);
  });

  it('of records in records is read as it stands in the file', () => {
    const written = '申报单位:\n  日期: 2026-03-01\n  纸质编号: 某办〔2026〕8号\n主管单位: 无';
    expect(fieldRead('意见', { 意见: written })).toEqual({
      申报单位: { 日期: '2026-03-01', 纸质编号: '某办〔2026〕8号' },
      主管单位: '无',
    });
  });

  it('with marks of YAML in it is read as words', () => {
    const said = fieldRead('功能清单', { 功能清单: '&a 预约｜*a\n!!js x｜{a: [1]}' });
    expect(said).toEqual([
      { 名称: '&a 预约', 说明: '*a' },
      { 名称: '!!js x', 说明: '{a: [1]}' },
    ]);
  });

  it('of words is read by lines, or on one line', () => {
    expect(fieldRead('服务对象', { 服务对象: '居民、社区' })).toEqual(['居民', '社区']);
    expect(fieldRead('利旧情况', { 利旧情况: '部署在市政务云，不建机房' })).toEqual([
      '部署在市政务云，不建机房',
    ]);
    expect(fieldRead('项目类别', { 项目类别: '社会治理类，便民服务类' })).toEqual([
      '社会治理类',
      '便民服务类',
    ]);
  });

  it('keeps what is too much in its last part, and leaves out what is blank', () => {
    expect(fieldRead('功能清单', { 功能清单: '预约｜按时段｜可以取消\n签到' })).toEqual([
      { 名称: '预约', 说明: '按时段｜可以取消' },
      { 名称: '签到' },
    ]);
  });

  it('of parts that are dates is read behind their names', () => {
    expect(fieldRead('建设期限', { 建设期限: '起：2026年3月1日\n止: 2026.12.31' })).toEqual({
      起: '2026-03-01',
      止: '2026-12-31',
    });
    expect(fieldRead('意见', { 意见: '申报单位：2026-03-01｜某办〔2026〕8号\n主管单位：无' })).toEqual({
      申报单位: { 日期: '2026-03-01', 纸质编号: '某办〔2026〕8号' },
      主管单位: '无',
    });
  });
});

describe('an issue that cannot be read', () => {
  it('gets all its complaints, each beginning with the label', () => {
    const said = complaints({ 资金预算: '很多', 项目类别: '别的', 资金来源: '区财政' });
    expect(said).toMatch(/^资金预算：/m);
    expect(said).toMatch(/^项目类别/m);
    expect(said).toMatch(/^资金来源/m);
  });

  it('is asked for what is missing, for a unit that nobody knows and for the promises', () => {
    expect(complaints({ 建设内容: '' })).toMatch(/^建设内容：这一栏必填/m);
    expect(complaints({ [FIRST.leadName]: '某某镇人民政府' })).toMatch(/^单位：单位名录里没有/m);
    expect(complaints({ [PROMISES]: '- [X] 以上内容可以公开\n- [ ] 不涉密承诺' })).toMatch(/^确认：/m);
    expect(complaints({ [PROMISES]: '- [X] 以上内容可以公开' })).toMatch(/^确认：/m);
    expect(complaints({ [FIRST.leadType]: '' })).toMatch(/牵头主体/);
  });

  it('is not taken for another when a heading of the form stands in an answer', () => {
    const said = complaints({ 项目概况: '现状。\n\n### 资金预算\n\n1' });
    expect(said).toContain('资金预算：这一栏出现了两次');
  });

  it('is not read in part when words stand before the first heading', () => {
    const body = `顺便说一句\n\n${issueBody(built.values, { fiscal: '是' })}`;
    expect(readIssue({ title: TITLE, body }, units)).toMatchObject({ kind: '读不成' });
  });
});

describe('what must not be public', () => {
  it.each([
    ['a mobile in a box', { 项目概况: '找张三 13812345678' }, '项目概况', '手机号码'],
    ['one written apart', { 建设规模: '138 1234 5678' }, '建设规模', '手机号码'],
    ['a mail address', { 利旧情况: '联系 zhangsan@qq.com' }, '利旧情况', '电子邮箱'],
    ['an identity number', { 数据归集: '身份证 11010519491231002X' }, '数据归集', '身份证号码'],
    ['a password', { 总平台对接: '状态：计划对接\n接口：密码：Abc12345' }, '总平台对接', '账号口令'],
  ] as const)('is found and not repeated: %s', (_, edit, where, kind) => {
    const found = read(edit);
    expect(found.kind).toBe('有不能公开的内容');
    expect(found.kind === '有不能公开的内容' && found.found).toEqual([{ where, kinds: [kind] }]);
    for (const text of Object.values(edit)) expect(JSON.stringify(found)).not.toContain(text.slice(-8));
  });

  it('is found in the title, too', () => {
    expect(read({}, '申报：电话 13812345678')).toMatchObject({ found: [{ where: '标题' }] });
  });
});
