import type { Account } from '../accounts/account.ts';
import { type Fen, wanPlain } from '../form/money.ts';
import { type About, projectIri, registryIri } from './about.ts';

/** A file in which the data can be taken: its address below the site, and its kind. */
export interface Distribution {
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  readonly conformsTo?: string;
}

/** Stable addresses of the open data; the page 开放数据 documents them in this order. */
export const DISTRIBUTIONS: readonly Distribution[] = [
  {
    path: 'data/projects.csv',
    title: '台账（CSV）',
    mediaType: 'text/csv',
    conformsTo: 'data/projects.csv-metadata.json',
  },
  {
    path: 'data/projects.xlsx',
    title: '台账（Excel）',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    path: 'data/projects.json',
    title: '台账（JSON）',
    mediaType: 'application/json',
    conformsTo: 'data/projects.schema.json',
  },
  { path: 'data/catalog.jsonld', title: '数据目录（JSON-LD，DCAT 3）', mediaType: 'application/ld+json' },
  {
    path: 'data/oc4ids.json',
    title: '项目数据包（OC4IDS 0.9）',
    mediaType: 'application/json',
    conformsTo: 'https://standard.open-contracting.org/infrastructure/0.9/en/',
  },
  {
    path: 'data/bulk.ndjson',
    title: '检索引擎批量导入（OpenSearch、Elasticsearch）',
    mediaType: 'application/x-ndjson',
    conformsTo: 'data/bulk-mapping.json',
  },
  { path: 'data/feed.xml', title: '办理动态（Atom）', mediaType: 'application/atom+xml' },
];

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const chinese = (value: string) => ({ '@value': value, '@language': 'zh-CN' });
const iri = (value: string) => ({ '@id': value });
/** A place, and a category, as DCAT wants them: things with a name, not bare words. */
const place = (name: string) => ({ '@type': 'dct:Location', 'skos:prefLabel': chinese(name) });
const concept = (name: string) => ({ '@type': 'skos:Concept', 'skos:prefLabel': chinese(name) });
/** Chinese in the European Union's list of languages, which DCAT-AP names. */
const LANGUAGE = 'http://publications.europa.eu/resource/authority/language/ZHO';
const onDay = (value: string) => ({ '@value': value, '@type': 'xsd:date' });

/** The registry as a DCAT catalogue in JSON-LD: one dataset in several files, and every project with what it says. */
export function catalogueJsonLd(accounts: readonly Account[], about: About): string {
  const { publisher, area, day, licence } = about;
  const office = {
    '@id': registryIri(about, 'data/#publisher'),
    '@type': 'foaf:Agent',
    'foaf:name': chinese(publisher),
  };
  const rights = licence ? { 'dct:license': iri(licence.url) } : {};
  const common = {
    'dct:publisher': iri(office['@id']),
    'dct:language': iri(LANGUAGE),
    'dct:modified': onDay(day),
    ...rights,
  };
  const distributions = DISTRIBUTIONS.map(({ path, title, mediaType, conformsTo }) => ({
    '@id': registryIri(about, path),
    '@type': 'dcat:Distribution',
    'dct:title': chinese(title),
    'dcat:accessURL': iri(registryIri(about, 'data/')),
    'dcat:downloadURL': iri(registryIri(about, path)),
    'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${mediaType}`),
    ...(conformsTo
      ? { 'dct:conformsTo': iri(conformsTo.startsWith('http') ? conformsTo : registryIri(about, conformsTo)) }
      : {}),
    ...rights,
  }));
  const dataset = {
    '@id': registryIri(about, 'data/#projects'),
    '@type': 'dcat:Dataset',
    'dct:title': chinese(`${area}数智化项目登记台账`),
    'dct:description': chinese('各单位登记的数字化项目：名称、单位、阶段、资金、功能和办理状态。'),
    'dct:identifier': 'projects',
    ...(area === '' ? {} : { 'dct:spatial': place(area) }),
    'dcat:keyword': ['数字化项目', '政务信息化', '登记', '备案'].map(chinese),
    'dcat:distribution': distributions.map((one) => iri(one['@id'])),
    'dct:hasPart': accounts.map(({ id }) => iri(projectIri(about, id))),
    ...common,
  };
  const catalogue = {
    '@id': registryIri(about, 'data/'),
    '@type': 'dcat:Catalog',
    'dct:title': chinese('数智金水项目登记库'),
    'dct:description': chinese(`${area}“数智化”建设项目的申报、备案和办理情况。`),
    'dcat:dataset': [iri(dataset['@id'])],
    ...common,
  };
  const graph = [
    catalogue,
    dataset,
    ...distributions,
    office,
    ...accounts.map((account) => project(account, about)),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

function project(account: Account, about: About): object {
  const { id, name, entry, life, unitName, budget, phase, demo } = account;
  const { filing } = entry;
  return {
    '@id': projectIri(about, id),
    '@type': ['dcat:Resource', 'schema:Project'],
    'dct:identifier': id,
    'dct:title': chinese(name),
    ...(filing.effect ? { 'dct:description': chinese(filing.effect) } : {}),
    ...(filing.content ? { 'dct:abstract': chinese(filing.content) } : {}),
    'dct:creator': { '@type': 'foaf:Agent', 'foaf:name': chinese(filing.lead?.name ?? unitName) },
    ...(filing.filedOn ? { 'dct:issued': onDay(filing.filedOn) } : {}),
    ...(life.number ? { 'schema:identifier': life.number } : {}),
    ...(filing.categories ? { 'dcat:theme': filing.categories.map(concept) } : {}),
    ...(filing.functions ? { 'dcat:keyword': filing.functions.map((one) => chinese(one.name)) } : {}),
    'schema:creativeWorkStatus': chinese(phase),
    ...(filing.predecessor ? { 'dct:replaces': iri(projectIri(about, filing.predecessor)) } : {}),
    ...(budget === undefined ? {} : { 'schema:funding': money(budget) }),
    ...(demo ? { 'schema:additionalType': chinese('演示项目，不是真实项目') } : {}),
  };
}

/** Sums in yuan: outside nobody counts in 万元. */
function money(amount: Fen): object {
  return { '@type': 'schema:MonetaryAmount', 'schema:currency': 'CNY', 'schema:value': yuan(amount) };
}

/** 分 as yuan. */
export function yuan(amount: Fen): number {
  return Math.round(Number(wanPlain(amount)) * 1_000_000) / 100;
}
