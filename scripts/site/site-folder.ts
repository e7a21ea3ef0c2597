import { resolve } from 'node:path';

/** Where the built site goes. */
export const siteFolder = (): string => resolve(process.env.OUT_DIR ?? 'dist');
