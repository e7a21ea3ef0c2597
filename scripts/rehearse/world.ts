import { join } from 'node:path';
import type { Extras, Forge } from '../../src/forge/forge.ts';
import { githubForge } from '../../src/forge/github.ts';
import type { Budget } from '../../src/forge/publish.ts';
import { type SweepOptions, type Swept, sweep } from '../../src/forge/sweep.ts';
import { git } from './bare-git.ts';
import type { Account } from './git-http.ts';
import { type Hub, startHub } from './hub.ts';
import { Player } from './player.ts';
import { CAST, type Files, rehearsalFiles, seedRepository, temporary } from './seed.ts';

/** The day on which everything is played. */
export const TODAY = '2026-11-24';
const NAME = 'dsj/registry';
/** Milliseconds that stand for a second when something waits. */
const SECOND = 5;

/** The registry on a GitHub on loopback, with everybody who has to do with it. */
export interface World {
  readonly hub: Hub;
  readonly bare: string;
  as(account: Account): Forge & Extras;
  player(account: Account): Player;
  /** What the bot does whenever something moved: judges all that is open, or only one, compared with the others. */
  sweep(budget?: Budget, only?: string): Promise<Swept>;
  readonly sweepOptions: SweepOptions;
  /** A pull request as the interface shows it. */
  ask<T>(
    account: Account,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: T }>;
  show(path: string): string;
  close(): Promise<void>;
}

/** Starts it. Merging waits for the gate's status from the bot, and for the approval of somebody else. */
export async function startWorld(more: Files = {}): Promise<World> {
  const root = temporary('hub');
  const bare = seedRepository(root, NAME, { ...rehearsalFiles(CAST), ...more });
  const accounts = Object.values(CAST) as Account[];
  const writers = [CAST.office.login, CAST.bot.login];
  const hub = await startHub({ root, accounts, registry: NAME, writers });
  hub.state.protection = { context: 'registry/gate', by: CAST.bot.id, approvals: 1, strict: true };
  const remote = `${hub.origin}/${NAME}.git`;
  const as = ({ token }: Account): Forge & Extras =>
    githubForge({
      api: hub.api,
      owner: 'dsj',
      name: 'registry',
      remote,
      branch: 'main',
      token,
      second: SECOND,
    });
  const desk = temporary('desk');
  git(desk, 'clone', '--quiet', '--bare', bare, '.');
  const sweepOptions: SweepOptions = {
    root: join(desk, 'registry'),
    repository: desk,
    branch: 'main',
    remote: { url: remote },
    around: { today: TODAY, places: {} },
  };
  return {
    hub,
    bare,
    as,
    player: (account) => new Player(account.login, bare),
    sweepOptions,
    sweep: (budget, only) => sweep(as(CAST.bot), { ...sweepOptions, ...(budget ? { budget } : {}), only }),
    async ask<T>(account: Account, method: string, path: string, body?: unknown) {
      const reply = await fetch(`${hub.api}${path}`, {
        method,
        headers: { authorization: `token ${account.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      return { status: reply.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
    },
    show: (path) => git(bare, 'show', `main:${path}`),
    close: hub.close,
  };
}

/** What the bot has said on a request, and the labels that it bears. */
export async function saidOn(
  world: World,
  key: string,
): Promise<{ comments: readonly string[]; labels: readonly string[] }> {
  const path = `/repos/${NAME}/issues/${key}`;
  const { body } = await world.ask<
    readonly { readonly body: string; readonly user: { readonly id: number } }[]
  >(CAST.bot, 'GET', `${path}/comments`);
  // An issue that is no request is none here, and has no labels of ours.
  const { body: issue } = await world.ask<{ readonly labels?: readonly { readonly name: string }[] }>(
    CAST.bot,
    'GET',
    `/repos/${NAME}/pulls/${key}`,
  );
  return {
    comments: body.filter(({ user }) => user.id === CAST.bot.id).map((one) => one.body),
    labels: (issue.labels ?? []).map(({ name }) => name),
  };
}

/** The status that stands on a commit in the gate's name. */
export async function statusOf(
  world: World,
  commit: string,
): Promise<{ readonly state: string; readonly description: string } | undefined> {
  const { body } = await world.ask<
    readonly { readonly state: string; readonly description: string; readonly context: string }[]
  >(CAST.bot, 'GET', `/repos/${NAME}/commits/${commit}/statuses`);
  return body.find(({ context }) => context === 'registry/gate');
}

/** Somebody with rights approves the request as it is now. */
export async function approve(world: World, account: Account, key: string): Promise<number> {
  const path = `/repos/${NAME}/pulls/${key}/reviews`;
  return (await world.ask(account, 'POST', path, { event: 'APPROVE' })).status;
}
