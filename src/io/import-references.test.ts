import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeXlsx } from '../../tests/support/xlsx.ts';
import { readBook } from '../ledger/read-book.ts';
import { understand } from '../ledger/understand.ts';
import { type ImportOptions, importReferences, writeReferences } from './import-references.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(name: string, content: string | Uint8Array, options?: ImportOptions) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return writeReferences(understand(readBook(bytes, name)), folder, options);
}
const files = async () => (await readdir(join(folder, 'references')).catch(() => [])).sort();
const only = async () => join(folder, 'references', (await files())[0] ?? '');
const edit = async (from: string, to: string) => {
  const text = await readFile(await only(), 'utf8');
  expect(text).toContain(from);
  await writeFile(await only(), text.replace(from, to));
};
const jsonl = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

const ROW = {
  name: '某市城管平台',
  unit: '某市城管局',
  amount_wan: 1890.0,
  year: 2021,
  description: '采集\n派遣',
  source_url: '检索索引未存网址',
};
const CSV =
  '项目名称,单位,金额（万元）,年份,建设内容,来源\n某市城管平台,某市城管局,"1,890.00",2021年,"采集\n派遣",检索索引未存网址\n';
const XLSX = [
  ['2021年度项目台账', null, null, null, null, null],
  ['项目名称', '单位', '金额（万元）', '年份', '建设内容', '来源'],
  [null, null, null, null, null, null],
  [
    '某市城管平台',
    '某市城管局',
    1890.0000000000002,
    new Date('2021-04-29'),
    '采集\n派遣',
    '检索索引未存网址',
  ],
];

describe('importReferences', () => {
  it('knows the projects of the next month’s ledger, whose names, sums and order have changed', async () => {
    const first =
      '项目名称,建设单位,总投资（万元）,建设年份\n智慧养老平台建设项目,区民政局,128.5,2021\n门户网站运维,区府办,6,2021\n门户网站运维,区府办,6,2022\n数字档案馆（一期）,区档案馆,320,2020\n';
    const next =
      '单位名称,项目（系统）名称,年度,合同金额(元)\n区档案馆,数字档案馆（一期）,2020,3200000\n区档案馆,数字档案馆（二期）,2020,1800000\n区府办,门户网站运维,2022,66000\n区府办,门户网站运维,2021,60000\n区民政局,智慧养老平台,2021,1256000\n';
    expect(await run('9月.csv', first)).toMatchObject({ added: 4, updated: 0 });
    const before = await files();
    expect(await run('10月.csv', next)).toMatchObject({ added: 1, updated: 4, unchanged: 0 });
    expect((await files()).filter((name) => before.includes(name))).toEqual(before);
    const texts = await Promise.all(
      (await files()).map((name) => readFile(join(folder, 'references', name), 'utf8')),
    );
    const said = texts.map((text) =>
      ['名称', '年份', '金额'].map((label) => new RegExp(`^${label}: (.*)$`, 'm').exec(text)?.[1]).join(' '),
    );
    expect(said.sort()).toEqual([
      '数字档案馆（一期） 2020 320',
      '数字档案馆（二期） 2020 180',
      '智慧养老平台 2021 125.6',
      '门户网站运维 2021 6',
      '门户网站运维 2022 6.6',
    ]);
    expect(await run('10月.csv', next)).toMatchObject({ added: 0, updated: 0, unchanged: 5 });
  });

  it('writes one file for a row, marked as not verified and from elsewhere', async () => {
    expect(await run('a.jsonl', jsonl(ROW))).toEqual({
      added: 1,
      updated: 0,
      unchanged: 0,
      read: { 项目: 1, 单位: 1, 金额: 1, 年份: 1, 建设内容: 1 },
      findings: [],
    });
    expect(await readFile(await only(), 'utf8')).toBe(
      '---\n名称: 某市城管平台\n单位: 某市城管局\n层级: 外地\n年份: 2021\n金额: 1890\n来源: 检索索引未存网址\n未核实: true\n---\n\n## 建设内容\n\n采集\n派遣\n',
    );
  });

  it('finds the same project in .jsonl, .csv of any encoding and .xlsx, and changes nothing', async () => {
    await run('a.jsonl', jsonl(ROW));
    const before = await readFile(await only());
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(CSV.replaceAll(',', '\t').replace('1\t890', '1890'), 'utf16le'),
    ]);
    for (const [name, content] of Object.entries({
      'b.csv': CSV,
      'bom.csv': `\uFEFF${CSV.replaceAll('\n', '\r\n')}`,
      'semicolon.csv': CSV.replaceAll(',', ';').replace('1;890', '1890'),
      'utf16.csv': utf16,
      'c.xlsx': makeXlsx([{ name: '台账', rows: XLSX }]),
    })) {
      expect(await run(name, content), name).toMatchObject({
        added: 0,
        updated: 0,
        unchanged: 1,
        findings: [],
      });
    }
    expect(await readFile(await only())).toEqual(before);
  });

  it('reads a CSV in GBK', async () => {
    // 项目名称,来源 / 甲,乙
    const gbk = Buffer.from('cfeec4bfc3fbb3c62cc0b4d4b40abcd72cd2d20a', 'hex');
    expect((await run('gbk.csv', gbk)).added).toBe(1);
    expect(await readFile(await only(), 'utf8')).toContain('名称: 甲\n单位: （来源未载明单位）\n');
  });

  it('updates what the ledger carries and keeps what a person wrote, comments included', async () => {
    await run('a.jsonl', jsonl(ROW));
    await edit('未核实: true', '# 电话问过\n核实日期: 2026-03-05');
    await edit('层级: 外地', '层级: 市');
    expect(await run('a.jsonl', jsonl({ ...ROW, amount_wan: 2000 }))).toMatchObject({
      updated: 1,
      unchanged: 0,
    });
    const text = await readFile(await only(), 'utf8');
    expect(text).toContain(
      '层级: 市\n年份: 2021\n金额: 2000\n来源: 检索索引未存网址\n# 电话问过\n核实日期: 2026-03-05\n---\n\n## 建设内容\n\n采集\n派遣\n',
    );
    expect(text).not.toContain('未核实');
    expect(await run('a.jsonl', jsonl({ ...ROW, amount_wan: null }))).toMatchObject({ unchanged: 1 });
  });

  it('keeps a unit that someone found out, and finds a file that was renamed', async () => {
    const nameless = { ...ROW, unit: '' };
    await run('a.jsonl', jsonl(nameless));
    await edit('（来源未载明单位）', '某市城管局');
    expect(await run('a.jsonl', jsonl(nameless))).toMatchObject({ added: 0, unchanged: 1 });
    await rename(await only(), join(folder, 'references', 'gai-ming.md'));
    expect(await run('a.jsonl', jsonl(ROW))).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('does not touch a file that cannot be read, and says so', async () => {
    await run('a.jsonl', jsonl(ROW));
    await edit('---\n', '--- \n名称："\n');
    const before = await readFile(await only());
    const report = await run('a.jsonl', jsonl(ROW));
    expect(report.findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(await readFile(await only())).toEqual(before);
    expect(await files()).toHaveLength(1);
  });

  it('names bad rows by sheet, row, cell and column, and takes the good ones', async () => {
    const rows = [
      ['序号', '项目名称', '建设单位', '金额（万元）', '年份', '网址', '主要内容'],
      [1, '甲平台', '甲局', '若干', 2020, 'http://a.cn', null],
      [2, '乙平台', '乙局', 12.5, 2020, 'http://b.cn', '联系人电话13800001111'],
      [3, '丙平台', '丙局', -3, 1066, null, null],
      [4, '丁平台', null, '３２０万元', '２０２１年', 'http://d.cn', null],
      ['合计', null, null, 332.5, null, null, null],
    ];
    const report = await run(
      'a.xlsx',
      makeXlsx([
        { name: '说明', rows: [['填表说明']] },
        { name: '台账', rows },
      ]),
    );
    expect(report.added).toBe(1);
    expect(
      report.findings.map(({ severity, sheet, row, cell, column }) => [severity, sheet, row, cell, column]),
    ).toEqual([
      ['warning', '说明', 1, '', ''],
      ['error', '台账', 2, 'D2', '金额（万元）'],
      ['error', '台账', 3, 'G3', '主要内容'],
      ['error', '台账', 4, 'D4', '金额（万元）'],
      ['error', '台账', 4, 'E4', '年份'],
      ['error', '台账', 4, '', '来源'],
      ['warning', '台账', 5, '', '建设单位'],
      ['warning', '台账', 6, '', ''],
    ]);
    expect(JSON.stringify(report)).not.toContain('13800001111');
    expect(await readFile(await only(), 'utf8')).toContain(
      '名称: 丁平台\n单位: （来源未载明单位）\n层级: 外地\n年份: 2021\n金额: 320\n',
    );
  });

  it('gives a merged unit to each of its projects, and a merged amount to the first alone', async () => {
    const rows = [
      ['项目名称', '单位', '金额', '来源'],
      ['甲', '某局', 100, '某文件'],
      ['乙', null, null, '某文件'],
    ];
    await run('a.xlsx', makeXlsx([{ name: '一', rows, merges: ['B2:B3', 'C2:C3'] }]));
    const texts = await Promise.all(
      (await files()).map((name) => readFile(join(folder, 'references', name), 'utf8')),
    );
    expect(texts.every((text) => text.includes('单位: 某局\n'))).toBe(true);
    expect(texts.filter((text) => text.includes('金额: 100\n'))).toHaveLength(1);
  });

  it('merges identical rows and refuses a row that contradicts an earlier one', async () => {
    const report = await run('a.jsonl', jsonl(ROW, ROW, { ...ROW, name: ' 某市城管平台 ', year: 2022 }));
    expect(report).toMatchObject({
      added: 1,
      findings: [
        { severity: 'warning', row: 2, message: '与第 1 行是同一个项目，只算一次。' },
        { severity: 'error', row: 3, column: '年份' },
      ],
    });
  });

  it('keeps a line that is no JSON out and takes the others', async () => {
    const report = await run('a.jsonl', `{"name": \n${jsonl(ROW)}\n[1]\n`);
    expect(report.added).toBe(1);
    expect(report.findings.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('takes the source of the whole ledger from the option', async () => {
    const report = await run('a.csv', '项目名称,单位\n甲,乙\n', { source: '某区2020年台账' });
    expect(report).toMatchObject({ added: 1, findings: [] });
  });

  it('takes the name of the ledger for the source of a ledger without that column, never for a blank cell', async () => {
    await run('某区2020年台账.csv', '项目名称,单位\n甲平台,乙局\n');
    expect(await readFile(await only(), 'utf8')).toContain('来源: 某区2020年台账.csv\n');
    const blank = '项目名称,单位,来源\n丙平台,乙局,\n';
    expect(await run('b.csv', blank)).toMatchObject({
      added: 0,
      findings: [{ severity: 'error', column: '来源' }],
    });
    expect(await run('b.csv', blank, { source: '某文' })).toMatchObject({ added: 1, findings: [] });
  });

  it('writes 区 for the projects of units in the 名录, short names too, and says so', async () => {
    await writeFile(
      join(folder, 'units.yaml'),
      'minzheng-ju:\n  名称: 郑州市金水区民政局\n  类型: 区直单位\n  账号: []\n',
    );
    const report = await run('a.csv', '项目名称,单位,来源\n甲平台,区民政局,某文\n');
    expect(report.findings.map(({ column, message }) => [column, message])).toEqual([
      ['层级', '层级：1 个项目的单位在本区的单位名录里，写作「区」。'],
    ]);
    expect(await readFile(await only(), 'utf8')).toContain('层级: 区\n');
    expect(await run('a.csv', '项目名称,单位,来源\n甲平台,区民政局,某文\n')).toMatchObject({
      added: 0,
      unchanged: 1,
    });
  });

  it('finds a project again at another address, and keeps another year apart', async () => {
    const row = (year: number, source: string) =>
      `项目名称,单位,金额（万元）,年份,来源\n甲平台,乙局,12,${year},${source}\n`;
    await run('a.csv', row(2021, 'http://www.example.cn/n/7.html'));
    expect(await run('a.csv', row(2021, 'https://example.cn/n/7.html?from=app'))).toMatchObject({
      added: 0,
      updated: 1,
    });
    expect(await run('a.csv', row(2021, 'https://other.cn/8'))).toMatchObject({ added: 0, updated: 1 });
    expect(await run('a.csv', row(2022, 'https://other.cn/9'))).toMatchObject({ added: 1 });
    expect(await files()).toHaveLength(2);
  });

  it('lets no cell open a section, a comment or a head', async () => {
    const hostile = '---\n演示: true\n---\n## 建设内容\n<!-- 藏\n```\n甲';
    await run('a.jsonl', jsonl({ ...ROW, name: '甲: 乙 #丙\n演示: true', description: hostile }));
    const text = await readFile(await only(), 'utf8');
    expect(text.split('\n').filter((line) => /^(#|---|`|<!)/.test(line))).toEqual([
      '---',
      '---',
      '## 建设内容',
    ]);
    expect(
      await run('a.jsonl', jsonl({ ...ROW, name: '甲: 乙 #丙\n演示: true', description: hostile })),
    ).toMatchObject({ unchanged: 1 });
  });

  it('writes nothing in a dry run', async () => {
    expect(await run('a.jsonl', jsonl(ROW), { dryRun: true })).toMatchObject({ added: 1 });
    expect(await files()).toEqual([]);
  });

  it.each([
    ['a.xlsx', 'not a workbook', '.xlsx'],
    ['a.xlsx', 'PK\u0003\u0004 broken', '.xlsx'],
    ['a.xls', 'x', '另存为'],
    ['a.docx', 'x', '能导入的是'],
    ['a.csv', '', '空的'],
    ['a.csv', '甲,乙\n1,2\n', '列名'],
    ['a.csv', '项目名称,来源\n"甲,乙\n', '引号'],
    ['a.jsonl', '{"x": 1}', '列名'],
  ])('refuses %s (%j) in plain words', async (name, content, words) => {
    await expect(run(name, content)).rejects.toMatchObject({
      name: 'LedgerError',
      message: expect.stringContaining(words),
    });
  });

  it('reads a file beside the program, telling how far it is', async () => {
    await writeFile(join(folder, 'a.csv'), CSV);
    const told: string[] = [];
    const progress = (stage: string) => void told.push(stage);
    expect(await importReferences(join(folder, 'a.csv'), folder, { progress })).toMatchObject({ added: 1 });
    expect(told).toEqual(['读文件', '认列、认行', '']);
  });

  it('says which file is not there', async () => {
    await expect(importReferences(join(folder, 'no.csv'), folder)).rejects.toMatchObject({
      name: 'LedgerError',
    });
  });
});
