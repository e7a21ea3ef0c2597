import { stat } from 'node:fs/promises';
import { warn } from '../src/io/say.ts';
import { restoreSite } from './site/build-site.ts';
import { serveSite } from './site/serve-site.ts';
import { siteFolder } from './site/site-folder.ts';

/** `npm run serve`: shows the site that was built last. */
const folder = siteFolder();
restoreSite(folder);
const built = await stat(folder).catch(() => undefined);
if (built?.isDirectory()) await serveSite();
else {
  warn(`还没有生成网站（${folder} 不存在）。先执行 npm run build，或直接 npm start。`);
  process.exitCode = 2;
}
