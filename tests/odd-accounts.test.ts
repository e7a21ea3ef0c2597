import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, FOREIGN, OWN } from './hostile/registry.ts';
import {
  type Edit,
  edited,
  expectRefused,
  honest,
  move,
  OddGate,
  refusals,
  replace,
  textOf,
  write,
} from './support/odd-gate.ts';

let odd: OddGate;
let base = '';
beforeAll(() => {
  odd = new OddGate('accounts');
  base = odd.base;
});
afterAll(() => odd.objects.remove());
const gate: OddGate['gate'] = (...args) => odd.gate(...args);

describe('an account', () => {
  it('of two units moves no filing from one to the other', async () => {
    const both: Edit = (files) =>
      replace(files, 'units.yaml', `['${ACTORS.foreign}']`, `['${ACTORS.foreign}', '${ACTORS.own}']`);
    const start = odd.objects.commit(edited(both), []);
    const moved = OWN.replace('/shili/', '/linjie/');
    const head = odd.objects.commit(
      edited(both, (files) => move(files, OWN, moved)),
      [start],
    );
    expectRefused(await gate(head, ACTORS.own, start), `change-entry-removed ${OWN}`);
  });

  it('that two units claim may file for both, and for no third', async () => {
    const both: Edit = (files) => replace(files, 'units.yaml', `['${ACTORS.foreign}']`, `['${ACTORS.own}']`);
    const third: Edit = (files) =>
      write(
        files,
        'units.yaml',
        `${textOf(files, 'units.yaml')}disan:\n  名称: 第三街道办事处\n  类型: 街道办事处\n  账号: ['${ACTORS.foreign}']\n`,
      );
    const start = odd.objects.commit(edited(both, third), []);
    const there: Edit = (files) => replace(files, FOREIGN, '刷卡借书还书', '刷脸借书还书');
    expect(
      refusals(
        await gate(odd.objects.commit(edited(both, third, honest, there), [start]), ACTORS.own, start),
      ),
    ).toEqual([]);
    const stolen: Edit = (files) => write(files, 'projects/disan/guanai-a2b3.md', textOf(files, FOREIGN));
    expectRefused(
      await gate(odd.objects.commit(edited(both, third, stolen), [start]), ACTORS.own, start),
      'change-foreign-unit projects/disan/guanai-a2b3.md',
    );
  });

  it.each([null, '0', '99999999999999999999', '02001', '2001 '])(
    '%s has no right of its own',
    async (actor) => {
      const decision = await gate(odd.objects.commit(edited(honest), [base]), actor);
      expect(decision.status.state).toBe('failure');
    },
  );

  const run = (...args: readonly string[]): { readonly status: number | null; readonly said: string } => {
    const given = ['scripts/registry.ts', 'gate', '--root', odd.objects.root, '--base', base, ...args];
    const done = spawnSync(process.execPath, given, { encoding: 'utf8' });
    return { status: done.status, said: done.stdout + done.stderr };
  };

  it.each(['', '-1', '2001\n3001', '２００１', '0x7d1', '1e3'])(
    '%j is none, and the command says so',
    (actor) => {
      const { status, said } = run('--head', base, `--actor=${actor}`);
      expect([status, said]).toEqual([2, expect.stringMatching(/--actor[\s\S]*[\u4e00-\u9fff]/)]);
    },
  );

  it.each(['--output=x', 'a..b', 'HEAD^@', ':/x', 'nowhere', ''])(
    'judges no head that is called %j',
    (head) => {
      const { status, said } = run(`--head=${head}`, '--actor', ACTORS.own);
      expect(status).toBe(2);
      expect(said).toMatch(/[\u4e00-\u9fff]/);
      expect(said).not.toMatch(/\n\s+at /);
    },
  );

  it('is judged by the commit that a tag names', () => {
    const head = odd.objects.commit(edited(honest), [base]);
    odd.objects.git(['tag', '-a', '-m', 'x', 'v1', head]);
    const [tag, plain] = [
      run('--head', 'v1', '--actor', ACTORS.own),
      run('--head', head, '--actor', ACTORS.own),
    ];
    expect([tag.status, JSON.parse(tag.said).verdict]).toEqual([
      plain.status,
      JSON.parse(plain.said).verdict,
    ]);
  });
});
