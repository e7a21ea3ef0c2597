/** Works without a network once it was opened: the page's own files are kept by a service worker. */
import { href } from '../../view/links.ts';

/** Registers the worker and hands it what the page has loaded; without a worker the page works on, only not offline. */
export async function keepOffline(stamp: string, more: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(href('/sw.js'), { scope: href('/') });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = [location.href.split('#')[0] ?? '', ...loaded, ...more].filter(
      (one) => new URL(one, location.href).origin === location.origin,
    );
    active?.postMessage({ stamp, keep: [...new Set(own.map((one) => new URL(one, location.href).href))] });
  } catch {
    // Private windows and some policies forbid it.
  }
}
