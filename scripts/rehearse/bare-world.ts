import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bareForge } from '../../src/forge/bare.ts';
import type { Forge } from '../../src/forge/forge.ts';
import { installHooks } from '../../src/io/install-hook.ts';
import { type Account, accountOf, serveGit } from './git-http.ts';
import { Player } from './player.ts';
import { CAST, rehearsalFiles, seedRepository, temporary } from './seed.ts';
import { TODAY } from './world.ts';

/** A Git server without pages: one bare repository behind HTTP, with the hook at its door. */
export interface BareWorld {
  readonly bare: string;
  as(account: Account | { readonly token: undefined }): Forge;
  player(account: Account): Player;
  remote(account: Account): { readonly url: string; readonly token: string };
  close(): Promise<void>;
}

export async function startBareWorld(): Promise<BareWorld> {
  const root = temporary('bare');
  const bare = seedRepository(root, 'dsj/registry', rehearsalFiles(CAST));
  installHooks({
    repository: bare,
    node: process.execPath,
    script: fileURLToPath(new URL('../registry.ts', import.meta.url)),
    variable: 'REGISTRY_ACTOR',
    branch: 'main',
    folder: 'registry',
    today: TODAY,
  });
  const accounts = Object.values(CAST) as Account[];
  const server = createServer((request, response) => {
    const account = accountOf(request, accounts);
    // Whoever is known may try: the hook decides.
    serveGit({ root, mayWrite: () => true }, account, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dsj/registry.git`;
  return {
    bare,
    as: ({ token }) => bareForge({ url, token, branch: 'main', folder: join(temporary('copy'), 'copy.git') }),
    player: (account) => new Player(account.login, bare),
    remote: ({ token }) => ({ url, token }),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
