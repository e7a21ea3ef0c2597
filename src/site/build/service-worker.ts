import { transformWithOxc } from 'vite';
import source from '../browser/declare/offline-script.ts?raw';

/** The worker's script: its source without types. It imports nothing, so there is nothing to bundle. */
export async function serviceWorkerScript(): Promise<string> {
  const { code } = await transformWithOxc(source, 'offline-script.ts');
  return code.replace(/^export \{\};$/m, '');
}
