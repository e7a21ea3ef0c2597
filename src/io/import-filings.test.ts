import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { readAnswers } from '../ledger/mapping.ts';
import { readBook } from '../ledger/read-book.ts';
import { understand } from '../ledger/understand.ts';
import { writeFilings } from './import-filings.ts';
import { readRegistryFiles } from './registry-files.ts';

const TODAY = '2026-11-20';
const BASE = join(import.meta.dirname, '../../tests/fixtures/_base');

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stock-'));
  await cp(BASE, root, { recursive: true });
  await rm(join(root, 'projects'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

function run(lines: readonly string[], answers = readAnswers('')) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return writeFilings(understand(readBook(bytes, '台账.csv'), answers), root, { today: TODAY, answers });
}
const files = async () =>
  (await readdir(join(root, 'projects'), { recursive: true })).filter((name) => name.endsWith('.md')).sort();
const TITLES = '项目名称,单位,总投资（万元）,建成时间,项目状态,主要建设内容,资金来源';

describe('writeFilings', () => {
  it('makes a draft 备案表 of the unit of the 名录, with what is known, that a check only reminds of', async () => {
    const report = run([TITLES, '居家养老平台,示例街道,88.5,2020年11月,已验收,老人档案和派单,区级财政']);
    expect(report).toMatchObject({ added: 1, units: [{ unit: '示例街道办事处', projects: 1 }] });
    const [file = ''] = await files();
    expect(await readFile(join(root, 'projects', file), 'utf8')).toBe(
      `---\n表式: 备案表\n填报日期: ${TODAY}\n项目名称: 居家养老平台\n牵头主体:\n  类型: 街道办事处\n  名称: 示例街道办事处\n建设阶段: 已建成\n已建成日期: 2020-11\n资金预算: 88.5\n资金来源:\n  - 来源: 区级财政\n    金额: 88.5\n规则版本: 金政〔2021〕22号\n待补全: true\n---\n\n## 建设内容\n\n老人档案和派单\n`,
    );
    const { findings, projects, lifeOf } = check(readRegistryFiles(root), { today: TODAY });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('art6-stock-completed');
    expect(projects.map(({ entry }) => lifeOf(entry).label)).toEqual(['由台账转来，待申报单位补全']);
  });

  it('changes nothing the second time, follows the ledger, and leaves what the unit has completed', async () => {
    const row = (amount: number) => [TITLES, `居家养老平台,示例街道,${amount},2020年11月,已验收,派单,`];
    run(row(88.5));
    expect(run(row(88.5))).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect(run(row(90))).toMatchObject({ added: 0, updated: 1 });
    const [file = ''] = await files();
    const path = join(root, 'projects', file);
    const completed = (await readFile(path, 'utf8')).replace('待补全: true\n', '');
    expect(completed).toContain('资金预算: 90\n');
    await writeFile(path, completed);
    expect(run(row(95))).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect(await readFile(path, 'utf8')).toBe(completed);
    expect(await files()).toHaveLength(1);
  });

  it('asks about a project that may only have another name or another unit, and never doubles it', async () => {
    const titles = '项目名称,单位,总投资（万元）,建成时间';
    run([titles, '居家养老服务平台,示例街道,88.5,2020年11月', '城管视频一期,示例街道,30,2020年']);
    const renamed = [
      titles,
      '智慧居家养老服务平台,示例街道,88.5,2020年11月',
      '城管视频二期,示例街道,30,2021年',
    ];
    const report = run(renamed);
    // The second phase is a project of its own; the first line is asked about.
    expect(report).toMatchObject({ added: 1 });
    expect(
      report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ).toEqual([expect.stringContaining('像是「居家养老服务平台」')]);
    expect(await files()).toHaveLength(3);
    const told = readAnswers('新项目: [智慧居家养老服务平台]');
    expect(run(renamed, told)).toMatchObject({ added: 1, unchanged: 1 });
    expect(run(renamed, told)).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('keeps yearly work of one name apart, and finds each again', async () => {
    const rows = [
      '项目名称,单位,金额（万元）,年份',
      '网站运维,示例街道,10,2021',
      '网站运维,示例街道,10,2022',
      '网站运维,示例街道,12,2023',
    ];
    expect(run(rows)).toMatchObject({ added: 3 });
    expect(run(rows)).toMatchObject({ added: 0, unchanged: 3 });
    expect(await files()).toHaveLength(3);
  });

  it('names what it does not take: unknown units, people, and what is not begun', async () => {
    const report = run([
      TITLES,
      '甲平台,某某公司,1,,已建成,,',
      '乙平台,示例街道,1,,已建成,找张某13800001111,',
      '丙平台,示例街道,1,,拟建,,',
    ]);
    expect(report.added).toBe(0);
    expect(report.findings.map(({ severity, row }) => [severity, row])).toEqual([
      ['error', 2],
      ['error', 3],
      ['warning', 4],
    ]);
    expect(JSON.stringify(report)).not.toContain('13800001111');
  });

  it('takes a section for the unit that filled the sheet in, and a name as a person told it', async () => {
    const rows = ['填报单位：示例街道办事处,,', '项目名称,责任科室,金额（万元）', '办公系统,信息科,5'];
    expect(run(rows)).toMatchObject({ added: 1, units: [{ unit: '示例街道办事处' }] });
    const told = readAnswers('单位对应: {老街办: 示例街道办事处}');
    expect(run(['项目名称,单位,金额（万元）', '门户网站,老街办,5'], told)).toMatchObject({
      added: 1,
      unchanged: 0,
    });
  });
});
