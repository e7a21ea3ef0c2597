import { buildSite } from './site/build-site.ts';

/** `npm run build`: checks the registry, builds the site, writes the search index. */
process.exitCode = (await buildSite()) ? 0 : 2;
