import type { Account } from '../accounts/account.ts';
import { wanPlain } from '../form/money.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import { type About, projectIri, registryIri } from './about.ts';

/** The index that the lines are for. */
export const BULK_INDEX = 'shuzhi-projects';

/** Chinese is cut into pairs of characters, which every OpenSearch and Elasticsearch can do without a plug-in. */
const words = { type: 'text', analyzer: 'cjk' } as const;
const exact = { type: 'keyword' } as const;
const nameToo = { ...words, fields: { exact } } as const;

/** Settings and mapping of the index, as `PUT /shuzhi-projects` takes them. A field that is not here is refused. */
export const BULK_MAPPING = {
  settings: { index: { number_of_shards: 1 } },
  mappings: {
    dynamic: 'strict',
    properties: {
      id: exact,
      kind: exact,
      registry: exact,
      url: exact,
      name: nameToo,
      unit: nameToo,
      number: exact,
      phase: exact,
      categories: exact,
      year: { type: 'integer' },
      amount: { type: 'scaled_float', scaling_factor: 1_000_000 },
      functions: words,
      technologies: exact,
      effect: words,
      content: words,
      demo: { type: 'boolean' },
    },
  },
} as const;

/** The mapping as a file. */
export const bulkMapping = (): string => `${JSON.stringify(BULK_MAPPING, null, 2)}\n`;

/**
 * The registry and its references for an existing search engine, in the format of `POST /_bulk` (OpenSearch,
 * Elasticsearch): a line that says where, a line with the document, and a line's end at the end. Sums are in 万元.
 * Each is kept under the registry's address, or its office's name, and its id: several registries go into one index.
 */
export function bulkLines(
  accounts: readonly Account[],
  references: readonly ReadReference[],
  about: About,
): string {
  const documents = [
    ...accounts.map((one) => ofAccount(one, about)),
    ...references.map((one) => ofReference(one, about)),
  ];
  const own = about.site?.replace(/^https?:\/\/|\/$/g, '') ?? about.publisher;
  return documents
    .map((document) => {
      const where = { index: { _index: BULK_INDEX, _id: `${own}/${document.id}` } };
      return `${JSON.stringify(where)}\n${JSON.stringify(document)}\n`;
    })
    .join('');
}

type Field = keyof typeof BULK_MAPPING.mappings.properties;
type BulkDocument = Readonly<Partial<Record<Field, unknown>>> & { readonly id: string };

function ofAccount(
  { id, name, entry: { filing }, life, unitName, phase, budget, demo }: Account,
  about: About,
): BulkDocument {
  return {
    id,
    kind: '登记项目',
    registry: about.publisher,
    url: projectIri(about, id),
    name,
    unit: filing.lead?.name ?? unitName,
    number: life.number,
    phase,
    categories: filing.categories,
    year: filing.filedOn === undefined ? undefined : Number(filing.filedOn.slice(0, 4)),
    amount: budget === undefined ? undefined : Number(wanPlain(budget)),
    functions: filing.functions?.map(({ name: one, note }) => (note ? `${one}：${note}` : one)),
    technologies: filing.technologies,
    effect: filing.effect,
    content: filing.content,
    demo,
  };
}

function ofReference({ id, record }: ReadReference, about: About): BulkDocument {
  const { harvested, amount } = record;
  return {
    id,
    kind: '参考项目',
    registry: harvested?.registry ?? about.publisher,
    url: registryIri(about, `${id}/`),
    name: record.name,
    unit: record.unit,
    number: harvested?.number,
    phase: harvested?.state,
    year: record.year,
    amount: amount === undefined ? undefined : Number(wanPlain(amount)),
    functions: record.functions?.map(({ name: one, note }) => (note ? `${one}：${note}` : one)),
    content: record.content,
    demo: record.demo === true || harvested?.isDemo === true,
  };
}
