import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { check } from '../../src/check.ts';
import { type OpenRequest, remindersOf } from '../../src/desk/reminders.ts';
import type { OpenChange } from '../../src/forge/forge.ts';
import { judgeOpen } from '../../src/forge/judge-open.ts';
import { GATE_TOPIC } from '../../src/forge/publish.ts';
import { readArtifact } from '../../src/forge/read-artifact.ts';
import { fetchDesk, type SweepOptions, sweep } from '../../src/forge/sweep.ts';
import { decide } from '../../src/gate/decide.ts';
import { LABEL_NAMES } from '../../src/gate/labels.ts';
import { repositoryAround } from '../../src/io/private-files.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { visible } from '../../src/text/inert.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { dayOf } from './given-change.ts';
import { FORGE_ARGS, type GivenForge, givenForge, stopAt } from './given-forge.ts';

const ACTS = ['judge', 'say', 'sweep', 'nightly'] as const;
const ARGS = {
  root: ROOT,
  ...FORGE_ARGS,
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天）' },
  key: { type: 'string', description: 'judge：提交在平台上的编号' },
  head: { type: 'string', description: 'judge：要核对的提交，平台上已经不是它的，不核对' },
  out: { type: 'string', description: 'judge：事实和结果写进这个文件夹' },
  zip: { type: 'string', description: 'say：gate 交出来的压缩包' },
} as const;

type Args = Readonly<Record<Exclude<keyof typeof ARGS, 'root' | 'branch'>, string | undefined>> & {
  readonly root: string;
  readonly branch: string;
};

/** `bot judge|say|sweep|nightly`: what the workflows do on a forge. Tokens come from the environment alone. */
export const botCommand = defineCommand({
  meta: { name: 'bot', description: '自动流程用：核对一次提交、写评论、全部重新核对、催办' },
  args: ARGS,
  run: async ({ args }) => {
    refuseUnknown(args, Object.keys(ARGS));
    const act = oneOf('动作', args._[0], ACTS);
    try {
      await DO[act](args as Args);
    } catch (error) {
      stopAt(error);
    }
  },
});

const DO = { judge, say, sweep: sweepAll, nightly } as const satisfies Record<
  (typeof ACTS)[number],
  (args: Args) => Promise<void>
>;

function reach(args: Args): Promise<GivenForge> {
  const root = resolve(args.root);
  const { office } = check(readRegistryFiles(root), {
    today: dayOf(args.today),
    similarity: { compare: '不查' },
  });
  return givenForge(root, args, office);
}

function optionsFor(args: Args, { remote, branch }: GivenForge): SweepOptions {
  const root = resolve(args.root);
  const repository = repositoryAround(join(root, 'x')) ?? stop(`${args.root} 不在 Git 版本库里。`);
  return { root, repository, branch, remote, around: { today: dayOf(args.today), places: placesHere() } };
}

/** Links lead where this run says, never where an artefact would have them. */
function placesHere(): { readonly repository?: string; readonly site?: string } {
  const { REPOSITORY_URL: repository, SITE_URL: site } = process.env;
  return { ...(repository ? { repository } : {}), ...(site ? { site: site.replace(/\/+$/, '') } : {}) };
}

/** Reads rights only: the facts are handed on, and the status is set by a job that runs nothing. */
async function judge(args: Args): Promise<void> {
  const { key, head, out } = args;
  if (!key || !head || !out) stop('写明 --key、--head 和 --out。');
  const given = await reach(args);
  const changes = await given.forge.listOpen();
  const own = changes.find((change) => change.key === key);
  if (own?.head !== head) stop(`第 ${visible(key)} 号提交已经关闭，或者有了新的内容；只核对最新的。`);
  const { desk, failed } = await fetchDesk(changes, optionsFor(args, given));
  const missing = failed.find((one) => one.key === key);
  if (missing) stop(visible(missing.why));
  const { facts, decision } = judgeOpen(desk, key);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'facts.json'), JSON.stringify(facts));
  writeFileSync(join(out, 'status.json'), JSON.stringify(decision.status));
  console.log(decision.status.description);
  process.exitCode = decision.status.state === 'success' ? EXIT.ok : EXIT.findings;
}

/** The facts of a run, said on the change that they are about, if it is still that. */
async function say(args: Args): Promise<void> {
  const read = readArtifact(readFileSync(args.zip ?? stop('写明 --zip。')));
  if ('fault' in read) stop(`没有写评论：${visible(read.fault)}。`);
  const given = await reach(args);
  const { number, head } = read.facts.places;
  const change = (await given.forge.listOpen()).find(
    (one) => one.key === String(number) && one.head === head,
  );
  if (!change) {
    console.log('提交已经关闭，或者有了新的内容；不写旧的评论。');
    return;
  }
  const { folder, base } = read.facts.places;
  const places = {
    folder,
    head: change.head,
    ...(base ? { base } : {}),
    ...(number ? { number } : {}),
    ...placesHere(),
  };
  const decision = decide({ ...read.facts, places });
  const { forge } = given;
  // Not the status: this run has no right to set one, and the gate's own run has set it.
  const done = [
    await forge.comment(change.key, GATE_TOPIC, decision.comment),
    await forge.setLabels?.(change, decision.labels, LABEL_NAMES),
    await forge.suggest?.(change, decision.suggestions),
  ];
  console.log(`写了 ${done.filter((one) => one === 'written').length} 处。`);
}

async function sweepAll(args: Args): Promise<void> {
  const given = await reach(args);
  const { judged, written, same, postponed, failed } = await sweep(given.forge, optionsFor(args, given));
  console.log(`核对了 ${judged} 件，写了 ${written} 处，${same} 处不用改。`);
  if (postponed.length > 0) console.log(`写得太多，留到下一次：${postponed.map(visible).join('、')}。`);
  for (const { key, why } of failed) console.log(visible(`没有核对第 ${key} 号：${why}`));
  if (failed.length > 0) process.exitCode = EXIT.findings;
}

async function nightly(args: Args): Promise<void> {
  const given = await reach(args);
  const { forge } = given;
  if (!forge.keepIssue) stop(`${forge.kind} 没有议题可写；催办的话看 registry queue。`);
  const result = check(readRegistryFiles(resolve(args.root)), {
    today: dayOf(args.today),
    similarity: { compare: '不查' },
  });
  let written = 0;
  for (const { topic, issue } of remindersOf(result, (await forge.listOpen()).map(requestOf))) {
    if ((await forge.keepIssue(topic, issue)) === 'written') written++;
  }
  console.log(`催办：改了 ${written} 处。`);
}

function requestOf({ key, title, createdAt, labels }: OpenChange): OpenRequest {
  return { number: key, title, since: createdAt.slice(0, 10), labels };
}
