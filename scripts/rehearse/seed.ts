import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exampleNeighbours } from '../../src/rules/examples/examples.ts';
import { git } from './bare-git.ts';
import type { Account } from './git-http.ts';

export type Files = Readonly<Record<string, string>>;

/** A new folder for what a rehearsal writes. */
export const temporary = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));

/** Writes files below a folder; paths with `/`. */
export function writeAll(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A bare repository `<name>.git` below `root`, with these files in one commit on main. */
export function seedRepository(root: string, name: string, files: Files): string {
  const bare = join(root, `${name}.git`);
  mkdirSync(bare, { recursive: true });
  git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(bare, 'config', 'http.receivepack', 'true');
  const work = temporary('seed');
  git(work, 'clone', '--quiet', bare, '.');
  git(work, 'checkout', '--quiet', '-b', 'main');
  writeAll(work, files);
  git(work, 'add', '-A');
  git(work, 'commit', '--quiet', '-m', 'Start');
  git(work, 'push', '--quiet', bare, 'HEAD:refs/heads/main');
  return bare;
}

/** Who plays: the office owns the registry, the bot works for it, two clerks file for a unit each, one is a stranger. */
export interface Cast {
  readonly office: Account;
  readonly bot: Account;
  readonly clerk: Account;
  readonly neighbour: Account;
  readonly stranger: Account;
}

/** The emulated GitHub has two accounts of its own, and counts on from there. */
export const CAST: Cast = {
  office: { id: 3, login: 'dsj', token: 'token-of-the-office' },
  bot: { id: 4, login: 'registry-bot', token: 'token-of-the-bot' },
  clerk: { id: 5, login: 'clerk', token: 'token-of-the-clerk' },
  neighbour: { id: 6, login: 'neighbour', token: 'token-of-the-neighbour' },
  stranger: { id: 7, login: 'stranger', token: 'token-of-a-stranger' },
};

/** The registry that is played on: example units with the accounts of the cast, and what they have filed before. */
export function rehearsalFiles({ office, bot, clerk, neighbour }: Cast): Files {
  const examples = exampleNeighbours().filter(({ file }) => !file.endsWith('.age'));
  return {
    ...Object.fromEntries(examples.map(({ file, text }) => [`registry/${file}`, text])),
    'registry/office.yaml': [
      '名称: 示例区“数字示例”建设工作领导小组办公室',
      '地区: 示例区',
      '规则版本: 金政〔2021〕22号',
      "施行日期: '2021-04-29'",
      "演示数据: 'false'",
      `审核账号: ['${office.id}', '${bot.id}']`,
      '设置:',
      '  登记号字头: 示数',
      '',
    ].join('\n'),
    'registry/units.yaml': [
      'shili:',
      '  名称: 示例街道办事处',
      '  类型: 街道办事处',
      `  账号: ['${clerk.id}']`,
      'linjie:',
      '  名称: 邻街街道办事处',
      '  类型: 街道办事处',
      `  账号: ['${neighbour.id}']`,
      '',
    ].join('\n'),
    'registry/numbers.yaml': '# 登记号索引\n',
    '.github/CODEOWNERS': '* @dsj\n',
    '.github/workflows/gate.yml': 'name: gate\n',
    'src/check.ts': 'export const check = true;\n',
  };
}
