import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_RECIPIENT } from '../src/sealing/recipient.ts';
import { buildSite } from './support/build-site.ts';
import { writeFixture } from './support/fixture.ts';
import { allObjects, disguises, filesHolding, textsIn } from './support/plain-text.ts';

const scratch = mkdtempSync(join(tmpdir(), 'registry-sealing-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const repository = join(scratch, 'repository');
const root = join(repository, 'registry');
const ID = 'shili/guanai';
const file = join(root, 'projects', `${ID}.md`);
const keyFile = join(scratch, 'key.txt');
const VALUES = {
  项目负责人: '欧阳演示甲',
  联系电话: '0371-00000001',
  邮箱: 'yanshi.jia@example.invalid',
  项目联系人: '司徒演示乙',
  项目联系人电话: '0371-00000002',
};
const PLAN = '本方案是演示内容：设备清单与点位说明各一份。';
const SECRETS = [...Object.values(VALUES), PLAN];

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function registry(args: readonly string[], input?: string): Run {
  const run = spawnSync(process.execPath, ['scripts/registry.ts', ...args], {
    encoding: 'utf8',
    input: input ?? '',
  });
  expect(run.stderr, args.join(' ')).not.toMatch(/\n\s+at /);
  expect(textsIn(Buffer.from(run.stderr), SECRETS), args.join(' ')).toEqual([]);
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const seal = (values: unknown, id = ID): Run =>
  registry(['seal', id, '--root', root, '--values', '-'], JSON.stringify(values));
const unseal = (...more: readonly string[]): Run => registry(['unseal', ID, '--root', root, ...more]);
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
const commit = (): void => {
  git('add', '-A');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.invalid', 'commit', '-qm', 'x', '--allow-empty');
};
const setKeys = (keys: string, demo = 'false'): void => {
  const office = readFileSync(join(root, 'office.yaml'), 'utf8')
    .replace(/演示数据: .*/, `演示数据: ${demo}`)
    .replace(/封存公钥:[\s\S]*(?=审核账号)/, `封存公钥: ${keys}\n`);
  writeFileSync(join(root, 'office.yaml'), office);
};
function keygen(out: string): string {
  const { status, out: said } = registry(['keygen', '--out', out]);
  expect(status).toBe(0);
  return /^age1\S+$/m.exec(said)?.[0] ?? '';
}

let publicKey = '';
beforeAll(() => {
  writeFixture('annex-sealed-attachment-present--without-hash', root);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(
      / {2}- 名称: 项目建设实施方案\n(?: {4}.*\n)+/,
      '  - 名称: 立项说明\n    日期: 2026-02-01\n    送达: 纸质\n    编号: 示办〔2026〕6号\n',
    ),
  );
  execFileSync('git', ['init', '-q', repository]);
  publicKey = keygen(keyFile);
  setKeys(publicKey);
  commit();
});

describe('registry keygen', () => {
  it('writes the private key for its owner alone and shows only the public one', () => {
    const out = join(scratch, 'another.txt');
    const { out: said } = registry(['keygen', '--out', out]);
    const text = readFileSync(out, 'utf8');
    expect(text).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/m);
    expect(said).not.toContain('AGE-SECRET-KEY');
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('never overwrites a key', () => {
    const before = readFileSync(keyFile, 'utf8');
    expect(registry(['keygen', '--out', keyFile]).status).toBe(2);
    expect(readFileSync(keyFile, 'utf8')).toBe(before);
  });

  it.each([
    ['in a repository', () => join(repository, 'key.txt')],
    ['in a folder of a repository that is not there yet', () => join(repository, 'new/deep/key.txt')],
    ['in the .git folder', () => join(repository, '.git/key.txt')],
    ['in a bare repository', () => join(scratch, 'bare.git/key.txt')],
    ['behind a link into a repository', () => join(scratch, 'link/key.txt')],
    ['in a work tree whose .git is a file', () => join(scratch, 'worktree/key.txt')],
  ])('refuses a place %s', (_, place) => {
    execFileSync('git', ['init', '-q', '--bare', join(scratch, 'bare.git')]);
    if (!existsSync(join(scratch, 'link'))) symlinkSync(root, join(scratch, 'link'));
    if (!existsSync(join(scratch, 'worktree'))) git('worktree', 'add', '-q', join(scratch, 'worktree'));
    const { status, err } = registry(['keygen', '--out', place()]);
    expect(status).toBe(2);
    expect(err).toContain('版本库');
    expect(existsSync(place())).toBe(false);
  });
});

describe('registry seal', () => {
  it('writes the block and leaves every other line of the file as it was', () => {
    const before = readFileSync(file, 'utf8').split('\n');
    const { status, out } = seal(VALUES);
    expect(status).toBe(0);
    expect(textsIn(Buffer.from(out), SECRETS)).toEqual([]);
    const after = readFileSync(file, 'utf8').split('\n');
    const from = after.indexOf('联系方式: |-');
    const to = after.indexOf('  -----END AGE ENCRYPTED FILE-----') + 1;
    const rest = [...after.slice(0, from), '联系方式: 随纸质表报送', ...after.slice(to)];
    expect(rest).toEqual(before);
    expect(JSON.parse(unseal('--key', keyFile, '--format', 'json').out)).toEqual(VALUES);
  });

  it('replaces an earlier block', () => {
    expect(seal({ 项目负责人: '演示丙' }).status).toBe(0);
    expect(readFileSync(file, 'utf8').match(/BEGIN AGE/g)).toHaveLength(1);
    expect(unseal('--key', keyFile).out).toBe('项目负责人：演示丙\n');
    expect(seal(VALUES).status).toBe(0);
  });

  it('takes the values from a file, and warns when that lies in the repository', () => {
    const values = join(repository, 'values.json');
    writeFileSync(values, JSON.stringify(VALUES));
    const { status, err } = registry(['seal', file, '--values', values]);
    rmSync(values);
    expect(status).toBe(0);
    expect(err).toContain('不要提交');
  });

  it.each([
    ['no JSON', '欧阳演示甲', 2],
    ['a label that the form does not have', JSON.stringify({ 手机: VALUES.联系电话 }), 1],
    ['two lines in one', JSON.stringify({ 项目负责人: `欧阳演示甲\n${VALUES.联系电话}` }), 1],
    ['nothing', '{}', 1],
  ])('refuses %s, without repeating it and without touching the file', (_, input, code) => {
    const before = readFileSync(file);
    const run = registry(['seal', ID, '--root', root, '--values', '-'], input);
    expect(run.status).toBe(code);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('does not wait for answers where nobody can give them', () => {
    expect(registry(['seal', ID, '--root', root]).status).toBe(2);
  });

  it('does not touch a head that cannot be read without repair', () => {
    const broken = join(root, 'projects/shili/broken.md');
    const text = readFileSync(file, 'utf8').replace('表式: ', '表式：');
    writeFileSync(broken, text);
    const { status, err } = seal(VALUES, 'shili/broken');
    expect(readFileSync(broken, 'utf8')).toBe(text);
    rmSync(broken);
    expect([status, err]).toEqual([1, expect.stringContaining('check')]);
  });

  it.each([
    ['there is no key', "''", 'false'],
    ['the demonstration key is in real use', DEMO_RECIPIENT, 'false'],
    ['the demonstration key is to seal a real filing', DEMO_RECIPIENT, 'true'],
    ['the key has a slip', `${DEMO_RECIPIENT.slice(0, -1)}q`, 'true'],
  ])('refuses when %s', (_, keys, demo) => {
    const before = readFileSync(file);
    setKeys(keys, demo);
    const run = seal(VALUES);
    setKeys(publicKey);
    expect(run.status).toBe(1);
    expect(run.err).toContain('公钥');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('registry seal --attachment', () => {
  const source = join(scratch, '建设实施方案.TXT');
  const name = 'jian-she-shi-shi-fang-an.txt.age';

  it('puts the sealed file beside the entry and its hash into the head, so that check is content', () => {
    writeFileSync(source, PLAN);
    const run = registry([
      'seal',
      '--attachment',
      source,
      '--entry',
      ID,
      '--root',
      root,
      '--date',
      '2026-02-20',
    ]);
    expect([run.status, run.err]).toEqual([0, '']);
    const sealed = readFileSync(join(root, 'projects', ID, name));
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(
      `    文件: ${name}\n    sha256: ${createHash('sha256').update(sealed).digest('hex')}\n`,
    );
    expect(text).toContain('编号: 示办〔2026〕6号\n  - 名称: 建设实施方案\n');
    const { status, out } = registry(['check', '--root', root, '--today', '2026-11-24', '--format', 'json']);
    expect(JSON.parse(out).findings).toEqual([]);
    expect(status).toBe(0);
  });

  it('replaces an attachment of the same file name instead of naming it twice', () => {
    const run = registry(['seal', ID, '--attachment', source, '--root', root, '--date', '2026-02-21']);
    expect(run.status).toBe(0);
    expect(readFileSync(file, 'utf8').split(name)).toHaveLength(2);
    expect(registry(['check', '--root', root, '--today', '2026-11-24']).status).toBe(0);
  });

  it('gives the file back, outside the repository only', () => {
    const out = join(scratch, 'opened.txt');
    const args = ['--attachment', name, '--key', keyFile, '--out'];
    expect(unseal(...args, join(repository, 'opened.txt')).status).toBe(2);
    expect(unseal(...args, out).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(PLAN);
    expect(unseal(...args, out).status).toBe(2);
  });

  it('refuses one that was altered or is not named', () => {
    const sealed = join(root, 'projects', ID, name);
    const bytes = readFileSync(sealed);
    const out = join(scratch, 'altered.txt');
    writeFileSync(sealed, Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))));
    expect(unseal('--attachment', name, '--key', keyFile, '--out', out).status).toBe(1);
    const { status, out: report } = registry(['check', '--root', root, '--format', 'json']);
    writeFileSync(sealed, bytes);
    expect(status).toBe(1);
    expect(JSON.parse(report).findings[0]).toMatchObject({ rule: 'annex-sealed-attachment-present' });
    expect(unseal('--attachment', '../guanai.md', '--key', keyFile, '--out', out).status).toBe(1);
    expect(existsSync(out)).toBe(false);
  });

  it('does not put one attachment over another whose name is spelt alike', () => {
    const before = readFileSync(file);
    const run = registry(['seal', ID, '--root', root, '--attachment', source, '--name', '建设实施方岸']);
    expect([run.status, run.err]).toEqual([1, expect.stringContaining('建设实施方案')]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a file that is not there, and a name that is a phone number', () => {
    const base = ['seal', ID, '--root', root, '--attachment'];
    expect(registry([...base, join(scratch, 'nothing.pdf')]).status).toBe(1);
    expect(registry([...base, source, '--name', `139${'0'.repeat(8)}`]).status).toBe(1);
  });
});

describe('registry unseal', () => {
  it('says in words what is wrong, and shows nothing', () => {
    const other = join(scratch, 'other.txt');
    keygen(other);
    const before = readFileSync(file, 'utf8');
    const cases: readonly (readonly [string, () => Run, number, RegExp])[] = [
      ['another key', () => unseal('--key', other), 1, /打不开/],
      ['no key', () => unseal(), 2, /--key/],
      ['a key file that is not there', () => unseal('--key', join(scratch, 'none')), 2, /读不到/],
      ['a file that is no key', () => unseal('--key', file), 2, /不是私钥文件/],
      [
        'an entry that is not there',
        () => registry(['unseal', 'shili/none', '--root', root, '--key', keyFile]),
        2,
        /没有/,
      ],
      [
        'a way out of the folder',
        () => registry(['unseal', '../../etc/passwd', '--root', root, '--key', keyFile]),
        2,
        /不是项目/,
      ],
    ];
    for (const [says, run, code, words] of cases) {
      const { status, out, err } = run();
      expect([says, status, out]).toEqual([says, code, '']);
      expect(err, says).toMatch(words);
    }
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('notices a block with one byte changed, one of another entry, and none at all', () => {
    const before = readFileSync(file, 'utf8');
    const [row = ''] = /^ {2}[A-Za-z0-9+/]{64}$/gm.exec(before.slice(before.indexOf('LS0t'))) ?? [];
    const changed = before.replace(
      row,
      row.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    );
    const moved = join(root, 'projects/shili/moved.md');
    const open = (text: string, id = ID): Run => {
      writeFileSync(id === ID ? file : moved, text);
      return registry(['unseal', id, '--root', root, '--key', keyFile]);
    };
    const damaged = open(changed);
    const paper = open(before.replace(/联系方式: [\s\S]*?-----END.*\n/, '联系方式: 随纸质表报送\n'));
    const plain = open(before.replace(/联系方式: [\s\S]*?-----END.*\n/, '联系方式: 某某\n'));
    writeFileSync(file, before);
    const foreign = open(before, 'shili/moved');
    rmSync(moved);
    for (const { status, out } of [damaged, paper, plain, foreign]) expect([status, out]).toEqual([1, '']);
    expect(damaged.err).toContain('损坏');
    expect(paper.err).toContain('没有封存');
    expect(plain.err).toContain('不是封存的密文');
    expect(foreign.err).toContain('是为「shili/guanai」封存的');
  });

  it('opens old blocks with the old key and new ones with the new after the office has changed its key', () => {
    const newKey = join(scratch, 'new.txt');
    const both = join(scratch, 'both.txt');
    setKeys(`\n  - ${keygen(newKey)}\n  - ${publicKey}`);
    writeFileSync(both, readFileSync(newKey, 'utf8') + readFileSync(keyFile, 'utf8'));
    const old = readFileSync(file, 'utf8');
    expect(unseal('--key', keyFile).status).toBe(0);
    expect(unseal('--key', both).status).toBe(0);
    expect(unseal('--key', newKey).status).toBe(1);
    expect(seal(VALUES).status).toBe(0);
    expect(unseal('--key', keyFile).status).toBe(1);
    expect(unseal('--key', newKey).status).toBe(0);
    expect(unseal('--key', both).status).toBe(0);
    writeFileSync(file, old);
    setKeys(publicKey);
  });
});

describe('what was sealed', () => {
  it('would be found if it lay open, whatever the encoding', () => {
    for (const secret of SECRETS) {
      for (const one of disguises(secret)) {
        const around = Buffer.concat([Buffer.from('x='), one, Buffer.from(';')]);
        expect(textsIn(around, SECRETS)).toContain(secret);
      }
      const block = Buffer.from(`前文${secret}后文`).toString('base64').replace(/.{20}/g, '$&\n  ');
      expect(textsIn(Buffer.from(block), SECRETS), secret).toContain(secret);
    }
  });

  it('is in no object of the repository, in no file of it, and in no file of the built site', async () => {
    commit();
    git('gc', '-q');
    const objects = allObjects(repository);
    expect(objects.includes('AGE ENCRYPTED FILE')).toBe(true);
    expect(objects.includes('示例街道办事处')).toBe(true);
    expect(textsIn(objects, SECRETS)).toEqual([]);
    expect(filesHolding(repository, SECRETS)).toEqual([]);

    const site = join(scratch, 'site');
    const built = await buildSite({ REGISTRY_ROOT: root, OUT_DIR: site });
    expect(built.status, built.said).toBe(0);
    expect(existsSync(join(site, 'projects', ID, 'index.html'))).toBe(true);
    expect(filesHolding(site, ['示例街道独居老人关爱服务平台']).length).toBeGreaterThan(0);
    expect(filesHolding(site, SECRETS)).toEqual([]);
  }, 600_000);

  it('in the demonstration opens with the demonstration key, and lies open nowhere in the registry', () => {
    const projects = resolve('registry/projects');
    const sealed = existsSync(projects)
      ? readdirSync(projects, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.md'))
          .map((name) => name.replaceAll('\\', '/').replace(/\.md$/, ''))
          .filter((id) => id.startsWith('yanshi-'))
          .filter((id) => readFileSync(join(projects, `${id}.md`), 'utf8').includes('BEGIN AGE'))
      : [];
    for (const id of sealed) {
      const { out } = registry(['unseal', id, '--key', 'tests/keys/demo-key.txt', '--format', 'json']);
      const values = Object.values(JSON.parse(out)) as string[];
      expect(values.length, id).toBe(5);
      expect(filesHolding(projects, values), id).toEqual([]);
    }
  });
});
