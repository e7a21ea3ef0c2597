import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeSynthetic } from '../scripts/lab/bench/synthetic.ts';
import { readTexts } from '../scripts/lab/bench/texts.ts';
import { type JudgedChange, judgeNamed } from '../src/io/judge-change.ts';
import { loadRegistry } from '../src/io/registry.ts';

/** What was worked out of a base branch is used again, gives the same verdict to the letter, and is not trusted when altered. */
const TODAY = '2026-11-24';
const FILINGS = 500;

let folder = '';
let root = '';
let kept = '';
let files: readonly string[] = [];

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-tip-'));
  root = join(folder, 'registry');
  kept = join(folder, '.git', 'shuzhi-registry');
  vi.stubEnv('XDG_STATE_HOME', join(folder, 'state'));
  const { units } = await loadRegistry('registry');
  const real = [...units.values()].filter(({ demo }) => !demo);
  await writeSynthetic(root, FILINGS, 'registry', real, await readTexts());
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '测试');
  git('config', 'user.email', 'test@example.invalid');
  commit('Begin');
  git('branch', 'published');
  files = git('ls-files', 'registry/projects').split('\n');
}, 120_000);

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function commit(message: string): string {
  git('add', 'registry');
  git('commit', '-q', '-m', message);
  return git('rev-parse', 'HEAD');
}

/** A commit on the published branch with some files written otherwise; undefined takes one away. */
function changed(edits: Readonly<Record<string, ((text: string) => string) | undefined>>): string {
  git('checkout', '-q', '-f', 'published');
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(folder, file);
    if (edit) writeFileSync(path, edit(existsSync(path) ? readFileSync(path, 'utf8') : ''));
    else rmSync(path);
  }
  git('checkout', '-q', '--detach');
  return commit('Change');
}

/** From so many files on a state is kept; here of every registry that has a stock. */
const KEPT_FROM = 0;

const judge = (head: string, opens: readonly string[] = [], today = TODAY): Promise<JudgedChange> => {
  const named = opens.map((revision) => ({ revision }));
  return judgeNamed(root, { base: 'published', head, actor: '1', opens: named, today }, KEPT_FROM);
};

/** All that is said, as it is printed. */
function printed({ change, result }: JudgedChange): string {
  const { findings, debt, changes, notes, similar, checked } = result;
  const { open: _, ...rest } = change;
  return JSON.stringify({ rest, findings, debt, changes, notes, similar, checked });
}

async function uncached(head: string, opens: readonly string[] = [], today = TODAY): Promise<string> {
  vi.stubEnv('REGISTRY_CACHE', 'off');
  try {
    return printed(await judge(head, opens, today));
  } finally {
    vi.stubEnv('REGISTRY_CACHE', '');
  }
}

const states = (): readonly string[] =>
  existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith('.sqlite')) : [];

const more = (text: string): string => `${text}\n增加：老旧小区加装电梯进度公开、业主线上表决。\n`;

describe('a base branch that was worked out before', () => {
  it('is kept by the first run and used by the next, with the same words', async () => {
    const [one = '', two = ''] = files;
    const head = changed({ [one]: more });
    const alone = await uncached(head);
    expect(states()).toHaveLength(0);
    const first = await judge(head);
    expect(states()).toHaveLength(1);
    expect(printed(first)).toBe(alone);
    expect(printed(await judge(head))).toBe(alone);
    expect(first.result.similar[0]?.comparison.similar.length).toBeGreaterThan(0);
    // Another change against the same branch, with an open one beside it.
    const next = changed({ [two]: more });
    expect(printed(await judge(next, [head]))).toBe(await uncached(next, [head]));
    expect(states()).toHaveLength(1);
  }, 120_000);

  const CHANGES: Readonly<Record<string, () => string>> = {
    'a filing is deleted': () => changed({ [files[7] ?? '']: undefined }),
    'a filing takes the name of another': () =>
      changed({
        [files[8] ?? '']: (text) => {
          const other = readFileSync(join(folder, files[9] ?? ''), 'utf8');
          const line = (of: string, label: string) =>
            new RegExp(`^${label}:.*(?:\\n  .*)*`, 'm').exec(of)?.[0] ?? '';
          return text
            .replace(line(text, '项目名称'), line(other, '项目名称'))
            .replace(line(text, '牵头主体'), line(other, '牵头主体'));
        },
      }),
    'a filing moves to another unit': () => {
      const from = files[11] ?? '';
      const text = readFileSync(join(folder, from), 'utf8');
      return changed({
        [from]: undefined,
        [(files[40] ?? '').replace(/[^/]+$/, 'ban-jia-k7m2.md')]: () => text,
      });
    },
    'a filing is broken and holds a phone': () =>
      changed({ [files[12] ?? '']: (text) => `${text.replace('项目名称: ', '项目名称： ')}\n13812345678\n` }),
    'the lexicon is altered': () =>
      changed({
        'registry/lexicon.yaml': (text) => text.replace('通用: 是', '通用: 否'),
        [files[13] ?? '']: more,
      }),
    'a unit is taken out': () =>
      changed({
        'registry/units.yaml': (text) => text.replace(/\n[a-z-]+:\n/, '\nbie-de-ban:\n'),
        [files[14] ?? '']: more,
      }),
  };

  it.each(Object.keys(CHANGES))(
    'gives the same words when %s',
    async (name) => {
      const head = CHANGES[name]?.() ?? '';
      const with_ = printed(await judge(head));
      expect(with_).toBe(await uncached(head));
    },
    60_000,
  );

  it('is not used when it was altered, and that is said', async () => {
    const head = changed({ [files[20] ?? '']: more });
    const right = printed(await judge(head));
    const path = join(kept, states()[0] ?? '');
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const judged = await judge(head);
    expect(judged.remark).toContain('被改过');
    expect(printed(judged)).toBe(right);
    expect((await judge(head)).remark).toBeUndefined();
  }, 60_000);

  it('is not used when another account has made it', async () => {
    const head = changed({ [files[21] ?? '']: more });
    const right = printed(await judge(head));
    vi.stubEnv('XDG_STATE_HOME', join(folder, 'another-state'));
    const judged = await judge(head);
    expect(judged.remark).toContain('不是这台电脑上的这个账号写的');
    expect(printed(judged)).toBe(right);
  }, 60_000);

  it('serves on any day: nothing in it is judged by the day', async () => {
    const head = changed({ [files[22] ?? '']: more });
    const before = states();
    const later = printed(await judge(head, [], '2027-01-01'));
    expect(states()).toEqual(before);
    expect(later).toBe(await uncached(head, [], '2027-01-01'));
  }, 60_000);

  it('says how many files were not judged', async () => {
    const { result } = await judge(changed({ [files[25] ?? '']: more }));
    expect(result.debt.every(({ file }) => file === files[25]?.replace('registry/', ''))).toBe(true);
    expect(result.notes.join()).toContain(
      `另有 ${FILINGS + 2} 份文件没有改动，也不受这次改动影响，没有再判断`,
    );
  }, 60_000);

  it('is not made of a registry that is read again as quickly', async () => {
    rmSync(kept, { recursive: true });
    const head = changed({ [files[26] ?? '']: more });
    await judgeNamed(root, { base: 'published', head, actor: '1', opens: [], today: TODAY });
    expect(states()).toHaveLength(0);
  }, 60_000);

  it('is of one state of the branch: a merge makes another', async () => {
    const merged = changed({ [files[23] ?? '']: more });
    git('branch', '-f', 'published', merged);
    const before = new Set(states());
    const head = changed({ [files[24] ?? '']: more });
    const judged = printed(await judge(head));
    expect(states().some((name) => !before.has(name))).toBe(true);
    expect(judged).toBe(await uncached(head));
  }, 60_000);
});
