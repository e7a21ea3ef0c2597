import { load } from '../load.ts';

/**
 * Fetches a file of the site; without a network from what the page has kept. A worker of the page lies outside the
 * service worker's folder, so it has to look for itself.
 */
export async function loadKept(address: string): Promise<Response> {
  try {
    return await load(address);
  } catch (error) {
    const kept = typeof caches === 'undefined' ? undefined : await caches.match(address);
    if (kept) return kept;
    throw error;
  }
}
