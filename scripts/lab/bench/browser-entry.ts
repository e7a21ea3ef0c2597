import { needOfText } from '../../../src/similarity/need-of-text.ts';
import { openLibrary } from '../../../src/similarity/remote-library.ts';
import type { Need } from '../../../src/similarity/types.ts';

/** What runs in the browser: opens the index, asks each text once and again, and gives the times of the second round. */
export async function measure(
  stamp: string,
  texts: readonly string[],
  limit: number,
): Promise<{ opening: number; times: number[] }> {
  const start = performance.now();
  const library = await openLibrary(async (path) => (await fetch(`/${path}`)).json(), stamp);
  const opening = performance.now() - start;
  const needs = texts.map((text) => needOfText(text) as Need);
  // The first round also fetches texts, which the site does over a network of unknown speed.
  for (const need of needs) await library.find(need, limit);
  const times: number[] = [];
  for (const need of needs) {
    const before = performance.now();
    await library.find(need, limit);
    times.push(performance.now() - before);
  }
  return { opening, times };
}
