import { transformWithOxc } from 'vite';
import source from '../browser/declare/service-worker.ts?raw';

/** The worker's script: its source without types. It imports nothing, so there is nothing to bundle. */
export async function serviceWorkerScript(): Promise<string> {
  const { code } = await transformWithOxc(source, 'service-worker.ts');
  return code.replace(/^export \{\};$/m, '');
}
