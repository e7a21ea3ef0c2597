import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleVersionOn } from './office.ts';
import { readOffice, readUnits } from './read-settings.ts';
import { decisionOn, SETTINGS } from './settings.ts';
import { type HolidayTable, workingDays } from './working-days.ts';

const UTF8 = new TextEncoder();
const HEAD = [
  '名称: 示例办公室',
  '地区: 示例区',
  '规则版本: 金政〔2027〕9号',
  "施行日期: '2027-03-01'",
  "以前的规则版本: [{文号: 金政〔2021〕22号, 施行日期: '2021-04-29'}]",
  '演示数据: false',
];
const read = (...lines: string[]) =>
  readOffice({ file: 'office.yaml', bytes: UTF8.encode([...HEAD, ...lines, ''].join('\n')) });
const said = ({ findings }: ReturnType<typeof read>) =>
  findings.map(({ line, message, fix }) => `${line} ${message} ${fix}`);
const shipped = readFileSync('registry/office.yaml', 'utf8');

describe('settings', () => {
  it.each([
    ['超概算比例', "'10%'", { overBudget: 10 }],
    ['超概算比例', '１０．５％', { overBudget: 10.5 }],
    ['查重阈值', '0.6', { threshold: 0.6 }],
    ['受理时限', '5个工作日', { receiptDays: 5 }],
    ['论证人数', '5 人', { panelSize: 5 }],
    ['名称不宜出现的词', '某牌、某云', { unwantedWords: ['某牌', '某云'] }],
    ['论证不足时', '必改', { panelWeight: '必改' }],
    ['受理时限', "''", {}],
  ])('%s: %s is read as people mean it', (name, value, settings) => {
    const result = read('设置:', `  ${name}: ${value}`);
    expect(result.findings).toEqual([]);
    expect(result.office?.settings).toEqual(settings);
  });

  it.each([
    ['查重阀值', '0.6', '是不是「查重阈值」'],
    ['论证专家人数', '5', '是不是「论证人数」'],
    ['论证专家人数', "''", '是不是「论证人数」'],
    ['毫不相干', '5', '这里可以写的有：查重阈值、'],
    ['超概算比例', '一成', '例如「超概算比例: 10」'],
    ['查重阈值', '60', '改成「0.6」'],
    ['论证人数', '2.5', '写 1 到 99 之间的整数'],
    ['受理时限', '[5]', '写 1 到 365 之间的整数'],
    ['论证不足时', '警告', '请判断'],
  ])('%s: %s is a finding at its line, and the others stay in force', (name, value, words) => {
    const result = read('设置:', "  变更须重新论证比例: '10'", `  ${name}: ${value}`);
    expect(said(result)).toEqual([expect.stringMatching(/^9 /)]);
    expect(said(result)[0]).toContain(words);
    expect(result.office?.settings).toEqual({ reargue: 10 });
  });

  it('say what the office has decided on a reading, and nothing while they are blank', () => {
    const by = ['设置 年度评价范围', '规则 art10-evaluated-yearly'];
    expect(decisionOn(by, { evaluates: '全部', panelSize: 5 })).toBe('年度评价范围 全部');
    expect(decisionOn(by, { panelSize: 5 })).toBeUndefined();
  });

  it('are all in the shipped file, each under what the dictionary says of it', () => {
    if (!/^演示数据: true$/m.test(shipped)) return;
    const block = Object.values(SETTINGS).map(({ label, hint }) => `  # ${hint}\n  ${label}: ''\n`);
    expect(shipped.slice(shipped.indexOf('\n设置:\n') + 5)).toBe(block.join(''));
  });
});

describe('the files themselves', () => {
  it('say what is missing, what to write, and which name is near', () => {
    const bytes = UTF8.encode('名称: 示例办公室\n规则版木: 金政〔2021〕22号\n');
    const { office, findings } = readOffice({ file: 'office.yaml', bytes });
    const words = findings.map(({ message, fix }) => message + fix).join('\n');
    expect(office).toBeUndefined();
    expect(words).toContain('地区：没有写。');
    expect(words).toContain('规则版木：没有这一项，是不是「规则版本」。');
    expect(words).not.toContain('写法不对');
  });

  it('keep a unit whose phone is wrong, without the phone', () => {
    const text = 'shili:\n  名称: 示例街道办事处\n  类型: 街道办事处\n  办公电话: 13800000000\nkong:\n';
    const { units, findings } = readUnits({ file: 'units.yaml', bytes: UTF8.encode(text) });
    expect(units.get('shili')).toMatchObject({ name: '示例街道办事处', accounts: [] });
    expect(units.get('shili')?.phone).toBeUndefined();
    expect(findings.map(({ line, field }) => [line, field])).toEqual([
      [4, 'shili.办公电话'],
      [5, 'kong'],
    ]);
  });
});

describe('the 文号 of a day', () => {
  it.each([
    ['2021-01-01', '金政〔2021〕22号'],
    ['2027-02-28', '金政〔2021〕22号'],
    ['2027-03-01', '金政〔2027〕9号'],
  ])('%s is %s', (day, number) => {
    const { office } = read();
    expect(office && ruleVersionOn(office, day)).toBe(number);
  });

  it('cannot be told while an earlier version has no earlier day', () => {
    const text = HEAD.join('\n').replace('2027-03-01', '2021-04-29');
    const { findings } = readOffice({ file: 'office.yaml', bytes: UTF8.encode(text) });
    expect(findings.map(({ line, field }) => [line, field])).toEqual([[5, '以前的规则版本[1].施行日期']]);
  });
});

describe('working days', () => {
  const table = readOffice({ file: 'office.yaml', bytes: UTF8.encode(shipped) }).office?.holidays ?? [];

  it.each([
    ['2026-02-13', '2026-02-24', 2, 'a Saturday worked before 春节, and the first day after it'],
    ['2026-09-30', '2026-10-10', 3, '国庆节 with the Saturday worked for it'],
    ['2024-02-08', '2024-02-19', 3, '除夕 2024 was no holiday by the notice'],
    ['2025-09-30', '2025-10-09', 1, '国庆节 and 中秋节 together'],
    ['2026-03-05', '2026-03-05', 0, 'the day itself does not count'],
  ])('after %s up to %s: %i (%s)', (from, to, count) => {
    expect(workingDays(from, to, table)).toEqual({ count, untabled: [] });
  });

  it('are those that a calendar gone through day by day has', () => {
    const off = [{ from: '2024-12-30', to: '2025-01-02' }];
    const odd = [...table, { year: 2031, off: [...off, { from: '2031-03-01', to: '2031-03-09' }], on: off }];
    for (const from of ['1969-12-27', '2024-12-20', '2026-02-14', '2030-12-31'])
      for (const to of ['2025-01-01', '2026-11-27', '2031-03-08', '2032-02-29'])
        expect(workingDays(from, to, odd), `${from} ${to}`).toEqual(dayByDay(from, to, odd));
  });

  it('are Monday to Friday in a year without a table, and that is said', () => {
    expect(workingDays('2030-12-31', '2031-01-06', [])).toEqual({ count: 4, untabled: [2031] });
  });
});

describe('what is not for settings', () => {
  it('is a directive of YAML, which may change what the rest means', () => {
    const text = `%YAML 1.1\n---\n${HEAD.join('\n')}\n`;
    const result = readOffice({ file: 'office.yaml', bytes: UTF8.encode(text) });
    expect(result.findings).toMatchObject([{ rule: 'parse-syntax', line: 1, severity: 'error' }]);
  });
});

/** The same the long way: each day looked at by itself. */
function dayByDay(after: string, until: string, table: HolidayTable) {
  const untabled = new Set<number>();
  let count = 0;
  for (let at = Date.parse(after) + 86_400_000; at <= Date.parse(until); at += 86_400_000) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const year = table.find((one) => one.year === date.getUTCFullYear());
    if (!year) untabled.add(date.getUTCFullYear());
    const within = (list: HolidayTable[number]['off'] = []) =>
      list.some(({ from, to }) => from <= day && day <= to);
    if (within(year?.on) || (date.getUTCDay() % 6 !== 0 && !within(year?.off))) count++;
  }
  return { count, untabled: [...untabled] };
}
