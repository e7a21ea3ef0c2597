/** The texts of filings, to be opened again in the form: `/declare/filings/0.json`, fifty to a file. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { filedTexts } from '../../../site/build/declare.ts';
import { siteRegistry } from '../../../site/build/site.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  filedTexts(await siteRegistry()).map((texts, n) => ({ params: { n: String(n) }, props: { texts } }));

export const GET: APIRoute = ({ props }) => Response.json(props.texts);
