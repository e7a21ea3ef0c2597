import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFixture } from './support/fixture.ts';

const scratch = mkdtempSync(join(tmpdir(), 'registry-record-'));
const root = join(scratch, 'registry');
const ID = 'shili/guanai';
const FILE = join(root, 'records', `${ID}.yaml`);
const DAY = ['--today', '2026-11-24', '--root', root];
const RECEIVE = ['record', ID, '受理', '--登记号', '示数申〔2026〕3号', '--经办', '办公室综合组', ...DAY];

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  writeFixture('record-transition--review-without-receipt', root);
  rmSync(join(root, 'records'), { recursive: true });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function registry(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['scripts/registry.ts', ...args], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('registry record', () => {
  it('writes the event, says whose turn it is now, and leaves nothing else behind', () => {
    const { status, out } = registry(...RECEIVE);
    expect(status).toBe(0);
    expect(out).toContain('待办公室审核');
    const written = readFileSync(FILE, 'utf8');
    expect(written).toMatch(
      /^- 日期: 2026-11-24\n {2}事项: 受理\n {2}登记号: 示数申〔2026〕3号\n {2}经办: 办公室综合组\n {2}受理内容:\n/,
    );
    expect(written).toContain('    条款: 第六条第2项\n');
    expect(written).toMatch(/ {4}摘要: [0-9a-f]{12}\n$/);
    expect(readdirSync(join(root, 'records/shili'))).toEqual(['guanai.yaml']);
  });

  it('takes a part of the name, either order, and the 结论 that a word holds', () => {
    const rest = ['--登记号', '示数申〔2026〕3号', '--经办', '办公室综合组', ...DAY];
    const [, name = ''] =
      /^项目名称: (.*)$/m.exec(readFileSync(join(root, `projects/${ID}.md`), 'utf8')) ?? [];
    const received = registry('record', '受理', name.slice(1, 6), ...rest);
    expect([received.status, received.err]).toEqual([0, expect.stringContaining(`「${name}」（${ID}）`)]);
    const reviewed = registry('record', 'guanai', '审核通过', '--经办', '办公室项目组', ...DAY);
    expect([reviewed.status, reviewed.out]).toEqual([0, expect.stringContaining('专家论证')]);
    expect(readFileSync(FILE, 'utf8')).toMatch(/事项: 审核\n {2}结论: 通过\n/);
    const nobody = registry('record', '受理', '没有这个项目', ...rest);
    expect([nobody.status, nobody.err]).toEqual([2, expect.stringContaining('项目名称的一部分')]);
  });

  it('refuses an event that has no place yet, with reason and clause, and writes nothing', () => {
    const { status, err } = registry(
      'record',
      ID,
      '立项',
      '--文号',
      '示发改〔2026〕1号',
      '--金额',
      '320',
      '--经办',
      '办公室',
      ...DAY,
    );
    expect(status).toBe(1);
    expect(err).toMatch(/立项：先有受理、审核通过、专家论证通过.*第九条/);
    expect(existsSync(FILE)).toBe(false);
  });

  it('refuses what is incomplete, and leaves an existing file byte for byte', () => {
    registry(...RECEIVE);
    const before = readFileSync(FILE);
    const { status, err } = registry('record', ID, '专家论证', '--结论', '通过', '--经办', '办公室', ...DAY);
    expect(status).toBe(1);
    expect(err).toMatch(/专家人数.*必须写/);
    expect(readFileSync(FILE).equals(before)).toBe(true);
  });

  it.each([
    ['an unknown project', ['record', 'shili/nowhere', '受理', ...DAY]],
    ['an unknown 事项', ['record', ID, '批准', ...DAY]],
    ['an unknown option', [...RECEIVE, '--批文', '1']],
    ['a day that is none', ['record', ID, '受理', '--root', root, '--today', '2026-02-30']],
    ['no project, where nobody can be asked', ['record', ...DAY]],
  ])('exits 2 on %s, with a sentence and no stack', (_, args) => {
    const { status, err } = registry(...args);
    expect(status).toBe(2);
    expect(err).toMatch(/\p{Script=Han}/u);
    expect(err).not.toMatch(/\n\s+at /);
    expect(existsSync(FILE)).toBe(false);
  });
});

describe('registry status and queue', () => {
  it('say in JSON where a project stands, by id, by 登记号 and for all', () => {
    registry(...RECEIVE);
    const one = registry('status', ID, '--format', 'json', '--root', root, '--today', '2026-11-30');
    expect(JSON.parse(one.out)).toMatchObject({
      id: ID,
      number: '示数申〔2026〕3号',
      state: '待审核',
      turn: '办公室',
      since: '2026-11-24',
      days: 6,
      owed: [{ who: '办公室', what: '审核', clause: 'art6-2', since: '2026-11-24' }],
      events: [{ date: '2026-11-24', event: '受理', state: '待审核' }],
    });
    const same = registry(
      'status',
      '示数申〔2026〕3号',
      '--format',
      'json',
      '--root',
      root,
      '--today',
      '2026-11-30',
    );
    expect(same.out).toBe(one.out);
    const all = registry('status', '--format', 'json', '--root', root, '--today', '2026-11-30');
    expect(JSON.parse(all.out)).toEqual([JSON.parse(one.out)]);
  });

  it('say in words whose turn it is and how long it waits', () => {
    registry(...RECEIVE);
    expect(registry('status', ID, '--root', root, '--today', '2026-11-30').out).toContain(
      '待办公室审核（已等 6 天）',
    );
    const queue = registry('queue', '--root', root, '--today', '2026-11-30');
    expect(queue.out).toMatch(/等办公室办（1 件）\n {2}已等 4 个工作日　审核（第六条第2项）/);
    const json = registry('queue', '--format', 'json', '--root', root, '--today', '2026-11-30');
    expect(JSON.parse(json.out)).toMatchObject({
      today: '2026-11-30',
      waiting: [{ id: ID, who: '办公室', days: 6 }],
    });
  });

  it('exit 2 on a project that is not there', () => {
    expect(registry('status', 'shili/nowhere', '--root', root).status).toBe(2);
  });

  it('reads days and amounts as people write them, and knows the short names of events', () => {
    registry(...RECEIVE);
    const { status, err } = registry('record', ID, '论证', '--日期', '2026.11.24', '--结论', '通过', ...DAY);
    expect([status, err.includes('没有「论证」')]).toEqual([1, false]);
    const asked = ['record', ID, '补正', '--结论', '要求补正', '--说明', '补投资估算', '--经办', '办公室'];
    expect(registry(...asked, '--日期', '2026年11月24日', ...DAY).status).toBe(0);
    expect(readFileSync(FILE, 'utf8')).toContain('- 日期: 2026-11-24\n  事项: 补正\n');
  }, 120_000);

  it('tells all that is wrong with an event at once, and corrects a day quoted as people write it', () => {
    const both = registry('record', ID, '审核通过', '--日期', '2027-01-05', ...DAY);
    expect([both.status, both.err]).toEqual([1, expect.stringContaining('经办：审核必须写这一栏')]);
    expect(both.err).toContain('2027-01-05 还没有到');
    registry(...RECEIVE);
    const told = ['--原', '2026年11月24日', '--改为', '2026年11月23日', '--理由', '录入时写错'];
    const fixed = ['更正', '--第几件', '1', '--栏目', '日期', ...told, '--经办', '办公室综合组'];
    expect(registry('record', ID, ...fixed, ...DAY)).toMatchObject({ status: 0 });
    expect(readFileSync(FILE, 'utf8')).toMatch(/原: 2026-11-24\n {2}改为: 2026-11-23\n/);
    const instead = registry('record', ID, '延期', ...DAY);
    expect([instead.status, instead.err]).toEqual([2, expect.stringContaining('延期记「变更」')]);
  });

  it('takes the last event back while it is not committed', () => {
    registry(...RECEIVE);
    const before = readFileSync(FILE, 'utf8');
    registry('record', ID, '审核', '--结论', '通过', '--说明', '齐了', '--经办', '办公室', ...DAY);
    expect(readFileSync(FILE, 'utf8')).not.toBe(before);
    const { status, out } = registry('record', ID, '--undo', ...DAY);
    expect([status, out.trim()]).toEqual([0, '已收回 2026-11-24 的「审核」。']);
    expect(readFileSync(FILE, 'utf8')).toBe(before);
    expect(registry('record', ID, '--undo', ...DAY).status).toBe(0);
    expect(existsSync(FILE)).toBe(false);
  }, 120_000);

  it('lists what is still open before 受理, and writes only with a reason', () => {
    const filing = join(root, 'projects', `${ID}.md`);
    writeFileSync(filing, readFileSync(filing, 'utf8').replace(/^不涉密承诺: .*\n/m, ''));
    const refused = registry(...RECEIVE);
    expect([refused.status, existsSync(FILE)]).toEqual([1, false]);
    expect(refused.err).toMatch(/还有 1 处没有办妥[\s\S]*不涉密承诺[\s\S]*没有写入。先要求补正/);
    const confirmed = registry(...RECEIVE, '--说明', '纸质承诺书已收');
    expect(confirmed.status, confirmed.err).toBe(0);
    expect(readFileSync(FILE, 'utf8')).toContain('事项: 受理');
  }, 120_000);
});
