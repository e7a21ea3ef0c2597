import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluateYear } from '../src/accounts/year/evaluate.ts';
import { figureNumber } from '../src/accounts/year/say.ts';
import { check } from '../src/check.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { readProjects, recount } from './support/recount.ts';

const TODAY = '2026-11-27';
const root = mkdtempSync(join(tmpdir(), 'savings-'));
cpSync('registry', root, { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

function edit(file: string, change: (text: string) => string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const after = change(text);
  if (after === text) throw new Error(`${file} is not as this test expects`);
  writeFileSync(path, after);
}

// The demonstration saves no money: here a system is retired, one is merged, and two cost less than their 立项.
appendFileSync(
  join(root, 'records/yanshi-jiedao-jia/xueliang-gongcheng-p9va.yaml'),
  '- 日期: 2026-05-10\n  事项: 停用\n  每年节省: 32.5\n  说明: 并到区级视频平台。\n  经办: 办公室综合组\n',
);
const CHEAPER = [
  ['records/yanshi-minzheng/mingchu-liangzao-t2wk.yaml', '70.5'],
  ['records/yanshi-zhengshu/yiwangtongban-x7pb.yaml', '399.25'],
] as const;
for (const [file, spent] of CHEAPER)
  edit(file, (text) => text.replace('事项: 完工\n', `事项: 完工\n  金额: ${spent}\n`));
// Review took something off what was asked for, and an application that copies a system is refused before it is built.
const CUT = 'yanshi-chengguan/fangxun-jiance-a7mh';
const REFUSED = 'yanshi-zhengshu/shipin-yunwei-h3cp';
edit(`records/${CUT}.yaml`, (text) => {
  const [, content = ''] = /( {2}受理内容:\n(?: {4}.*\n)+)/.exec(text) ?? [];
  const changed = `- 日期: 2022-05-30
  事项: 变更
  文号: 演示城管〔2022〕21号
${content}  说明: 照审核意见，利用原有服务器，总投资核减 30 万元。
  经办: 办公室项目组
`;
  return text
    .replace('总投资: 960\n', '总投资: 990\n')
    .replace('- 日期: 2022-06-10\n', `${changed}- 日期: 2022-06-10\n`);
});
appendFileSync(
  join(root, `records/${REFUSED}.yaml`),
  `- 日期: 2026-11-20
  事项: 查重认定
  对象: yanshi-jiedao-jia/xueliang-gongcheng-p9va
  结论: 重复
  说明: 报事报修和视频查看区级平台都有。
  经办: 办公室综合组
- 日期: 2026-11-24
  事项: 审核
  结论: 不通过
  说明: 复用区级平台，不另建。
  经办: 办公室项目组
`,
);
// What the units ought to have filed, as the office has counted it.
edit('units.yaml', (text) =>
  text.replace(
    /(yanshi-minzheng:\n)/,
    '$1  应备项目:\n    - 年度: 2026\n      个数: 8\n      依据: 2026年信息系统普查\n',
  ),
);

const registry = check(readRegistryFiles(root), { today: TODAY, similarity: { compare: '不查' } });
const projects = readProjects(root);
const figure = (year: number, key: string) =>
  evaluateYear(registry, year).district.find((one) => one.key === key);

describe('money that was not spent, and 备案率', () => {
  it.each(['leftOver', 'savedYearly', 'cut', 'notBuilt'])(
    '%s is what an independent count comes to',
    (key) => {
      for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
        const again = recount(root, projects, year, TODAY).get(key);
        const shown = figure(year, key);
        expect(shown && figureNumber(shown), `${year}`).toBeCloseTo(again?.figure ?? Number.NaN, 4);
        expect([...new Set(shown?.behind.map(({ id }) => id))].sort()).toEqual(
          [...(again?.ids ?? [])].sort(),
        );
      }
    },
  );

  it('has money in it, and says of every sum which project it comes from', () => {
    const saved = figure(2026, 'savedYearly');
    expect(saved && figureNumber(saved)).toBe(32.5);
    expect(saved?.behind[0]?.note).toContain('停用');
    const over = [2021, 2022, 2023, 2024, 2025, 2026].flatMap(
      (year) => figure(year, 'leftOver')?.behind ?? [],
    );
    expect(over.map(({ id }) => id).sort()).toEqual(
      CHEAPER.map(([file]) => file.replace(/^records\/|\.yaml$/g, '')),
    );
  });

  it('counts what review took off the sum, and what was not built twice, each with how it was counted', () => {
    const cut = figure(2022, 'cut');
    expect(cut && figureNumber(cut)).toBe(30);
    expect(cut?.behind).toEqual([{ id: CUT, note: expect.stringMatching(/受理 990.*批准 960/) }]);
    const notBuilt = figure(2026, 'notBuilt');
    expect(notBuilt && figureNumber(notBuilt)).toBe(186);
    expect(notBuilt?.behind).toEqual([
      { id: REFUSED, note: expect.stringMatching(/2026-11-24.*受理的总投资/) },
    ]);
  });

  it('takes the inventory that the office declared for the whole, and nothing where it declared none', () => {
    const { units } = evaluateYear(registry, 2026);
    const of = (code: string) =>
      units.find((unit) => unit.code === code)?.figures.find(({ key }) => key === 'coverage');
    expect(of('yanshi-minzheng')).toMatchObject({ of: 8 });
    expect(of('yanshi-minzheng')?.value).toBeGreaterThan(0);
    expect(of('yanshi-chengguan')?.value).toBeUndefined();
    expect(of('yanshi-chengguan')?.none).toBeTruthy();
  });
});
