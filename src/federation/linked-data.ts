/**
 * A small reader of JSON-LD: enough for catalogues that bring their own prefixes. Vocabularies elsewhere are never
 * fetched: a document that leans on one is read by the prefixes that everybody uses.
 */

const COMMON = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
} as const;

/** Words that are looked for, in whichever notation a document has them. */
const IRIS = {
  title: 'http://purl.org/dc/terms/title',
  description: 'http://purl.org/dc/terms/description',
  abstract: 'http://purl.org/dc/terms/abstract',
  identifier: 'http://purl.org/dc/terms/identifier',
  creator: 'http://purl.org/dc/terms/creator',
  publisher: 'http://purl.org/dc/terms/publisher',
  issued: 'http://purl.org/dc/terms/issued',
  modified: 'http://purl.org/dc/terms/modified',
  licence: 'http://purl.org/dc/terms/license',
  spatial: 'http://purl.org/dc/terms/spatial',
  label: 'http://www.w3.org/2004/02/skos/core#prefLabel',
  keyword: 'http://www.w3.org/ns/dcat#keyword',
  name: 'http://xmlns.com/foaf/0.1/name',
  number: 'https://schema.org/identifier',
  status: 'https://schema.org/creativeWorkStatus',
  funding: 'https://schema.org/funding',
  value: 'https://schema.org/value',
  extra: 'https://schema.org/additionalType',
} as const;
export type Term = keyof typeof IRIS;

/** A thing of a document: what kinds it is of, and its values by term. */
export interface Thing {
  readonly id: string;
  readonly types: readonly string[];
  /** The texts of a term, in order; of a value that is a thing of its own, its address. */
  texts(term: Term): readonly string[];
  /** The things that stand as values of a term, inside it or elsewhere in the document. */
  things(term: Term): readonly Thing[];
}

type Json = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asArray = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The things of a document, in its order. Anything but JSON-LD has none. */
export function readThings(document: unknown): readonly Thing[] {
  const top = asArray(document).filter(isMap);
  const prefixes = new Map(Object.entries<string>(COMMON));
  for (const context of top.flatMap((one) => asArray(one['@context'])).filter(isMap))
    for (const [name, meaning] of Object.entries(context)) {
      const iri = isMap(meaning) ? meaning['@id'] : meaning;
      if (typeof iri === 'string') prefixes.set(name, iri);
    }
  const nodes = top.flatMap((one) => ('@graph' in one ? asArray(one['@graph']).filter(isMap) : [one]));
  const byId = new Map(nodes.map((node) => [String(node['@id'] ?? ''), node]));
  const iriOf = (word: string): string => expand(word, prefixes);
  const thingOf = (node: Json): Thing => {
    const values = (term: Term): readonly unknown[] =>
      Object.entries(node)
        .filter(([key]) => sameIri(iriOf(key), IRIS[term]))
        .flatMap(([, value]) => asArray(value));
    return {
      id: String(node['@id'] ?? ''),
      types: asArray(node['@type']).map((type) => iriOf(String(type))),
      texts: (term) => values(term).flatMap(textOf),
      things: (term) =>
        values(term)
          .filter(isMap)
          .map((value) => thingOf(byId.get(String(value['@id'] ?? '')) ?? value)),
    };
  };
  return nodes.map(thingOf);
}

/** 「dct:title」 or an alias as the whole address; an alias may itself be 「dct:title」. */
function expand(word: string, prefixes: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > 4 || word.includes('://')) return word;
  const alias = prefixes.get(word);
  if (alias !== undefined) return expand(alias, prefixes, depth + 1);
  const colon = word.indexOf(':');
  const start = colon < 0 ? prefixes.get('@vocab') : prefixes.get(word.slice(0, colon));
  return start === undefined ? word : start + word.slice(colon + 1);
}

/** schema.org is written with and without the s of https. */
const sameIri = (a: string, b: string): boolean =>
  a.replace(/^http:/, 'https:') === b.replace(/^http:/, 'https:');

function textOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (!isMap(value)) return [];
  const text = value['@value'] ?? value['@id'];
  return typeof text === 'string' || typeof text === 'number' ? [String(text)] : [];
}

/** Whether a thing is of this kind of schema.org. */
export function isSchema({ types }: Thing, kind: string): boolean {
  return types.some((type) => sameIri(type, `https://schema.org/${kind}`));
}

/** Whether a thing is of this kind of DCAT. */
export function isDcat({ types }: Thing, kind: string): boolean {
  return types.includes(`http://www.w3.org/ns/dcat#${kind}`);
}
