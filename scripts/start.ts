import { buildSite } from './site/build-site.ts';
import { serveSite } from './site/serve-site.ts';

/** `npm start`: check, build, serve. A fault in the registry is shown, and the catalogue still comes up. */
if (await buildSite()) await serveSite();
else process.exitCode = 2;
