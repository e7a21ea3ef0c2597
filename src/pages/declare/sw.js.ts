/** The service worker of the form, `/declare/sw.js`: a file of its own address, because the address decides what it serves. */
import type { APIRoute } from 'astro';
import { serviceWorkerScript } from '../../site/build/service-worker.ts';

export const GET: APIRoute = async () =>
  new Response(await serviceWorkerScript(), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
