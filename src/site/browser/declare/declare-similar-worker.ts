/** Compares a draft with what the registry holds, beside the page. Only the site's own files are fetched. */
import '../polyfills.ts';
import { config } from 'zod/mini';
import { NO_MODULES } from '../../../similarity/module-table.ts';
import { type LatelyFiled, openLibrary, type RemoteLibrary } from '../../../similarity/remote-library.ts';
import type { Need } from '../../../similarity/types.ts';
import { loadKept, NotLoaded } from './load-kept.ts';
import type { FoundSimilar } from './messages.ts';

config({ jitless: true });

/** What is asked: the need, where the index lies, and its state. */
export interface SimilarAsks {
  readonly base: string;
  readonly stamp: string;
  readonly need: Need;
  readonly lately: LatelyFiled;
}

let library: Promise<RemoteLibrary> | undefined;

function open({ base, stamp }: SimilarAsks): Promise<RemoteLibrary> {
  if (library) return library;
  const opening = openLibrary(async (path) => (await loadKept(`${base}${path}?${stamp}`)).json(), stamp);
  library = opening;
  opening.catch(() => {
    library = undefined;
  });
  return opening;
}

addEventListener('message', async ({ data }: MessageEvent<SimilarAsks>) => {
  let found: FoundSimilar;
  try {
    found = await (await open(data)).compare(data.need, data.lately);
  } catch (error) {
    const failure =
      error instanceof NotLoaded
        ? '比对用的文件没有读到，网络可能断了'
        : `比对的程序出了错：${String(error)}`;
    found = { found: [], modules: NO_MODULES, telling: true, failure };
  }
  postMessage(found);
});
