import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { check } from '../../src/check.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { filing, soundRegistry } from '../hostile/registry.ts';

/** Commands as processes of their own on a registry on disk, and how it looks afterwards. */
export const TODAY = '2026-11-24';
export const REPOSITORY = resolve('.');

export interface Ended {
  readonly signal: string | null;
  readonly status: number | null;
  readonly said: string;
}

/** Runs Node with the disk of kill-at.ts before it; without any of its settings the disk is sound. */
export function run(
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
  cwd = REPOSITORY,
): Promise<Ended> {
  return new Promise((done) => {
    const before = ['--import', join(REPOSITORY, 'tests/support/kill-at.ts')];
    const env = { ...process.env, NO_COLOR: '1', ...more };
    const child = spawn(process.execPath, [...before, ...words], {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
    child.on('close', (status, signal) => done({ signal, status, said }));
  });
}

/** The words of one of the commands of the registry in `root`, as of `TODAY` where it asks for a day. */
export function cli(root: string, command: string, ...words: readonly string[]): readonly string[] {
  const dated = ['new', 'record', 'submit'].includes(command) ? ['--today', TODAY] : [];
  return [join(REPOSITORY, 'scripts/registry.ts'), command, ...words, '--root', root, ...dated];
}

/** A sound registry on disk with a key to seal to and a demonstration. */
export function writeRegistry(root: string, publicKey: string): string {
  for (const [file, { bytes }] of soundRegistry()) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    const text = new TextDecoder().decode(bytes).replace("封存公钥: ''", `封存公钥: ${publicKey}`);
    const demo = 'yanshi:\n  名称: 演示街道办事处\n  类型: 街道办事处\n  演示: true\n';
    writeFileSync(join(root, file), file === 'units.yaml' ? text + demo : text);
  }
  mkdirSync(join(root, 'projects/yanshi'));
  const lead = { 类型: '街道办事处', 名称: '演示街道办事处' };
  const demo = filing({ 演示: 'true', 项目名称: '演示街道气象观测站', 牵头主体: lead });
  writeFileSync(join(root, 'projects/yanshi/qixiang-2222.md'), demo);
  return root;
}

/** Files and their texts, without what is hidden. */
export function stateOf(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const plain = names.filter((name) => /\.(?:md|yaml)$/.test(name) && !/(?:^|\/)\./.test(name));
  return new Map(plain.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

/** Hidden files: what commands leave behind. */
export const hiddenIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /(?:^|\/)\./.test(name));

/** What a check finds wrong with the writing of the files. */
export function faultsOf(root: string): readonly string[] {
  const { findings } = check(readRegistryFiles(root), { today: TODAY, similarity: { compare: '不查' } });
  const broken = findings.filter(
    ({ rule, severity }) => severity === 'error' && /^(?:parse|hostile|record|settings)/.test(rule),
  );
  return broken.map(({ file, message }) => `${file}: ${message}`);
}
