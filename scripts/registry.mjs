// The one command-line entry. Half of a short command's time is loading several hundred sources: `npm install` puts them
// into a few files, which are taken as long as they are of these very sources. In plain JavaScript: Node would need longer
// to make it of TypeScript than for all that it does.
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
enableCompileCache(join(root, 'node_modules/.cache/registry'));
// Only now, so that what is made of this one is kept, too.
const { preparedEntry } = await import('./prepared/current.ts');
const entry = preparedEntry(root);
await import(entry === undefined ? './cli.ts' : pathToFileURL(entry).href);
