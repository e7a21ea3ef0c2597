import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import type { OpenChange } from '../../src/forge/forge.ts';
import { judgeOpen } from '../../src/forge/judge-open.ts';
import { publish } from '../../src/forge/publish.ts';
import { type Parcel, readParcel, writeParcel } from '../../src/forge/read-decision.ts';
import { fetchDesk, type SweepOptions, sweep } from '../../src/forge/sweep.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { findRepository } from '../../src/io/git.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { say, warn } from '../../src/io/say.ts';
import { visible } from '../../src/text/inert.ts';
import { runIssue } from './bot-issue.ts';
import { runLabel, runNightly, runSay } from './bot-say.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { dayOf } from './given-change.ts';
import { FORGE_ARGS, type GivenForge, givenForge, stopAt } from './given-forge.ts';

const ACTIONS = ['sweep', 'gate', 'publish', 'say', 'label', 'issue', 'nightly', 'merge'] as const;

const ARGS = {
  root: ROOT,
  ...FORGE_ARGS,
  change: {
    type: 'string',
    description: 'gate、merge：送件单的编号；sweep：只核对这一张；issue：申报单的编号',
  },
  head: { type: 'string', description: 'gate、merge：要核对或并入的提交编号；送件单已经有新的提交就不做' },
  out: { type: 'string', description: 'gate：结论写进这个文件，交给 publish' },
  facts: { type: 'string', description: 'gate：事实写进这个文件，交给 say' },
  zip: { type: 'string', description: 'say：gate 那次运行交出来的压缩包' },
  decision: { type: 'string', description: 'publish：gate 写下的结论' },
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天）' },
  site: { type: 'string', description: '网站的网址，评论里的规则和项目链到这里' },
} as const;

type Args = { readonly [Name in keyof typeof ARGS]?: string | undefined };

/**
 * `bot`: what the office's account does on the forge. The token comes from the environment (REGISTRY_TOKEN). `gate` only
 * reads and `publish` only writes, so that the job which looks at a stranger's files has no right to write.
 */
export const botCommand = defineCommand({
  meta: { name: 'bot', description: '代码平台上的机器人：核对送件单，写评论、状态和标签，并入' },
  args: ARGS,
  run: async ({ args }) => {
    refuseUnknown(args, Object.keys(ARGS));
    const [first, ...more] = args._;
    if (more.length > 0) stop(`多写了「${more.join(' ')}」。`);
    const action = oneOf('bot', first, ACTIONS);
    const registry = await loadRegistry(args.root).catch((error: unknown) =>
      stop(`读不到文件夹 ${args.root}：${diskReason(error)}`),
    );
    const given = await givenForge(resolve(args.root), args, registry.office);
    const run = {
      sweep: runSweep,
      gate: runGate,
      publish: runPublish,
      say: sayOn,
      label: labelAll,
      issue: fileOne,
      nightly: remind,
      merge: runMerge,
    }[action];
    await run(given, args).catch(stopAt);
  },
});

async function optionsOf({ remote, branch, forge }: GivenForge, args: Args): Promise<SweepOptions> {
  const root = resolve(args.root ?? 'registry');
  const { repository } = await findRepository(root);
  const web = forge.kind === 'Git' ? {} : { repository: remote.url.replace(/\.git$/, '') };
  const site = args.site ? { site: args.site.replace(/\/+$/, '') } : {};
  return {
    root,
    repository,
    branch,
    remote,
    around: { today: dayOf(args.today), places: { ...web, ...site } },
  };
}

async function runSweep(given: GivenForge, args: Args): Promise<void> {
  const done = await sweep(given.forge, { ...(await optionsOf(given, args)), only: args.change });
  if (args.change !== undefined && done.judged + done.failed.length === 0)
    stop(`没有编号 ${args.change} 的送件单，或者已经关闭。`, EXIT.findings);
  say(`核对了 ${done.judged} 张送件单，写了 ${done.written} 处，${done.same} 处不用改。`);
  // Where no page shows which commit it was, the office is told here.
  if (given.forge.kind === 'Git' || given.forge.kind === 'Gitee')
    for (const { key, head, words } of done.decided) say(visible(`  ${key}　${words}　提交 ${head}`));
  if (done.postponed.length > 0)
    say(`写得多了平台会限制，${done.postponed.length} 张留到下一次写完：${done.postponed.join('、')}。`);
  for (const { key, why } of done.failed) warn(`${visible(key)} 没有办成：${visible(why)}`);
  process.exitCode = done.failed.length === 0 ? EXIT.ok : EXIT.findings;
}

/** The change of --change while its head is --head; ends the run otherwise, as there is nothing to be done. */
async function wanted(
  given: GivenForge,
  { change, head }: Args,
): Promise<{ all: readonly OpenChange[]; one: OpenChange }> {
  if (change === undefined) stop('写明 --change：送件单的编号。');
  const all = await given.forge.listOpen();
  const one = all.find(({ key }) => key === change);
  if (!one) stop(`没有编号 ${change} 的送件单，或者已经关闭。`, EXIT.findings);
  if (head !== undefined && one.head !== head) stop('送件单已经有新的提交，等新的核对。', EXIT.findings);
  return { all, one };
}

async function runGate(given: GivenForge, args: Args): Promise<void> {
  const { all, one } = await wanted(given, args);
  const { decision, facts } = await judged(given, args, all, one);
  if (args.facts !== undefined) replaceFile(args.facts, JSON.stringify(facts));
  const parcel = writeParcel({ change: one.key, head: one.head }, decision);
  if (args.out === undefined) say(parcel.trimEnd(), 'json');
  else replaceFile(args.out, parcel);
  if (args.out !== undefined) say(decision.status.description);
  process.exitCode = decision.status.state === 'success' ? EXIT.ok : EXIT.findings;
}

async function judged(given: GivenForge, args: Args, all: readonly OpenChange[], one: OpenChange) {
  const { desk, failed } = await fetchDesk(all, await optionsOf(given, args));
  const fault = failed.find(({ key }) => key === one.key);
  if (fault) stop(fault.why, EXIT.findings);
  return judgeOpen(desk, one.key);
}

async function sayOn(given: GivenForge, args: Args): Promise<void> {
  if (args.zip === undefined) stop('写明 --zip：gate 那次运行交出来的压缩包。');
  const { around } = await optionsOf(given, args);
  await runSay(given, args.zip, around.places);
}

async function fileOne(given: GivenForge, args: Args): Promise<void> {
  await runIssue(given, args.change, args.out, await optionsOf(given, args));
}

async function labelAll(given: GivenForge, args: Args): Promise<void> {
  await runLabel(given, await optionsOf(given, args));
}

function remind(given: GivenForge, args: Args): Promise<void> {
  return runNightly(given, args.root ?? 'registry', dayOf(args.today));
}

async function runPublish(given: GivenForge, args: Args): Promise<void> {
  const parcel = parcelIn(args.decision);
  const one = (await given.forge.listOpen()).find(({ key }) => key === parcel.change);
  if (one?.head !== parcel.head) {
    say('送件单已经有新的提交或已经关闭，这份结论不写了。');
    return;
  }
  const { written, postponed, failed } = await publish(given.forge, [
    { change: one, decision: parcel.decision },
  ]);
  for (const { why } of failed) warn(`没有办成：${visible(why)}`);
  say(written === 0 ? '和上次一样，没有改。' : `写了 ${written} 处。`);
  process.exitCode = postponed.length + failed.length === 0 ? EXIT.ok : EXIT.findings;
}

function parcelIn(path: string | undefined): Parcel {
  if (path === undefined) stop('写明 --decision：gate 写下的结论文件。');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    stop(`打不开 ${path}：${diskReason(error)}`);
  }
  return readParcel(text) ?? stop(`${path} 不是 gate 写下的结论，没有写任何东西。`);
}

/** The office's merge: judged once more by the branch as it is now, then merged if the head is still that. */
async function runMerge(given: GivenForge, args: Args): Promise<void> {
  if (args.head === undefined) stop('写明 --head：看过的那个提交。');
  const { all, one } = await wanted(given, args);
  const { decision } = await judged(given, args, all, one);
  if (decision.status.state !== 'success') stop(`没有并入。${decision.status.description}`, EXIT.findings);
  const done = await given.forge.merge(one.key, one.head);
  if (!done.ok) stop(done.said, EXIT.findings);
  say(`并入了：${done.commit.slice(0, 12)}。登记号由并入以后的自动流程给。`);
}
