import { readdirSync, readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../src/form/entry.ts';
import { ENTRY_FIELDS } from '../src/form/entry-fields.ts';
import { readEntry } from '../src/registry/read-entry.ts';
import { ROUTE_TABLE } from '../src/regulation/routes.ts';
import { CATEGORIES, UNIT_TYPES } from '../src/regulation/vocabulary.ts';
import { parseFile } from '../src/text/file.ts';

/** What the shipped demonstration shows; once the office has started for real, the same file holds that none is left. */
const REGISTRY = new URL('../registry/', import.meta.url);
const PROJECTS = new URL('projects/', REGISTRY);
const DEMO_FOLDER = /^yanshi-/;
/** Words that a visitor is likely to search for first. */
const SEARCHED = '视频监控 停车 一网通办 消防 养老 环保 物业 党建 食品安全 防汛 信访 政务数据共享'.split(' ');

const office = load(readFileSync(new URL('office.yaml', REGISTRY), 'utf8'), {
  schema: FAILSAFE_SCHEMA,
}) as Readonly<Record<string, unknown>>;
const SHOWN = office.演示数据 === 'true';

function listFiles(): readonly string[] {
  try {
    return readdirSync(PROJECTS, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /^[^/]+\/[^/]+\.md$/.test(file))
      .sort();
  } catch (error) {
    // An office that has just started has no projects folder: Git keeps no empty ones.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readFiling(file: string): Entry {
  const { entry, parsed, problems, extra } = readEntry(
    `projects/${file}`,
    readFileSync(new URL(file, PROJECTS)),
  );
  expect(parsed.problems, file).toEqual([]);
  expect([...extra, ...problems.filter(({ severity }) => severity === 'error')], file).toEqual([]);
  return entry;
}

/** The demonstration: everything in a demonstration unit's folder, and nothing that other units have filed. */
const files = listFiles();
const demonstration = (): readonly Entry[] => files.filter((file) => DEMO_FOLDER.test(file)).map(readFiling);

describe.runIf(SHOWN)('the demonstration filings', () => {
  it('are at least eighteen, each of them marked as a demonstration and readable without a fault', () => {
    const entries = demonstration();
    expect(entries.length).toBeGreaterThanOrEqual(18);
    for (const { id, filing } of entries) expect(filing.demo, id).toBe(true);
  });

  it('write their fields in the order of the dictionary, as the form has them', () => {
    const order = ENTRY_FIELDS.map(({ label }) => label);
    for (const file of files.filter((name) => DEMO_FOLDER.test(name))) {
      const { head, sections } = parseFile(readFileSync(new URL(file, PROJECTS)));
      const written = [...Object.keys(head.raw), ...sections.map(({ title }) => title)];
      expect(written, file).toEqual(order.filter((label) => written.includes(label)));
    }
  });

  it('leave no demonstration mark on the filing of a real unit', () => {
    const real = files.filter((file) => !DEMO_FOLDER.test(file));
    for (const file of real)
      expect(parseFile(readFileSync(new URL(file, PROJECTS))).head.raw.演示, file).toBeUndefined();
  });

  it('meet every row of the route table, each on the form of its row', () => {
    const entries = demonstration();
    for (const { route } of ROUTE_TABLE) {
      const met = entries.filter((entry) => entry.route === route);
      expect(met.length, `${route.clause} ${route.form}`).toBeGreaterThan(0);
      for (const { id, filing } of met) expect(filing.form, id).toBe(route.form);
    }
  });

  it('show 6.1 for every kind of unit and 6.3 for organisations and persons, built and in construction', () => {
    const met = new Set(
      demonstration().map(({ route, filing }) => [route?.clause, filing.lead?.type, filing.stage].join(' ')),
    );
    const units = UNIT_TYPES.map((type) => ['6.1', type] as const);
    const social = (['社会组织', '个人'] as const).map((type) => ['6.3', type] as const);
    for (const [clause, type] of [...units, ...social]) {
      for (const stage of ['已建成', '正在建设']) expect(met).toContain(`${clause} ${type} ${stage}`);
    }
  });

  it('use every category as the primary one, with a note for 其他类', () => {
    const entries = demonstration();
    const primary = new Set(entries.map(({ filing }) => filing.categories?.[0]));
    expect([...CATEGORIES].filter((category) => !primary.has(category))).toEqual([]);
    const others = entries.filter(({ filing }) => filing.categories?.includes('其他类'));
    for (const { id, filing } of others) expect(filing.categoryNote, id).toBeTruthy();
  });

  it('were filed in at least five years', () => {
    const years = new Set(demonstration().map(({ filing }) => filing.filedOn?.slice(0, 4)));
    expect(years.size).toBeGreaterThanOrEqual(5);
  });

  it('link a second phase to the first one, which the same unit filed earlier', () => {
    const entries = demonstration();
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const later = entries.filter(({ filing }) => filing.predecessor !== undefined);
    expect(later.length).toBeGreaterThan(0);
    for (const { id, unit, filing } of later) {
      const first = byId.get(filing.predecessor ?? '');
      expect(first?.unit, id).toBe(unit);
      expect((first?.filing.filedOn ?? '') < (filing.filedOn ?? ''), id).toBe(true);
    }
  });

  it('answer 查重 in at least three kinds, naming functions that the earlier filing has', () => {
    const entries = demonstration();
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const answers = entries.flatMap(({ filing }) => filing.answers ?? []);
    expect(new Set(answers.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(3);
    for (const { target, functions } of answers.filter(({ target }) => !target.startsWith('references/'))) {
      const had = byId.get(target)?.filing.functions?.map(({ name }) => name);
      expect(had, target).toEqual(expect.arrayContaining([...(functions ?? [])]));
    }
  });

  it('contain the words that visitors search for first', () => {
    const words = demonstration().map(
      ({ filing }) => `${filing.name}\n${filing.overview}\n${filing.content}`,
    );
    expect(SEARCHED.filter((word) => !words.some((text) => text.includes(word)))).toEqual([]);
  });
});

describe.runIf(!SHOWN)('a registry that the office has started for real', () => {
  it('holds no demonstration filing', () => {
    expect(files.filter((file) => DEMO_FOLDER.test(file))).toEqual([]);
    const marked = files.filter(
      (file) => parseFile(readFileSync(new URL(file, PROJECTS))).head.raw.演示 === 'true',
    );
    expect(marked).toEqual([]);
  });
});
