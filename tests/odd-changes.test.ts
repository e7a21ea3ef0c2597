import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, FOREIGN, OWN } from './hostile/registry.ts';
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
let base = '';
beforeAll(() => {
  odd = new OddGate('odd');
  base = odd.base;
});
afterAll(() => odd.objects.remove());
const gate: OddGate['gate'] = (...args) => odd.gate(...args);

/** What one commit may do to the files; the unit's own honest change stands beside it, to hide it. */
describe('a change that comes with', () => {
  it.each<readonly [string, Edit, string]>([
    [
      'a submodule among the projects',
      (f) => write(f, 'projects/shili/sub', '', '160000'),
      'hostile-submodule projects/shili/sub',
    ],
    [
      'the folder of a unit as a link to another',
      (f) => {
        f.delete(OWN);
        f.delete('projects/shili/pingtai-p5q6.md');
        write(f, 'projects/shili', 'linjie', '120000');
      },
      'hostile-link projects/shili',
    ],
    [
      'a name that differs in case only',
      (f) => write(f, OWN.replace('guanai', 'Guanai'), textOf(f, OWN)),
      `hostile-collision ${OWN.replace('guanai', 'Guanai')}`,
    ],
    [
      'its own file taken away and given back in another case',
      (f) => move(f, OWN, OWN.replace('guanai', 'GUANAI')),
      `change-entry-removed ${OWN}`,
    ],
    [
      'a file turned into a folder',
      (f) => move(f, OWN, `${OWN}/guanai-k7q2.md`),
      `change-entry-removed ${OWN}`,
    ],
    [
      'the folder of the office turned into a file',
      (f) => {
        for (const file of [...f.keys()]) if (file.startsWith('records/')) f.delete(file);
        write(f, 'records', 'x');
      },
      `change-office-only ${RECORDS}`,
    ],
    [
      'another mode and nothing else',
      (f) => write(f, OWN, textOf(f, OWN), '100755'),
      `hostile-executable ${OWN}`,
    ],
    [
      'the settings renamed, and a copy of its own in their place',
      (f) => {
        move(f, 'office.yaml', 'office-1.yaml');
        write(f, 'office.yaml', textOf(f, 'office-1.yaml').replace(ACTORS.office, ACTORS.own));
      },
      'change-office-only office.yaml',
    ],
    [
      'itself written beside the account of another unit',
      (f) => replace(f, 'units.yaml', `['${ACTORS.foreign}']`, `['${ACTORS.foreign}', '${ACTORS.own}']`),
      'change-office-only units.yaml',
    ],
    [
      'a pointer where a filing was',
      (f) =>
        write(
          f,
          OWN,
          `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`,
        ),
      `parse-no-head ${OWN}`,
    ],
    [
      'a pointer in place of a sealed attachment',
      (f) =>
        write(
          f,
          `${OWN.slice(0, -3)}/fang-an.age`,
          `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 9\n`,
        ),
      `annex-sealed-attachment-present ${OWN.slice(0, -3)}/fang-an.age`,
    ],
    [
      'a sealed file that its filing does not name',
      (f) => write(f, `${OWN.slice(0, -3)}/fang-an.age`, 'age-encryption.org/v1\n-> X25519 a\nb\n--- c\n'),
      `change-sealed-named ${OWN.slice(0, -3)}/fang-an.age`,
    ],
    [
      'a workflow below the projects',
      (f) => write(f, 'projects/shili/.github/workflows/x.yml', 'on: push\n'),
      'hostile-extension projects/shili/.github/workflows/x.yml',
    ],
    [
      'attributes in the registry',
      (f) => write(f, '.gitattributes', '* merge=union\n'),
      'hostile-path .gitattributes',
    ],
    [
      'a list of submodules in the registry',
      (f) => write(f, '.gitmodules', '[submodule "x"]\n'),
      'hostile-path .gitmodules',
    ],
    [
      'a registry within the registry',
      (f) => write(f, `registry/${OWN}`, textOf(f, OWN)),
      `change-office-only registry/${OWN}`,
    ],
    [
      'a line break in a name',
      (f) => write(f, 'projects/shili/a\nb-c2d3.md', 'x'),
      'hostile-path projects/shili/a\nb-c2d3.md',
    ],
  ])('%s is refused', async (_, edit, refusal) => {
    expectRefused(await gate(odd.objects.commit(edited(honest, edit), [base])), refusal);
  });

  it.each([
    '.gitattributes',
    '.gitmodules',
    '.mailmap',
    '.github/dependabot.yml',
    'node_modules/yaml/index.js',
  ])('%s beside the registry is refused', async (path) => {
    const head = odd.objects.commit(edited(honest), [base], { [path]: 'x\n' });
    expectRefused(await gate(head), `change-outside-registry ${path}`);
  });
});

describe('a history that', () => {
  /** The office's next word on the approved project. */
  const later: Edit = (files) =>
    write(files, RECORDS, `${textOf(files, RECORDS)}- 日期: 2026-05-01\n  事项: 开工\n  经办: 办公室\n`);

  it('shares nothing with the registry is judged as a change of all of it', async () => {
    const head = odd.objects.commit(
      edited(honest, (files) => replace(files, FOREIGN, '刷卡借书还书', '刷脸借书还书')),
      [],
    );
    expectRefused(await gate(head), `change-foreign-unit ${FOREIGN}`);
  });

  it('joins three branches hides nothing in the third', async () => {
    const foreign = odd.objects.commit(
      edited((files) => replace(files, FOREIGN, '刷卡借书还书', '刷脸借书还书')),
      [base],
    );
    const own = odd.objects.commit(edited(honest), [base]);
    const all = edited(honest, (files) => replace(files, FOREIGN, '刷卡借书还书', '刷脸借书还书'));
    expectRefused(
      await gate(odd.objects.commit(all, [base, own, foreign])),
      `change-foreign-unit ${FOREIGN}`,
    );
  });

  it('merges what the office wrote and drops it in the same commit is refused', async () => {
    const tip = odd.objects.commit(edited(later), [base]);
    const own = odd.objects.commit(edited(honest), [base]);
    expectRefused(
      await gate(odd.objects.commit(edited(honest), [own, tip]), ACTORS.own, tip),
      `change-office-only ${RECORDS}`,
    );
  });

  it('crosses that of the registry cannot take back what lies on the other side', async () => {
    // A first filing was merged after the office had recorded something; the branch goes on from both.
    const first = odd.objects.commit(edited(honest), [base]);
    const recorded = odd.objects.commit(edited(later), [base]);
    const tip = odd.objects.commit(edited(honest, later), [recorded, first]);
    for (const parents of [
      [first, recorded],
      [recorded, first],
    ]) {
      const head = odd.objects.commit(
        edited((files) => replace(files, OWN, '1200 名', '1400 名')),
        parents,
      );
      expectRefused(await gate(head, ACTORS.own, tip), `change-office-only ${RECORDS}`);
      const sound = odd.objects.commit(
        edited(later, (files) => replace(files, OWN, '1200 名', '1400 名')),
        parents,
      );
      expect(refusals(await gate(sound, ACTORS.own, tip))).toEqual([]);
    }
  });

  it('is ahead of a registry that was taken back brings nothing of the office in by itself', async () => {
    const tip = odd.objects.commit(edited(later), [base]);
    expectRefused(
      await gate(odd.objects.commit(edited(later, honest), [tip])),
      `change-office-only ${RECORDS}`,
    );
  });

  it('is an older state of the registry is no change to be received', async () => {
    const tip = odd.objects.commit(edited(later), [base]);
    const decision = await gate(base, ACTORS.own, tip);
    expect(decision.status.state).toBe('failure');
    expect(decision.comment).not.toContain('可以受理');
  });

  it('is shown otherwise by replaced objects is read as it is', async () => {
    const evil = odd.objects.commit(
      edited((files) => replace(files, FOREIGN, '刷卡借书还书', '刷脸借书还书')),
      [base],
    );
    odd.objects.git(['update-ref', `refs/replace/${evil}`, odd.objects.commit(edited(honest), [base])]);
    const decision = await gate(evil);
    odd.objects.git(['update-ref', '-d', `refs/replace/${evil}`]);
    expectRefused(decision, `change-foreign-unit ${FOREIGN}`);
  });
});
