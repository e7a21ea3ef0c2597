/** Every concept with its forms, for the lexicon's search box. */
import type { APIRoute } from 'astro';
import { siteLexicon } from '../../site/build/site.ts';
import { formsIndex } from '../../site/view/lexicon-view.ts';

export const GET: APIRoute = () => Response.json(formsIndex(siteLexicon().concepts));
