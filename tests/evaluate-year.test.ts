import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { evaluateYear, FIGURES } from '../src/accounts/year/evaluate.ts';
import { figureNumber } from '../src/accounts/year/say.ts';
import type { Figure } from '../src/accounts/year/types.ts';
import { check } from '../src/check.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { readProjects, recount } from './support/recount.ts';

const TODAY = '2026-11-27';
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026];

function evaluate(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['scripts/registry.ts', 'evaluate', ...args], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const projects = readProjects('registry');
const isDemo = projects.length > 0 && projects.every(({ head }) => head.演示 === 'true');

describe.runIf(isDemo)('the year of the demonstration registry', () => {
  const registry = check(readRegistryFiles('registry'), { today: TODAY, similarity: { compare: '不查' } });

  it.each(YEARS)('%i comes to the same figures as an independent count of the files', (year) => {
    const shown = evaluateYear(registry, year);
    expect([shown.demo, shown.isOver]).toEqual([true, year < 2026]);
    compare(shown.district, projects, year);
    expect(shown.units.length).toBeGreaterThan(year === 2021 ? 2 : 4);
    for (const unit of shown.units) {
      const own = projects.filter((project) => project.unit === unit.code);
      const led = own.filter(({ head }) => !/社会组织|个人/.test(JSON.stringify(head.牵头主体)));
      compare(unit.figures, led, year);
      expect(led.length + unit.coordinated.length, unit.code).toBeLessThanOrEqual(own.length);
    }
  });

  it('gives the same to programs, with sums in 万元 and the projects behind every figure by name', () => {
    const { status, out } = evaluate('2025', '--format', 'json', '--today', TODAY);
    expect(status).toBe(0);
    const shown = JSON.parse(out);
    const ceiling = shown.district.figures.find(({ key }: Figure) => key === 'ceiling');
    expect(ceiling).toMatchObject({ kind: '万元', figure: 2255.2, value: 2255.2, article: '第十条' });
    expect(ceiling.entries).toHaveLength(5);
    for (const { name, id, note } of ceiling.entries)
      expect([name !== '', id.includes('/'), note.endsWith('万元')]).not.toContain(false);
  });
});

function compare(figures: readonly Figure[], counted: typeof projects, year: number): void {
  const again = recount('registry', counted, year, TODAY);
  expect([...again.keys()].sort()).toEqual(FIGURES.map(({ key }) => key).sort());
  for (const [key, { figure, ids }] of again) {
    const shown = figures.find((one) => one.key === key);
    const where = `${year} ${key}`;
    if (figure === null) expect(shown && figureNumber(shown), where).toBeNull();
    else if (key !== 'grades' || figure > 0)
      expect(shown && figureNumber(shown), where).toBeCloseTo(figure, 4);
    expect([...new Set(shown?.behind.map(({ id }) => id))].sort(), where).toEqual([...ids].sort());
  }
}

describe('registry evaluate', () => {
  it.each([
    ['without a year', [], '没有写哪一年'],
    ['with words', ['去年'], '不能是「去年」'],
    ['with a year to come', ['2027', '--today', TODAY], '2026'],
    ['with a unit that is none', ['2025', '--unit', '某某局'], '单位名录里没有'],
  ])('ends with 2 and a sentence %s', (_, args, says) => {
    const { status, err } = evaluate(...args);
    expect([status, err.includes('    at ')]).toEqual([2, false]);
    expect(err).toContain(says);
  });
});
