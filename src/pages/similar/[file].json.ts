/** The index for 「我想建…」: `/similar/index.json`. A registry without a lexicon has none. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteSimilar } from '../../site/build/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const similar = await siteSimilar();
  return typeof similar === 'string' ? [] : [{ params: { file: 'index' }, props: { index: similar.index } }];
};

export const GET: APIRoute<{ readonly index: () => string }> = ({ props }) =>
  new Response(props.index(), { headers: { 'content-type': 'application/json' } });
