import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planStart, withoutDemoSettings, withoutUnits } from '../registry/start-plan.ts';
import { DEMO_RECIPIENT } from '../sealing/recipient.ts';
import { loadRegistry } from './registry.ts';
import { startRegistry } from './start-registry.ts';

const REAL = `---
表式: 备案表
项目名称: 真实项目
前期项目: yanshi-jiedao-jia/dujulaoren-guanai-m4tz
---
`;
const FILES = {
  'office.yaml': `名称: 某办公室
地区: 某区
规则版本: 金政〔2021〕22号
施行日期: '2021-04-29'
# 演示说明
演示数据: true
封存公钥: ''
审核账号: []
设置: {}
`,
  'units.yaml': `# 说明

jingba-lu:
  名称: 经八路街道办事处
  类型: 街道办事处

# ---- 演示单位 ----

yanshi-jiedao-jia:
  名称: 演示街道办事处（甲）
  类型: 街道办事处
  演示: true
`,
  'projects/yanshi-jiedao-jia/dujulaoren-guanai-m4tz.md': '---\n项目名称: 演示\n演示: true\n---\n',
  'projects/yanshi-jiedao-jia/dujulaoren-guanai-m4tz/fangan.age': 'x',
  'projects/yanshi-jiedao-jia/yan-shi-k7q2.md': '---\n项目名称: 演示二\n演示: true\n---\n',
  'projects/jingba-lu/zhen-shi-k7q2.md': '---\n项目名称: 真实\n---\n',
  'records/yanshi-jiedao-jia/dujulaoren-guanai-m4tz.yaml': '[]\n',
  'references/zhen-shi-k7q2.md': '---\n名称: 真实\n---\n',
  'references/yan-shi-k7q2.md': '---\n名称: 演示\n演示: true\n---\n',
} as const;
let root = '';
beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'start-')), 'registry');
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
});
afterEach(() => rm(join(root, '..'), { recursive: true }));

describe('the start of a real registry', () => {
  it('removes every demonstration and leaves what is real', async () => {
    await startRegistry(root, planStart(await loadRegistry(root, '2026-03-05')));
    expect((await readdir(root, { recursive: true })).sort()).toEqual([
      'office.yaml',
      'projects',
      'projects/jingba-lu',
      'projects/jingba-lu/zhen-shi-k7q2.md',
      'records',
      'references',
      'references/zhen-shi-k7q2.md',
      'units.yaml',
    ]);
    expect(await readFile(join(root, 'units.yaml'), 'utf8')).toBe(
      '# 说明\n\njingba-lu:\n  名称: 经八路街道办事处\n  类型: 街道办事处\n',
    );
    expect(await readFile(join(root, 'office.yaml'), 'utf8')).toContain('# 演示说明\n演示数据: false\n');
    const after = planStart(await loadRegistry(root, '2026-03-05'));
    expect(after).toEqual({ files: [], folders: [], units: [], obstacles: [] });
  });

  it('names the real filings that lean on a demonstration', async () => {
    await writeFile(join(root, 'projects/jingba-lu/er-qi-k7q2.md'), REAL);
    await writeFile(
      join(root, 'projects/yanshi-jiedao-jia/qi-ta-k7q2.md'),
      REAL.replace('前期项目', '其他类说明'),
    );
    const { obstacles } = planStart(await loadRegistry(root, '2026-03-05'));
    expect(obstacles.map(({ file, message }) => [file, message.slice(0, 4)])).toEqual([
      ['projects/jingba-lu/er-qi-k7q2.md', '前期项目'],
      ['projects/yanshi-jiedao-jia/qi-ta-k7q2.md', '文件夹：'],
    ]);
  });
});

describe('textual edits', () => {
  it('leave comments, order and other units as they are', () => {
    const text =
      '# 一\na:\n  名称: 甲\n\n# ---- 演示 ----\n\n# 说明\nb:\n  名称: 乙\n  演示: true\n\n# ---- 二 ----\nc:\n  名称: 丙\n';
    expect(withoutUnits(text, ['b'])).toBe('# 一\na:\n  名称: 甲\n\n# ---- 二 ----\nc:\n  名称: 丙\n');
    expect(withoutUnits(text, [])).toBe(text);
  });

  it('clear the demonstration key, and no other', () => {
    expect(withoutDemoSettings(`封存公钥: ${DEMO_RECIPIENT}\n`)).toBe("封存公钥: ''\n");
    expect(withoutDemoSettings(`封存公钥:\n  - age1real\n  - ${DEMO_RECIPIENT}\n`)).toBe(
      '封存公钥:\n  - age1real\n',
    );
    expect(withoutDemoSettings('封存公钥: age1real\n')).toBe('封存公钥: age1real\n');
  });

  it('clear the flag only', () => {
    expect(withoutDemoSettings("a: 1\n演示数据: 'true' # 注\n")).toBe('a: 1\n演示数据: false # 注\n');
    expect(withoutDemoSettings('演示数据: false\n')).toBe('演示数据: false\n');
  });
});
