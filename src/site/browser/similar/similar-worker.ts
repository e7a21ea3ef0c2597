/** Looks for similar projects on the reader's own machine, beside the page. Only the site's own files are fetched. */
import '../polyfills.ts';
import { needOfText } from '../../../similarity/need-of-text.ts';
import { openLibrary, type RemoteLibrary } from '../../../similarity/remote-library.ts';
import { StaleError } from '../../../similarity/texts.ts';
import { load } from '../load.ts';
import type { Failure, Question, Reply, Warming } from './messages.ts';

class LoadError extends Error {}

let library: Promise<RemoteLibrary> | undefined;

addEventListener('message', async ({ data }: MessageEvent<Question | Warming>) => {
  if ('text' in data) postMessage(await answer(data));
  else await warm(data);
});

/** What goes wrong here goes wrong again when something is asked, and is said then. */
async function warm(place: Warming): Promise<void> {
  await open(place).catch(() => undefined);
}

function open({ base, stamp }: Warming): Promise<RemoteLibrary> {
  if (library) return library;
  const opening = openLibrary(readFrom(base, stamp), stamp);
  library = opening;
  opening.catch(() => {
    library = undefined;
  });
  return opening;
}

async function answer({ run, text, limit, ...place }: Question): Promise<Reply> {
  try {
    const need = needOfText(text);
    if (!need) throw new Error('Nothing is asked');
    const { find } = await open(place);
    return { run, need, answer: await find(need, limit) };
  } catch (error) {
    return { run, failure: failureOf(error), detail: String(error) };
  }
}

/** The stamp in the address keeps an older file that the browser has kept from being taken for the present one. */
function readFrom(base: string, stamp: string): (path: string) => Promise<unknown> {
  return async (path) => {
    const response = await load(`${base}${path}?${stamp}`).catch((error: unknown) => {
      throw new LoadError(String(error));
    });
    return response.json();
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof StaleError) return 'replaced';
  return error instanceof LoadError ? 'not-loaded' : 'broken';
}
