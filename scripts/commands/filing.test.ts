import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const UNITS = 'jingba-lu:\n  名称: 金水区经八路街道办事处\n  类型: 街道办事处\n';
const OFFICE =
  "名称: 某办公室\n地区: 某区\n规则版本: 金政〔2021〕22号\n施行日期: '2021-04-29'\n演示数据: true\n封存公钥: ''\n审核账号: []\n设置: {}\n";
const ANSWERS = {
  牵头主体: { 类型: '街道办事处', 名称: '金水区经八路街道办事处' },
  建设阶段: '已建成',
  项目名称: '经八路街道停车诱导平台',
  项目预期效果: '覆盖 1200 个泊位，找车位的时间减少一半。',
  项目类别: ['便民服务类'],
  已建成日期: '2021年4月9日',
  资金预算: '320万元',
  实际完成投资: 318,
  资金来源: [{ 来源: '自筹', 金额: 320 }],
  建设内容: '建设泊位采集、诱导屏发布、停车缴费三个模块，覆盖四条道路，接入总平台。',
  附件: [{ 名称: '项目建设方案', 日期: '2021-02-20', 送达: '纸质', 编号: '经八办〔2021〕7号' }],
  不涉密承诺: true,
};

let folder = '';
let root = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filing-'));
  root = join(folder, 'registry');
  await mkdir(root);
  await writeFile(join(root, 'units.yaml'), UNITS);
  await writeFile(join(root, 'office.yaml'), OFFICE);
});
afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command as the command line runs it, without a terminal. */
function run(command: 'new' | 'import' | 'init', ...args: string[]): Promise<Run> {
  const file = pathToFileURL(join(import.meta.dirname, `${command}.ts`)).href;
  const script = `import { runMain } from 'citty'; const module = await import('${file}'); await runMain(module.${command}Command, { rawArgs: ${JSON.stringify([...args, '--root', root])} });`;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--input-type=module', '-e', script], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
    child.stdin?.end();
  });
}
const give = async (name: string, content: unknown): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

describe('new', () => {
  it('files from a file of answers, checks and says what comes next', async () => {
    const { code, out, err } = await run(
      'new',
      '--answers',
      await give('a.json', ANSWERS),
      '--today',
      '2026-03-05',
    );
    expect(err).toBe('');
    expect(code, out).toBe(0);
    const [name = ''] = await readdir(join(root, 'projects/jingba-lu'));
    expect(name).toMatch(/^jing-ba-lu-jie-dao-ting-che-you-dao-ping-tai-[2-9a-z]{4}\.md$/);
    expect(out).toContain(name);
    expect(out).toContain('下一步');
    const text = await readFile(join(root, 'projects/jingba-lu', name), 'utf8');
    expect(text).toContain('表式: 备案表\n填报日期: 2026-03-05\n');
    expect(text).toContain('联系方式: 随纸质表报送\n资金预算: 320\n');
  });

  it('writes nothing while an answer is wrong, and names every one', async () => {
    const { code, out, err } = await run(
      'new',
      '--answers',
      await give('a.json', { ...ANSWERS, 资金预算: '很多', 已建成日期: '去年' }),
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/资金预算：[\s\S]*已建成日期：|已建成日期：[\s\S]*资金预算：/);
    expect(await readdir(root)).not.toContain('projects');
  });

  it.each([
    ['without a terminal', []],
    ['with answers that are not there', ['--answers', '/nowhere.json']],
    ['with a day that is none', ['--today', '2026-02-30']],
    ['with an unknown option', ['--ansers', 'x']],
  ])('ends with 2 and a sentence %s', async (_, args) => {
    const { code, err } = await run('new', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(/。\n$/);
    expect(err).not.toContain('    at ');
  });
});

describe('import', () => {
  it('reports as JSON and ends with 1 when a row is bad', async () => {
    const ledger = await give('a.jsonl', '{"name":"甲","source_url":"某文件"}\n{"name":"乙"}\n');
    const { code, out } = await run('import', ledger, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      added: 1,
      updated: 0,
      unchanged: 0,
      findings: expect.arrayContaining([expect.objectContaining({ row: 2, column: '来源' })]),
    });
    const again = await run('import', ledger, '--dry-run');
    expect(again.out).toContain('新增 0，更新 0，未变 1');
  });

  it('ends with 2 and a sentence when the file cannot be read', async () => {
    for (const args of [[], ['/nowhere.csv'], [await give('a.xlsx', 'x')], [await give('a.csv', '甲\n')]]) {
      const { code, err } = await run('import', ...args);
      expect([code, err.includes('    at ')], err).toEqual([2, false]);
    }
  });
});

describe('init', () => {
  it('wants a yes, and with it clears the flag', async () => {
    expect((await run('init')).code).toBe(2);
    expect((await run('init', '--dry-run')).code).toBe(0);
    expect(await readFile(join(root, 'office.yaml'), 'utf8')).toBe(OFFICE);
    expect((await run('init', '--yes')).code).toBe(0);
    expect(await readFile(join(root, 'office.yaml'), 'utf8')).toBe(
      OFFICE.replace('演示数据: true', '演示数据: false'),
    );
  });
});
