/**
 * The service worker of the form, `/sw.js`: at the top, because it serves only what lies below its address, and the form's
 * workers lie beside the form.
 */
import type { APIRoute } from 'astro';
import { serviceWorkerScript } from '../site/build/service-worker.ts';

export const GET: APIRoute = async () =>
  new Response(await serviceWorkerScript(), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
