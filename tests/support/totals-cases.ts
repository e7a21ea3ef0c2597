import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readProjects, recount } from './recount.ts';
import { countStays } from './stays.ts';
import { type Line, readLines, sumSentence, tally, wan } from './totals.ts';

/** Every total that the built site shows, against the second count of the files. */
export function describeTotals(site: string, root: string, today: string): void {
  const lines = readLines(root);
  const projects = lines.filter(({ kind }) => kind === '登记项目');
  const listed = lines.filter(({ kind }) => kind !== '只有名称的参考');
  const page = (path: string): string => readFileSync(join(site, path, 'index.html'), 'utf8');
  const having = (some: readonly Line[], facet: string, value: string): readonly Line[] =>
    some.filter(({ values }) => values[facet]?.includes(value));
  const years = [...new Set(projects.flatMap(({ values }) => values.年份 ?? []))].sort();
  const units = [...new Set(projects.map(({ unit }) => unit))];
  const money = (some: readonly Line[]): readonly string[] => {
    const { count, total, fiscal, social } = tally(some);
    return [String(count), wan(total), wan(fiscal), wan(social), '', ''];
  };

  describe('public totals', () => {
    it('of the first page and its charts are those of the files', () => {
      const home = page('');
      const { count, total, fiscal, social } = tally(projects);
      const shown = [...home.matchAll(/<dd>([\d,.]+) <small>/g)].map(([, figure]) => figure);
      expect(shown).toEqual([
        String(count),
        String(new Set(projects.filter((one) => one.counted).map(({ unit }) => unit)).size),
        wan(total),
        String(lines.length - projects.length),
      ]);
      expect(home).toContain(`财政资金 ${wan(fiscal)} 万元，社会资金和自筹 ${wan(social)} 万元`);
      expect(home).toContain(`共 ${lines.length} 条`);
      compareCharts(home);
    });

    it('of the statistics are those of the files, by year, unit and source', () => {
      const text = page('statistics');
      const { count, total, fiscal, social } = tally(projects);
      expect(social).toBe(total - fiscal);
      const share = Math.round((fiscal / total) * 1000) / 10;
      expect(text).toContain(
        `共 ${count} 个项目，总投资 ${wan(total)} 万元，其中财政资金 ${wan(fiscal)} 万元，占 ${share}%`,
      );
      const byYear = rows(text, '各年份的项目数和资金');
      expect(byYear).toEqual([
        ...years.map((year) => [`${year} 年`, ...money(having(projects, '年份', year))]),
        ['合计', ...money(projects)],
      ]);
      const names = new Map(projects.map(({ unit, values }) => [unit, values.单位?.[0] ?? '']));
      const byUnit = rows(text, '各单位的项目数和资金');
      expect([...byUnit].sort()).toEqual(
        [
          ...units.map((unit) => [names.get(unit), ...money(projects.filter((one) => one.unit === unit))]),
          ['合计', ...money(projects)],
        ].sort(),
      );
      const cells = rows(text, '各单位各年份的财政资金和社会资金');
      expect([...cells].sort()).toEqual(
        units
          .map((unit) => [
            names.get(unit),
            ...years.flatMap((year) => {
              const own = tally(having(projects, '年份', year).filter((one) => one.unit === unit));
              return own.count === 0 ? ['', ''] : [wan(own.fiscal), wan(own.social)];
            }),
          ])
          .sort(),
      );
      compareCharts(text);
    });

    it('of the time that every step took are those of the records', () => {
      const again = [...countStays(root)].map(([step, { count, median, longest }]) =>
        [step, count, median, longest].map(String),
      );
      expect([...rows(page('statistics'), '各步办理用时')].sort()).toEqual(again.sort());
    });

    it('of what waits are as many rows as the first page and the headings say', () => {
      const queue = page('queue');
      const tables = queue.match(/<h2>等[^<]*办（(\d+) 件）<\/h2>\s*<table[\s\S]*?<\/table>/g) ?? [];
      expect(tables.length).toBeGreaterThan(0);
      const listed = tables.map((table) => rowsOf(table, 'body').length);
      expect(listed).toEqual(tables.map((table) => Number(/（(\d+) 件）/.exec(table)?.[1])));
      expect(page('')).toContain(`共 ${listed.reduce((sum, one) => sum + one, 0)} 件`);
    });

    it('of what was not built twice are those of the files, year by year', () => {
      const [head, ...body] = rows(page('statistics'), '各年避免重复和复用的情况', 'all');
      expect(body).toHaveLength(years.length);
      const all = readProjects(root);
      const keys = ['duplicates', 'reused', 'retired', 'cut', 'notBuilt', 'leftOver', 'savedYearly'];
      expect(head).toHaveLength(keys.length + 1);
      for (const [year = '', ...cells] of body) {
        const again = recount(root, all, Number.parseInt(year, 10), today);
        const figures = keys.map((key) => again.get(key)?.figure ?? 0).sort();
        expect(cells.map(plainNumber).sort(), year).toEqual(figures);
      }
    });

    it('of who shares what name as many projects as they count', () => {
      const text = page('statistics');
      const [, things, most, users, own] =
        /有 (\d+) 样.*?用得最多的是(.+?)，(\d+) 个项目在用.*?其中 (\d+) 样由登记的项目提供/.exec(
          plain(text),
        ) ?? [];
      const table = rowsOf(tableOf(text, '谁在共享什么'), 'body');
      expect(table).toHaveLength(Number(things));
      const links = (row: string): number => (row.match(/href="[^"]*\/projects\/[^"]+"/g) ?? []).length;
      const first = table.find((row) => cellsOf(row)[0] === most) ?? '';
      expect(links(first)).toBe(Number(users));
      const linked = readProjects(root).filter(({ events }) =>
        events.some(({ 事项 }) => 事项 === '总平台对接'),
      );
      expect(links(table.find((row) => cellsOf(row)[0] === '总平台') ?? '')).toBe(linked.length);
      expect(table.filter((row) => cellsOf(row)[2] !== '上级或公共平台')).toHaveLength(Number(own));
    });

    it('under every list, and the number beside every facet, are those of the files', () => {
      const catalogue = page('projects');
      expect(sumOf(catalogue)).toBe(sumSentence(listed));
      expect(catalogue).toContain(`共 ${listed.length} 条`);
      const links = [
        ...catalogue.matchAll(
          /href="([^"]*\/projects\/by\/[^"]+)" data-facet="([^"]+)" data-value="([^"]+)">.*?num">(\d+)</g,
        ),
      ];
      const known = new Set(Object.keys(projects[0]?.values ?? {}).concat('地区'));
      const compared = new Set<string>();
      for (const [, path = '', facet = '', value = '', count] of links) {
        if (!known.has(facet)) continue;
        const own = having(facet === '类型' ? lines : listed, facet, value);
        expect(count, `${facet} ${value}`).toBe(String(own.length));
        const list = page(path.slice(path.indexOf('/projects/')));
        expect(list, path).toContain(`共 ${own.length} 条`);
        expect(sumOf(list), path).toBe(sumSentence(own));
        compared.add(facet);
      }
      expect([...known].filter((facet) => !compared.has(facet))).toEqual([]);
    });

    it('of every unit are those of the files', () => {
      const overview = plain(page('units'));
      expect(overview).toContain(`其中 ${units.length} 个有登记项目`);
      for (const unit of units) {
        const own = projects.filter((one) => one.unit === unit);
        const { count, total, fiscal, social } = tally(own);
        const text = page(`units/${unit}`);
        expect(text, unit).toContain(`${count} 个（`);
        expect(text, unit).toContain(
          `${wan(total)} 万元（财政资金 ${wan(fiscal)} 万元，社会资金和自筹 ${wan(social)} 万元）`,
        );
        const row = rowsOf(page('units'), 'body').find((one) => one.includes(`/units/${unit}/`)) ?? '';
        const said = (amount: number): string => (amount === 0 ? '' : wan(amount));
        expect(cellsOf(row).slice(1), unit).toEqual([String(count), '', said(fiscal), said(social)]);
      }
    });

    it('of every year are those of the files, for the district and for each unit', () => {
      const all = readProjects(root);
      for (const year of years) {
        const compare = (path: string, own: typeof all): void => {
          const shown = new Map(
            rowsOf(page(path), 'body')
              .filter((row) => row.includes('data-label="数字"'))
              .map((row) => [cellsOf(row)[0] ?? '', cellsOf(row)[1] ?? '']),
          );
          const json = JSON.parse(readFileSync(join(site, 'data', `evaluation-${year}.json`), 'utf8'));
          for (const [key, { figure }] of recount(root, own, Number(year), today)) {
            if (key === 'grades') continue;
            const { label } = json.district.figures.find((one: { key: string }) => one.key === key);
            const said = shown.get(label) ?? '';
            const expected =
              figure === null ? null : said.includes('%') ? Math.round(figure * 1000) / 10 : figure;
            if (expected === null) expect(said, `${path} ${label}`).toMatch(/^—/);
            else expect(plainNumber(said), `${path} ${label}`).toBeCloseTo(expected, 2);
          }
        };
        compare(`evaluation/${year}`, all);
        for (const unit of units) {
          const led = all.filter((one) => one.unit === unit && projects.find(({ id }) => id === one.id)?.led);
          if (led.some(({ head }) => String(head.填报日期).slice(0, 4) <= year))
            compare(`evaluation/${year}/${unit}`, led);
        }
      }
    });

    it('of public money are those of the records', () => {
      const table = rows(page('finance'), '已批准的财政项目');
      const all = new Map(readProjects(root).map((project) => [project.events[0]?.登记号, project]));
      expect(table.length).toBeGreaterThan(0);
      for (const [name, number, , , first, , granted, paid, rest] of table) {
        const events = all.get(number)?.events ?? [];
        const sum = (items: typeof events): number =>
          items.reduce((total, { 金额 = '0' }) => total + Number(金额) * 10_000, 0);
        const given = sum(events.filter(({ 事项 }) => 事项 === '资金下达'));
        const grant = sum([events.findLast(({ 事项 }) => 事项 === '立项') ?? {}]);
        const asked = (events[0]?.受理内容 as unknown as Record<string, string> | undefined)?.总投资;
        expect([first, granted, paid], name).toEqual([wan(Number(asked) * 10_000), wan(grant), wan(given)]);
        expect(plainNumber(rest ?? ''), name).toBeCloseTo((grant - given) / 10_000, 2);
      }
    });

    it('of the open data are those of the files, in every format', () => {
      const open = (file: string): string => readFileSync(join(site, 'data', file), 'utf8');
      const { total, fiscal } = tally(projects);
      const json = JSON.parse(open('projects.json')).项目 as Record<string, number>[];
      const sum = (key: string): number => json.reduce((all, one) => all + (one[key] ?? 0) * 10_000, 0);
      expect(json).toHaveLength(projects.length);
      expect(Math.round(sum('资金预算（万元）'))).toBe(total);
      expect(Math.round(sum('其中财政资金（万元）'))).toBe(fiscal);
      const oc4ids = JSON.parse(open('oc4ids.json')).projects as {
        budget?: { amount: { amount: number } };
      }[];
      expect(oc4ids.reduce((all, { budget }) => all + (budget?.amount.amount ?? 0), 0)).toBe(total);
      const bulk = open('bulk.ndjson').trim().split('\n');
      expect(bulk).toHaveLength(2 * lines.length);
      const csv = open('projects.csv');
      for (const { id, amount = 0 } of projects)
        expect(csv, id).toMatch(new RegExp(`^${id},.*,${amount / 10_000},`, 'm'));
    });

    it('of the workbook are those of the files, row by row and by unit', () => {
      const { Sheets } = read(readFileSync(join(site, 'data', 'projects.xlsx')));
      const sheet = (name: string) => utils.sheet_to_json<Record<string, number>>(Sheets[name] ?? {});
      const sums = (all: readonly Record<string, number>[], key: string): number =>
        Math.round(all.reduce((sum, one) => sum + (one[key] ?? 0) * 10_000, 0));
      const { total, fiscal, social } = tally(projects);
      const ledger = sheet('台账');
      expect(ledger).toHaveLength(projects.length);
      expect(sums(ledger, '资金预算（万元）')).toBe(total);
      expect(sums(ledger, '其中财政资金（万元）')).toBe(fiscal);
      const byUnit = sheet('按单位合计');
      const whole = byUnit.splice(-1);
      expect(byUnit).toHaveLength(units.length);
      for (const own of [byUnit, whole])
        expect([
          sums(own, '总投资（万元）'),
          sums(own, '财政资金（万元）'),
          sums(own, '社会资金和自筹（万元）'),
        ]).toEqual([total, fiscal, social]);
    });

    function compareCharts(text: string): void {
      const primary = projects.map((one) => ({
        ...one,
        values: { ...one.values, 项目类别: one.values.项目类别?.slice(0, 1) ?? [] },
      }));
      for (const facet of ['目前阶段', '项目类别']) {
        for (const [value = '', count, amount] of rows(text, facet)) {
          const own = tally(having(primary, facet, value));
          expect([count, amount], `${facet} ${value}`).toEqual([String(own.count), wan(own.total)]);
        }
      }
    }
  });
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, '');
const plainNumber = (text: string): number => Number.parseFloat(text.replaceAll(',', '') || '0') || 0;
const sumOf = (html: string): string => /<p class="quiet" id="sum"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '';

/** The table with this beginning of a caption. */
function tableOf(html: string, caption: string): string {
  const table = html
    .match(/<table[\s\S]*?<\/table>/g)
    ?.find((one) => plain(/<caption[^>]*>(.*?)<\/caption>/s.exec(one)?.[1] ?? '').startsWith(caption));
  if (table === undefined) throw new Error(`no table 「${caption}」`);
  return table;
}

function rowsOf(html: string, which: 'body' | 'all'): readonly string[] {
  const bare = which === 'body' ? html.replace(/<thead[\s\S]*?<\/thead>/g, '') : html;
  return bare.match(/<tr[\s\S]*?<\/tr>/g) ?? [];
}

function cellsOf(row: string): readonly string[] {
  return [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell).trim());
}

/** The cells of a table by its caption, without its head. */
function rows(html: string, caption: string, which: 'body' | 'all' = 'body'): readonly (readonly string[])[] {
  return rowsOf(tableOf(html, caption), which).map(cellsOf);
}
