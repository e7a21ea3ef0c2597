import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../src/io/replace-file.ts';
import { registryRoot } from '../../src/io/root.ts';
import { say, warn } from '../../src/io/say.ts';
import { stampFiles } from '../../src/io/stamp-files.ts';
import { isKeptSound, keptFolder, readStamps } from './kept-folder.ts';
import { draw, entryRoute, programIn } from './program.ts';

/** What came of it: the pages are drawn, nothing has changed, or only a whole build will do, and why. */
export type Renewed =
  | { readonly pages: readonly string[] }
  | { readonly unchanged: true }
  | { readonly whole: string };

/** So many pages are drawn one by one; from there on a whole build is no slower. */
const MOST_CHANGED = 50;
/** A filing or its records, as `registry/paths.ts` names them: loading that would take longer than all else here. */
const FILING = /^(?:projects\/([^/]+\/(?!README\.md$)[^/]+)\.md|records\/([^/]+\/[^/]+)\.yaml)$/;

/**
 * Draws the pages of the filings that have changed since the last whole build of `out`, as that would draw them. Lists,
 * figures, open data and the search stay as they were.
 */
export async function renewChanged(root: string, out: string): Promise<Renewed> {
  const folder = keptFolder(root, out);
  if (!existsSync(join(out, 'index.html'))) return { whole: `${out} 里没有网站` };
  if (!isKeptSound(folder)) return { whole: '还没有完整生成过，或者程序、部署设置、日期和那时不同' };
  const stamps = readStamps(folder);
  const now = stampFiles(root);
  const changed = [...now].filter(([file, stamp]) => stamps.get(file) !== stamp).map(([file]) => file);
  const gone = [...stamps.keys()].filter((file) => !now.has(file));
  if (gone.length > 0) return { whole: `删去了 ${gone[0]}` };
  const ids = new Set<string>();
  for (const file of changed) {
    const [, filing, ofRecords] = FILING.exec(file) ?? [];
    const id = filing ?? ofRecords;
    if (id === undefined) return { whole: `改了 ${file}，别的页面也跟着变` };
    ids.add(id);
  }
  if (ids.size === 0) return { unchanged: true };
  if (ids.size > MOST_CHANGED) return { whole: `改了 ${ids.size} 个项目` };
  return drawPages(folder, out, [...ids]);
}

async function drawPages(folder: string, out: string, ids: readonly string[]): Promise<Renewed> {
  process.env.REGISTRY_KEPT = folder;
  process.env.REGISTRY_CHANGED = JSON.stringify(ids);
  const app = await programIn(folder);
  const route = entryRoute(app);
  const drawn = new Map<string, string>();
  for (const id of ids) {
    const page = `projects/${id}/`;
    const answer = await draw(app, route, page);
    // A file that is refused as bytes has no page any more.
    if (answer.status !== 200) return { whole: `${id} 读不出来，没有它的页面` };
    drawn.set(page, await answer.text());
  }
  for (const [page, text] of drawn) replaceFile(join(out, page, 'index.html'), text);
  return { pages: [...drawn.keys()] };
}

/** The same for `npm run build -- --changed`, with words. False when a whole build is wanted. */
export async function buildChanged(out: string): Promise<boolean> {
  const started = performance.now();
  const renewed = await renewChanged(registryRoot(), out);
  if ('whole' in renewed) {
    warn(`要完整生成：${renewed.whole}。`);
    return false;
  }
  if ('unchanged' in renewed) {
    say('从上次完整生成到现在，登记库没有改动。');
    return true;
  }
  for (const page of renewed.pages) say(`重新生成了 ${join(out, page)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    `用时 ${seconds} 秒。目录、统计、开放数据和查询里还是以前的内容，下次完整生成（npm run build）时更新。`,
  );
  return true;
}
