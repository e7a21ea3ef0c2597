import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { planEvent } from '../src/filing/record-event.ts';
import { changeFiles, JOURNAL } from '../src/io/change-files.ts';
import { openEntry, writeEntry } from '../src/io/entry-file.ts';
import { writeFilings } from '../src/io/import-filings.ts';
import { writeReferences } from '../src/io/import-references.ts';
import { LOCK, withLock } from '../src/io/lock.ts';
import { writePrivate } from '../src/io/private-files.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { createFile, linkNew, replaceFile } from '../src/io/replace-file.ts';
import { sealAttachmentInto, sealContactInto } from '../src/io/seal-entry.ts';
import { startRegistry } from '../src/io/start-registry.ts';
import { readAnswers } from '../src/ledger/mapping.ts';
import { readBook } from '../src/ledger/read-book.ts';
import { understand } from '../src/ledger/understand.ts';
import { planStart } from '../src/registry/start-plan.ts';
import { generateKeys } from '../src/sealing/keys.ts';
import { filing, OWN, soundRegistry } from './hostile/registry.ts';
import { type Fault, onBrokenDisk } from './support/broken-disk.ts';

const TODAY = '2026-11-24';
const scratch = mkdtempSync(join(tmpdir(), 'whole-files-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const { publicKey } = await generateKeys();
const plan = join(scratch, 'plan.txt');
writeFileSync(plan, '方案'.repeat(5_000));

/** A sound registry on disk, with a demonstration to take away and a key to seal to. */
function freshRegistry(): string {
  const root = join(mkdtempSync(join(scratch, 'r-')), 'registry');
  const files = soundRegistry();
  const text = (file: string): string => new TextDecoder().decode(files.get(file)?.bytes);
  const put = (file: string, content: string) =>
    files.set(file, { bytes: new TextEncoder().encode(content) });
  put('office.yaml', text('office.yaml').replace("封存公钥: ''", `封存公钥: ${publicKey}`));
  put(
    'units.yaml',
    `${text('units.yaml')}yanshi:\n  名称: 演示街道办事处\n  类型: 街道办事处\n  演示: true\n`,
  );
  const demo = {
    演示: 'true',
    项目名称: '演示街道气象观测站',
    牵头主体: { 类型: '街道办事处', 名称: '演示街道办事处' },
  };
  put('projects/yanshi/qixiang-2222.md', filing(demo));
  put(
    'records/yanshi/qixiang-2222.yaml',
    '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示登〔2026〕9号\n  经办: 办公室\n',
  );
  for (const [file, { bytes }] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), bytes);
  }
  return root;
}

const entryOf = (root: string) => {
  const opened = openEntry(root, 'shili/guanai-k7q2');
  if (!opened.ok) throw new Error(opened.why);
  return opened.value;
};
const orThrow = (outcome: { readonly ok: boolean; readonly why?: string }): void => {
  if (!outcome.ok) throw new Error(outcome.why);
};

/** What the commands do with the disk. */
const WRITES: readonly (readonly [string, (root: string) => unknown])[] = [
  ['a file replaced', (root) => replaceFile(join(root, OWN), filing({ 项目预期效果: '覆盖 1300 名老人。' }))],
  [
    'a new filing',
    (root) => createFile(join(root, 'projects/shili/xin-2222.md'), filing({ 项目名称: '示例街道新平台' })),
  ],
  [
    'the contact sealed',
    async (root) => orThrow(await sealContactInto(entryOf(root), { 项目负责人: '演示人员' })),
  ],
  [
    'an attachment sealed',
    async (root) =>
      orThrow(
        await sealAttachmentInto(entryOf(root), { source: plan, name: '补充方案', date: '2026-03-01' }),
      ),
  ],
  [
    'the demonstration taken away',
    (root) => startRegistry(root, planStart(check(readRegistryFiles(root), { today: TODAY }))),
  ],
  [
    'a filing edited',
    (root) => {
      const entry = entryOf(root);
      return orThrow(writeEntry(entry, entry.text.replace('1200 名', '1300 名')));
    },
  ],
  ['references imported', (root) => void writeReferences(ledger(), root)],
  [
    'drafts imported',
    (root) => void writeFilings(ledger(), root, { today: TODAY, answers: readAnswers('') }),
  ],
  ['a private key', (root) => writePrivate(join(dirname(root), 'key.txt'), 'AGE-SECRET-KEY')],
  [
    'an event recorded',
    (root) =>
      withLock(root, () => {
        const event = { 日期: '2026-05-01', 事项: '受理', 登记号: '示登〔2026〕2号', 经办: '办公室' };
        const { source, findings } = planEvent(readRegistryFiles(root), 'shili/guanai-k7q2', event, TODAY);
        if (findings.some(({ severity }) => severity === 'error')) throw new Error(findings[0]?.message);
        replaceFile(join(root, source.file), source.bytes);
      }),
  ],
];

/** A ledger of two projects of a unit of the registry. */
function ledger() {
  const rows = ['停车引导', '图书借阅'].map(
    (name) => `${name}平台,示例街道办事处,88.5,采购公告,${name}系统一套`,
  );
  const csv = ['项目名称,单位,金额（万元）,来源,建设内容', ...rows].join('\n');
  return understand(readBook(new TextEncoder().encode(csv), '台账.csv'));
}

/** A registry that reads without a fault, seen as its readers see it. */
function faults(root: string): readonly string[] {
  const { findings } = check(readRegistryFiles(root), { today: TODAY, similarity: { compare: '不查' } });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ file, message }) => `${file}: ${message}`);
}

/** As after a kill: the lock is still there, and its owner is not. */
function bury(root: string): void {
  const lock = join(root, LOCK);
  if (!existsSync(lock)) return;
  const owner = JSON.parse(readFileSync(lock, 'utf8'));
  writeFileSync(lock, JSON.stringify({ ...owner, process: 4_194_303 }));
}

describe.each<Fault>(['stopped', 'full'])('with a disk that is %s at each step', (fault) => {
  it.each(WRITES)('%s: whole or not at all, and done when it is tried again', async (name, write) => {
    let steps = 0;
    for (let nth = 1; ; nth++) {
      const root = freshRegistry();
      const { reached, error } = await onBrokenDisk(nth, fault, () => write(root));
      if (!reached) {
        expect(error, `${name} without a fault`).toBeUndefined();
        break;
      }
      steps++;
      bury(root);
      if (!existsSync(join(root, JOURNAL))) expect(faults(root), `${name}, step ${nth}`).toEqual([]);
      withLock(root, () => {});
      expect(faults(root), `${name}, step ${nth}, finished`).toEqual([]);
      // What had been done before the fault is not done twice.
      await Promise.resolve()
        .then(() => write(root))
        .catch((again: Error) => expect(again.message).toMatch(/EEXIST|受理|登记号/));
      expect(faults(root), `${name}, step ${nth}, tried again`).toEqual([]);
      expect([LOCK, JOURNAL].filter((file) => existsSync(join(root, file)))).toEqual([]);
      rmSync(dirname(root), { recursive: true });
    }
    expect(steps).toBeGreaterThan(2);
  });
});

describe('a file', () => {
  it('that is private is read by nobody else, not even while it is written', () => {
    const path = join(mkdtempSync(join(scratch, 'p-')), 'key.txt');
    writePrivate(path, 'AGE-SECRET-KEY');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => writePrivate(path, 'another')).toThrow(/EEXIST/);
    expect(() => writePrivate(join(dirname(path), 'none/key.txt'), 'x')).toThrow(/ENOENT/);
    expect(readdirSync(dirname(path))).toEqual(['key.txt']);
  });

  it('is written also where the disk knows no links, and taken names stay taken', async () => {
    const folder = mkdtempSync(join(scratch, 'l-'));
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('a'), 'new');
    writeFileSync(path('taken'), 'old');
    await onBrokenDisk(Number.POSITIVE_INFINITY, 'linkless', () => {
      expect(() => linkNew(path('a'), path('taken'))).toThrow(/EEXIST/);
      linkNew(path('a'), path('b'));
      createFile(path('c'), 'new');
    });
    expect(['b', 'c', 'taken'].map((name) => readFileSync(path(name), 'utf8'))).toEqual([
      'new',
      'new',
      'old',
    ]);
  });

  it('that is a pipe or a device is written to, not put aside', () => {
    replaceFile('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('is written by one function alone', () => {
    const sources = ['src', 'scripts/commands'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const own = sources.filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name));
    const writing = own.filter((name) =>
      [...readFileSync(name, 'utf8').matchAll(/import (?!type )([^;]*) from 'node:fs(?:\/promises)?'/g)].some(
        ([, names = '']) => /^\w|writeFile|appendFile|createWriteStream|copyFile|cp\b|cpSync/.test(names),
      ),
    );
    // The lock is its owner's name; the others write into folders that are not there yet for anybody else.
    const others = [
      'src/forge/push.ts',
      'src/io/lock.ts',
      'src/io/run-git.ts',
      'src/site/build/search-index.ts',
    ];
    expect(writing.sort()).toEqual([...others, 'src/io/replace-file.ts'].sort());
  });
});

describe('changes that belong together', () => {
  const changes = [
    { file: 'a/b.txt', bytes: new TextEncoder().encode('new b') },
    { file: 'a/c.txt' },
    { file: 'd.txt', bytes: new TextEncoder().encode('new d') },
  ];

  it('are all made or none, wherever it stops', async () => {
    const seen = new Set<string>();
    for (let nth = 1; ; nth++) {
      const root = mkdtempSync(join(scratch, 'j-'));
      mkdirSync(join(root, 'a'));
      for (const file of ['a/b.txt', 'a/c.txt', 'd.txt']) writeFileSync(join(root, file), 'old');
      const { reached } = await onBrokenDisk(nth, 'stopped', () => changeFiles(root, changes));
      if (!reached) break;
      withLock(root, () => {});
      const read = (file: string): string =>
        existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : 'gone';
      seen.add(['a/b.txt', 'a/c.txt', 'd.txt'].map(read).join());
    }
    expect([...seen].sort()).toEqual(['new b,gone,new d', 'old,old,old']);
  });

  it('lead nowhere outside the registry, whatever the journal says', () => {
    const root = mkdtempSync(join(scratch, 'j-'));
    writeFileSync(join(root, JOURNAL), JSON.stringify([{ file: '../outside.txt', base64: 'eA==' }]));
    expect(() => withLock(root, () => {})).toThrow();
    expect(existsSync(join(dirname(root), 'outside.txt'))).toBe(false);
  });
});

describe('two at once', () => {
  it('are written one after the other, and both are there', async () => {
    const root = freshRegistry();
    const record = (...words: string[]) =>
      new Promise<string>((done) => {
        const args = [
          'scripts/registry.ts',
          'record',
          'shili/guanai-k7q2',
          ...words,
          '--root',
          root,
          '--today',
          TODAY,
          '--经办',
          '办公室',
        ];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        let said = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
        child.on('close', () => done(said));
      });
    await record('受理', '--日期', '2026-05-01', '--登记号', '示登〔2026〕2号');
    const said = await Promise.all(
      ['总平台对接', '数据归集'].map((event) => record(event, '--日期', '2026-05-02')),
    );
    const text = readFileSync(join(root, 'records/shili/guanai-k7q2.yaml'), 'utf8');
    expect(said.filter((one) => one.includes('已记入'))).toHaveLength(2);
    expect(text.match(/事项:/g)).toHaveLength(3);
  });

  it('wait, and the second is told who is there when it takes too long', () => {
    const root = freshRegistry();
    const owner = { process: process.pid, host: 'another-computer', user: '甲', since: '2026-11-24' };
    writeFileSync(join(root, LOCK), JSON.stringify(owner));
    expect(() => withLock(root, () => {}, 200)).toThrow(/甲，another-computer/);
  }, 40_000);
});
