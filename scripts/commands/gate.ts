import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { certainRepairs } from '../../src/forge/certain-repairs.ts';
import type { ChangeFacts } from '../../src/gate/change-facts.ts';
import { decide } from '../../src/gate/decide.ts';
import type { Decision } from '../../src/gate/decision.ts';
import { gatherFacts } from '../../src/gate/gather-facts.ts';
import { readFacts } from '../../src/gate/read-facts.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { say } from '../../src/io/say.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { CHANGE_ARGS, dayOf, judgeGiven, repeated } from './given-change.ts';

const FORMATS = ['json', 'markdown', 'packet', 'facts'] as const;

const ARGS = {
  root: ROOT,
  base: { type: 'string', description: '目标分支，或它的提交编号' },
  ...CHANGE_ARGS,
  number: { type: 'string', description: '这次提交在平台上的编号，与 --open 的编号比先后' },
  repository: { type: 'string', description: '版本库的网址，评论里的行号链到这里' },
  site: { type: 'string', description: '网站的网址，评论里的规则和项目链到这里' },
  format: { type: 'string', description: `输出：${FORMATS.join('、')}`, default: 'json' },
  record: { type: 'string', description: '另把这次提交的事实和结论写进这个文件夹，作为以后的样例' },
  facts: { type: 'string', description: '不读版本库，照这份写下的事实再判断一次' },
} as const;

/** `gate`: everything that is said about a change and set on it. No network. Exit 1 while it may not be merged. */
export const gateCommand = defineCommand({
  meta: { name: 'gate', description: '判断一次提交：结论、评论、标签、核对单' },
  args: ARGS,
  run: async ({ args, rawArgs }) => {
    refuseUnknown(args, Object.keys(ARGS));
    const format = oneOf('format', args.format, FORMATS);
    const facts =
      args.facts === undefined ? await factsOf(args, repeated(rawArgs, 'open')) : factsIn(args.facts);
    const decision = decide(facts);
    if (args.record !== undefined) record(args.record, facts, decision);
    say(written(format, facts, decision), format === 'facts' ? 'json' : format);
    process.exitCode = decision.status.state === 'success' ? EXIT.ok : EXIT.findings;
  },
});

interface Given {
  readonly root: string;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly actor?: string | undefined;
  readonly today?: string | undefined;
  readonly number?: string | undefined;
  readonly repository?: string | undefined;
  readonly site?: string | undefined;
}

async function factsOf(given: Given, opens: readonly string[]): Promise<ChangeFacts> {
  const { base, head, actor, number } = given;
  if (base === undefined || head === undefined) stop('写明 --base（目标分支）和 --head（这次提交）。');
  if (number !== undefined && !/^\d{1,9}$/.test(number))
    stop(`--number 写平台给的编号，不能是「${number}」。`);
  const root = resolve(given.root);
  const asked = { base, head, actor, opens, today: dayOf(given.today) };
  const { change, result, commits } = await judgeGiven(root, asked);
  return gatherFacts(change, result, {
    repairs: certainRepairs(result),
    places: {
      folder: change.folder ?? '',
      ...commits,
      ...(number === undefined ? {} : { number: Number(number) }),
      ...address('repository', given.repository),
      ...address('site', given.site),
    },
  });
}

function address<const Name extends string>(name: Name, given: string | undefined): { [_ in Name]?: string } {
  if (given === undefined || given === '') return {};
  if (!/^https?:\/\/\S+$/.test(given)) stop(`--${name} 写网址，以 https:// 开头，不能是「${given}」。`);
  return { [name]: given.replace(/\/+$/, '') } as { [_ in Name]?: string };
}

function factsIn(path: string): ChangeFacts {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    stop(`读不到 ${path}：${diskReason(error)}`);
  }
  const read = readFacts(text);
  if ('fault' in read) stop(`${basename(path)} 不是写下的事实：${read.fault}`);
  return read.facts;
}

function written(format: (typeof FORMATS)[number], facts: ChangeFacts, decision: Decision): string {
  switch (format) {
    case 'json':
      return JSON.stringify(decision, null, 2);
    case 'facts':
      return JSON.stringify(facts, null, 2);
    case 'markdown':
      return decision.comment;
    case 'packet':
      return decision.packets.map(({ text }) => text).join('\n\n') || '这次提交没有要论证的申请。';
  }
}

/** The next fixture: the facts, and what is decided on them today. */
function record(folder: string, facts: ChangeFacts, decision: Decision): void {
  const { comment, ...rest } = decision;
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  replaceFile(join(folder, 'facts.json'), json(facts));
  replaceFile(join(folder, 'decision.json'), json(rest));
  replaceFile(join(folder, 'comment.md'), comment);
}
