import { buildOrSay } from './site/build-or-say.ts';
import { serveSite } from './site/serve-site.ts';

/** `npm start`: check, build, serve. A fault in the registry is shown, and the catalogue still comes up. */
if (await buildOrSay()) await serveSite();
else process.exitCode = 2;
