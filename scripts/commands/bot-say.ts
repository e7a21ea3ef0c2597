import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { check } from '../../src/check.ts';
import { type OpenRequest, remindersOf } from '../../src/desk/reminders.ts';
import type { OpenChange } from '../../src/forge/forge.ts';
import { labelClosed } from '../../src/forge/label-closed.ts';
import { GATE_TOPIC } from '../../src/forge/publish.ts';
import { readArtifact } from '../../src/forge/read-artifact.ts';
import type { SweepOptions } from '../../src/forge/sweep.ts';
import type { Places } from '../../src/gate/change-facts.ts';
import { decide } from '../../src/gate/decide.ts';
import { LABEL_NAMES } from '../../src/gate/labels.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { say } from '../../src/io/say.ts';
import { visible } from '../../src/text/inert.ts';
import { stop } from './exit.ts';
import type { GivenForge } from './given-forge.ts';

/**
 * `bot say`: the facts of a run, said on the change that they are about if it is still that. A stranger can have a hand
 * in the artefact: the words are made here, links lead where this run says, and the change is looked up anew.
 */
export async function runSay(
  { forge }: Pick<GivenForge, 'forge'>,
  zip: string,
  here: Partial<Places>,
): Promise<void> {
  const read = readArtifact(bytesOf(zip));
  if ('fault' in read) stop(`没有写评论：${visible(read.fault)}。`);
  const { number, head, folder, base } = read.facts.places;
  const change = (await forge.listOpen()).find((one) => one.key === String(number) && one.head === head);
  if (!change) {
    say('送件单已经有新的提交或已经关闭，不写旧的评论。');
    return;
  }
  const known = { ...(base ? { base } : {}), ...(number ? { number } : {}) };
  const decision = decide({ ...read.facts, places: { folder, head: change.head, ...known, ...here } });
  // Not the status: the run that judged has set it, and this one has no right to.
  const done = [
    await forge.comment(change.key, GATE_TOPIC, decision.comment),
    await forge.setLabels?.(change, decision.labels, LABEL_NAMES),
    await forge.suggest?.(change, decision.suggestions),
  ];
  const written = done.filter((one) => one === 'written').length;
  say(written === 0 ? '和上次一样，没有改。' : `写了 ${written} 处。`);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    stop(`打不开 ${path}：${diskReason(error)}`);
  }
}

/** `bot label`: on every request that is open no more, how far its filings have come. */
export async function runLabel({ forge }: GivenForge, options: SweepOptions): Promise<void> {
  const { looked, written, postponed } = await labelClosed(forge, options);
  say(`看了 ${looked} 张已经关闭的送件单，换了 ${written} 张的标签。`);
  if (postponed.length > 0)
    say(`写得多了平台会限制，${postponed.length} 张留到下一次：${postponed.join('、')}。`);
}

/** `bot nightly`: one issue a unit about what it owes, one for the office about its own silence, edited in place. */
export async function runNightly(
  { forge }: Pick<GivenForge, 'forge'>,
  root: string,
  today: string,
): Promise<void> {
  if (!forge.keepIssue) stop(`${forge.kind} 上没有议题可写；等着办的事看 registry queue。`);
  const result = check(readRegistryFiles(resolve(root)), { today, similarity: { compare: '不查' } });
  const requests = (await forge.listOpen()).map(requestOf);
  let written = 0;
  for (const { topic, issue } of remindersOf(result, requests)) {
    if ((await forge.keepIssue(topic, issue)) === 'written') written++;
  }
  say(written === 0 ? '催办和上次一样，没有改。' : `催办：写了 ${written} 处。`);
}

function requestOf({ key, title, createdAt, labels }: OpenChange): OpenRequest {
  return { number: key, title, since: createdAt.slice(0, 10), labels };
}
