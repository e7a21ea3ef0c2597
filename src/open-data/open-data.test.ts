import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DCAT_MANDATORY, OC4IDS_PACKAGE } from '../../tests/support/published-schemas.ts';
import { accountsOn } from '../accounts/account.ts';
import { check } from '../check.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { writeCsv } from '../ledger/out/csv.ts';
import { writeWorkbook } from '../ledger/out/workbook.ts';
import { aboutData } from './about.ts';
import { BULK_MAPPING, bulkLines } from './bulk.ts';
import { LEDGER_COLUMNS, ledgerSheet, totalsSheet } from './columns.ts';
import { catalogueJsonLd, DISTRIBUTIONS } from './dcat.ts';
import { atomFeed, xml } from './feeds.ts';
import { ledgerJson, ledgerJsonSchema } from './json.ts';
import { oc4idsPackage } from './oc4ids.ts';
import { openSearchDescription } from './opensearch.ts';
import { select } from './select.ts';

const TODAY = '2026-11-27';
const registry = check(readRegistryFiles('registry'), { today: TODAY, similarity: { compare: '不查' } });
const all = accountsOn(registry, TODAY);
const about = aboutData(registry.office, TODAY, 'https://example.cn/shuzhi');
const nowhere = aboutData(registry.office, TODAY, undefined);
type Schema = Parameters<typeof z.fromJSONSchema>[0];
const faults = (schema: object, value: unknown) =>
  z.fromJSONSchema(schema as Schema).safeParse(value).error?.issues ?? [];

describe.runIf(all.length > 0)('open data', () => {
  it('is an OC4IDS 0.9 package, with and without an address of the site', () => {
    for (const one of [about, nowhere]) {
      const given = JSON.parse(oc4idsPackage(all, one));
      expect(faults(OC4IDS_PACKAGE, given)).toEqual([]);
      expect(new Set(given.projects.map(({ id }: { id: string }) => id)).size).toBe(all.length);
    }
    expect(faults(OC4IDS_PACKAGE, { ...JSON.parse(oc4idsPackage(all, about)), version: '1' })).not.toEqual(
      [],
    );
  });

  it('gives sums in yuan where others read them, in 万元 where offices do', () => {
    const one = all.filter(({ budget }) => budget === 960_000_000);
    expect(JSON.parse(oc4idsPackage(one, about)).projects[0].budget.amount).toEqual({
      amount: 9_600_000,
      currency: 'CNY',
    });
    expect(JSON.parse(ledgerJson(one, about)).项目[0]['资金预算（万元）']).toBe(960);
  });

  it('is JSON of its own published schema, that says what every key means', () => {
    const schema = ledgerJsonSchema();
    expect(faults(schema, JSON.parse(ledgerJson(all, about)))).toEqual([]);
    expect(faults(schema, { ...JSON.parse(ledgerJson(all, about)), 多余: 1 })).not.toEqual([]);
    for (const { title, means } of LEDGER_COLUMNS) expect(means, title).toMatch(/。$/);
  });

  it('can be brought into a search engine: an action and a document by turns, with no field that the mapping lacks', () => {
    const text = bulkLines(all, registry.references, about);
    expect(text.endsWith('\n')).toBe(true);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(2 * (all.length + registry.references.length));
    const { properties } = BULK_MAPPING.mappings;
    const isOf = (type: string, value: unknown): boolean => {
      if (type === 'boolean') return typeof value === 'boolean';
      if (type === 'integer') return Number.isInteger(value);
      if (type === 'scaled_float') return typeof value === 'number';
      return [value].flat().every((one) => typeof one === 'string');
    };
    lines.forEach((line, at) => {
      const id = `example.cn/shuzhi/${lines[at + 1]?.id}`;
      if (at % 2 === 0) expect(line).toEqual({ index: { _index: 'shuzhi-projects', _id: id } });
      else
        for (const [field, value] of Object.entries(line))
          expect(isOf(properties[field as keyof typeof properties]?.type ?? '', value), field).toBe(true);
    });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length / 2 + 1);
    // Two registries with the same folder and file name do not overwrite one another, nor is a key too long.
    const unplaced = bulkLines(all.slice(0, 1), [], { ...nowhere, publisher: '另一个区的办公室' });
    const keys = [text, bulkLines(all.slice(0, 1), [], nowhere), unplaced].map(
      (one) => JSON.parse(one.split('\n')[0] ?? '').index._id as string,
    );
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(Buffer.byteLength(key)).toBeLessThanOrEqual(512);
  });

  it('offers its search to browsers once its address is known', () => {
    expect(openSearchDescription(nowhere)).toBeUndefined();
    expect(openSearchDescription(about)).toContain(
      'template="https://example.cn/shuzhi/projects/?q={searchTerms}"',
    );
  });

  it('is a DCAT catalogue in which every class has what is mandatory and every reference leads somewhere', () => {
    const graph = JSON.parse(catalogueJsonLd(all, about))['@graph'] as Record<string, unknown>[];
    const ids = new Set(graph.map((node) => node['@id']));
    for (const [type, mandatory] of Object.entries(DCAT_MANDATORY)) {
      const nodes = graph.filter((node) => [node['@type']].flat().includes(type));
      expect(nodes.length, type).toBeGreaterThan(0);
      for (const node of nodes)
        for (const key of mandatory) expect(node[key], `${type} ${key}`).toBeDefined();
    }
    const [dataset] = graph.filter((node) => node['@type'] === 'dcat:Dataset');
    const named = ['dcat:distribution', 'dct:hasPart', 'dct:publisher'].flatMap(
      (key) => dataset?.[key] as { '@id': string }[],
    );
    for (const one of named) expect(ids.has(one['@id']), one['@id']).toBe(true);
    expect(graph.filter((node) => node['@type'] === 'dcat:Distribution')).toHaveLength(DISTRIBUTIONS.length);
  });

  it('is a well-formed Atom feed with an id, a title and a moment for every entry, the newest first', () => {
    const feed = atomFeed(all, about, '/');
    expect(unbalanced(feed)).toEqual([]);
    const entries = feed.split('<entry>').slice(1);
    expect(entries.length).toBe(60);
    const moments = entries.map(
      (entry) => /<updated>(\d{4}-\d{2}-\d{2}T00:00:00Z)<\/updated>/.exec(entry)?.[1] ?? '',
    );
    expect(moments).toEqual([...moments].sort().reverse());
    const ids = entries.map((entry) => /<id>(.+)<\/id>/.exec(entry)?.[1]);
    expect(new Set(ids).size).toBe(60);
    expect(feed).toContain('<link rel="self" href="https://example.cn/shuzhi/data/feed.xml"/>');
  });

  it('keeps what people wrote from becoming markup', () => {
    expect(xml('<b>&"\u0001甲')).toBe('&lt;b&gt;&amp;&quot;甲');
    const [first] = all;
    if (!first) throw new Error('no project');
    const hostile = [{ ...first, name: '</title><script>' }];
    expect(unbalanced(atomFeed(hostile, about, '/'))).toEqual([]);
  });

  it('can be cut by year, unit and money, together', () => {
    const ids = (selection: Parameters<typeof select>[1]) => select(all, selection).map(({ id }) => id);
    expect(ids({})).toHaveLength(all.length);
    expect(ids({ year: 2025 }).length).toBeGreaterThan(0);
    for (const { entry } of select(all, { year: 2025 })) expect(entry.filing.filedOn).toMatch(/^2025/);
    const both = ids({ source: '财政' }).filter((id) => ids({ source: '社会' }).includes(id));
    expect(both.length).toBeGreaterThan(0);
    expect(ids({ year: 2025, unit: 'yanshi-zhengshu', source: '省级补助' })).toEqual([]);
  });
});

/** Words that break formats: markup, the end of a section, quotes, formulas, signs that print nothing, half a pair. */
const ODD = ']]></title><script>alert(1)</script>&amp;"\'\\\n=1+1\u0000\u0008\u202e\ud800\u2028👪{{x}}';
type One = (typeof all)[number];
const withFiling = (one: One, filing: object): One => ({
  ...one,
  entry: { ...one.entry, filing: filing as One['entry']['filing'] },
});
/** Every text of a filing in odd words; what the dictionary lets only be one of a few stays. */
function oddly(one: One): One {
  const { filing } = one.entry;
  const odd = withFiling(one, {
    ...filing,
    name: ODD,
    effect: ODD,
    content: ODD,
    overview: ODD,
    categoryNote: ODD,
    users: [ODD, ''],
    functions: [{ name: ODD, description: ODD }, { name: '' }],
  });
  return { ...odd, name: ODD, unitName: ODD };
}

describe.runIf(all.length > 0)('open data of unusual filings', () => {
  const kinds: readonly (readonly [string, readonly One[]])[] = [
    ['none at all', []],
    [
      'nothing written but what the folder says',
      all.map((one) => ({ ...withFiling(one, {}), budget: undefined, publicBudget: undefined })),
    ],
    ['odd words everywhere', all.map(oddly)],
    [
      'enormous sums and none',
      all.map((one, at) => ({ ...one, budget: at % 2 === 0 ? 0 : 999_999_999_999 })),
    ],
  ];

  it.each(kinds)('%s: is valid in every format', (_, some) => {
    for (const said of [about, nowhere]) {
      // A package of that standard has one project at least: an empty registry cannot give a valid one.
      if (some.length > 0) expect(faults(OC4IDS_PACKAGE, JSON.parse(oc4idsPackage(some, said)))).toEqual([]);
      expect(faults(ledgerJsonSchema(), JSON.parse(ledgerJson(some, said)))).toEqual([]);
      const graph = JSON.parse(catalogueJsonLd(some, said))['@graph'] as Record<string, unknown>[];
      for (const node of graph)
        for (const key of DCAT_MANDATORY[String(node['@type']) as keyof typeof DCAT_MANDATORY] ?? [])
          expect(node[key], `${node['@type']} ${key}`).toBeDefined();
      const feed = atomFeed(some, said, '/');
      expect(unbalanced(feed)).toEqual([]);
      // XML 1.0 has no place for these, however they are written.
      expect(feed.isWellFormed()).toBe(true);
      expect(feed).not.toMatch(/[^\P{Cc}\n\t]|<script/u);
      for (const line of bulkLines(some, [], said).trimEnd().split('\n').filter(Boolean)) JSON.parse(line);
    }
    const csv = writeCsv(ledgerSheet(some));
    for (const row of csv.split('\r\n')) expect(row).not.toMatch(/(?:^|,)"?[=+@]/);
  });
});

describe('the ledger that goes out', () => {
  const sheet = {
    name: '表[1]/测试',
    columns: [
      { title: '名称', kind: 'text', width: 10 },
      { title: '金额（万元）', kind: 'money', width: 10 },
    ],
    rows: [
      ['=1+1', 320.5],
      ['@SUM(A1)', undefined],
      ['甲"乙",\n丙', 0.000001],
    ],
  } as const;

  it('never holds a formula, keeps titles in sight and can be filtered', async () => {
    const bytes = await writeWorkbook([sheet]);
    const book = read(bytes.slice(), { cellFormula: true, cellNF: true });
    const page = book.Sheets[book.SheetNames[0] ?? ''];
    expect(book.SheetNames).toEqual(['表 1  测试']);
    expect([page?.A2?.t, page?.A2?.v, page?.A2?.f]).toEqual(['s', '=1+1', undefined]);
    expect([page?.B2?.t, page?.B2?.v, page?.B2?.z]).toEqual(['n', 320.5, '#,##0.00####']);
    expect(page?.['!autofilter']?.ref).toBe('A1:B4');
    expect(await writeWorkbook([sheet])).toEqual(bytes);
  });

  it('is CSV that spreadsheets read as Chinese and never calculate', () => {
    expect(writeCsv(sheet)).toBe(
      '\uFEFF名称,金额（万元）\r\n\'=1+1,320.5\r\n\'@SUM(A1),\r\n"甲""乙"",\n丙",0.000001\r\n',
    );
  });

  it('adds up units to the whole, without what nobody has received', () => {
    const { rows } = totalsSheet(all);
    const [last] = rows.slice(-1);
    for (const at of [1, 2, 3, 4]) {
      const sum = rows.slice(0, -1).reduce((total, row) => total + Number(row[at] ?? 0), 0);
      expect(sum).toBeCloseTo(Number(last?.[at]), 6);
    }
    expect(last?.[1]).toBe(all.filter(({ counted }) => counted).length);
    expect(ledgerSheet(all).rows).toHaveLength(all.length);
  });
});

/** Tags that are opened and not closed, or the other way round. */
function unbalanced(text: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name = '', empty] of text.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (empty) continue;
    if (close !== '/') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}
