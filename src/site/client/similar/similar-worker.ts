/** Looks for similar projects on the reader's own machine, beside the page. Only the site's own files are fetched. */
import { needOfText } from '../../../similarity/need-of-text.ts';
import { openLibrary, type RemoteLibrary } from '../../../similarity/remote-library.ts';
import { StaleError } from '../../../similarity/texts.ts';
import type { Failure, Question, Reply } from './messages.ts';

class LoadError extends Error {}

let library: Promise<RemoteLibrary> | undefined;

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  postMessage(await answer(data));
});

async function answer({ run, base, stamp, text, limit }: Question): Promise<Reply> {
  try {
    library ??= openLibrary(readFrom(base, stamp), stamp);
    const need = needOfText(text);
    if (!need) throw new Error('Nothing is asked');
    const { find } = await library;
    return { run, need, answer: await find(need, limit) };
  } catch (error) {
    library = undefined;
    return { run, failure: failureOf(error), detail: String(error) };
  }
}

/** The stamp in the address keeps an older file that the browser has kept from being taken for the present one. */
function readFrom(base: string, stamp: string): (path: string) => Promise<unknown> {
  return async (path) => {
    const response = await fetch(`${base}${path}?${stamp}`).catch((error: unknown) => {
      throw new LoadError(`${path}: ${error}`);
    });
    if (!response.ok) throw new LoadError(`${path}: ${response.status}`);
    return response.json();
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof StaleError) return 'replaced';
  return error instanceof LoadError ? 'not-loaded' : 'broken';
}
