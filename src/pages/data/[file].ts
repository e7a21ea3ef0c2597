/** The evaluation of each year as a workbook and as JSON, and the lists of addresses for search engines. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { evaluationSheets } from '../../accounts/year/sheets.ts';
import { writeWorkbook } from '../../ledger/out/workbook.ts';
import { bulkLines, bulkMapping } from '../../open-data/bulk.ts';
import { sitemaps } from '../../open-data/feeds.ts';
import { openSearchDescription } from '../../open-data/opensearch.ts';
import { evaluationJson } from '../../report/evaluation.ts';
import { siteAbout, siteAccounts, siteAddress, siteModel, siteYears } from '../../site/build/site.ts';

/** Pages besides entries that others should find. */
const PLACES = [
  '',
  'projects/',
  'similar/',
  'queue/',
  'statistics/',
  'evaluation/',
  'units/',
  'regulation/',
  'rules/',
  'guides/',
  'data/',
  'federation/',
];

interface Props {
  readonly write: () => string | Promise<Uint8Array>;
}

export const getStaticPaths = (async () => {
  const years = (await siteYears()).flatMap((evaluation) => [
    {
      params: { file: `evaluation-${evaluation.year}.xlsx` },
      props: { write: () => writeWorkbook(evaluationSheets(evaluation)) },
    },
    {
      params: { file: `evaluation-${evaluation.year}.json` },
      props: { write: () => `${evaluationJson(evaluation)}\n` },
    },
  ]);
  const maps = await addressLists();
  const lists = maps.map((text, at) => ({
    params: { file: `sitemap-${at + 1}.xml` },
    props: { write: () => text },
  }));
  return [...years, ...lists, ...(await forEngines())];
}) satisfies GetStaticPaths;

/** For search engines elsewhere: all documents with their mapping, and the description that browsers read. */
async function forEngines() {
  const about = await siteAbout();
  const { registry } = await siteModel();
  const accounts = await siteAccounts();
  const description = openSearchDescription(about);
  const files: readonly (readonly [file: string, write: () => string])[] = [
    ['bulk.ndjson', () => bulkLines(accounts, registry.references, about)],
    ['bulk-mapping.json', bulkMapping],
    ...(description === undefined ? [] : [['opensearch.xml', () => description] as const]),
  ];
  return files.map(([file, write]) => ({ params: { file }, props: { write } }));
}

/** A list holds whole addresses: while nobody has said where the site stands, there is none. */
async function addressLists(): Promise<readonly string[]> {
  const site = siteAddress();
  if (site === undefined) return [];
  const { items } = await siteModel();
  const entries = items.map(({ path, date }) => ({
    url: `${site}${path.slice(1)}`,
    ...(/^\d{4}-\d{2}-\d{2}$/.test(date) ? { day: date } : {}),
  }));
  return sitemaps([...PLACES.map((path) => ({ url: `${site}${path}` })), ...entries]);
}

export const GET: APIRoute<Props> = async ({ props }) => {
  const content = await props.write();
  return new Response(typeof content === 'string' ? content : Buffer.from(content));
};
