import { stripTypeScriptTypes } from 'node:module';
import source from '../browser/declare/service-worker.ts?raw';

/** The worker's script: its source without types. It imports nothing, so there is nothing to bundle. */
export function serviceWorkerScript(): string {
  return stripTypeScriptTypes(source).replace(/^export \{\};$/m, '');
}
