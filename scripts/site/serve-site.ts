import { say } from '../../src/io/say.ts';
import { type StaticServer, serveStatic } from '../../src/io/static-server.ts';
import { siteFolder } from './site-folder.ts';

const FIRST_PORT = 4321;
const TRIES = 50;

/** Serves the built site on the first free port from 4321 (or from PORT) and prints its address last. */
export async function serveSite(): Promise<void> {
  const first = Number(process.env.PORT ?? FIRST_PORT);
  const server = await onFreePort(siteFolder(), first);
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say('按 Ctrl-C 停止。');
  say(`打开 ${server.url}/`);
}

async function onFreePort(folder: string, first: number): Promise<StaticServer> {
  for (let port = first; port < first + TRIES; port++) {
    try {
      return await serveStatic(folder, port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return serveStatic(folder, 0);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
