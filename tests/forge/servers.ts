import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Account, accountOf, serveGit } from '../../scripts/rehearse/git-http.ts';
import { startHub } from '../../scripts/rehearse/hub.ts';
import { seedRepository, temporary } from '../../scripts/rehearse/seed.ts';
import { bareForge } from '../../src/forge/bare.ts';
import type { Forge } from '../../src/forge/forge.ts';
import { giteaForge } from '../../src/forge/gitea.ts';
import { giteeForge } from '../../src/forge/gitee.ts';
import { githubForge } from '../../src/forge/github.ts';
import { gitlabForge } from '../../src/forge/gitlab.ts';
import { gitea, type Voice } from './gitea-dialect.ts';
import { GITEE } from './gitee-dialect.ts';
import { GITLAB } from './gitlab-dialect.ts';
import { startStandIn } from './stand-in.ts';

/** A forge on loopback with one registry in it. */
export interface Server {
  readonly folder: string;
  as(account: Account | { readonly token: string }): Forge;
  close(): Promise<void>;
}

/** The emulated GitHub has two accounts of its own, and counts on from there. */
export const OFFICE: Account = { id: 3, login: 'dsj', token: 'token-of-the-office' };
export const BOT: Account = { id: 4, login: 'registry-bot', token: 'token-of-the-bot' };
export const CLERK: Account = { id: 5, login: 'clerk', token: 'token-of-the-clerk' };
export const STRANGER: Account = { id: 6, login: 'stranger', token: 'token-of-a-stranger' };
export const ACCOUNTS = [OFFICE, BOT, CLERK, STRANGER];

/** Milliseconds that stand for a second. */
const SECOND = 5;

type Start = (files: Readonly<Record<string, string>>) => Promise<Server>;

const startGitHub: Start = async (files) => {
  const root = temporary('forge');
  const folder = seedRepository(root, 'dsj/registry', files);
  const hub = await startHub({
    root,
    accounts: ACCOUNTS,
    registry: 'dsj/registry',
    writers: ['dsj', 'registry-bot'],
  });
  const as = ({ token }: { readonly token: string }): Forge =>
    githubForge({
      api: hub.api,
      owner: 'dsj',
      name: 'registry',
      remote: `${hub.origin}/dsj/registry.git`,
      branch: 'main',
      token,
      second: SECOND,
    });
  return { folder, as, close: hub.close };
};

const startGitea =
  (kind: 'Gitea' | 'Forgejo', voice: Voice): Start =>
  async (files) => {
    const root = temporary('forge');
    const folder = seedRepository(root, 'dsj/registry', files);
    const { origin, close } = await startStandIn(gitea(voice), root, 'dsj/registry', ACCOUNTS);
    const as = ({ token }: { readonly token: string }): Forge =>
      giteaForge({
        kind,
        api: `${origin}/api/v1`,
        owner: 'dsj',
        name: 'registry',
        remote: `${origin}/dsj/registry.git`,
        branch: 'main',
        token,
        second: SECOND,
      });
    return { folder, as, close };
  };

const startGitLab: Start = async (files) => {
  const root = temporary('forge');
  const folder = seedRepository(root, 'dsj/registry', files);
  const { origin, close } = await startStandIn(GITLAB, root, 'dsj/registry', ACCOUNTS);
  const as = ({ token }: { readonly token: string }): Forge =>
    gitlabForge({
      api: `${origin}/api/v4`,
      project: 'dsj/registry',
      remote: `${origin}/dsj/registry.git`,
      branch: 'main',
      token,
      second: SECOND,
    });
  return { folder, as, close };
};

const startGitee: Start = async (files) => {
  const root = temporary('forge');
  const folder = seedRepository(root, 'dsj/registry', files);
  const { origin, close } = await startStandIn(GITEE, root, 'dsj/registry', ACCOUNTS);
  const as = ({ token }: { readonly token: string }): Forge =>
    giteeForge({
      api: `${origin}/api/v5`,
      owner: 'dsj',
      name: 'registry',
      remote: `${origin}/dsj/registry.git`,
      branch: 'main',
      token,
      folder: join(temporary('forge'), 'copy.git'),
      second: SECOND,
    });
  return { folder, as, close };
};

const startBare: Start = async (files) => {
  const root = temporary('forge');
  const folder = seedRepository(root, 'dsj/registry', files);
  const server = createServer((request, response) => {
    const account = accountOf(request, ACCOUNTS);
    serveGit({ root, mayWrite: () => true }, account, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const as = ({ token }: { readonly token: string }): Forge =>
    bareForge({
      url: `${origin}/dsj/registry.git`,
      token,
      branch: 'main',
      folder: join(temporary('forge'), 'copy.git'),
    });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  return { folder, as, close };
};

export const SERVERS: Readonly<Record<string, Start>> = {
  GitHub: startGitHub,
  Gitea: startGitea('Gitea', { speaks: true, after: '' }),
  GitLab: startGitLab,
  Gitee: startGitee,
  'a bare repository': startBare,
};

/** What differs between the versions of one product in what it says of a push. */
export const VOICES: Readonly<Record<string, Start>> = {
  'a Forgejo that names the branch too': startGitea('Forgejo', { speaks: true, after: ' merges into main' }),
  'a Gitea that was told to say nothing': startGitea('Gitea', { speaks: false, after: '' }),
};
