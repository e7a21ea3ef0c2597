/** What the form knows of the registry: `/declare/world.json`. */
import type { APIRoute } from 'astro';
import { siteDeclare } from '../../site/build/site.ts';

export const GET: APIRoute = async () => Response.json((await siteDeclare()).world);
