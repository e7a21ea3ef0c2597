/** The evaluation of each year as a workbook and as JSON, what describes the ledger, and what search engines take. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { evaluationSheets } from '../../accounts/year/sheets.ts';
import { writeWorkbook } from '../../ledger/out/workbook.ts';
import { bulkLines, bulkMapping } from '../../open-data/bulk.ts';
import { csvMetadata } from '../../open-data/csvw.ts';
import { openSearchDescription } from '../../open-data/opensearch.ts';
import { evaluationJson } from '../../report/evaluation.ts';
import { siteAbout, siteAccounts, siteModel, siteYears } from '../../site/build/site.ts';

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
  const described = { params: { file: 'projects.csv-metadata.json' }, props: { write: csvMetadata } };
  return [...years, described, ...(await forEngines())];
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

export const GET: APIRoute<Props> = async ({ props }) => {
  const content = await props.write();
  return new Response(typeof content === 'string' ? content : Buffer.from(content));
};
