import { load } from '../load.ts';

/** A file of the site did not come: most likely there is no network. */
export class NotLoaded extends Error {}

/**
 * Fetches a file of the site; without a network from what the page has kept. A worker of the page may lie outside the
 * service worker's folder, so it has to look for itself. Throws `NotLoaded`.
 */
export async function loadKept(address: string): Promise<Response> {
  try {
    return await load(address);
  } catch (error) {
    const kept = typeof caches === 'undefined' ? undefined : await caches.match(address);
    if (kept) return kept;
    throw new NotLoaded(String(error));
  }
}
