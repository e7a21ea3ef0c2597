import { warn } from '../src/io/say.ts';
import { diskReason } from './commands/reason.ts';
import { buildSite } from './site/build-site.ts';

/** `npm run build`: checks the registry, builds the site, writes the search index. */
try {
  process.exitCode = (await buildSite()) ? 0 : 2;
} catch (error) {
  warn(`网站没有建成，已有的网站没有动：${diskReason(error)}`);
  process.exitCode = 2;
}
