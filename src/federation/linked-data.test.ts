import { describe, expect, it } from 'vitest';
import { isSchema, readThings } from './linked-data.ts';
import { readCatalogue } from './read-catalogue.ts';

describe('JSON-LD of other registries', () => {
  it.each([
    ['prefixes', { '@context': { d: 'http://purl.org/dc/terms/' }, '@graph': [{ 'd:title': '甲' }] }],
    ['common prefixes', [{ 'dct:title': { '@value': '甲' } }]],
    ['whole addresses', { 'http://purl.org/dc/terms/title': [{ '@value': '甲' }] }],
    ['an alias', { '@context': [{ title: { '@id': 'dct:title' } }], title: '甲' }],
    ['a vocabulary', { '@context': { '@vocab': 'http://purl.org/dc/terms/' }, title: '甲' }],
    ['a vocabulary elsewhere', { '@context': 'https://www.w3.org/ns/dcat.jsonld', 'dct:title': '甲' }],
  ])('are read by %s', (_, document) => {
    expect(readThings(document)[0]?.texts('title')).toEqual(['甲']);
  });

  it.each([
    null,
    1,
    'x',
    [],
    {},
    [[[]]],
    { '@graph': 'x' },
    { '@context': { a: 'a', b: 'c', c: 'b' }, 'b:x': 1 },
  ])('%j is no catalogue', (document) => {
    expect(readCatalogue(document)).toBeUndefined();
  });

  it('know schema.org with and without the s', () => {
    for (const type of ['http://schema.org/Project', 'schema:Project'])
      expect(readThings({ '@type': type }).some((thing) => isSchema(thing, 'Project'))).toBe(true);
  });

  it('follow a thing that stands elsewhere in the document', () => {
    const catalogue = readCatalogue({
      '@graph': [
        { '@id': 'https://a.example/data/', '@type': 'dcat:Catalog', 'dct:publisher': { '@id': '#office' } },
        { '@id': '#office', 'foaf:name': '甲区办公室' },
        {
          '@id': 'https://a.example/projects/x/y/',
          '@type': 'schema:Project',
          'dct:title': '甲',
          'schema:funding': { 'schema:value': '3200000' },
          'dct:issued': { '@value': '2025-03-05' },
        },
      ],
    });
    expect(catalogue).toMatchObject({ publisher: '甲区办公室', site: 'https://a.example/' });
    expect(catalogue?.projects).toMatchObject([{ name: '甲', yuan: 3_200_000, year: '2025' }]);
  });
});
