import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../src/gate/decision.ts';
import { ACTORS, APPROVED, FOREIGN, filing, OWN } from './hostile/registry.ts';
import {
  type Edit,
  edited,
  expectRefused,
  honest,
  move,
  OddGate,
  RECORDS,
  refusals,
  replace,
  textOf,
  write,
} from './support/odd-gate.ts';

let odd: OddGate;
beforeAll(() => {
  odd = new OddGate('moved');
});
afterAll(() => odd.objects.remove());

const NEW = 'projects/shili/jinggai-a2b3.md';
const planned = (name: string): string =>
  filing({
    项目名称: name,
    功能清单: [{ 名称: `${name}甲`, 说明: '一' }],
    项目概况: `${name}没有。`,
    建设内容: `${name}一套，含主机和软件，供值班室使用，按月出报表。`,
  });
const added =
  (name: string, file = NEW): Edit =>
  (files) =>
    write(files, file, planned(name));
const recorded =
  (day: string): Edit =>
  (files) =>
    write(files, RECORDS, `${textOf(files, RECORDS)}- 日期: ${day}\n  事项: 开工\n  经办: 办公室\n`);
const toNeighbour =
  (file: string): Edit =>
  (files) =>
    move(files, file, file.replace('/shili/', '/linjie/'));

/** What the gate decides of a change once the other one is on main. */
function afterwards(
  meanwhile: readonly Edit[],
  own: readonly Edit[],
  actor: string = ACTORS.own,
): Promise<Decision> {
  return odd.gate(odd.commit(...own), actor, odd.commit(...meanwhile));
}

/** Each of the two is right by itself; what counts is what a merge would make of both. */
describe('while a change waited, main', () => {
  it.each<readonly [string, readonly Edit[], readonly Edit[], string, string]>([
    [
      'altered the same place',
      [(files) => replace(files, OWN, '1200 名', '1250 名')],
      [honest],
      OWN,
      '两边合不到一起',
    ],
    ['gained a file of that name', [added('示例街道路灯控制')], [added('示例街道井盖感应')], NEW, '同名'],
    ['lost the file', [(files) => files.delete(OWN)], [honest], OWN, '删去或移走'],
  ])('%s: nothing is merged over it', async (_, meanwhile, own, file, words) => {
    const decision = await afterwards(meanwhile, own);
    expectRefused(decision, `change-merges ${file}`);
    expect(decision.comment).toContain(words);
    expect(decision.nextStep.what).toContain('另外提交');
  });

  it('gained a record, and the office has another one of the same project', async () => {
    const decision = await afterwards([recorded('2026-05-01')], [recorded('2026-05-02')], ACTORS.office);
    expectRefused(decision, `change-merges ${RECORDS}`);
    expect(decision.nextStep.who).toBe('办公室');
  });

  it('altered another place: both stay, and only the own is the author’s', async () => {
    const report = "    说明: 已上线\n  - 日期: '2020-12-20'\n    完成比例: '100'\n    说明: 培训\n";
    const decision = await afterwards(
      [(files) => replace(files, OWN, '    说明: 已上线\n', report)],
      [honest],
    );
    expect([refusals(decision), decision.verdict]).toEqual([[], '可以受理']);
    expect(decision.comment.match(/- 改了：.*/g)).toEqual([expect.stringContaining('1300')]);
    expect(decision.comment).toContain('行号可能差几行');
  });

  it('altered another place, and together they are wrong', async () => {
    const used = '使用数据:\n  - 独居老人名册\n';
    const high: Edit = (files) => replace(files, OWN, '项目名称:', `${used}项目名称:`);
    const low: Edit = (files) => replace(files, OWN, '意见:', `${used}意见:`);
    for (const one of [high, low]) expect((await odd.gate(odd.commit(one))).verdict).toBe('可以受理');
    expectRefused(await afterwards([high], [low]), `parse-duplicate-key ${OWN}`);
  });

  it('has all of it already: there is nothing left to be received, and that is said', async () => {
    const decision = await afterwards(
      [added('示例街道井盖感应'), recorded('2026-05-01')],
      [added('示例街道井盖感应')],
    );
    expect([decision.verdict, decision.status.state]).toEqual(['没有核对', 'failure']);
    expect(decision.comment).toContain('登记库里已经一样了');
  });

  it('gave the filing to another unit: the change is that unit’s by now', async () => {
    expectRefused(
      await afterwards([toNeighbour(OWN)], [honest]),
      `change-foreign-unit ${OWN.replace('/shili/', '/linjie/')}`,
    );
  });

  it('gained the same project under another name of the file', async () => {
    const twin = added('示例街道井盖感应', 'projects/shili/jinggai-q2w3.md');
    expectRefused(await afterwards([twin], [added('示例街道井盖感应')]), `art1-not-filed-twice ${NEW}`);
  });

  it('took the account away: the office is asked whose it is', async () => {
    const decision = await afterwards(
      [(files) => replace(files, 'units.yaml', `['${ACTORS.own}']`, `['2002']`)],
      [honest],
    );
    expectRefused(decision, `change-foreign-unit ${OWN}`);
    expect(decision.nextStep).toMatchObject({ who: '办公室', what: expect.stringContaining(ACTORS.own) });
  });
});

describe('a change of rights', () => {
  const byOffice = (...edits: readonly Edit[]): Promise<Decision> =>
    odd.gate(odd.commit(...edits), ACTORS.office);

  it('leaves no registry without an office', async () => {
    const decision = await byOffice((files) => replace(files, 'office.yaml', `['${ACTORS.office}']`, '[]'));
    expectRefused(decision, 'change-keeps-office office.yaml');
    expect(decision.nextStep.who).toBe('办公室');
  });

  it.each<readonly [string, Edit, readonly string[]]>([
    [
      'hands the office on',
      (files) => replace(files, 'office.yaml', `['${ACTORS.office}']`, `['5001']`),
      [`审核账号：加上 5001，去掉 ${ACTORS.office}`],
    ],
    [
      'gives a unit an account of the office',
      (files) => replace(files, 'units.yaml', `['${ACTORS.own}']`, `['${ACTORS.own}', '${ACTORS.office}']`),
      [`「示例街道办事处」的账号：加上 ${ACTORS.office}`, `账号 ${ACTORS.office} 既是审核账号，又代表`],
    ],
  ])('that %s is set out in words', async (_, edit, words) => {
    const { verdict, comment } = await byOffice(edit);
    expect(verdict).toBe('办公室改动');
    for (const one of words) expect(comment).toContain(one);
  });

  it('renames a unit only with its former name, and merges two units so', async () => {
    const renamed = await byOffice((files) =>
      replace(files, 'units.yaml', '名称: 示例街道办事处', '名称: 新名街道办事处'),
    );
    expectRefused(renamed, `art6-unit-registered ${OWN}`);
    expect(renamed.comment).toContain('写进「曾用名」');
    const joined = await byOffice(...[OWN, APPROVED, RECORDS].map(toNeighbour), (files) => {
      const [, rest = ''] = textOf(files, 'units.yaml').split('linjie:');
      write(files, 'units.yaml', `linjie:${rest.replace('  账号', '  曾用名: [示例街道办事处]\n  账号')}`);
    });
    expect(refusals(joined)).toEqual([]);
    expect(joined.comment).toContain('撤销的单位留在表里');
  });

  it('of a file that says nothing is nothing that a unit has filed', async () => {
    const decision = await odd.gate(odd.commit((files) => write(files, 'projects/shili/.gitkeep', '')));
    expect([decision.verdict, decision.status.state]).toEqual(['没有核对', 'failure']);
    expect(decision.comment).toContain('都不是申报');
  });

  it('is no way for a unit to file as another', async () => {
    const theirs = textOf(edited(), FOREIGN);
    expectRefused(
      await odd.gate(odd.commit((files) => write(files, 'projects/shili/tushu-a2b3.md', theirs))),
      'art6-unit-registered projects/shili/tushu-a2b3.md',
    );
  });
});
