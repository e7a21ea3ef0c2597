import { buildOrSay } from './site/build-or-say.ts';

/** `npm run build`: checks the registry, builds the site, writes the search index. */
process.exitCode = (await buildOrSay()) ? 0 : 2;
