/**
 * Keeps the form's files for a time without a network. Pages come from the network first, so that a new state of the
 * registry is seen; files whose address names their state come from the cache. One cache to a state of the site.
 */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly data: { readonly stamp: string; readonly keep: readonly string[] };
  readonly ports: readonly MessagePort[];
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const scope = self as unknown as WorkerScope;
const NAME = 'declare-';
/** The state that a page has handed over last; the worker may have been stopped since. */
let current: string | undefined;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('message', (event) => {
  current = event.data.stamp;
  const told = keep(event.data.stamp, event.data.keep).then((all) =>
    event.ports[0]?.postMessage(all ? 'kept' : 'partly'),
  );
  event.waitUntil(told);
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  // Of the other pages nothing is kept, and nothing is answered for them.
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate') {
    if (pathname.endsWith('/declare/')) event.respondWith(fromNetwork(request));
  } else if (/\/(?:assets|declare|similar)\//.test(pathname)) event.respondWith(fromCache(request));
});

/** Keeps these files, one after another, then lets older states go. False when one of them did not come. */
async function keep(stamp: string, addresses: readonly string[]): Promise<boolean> {
  const cache = await caches.open(NAME + stamp);
  let all = true;
  for (const address of addresses) {
    if (await cache.match(address)) continue;
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) await cache.put(address, response);
    else all = false;
  }
  // The state before this one stays: a page that was opened with it may still ask for its files.
  const older = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== NAME + stamp);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  return all;
}

async function fromNetwork(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok && current !== undefined) {
      const cache = await caches.open(NAME + current);
      await cache.put(request, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

export {};
