/** The whole texts for 「我想建…」, a few entries a file: fetched for the likeliest ones. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteSimilar } from '../../../site/build/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const similar = await siteSimilar();
  if (typeof similar === 'string') return [];
  return Array.from({ length: similar.files }, (_, n) => ({
    params: { n: String(n) },
    props: { texts: () => similar.texts(n) },
  }));
};

export const GET: APIRoute<{ readonly texts: () => string }> = ({ props }) =>
  new Response(props.texts(), { headers: { 'content-type': 'application/json' } });
