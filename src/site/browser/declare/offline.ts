/** Works without a network once it was opened: the page's own files are kept by a service worker. */
import { href } from '../../view/links.ts';
import { load } from '../load.ts';

/** What is kept beside what the page has loaded by itself. */
export interface OfflinePlan {
  /** Names the state of the registry. */
  readonly stamp: string;
  /** Names the state of what is compared; undefined where nothing is. */
  readonly similarStamp: string | undefined;
}

/** What the site's own list says: names of files below /assets/ and below /similar/texts/. */
export interface OfflineList {
  readonly assets: readonly string[];
  readonly texts: readonly string[];
}

/**
 * Registers the worker and tells it what to keep: what the page has loaded, and what later screens bring. The worker
 * fetches that by itself, one file after another, so that it stands in nobody's way. True when all of it is kept;
 * without a worker the page works on, only not offline.
 */
export async function keepOffline({ stamp, similarStamp }: OfflinePlan): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(href('/sw.js'), { scope: href('/') });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const { assets, texts } = await laterFiles();
    const compared =
      similarStamp === undefined
        ? []
        : ['index.json', ...texts.map((name) => `texts/${name}`)].map((name) =>
            href(`/similar/${name}?${similarStamp}`),
          );
    const addresses = [
      location.href.split('#')[0] ?? '',
      ...loaded,
      href(`/declare/world.json?${stamp}`),
      ...assets.map((name) => href(`/assets/${name}`)),
      ...compared,
    ].map((one) => new URL(one, location.href));
    const own = addresses.filter(({ origin }) => origin === location.origin);
    return await asked(active, { stamp, keep: [...new Set(own.map(({ href: address }) => address))] });
  } catch {
    // Private windows and some policies forbid it.
    return false;
  }
}

/** The list is written with the site; a page in development has none. */
async function laterFiles(): Promise<OfflineList> {
  const response = await load(href('/declare/offline.json'), 'no-cache');
  return (await response.json()) as OfflineList;
}

function asked(worker: ServiceWorker, what: object): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data === 'kept');
    worker.postMessage(what, [port2]);
  });
}

/** Calls back when the page has nothing better to do, at the latest in so many milliseconds. */
export function whenIdle(act: () => void, latest = 3_000): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: latest });
  else setTimeout(act, latest / 3);
}
