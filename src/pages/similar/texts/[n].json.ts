/** The whole texts for 「我想建…」, a few entries a file: fetched for the likeliest ones. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteSimilar } from '../../../site/build/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const similar = await siteSimilar();
  if (typeof similar === 'string') return [];
  return similar.texts.map((texts, n) => ({ params: { n: String(n) }, props: { texts } }));
};

export const GET: APIRoute = ({ props }) => Response.json(props.texts);
