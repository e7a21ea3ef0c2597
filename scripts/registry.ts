import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, preparedEntry } from './prepared/current.ts';

/**
 * The one command-line entry. Half of a short command's time is loading several hundred sources: `npm install` puts them
 * into a few files, which are taken as long as they are of these very sources.
 */
const root = resolve(import.meta.dirname, '..');
enableCompileCache(join(root, CACHE));
const entry = preparedEntry(root);
await import(entry === undefined ? './cli.ts' : pathToFileURL(entry).href);
