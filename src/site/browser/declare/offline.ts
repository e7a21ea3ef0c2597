/** Works without a network once it was opened: the page's own files are kept by a service worker. */
import { href } from '../../view/links.ts';

/**
 * Registers the worker and hands it what the page has loaded, after `warm` has loaded what comes later; true when all of it
 * is kept. Without a worker the page works on, only not offline.
 */
export async function keepOffline(
  stamp: string,
  more: readonly string[],
  warm: () => Promise<unknown>,
): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(href('/sw.js'), { scope: href('/') });
    const { active } = await navigator.serviceWorker.ready;
    await warm();
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = [location.href.split('#')[0] ?? '', ...loaded, ...more].filter(
      (one) => new URL(one, location.href).origin === location.origin,
    );
    const keep = [...new Set(own.map((one) => new URL(one, location.href).href))];
    const { port1, port2 } = new MessageChannel();
    const kept = new Promise<boolean>((done) => {
      port1.onmessage = () => done(true);
    });
    if (!active) return false;
    active.postMessage({ stamp, keep }, [port2]);
    return await kept;
  } catch {
    // Private windows and some policies forbid it.
    return false;
  }
}
