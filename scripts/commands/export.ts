import { defineCommand } from 'citty';
import { type Account, accountsOn } from '../../src/accounts/account.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { emit, say, warn } from '../../src/io/say.ts';
import { writeCsv } from '../../src/ledger/out/csv.ts';
import { writeWorkbook } from '../../src/ledger/out/workbook.ts';
import { type About, aboutData } from '../../src/open-data/about.ts';
import { bulkLines } from '../../src/open-data/bulk.ts';
import { ledgerSheet, totalsSheet } from '../../src/open-data/columns.ts';
import { catalogueJsonLd } from '../../src/open-data/dcat.ts';
import { ledgerJson } from '../../src/open-data/json.ts';
import { oc4idsPackage } from '../../src/open-data/oc4ids.ts';
import { MONEY_WORDS, type Selection, select } from '../../src/open-data/select.ts';
import type { ReadReference } from '../../src/registry/read-reference.ts';
import { oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { openRegistry, type Registry, unitGiven } from './registry-input.ts';

type Write = (
  accounts: readonly Account[],
  about: About,
  references: readonly ReadReference[],
) => string | Promise<Uint8Array>;

const FORMATS = {
  xlsx: (accounts) => writeWorkbook([ledgerSheet(accounts), totalsSheet(accounts)]),
  csv: (accounts) => writeCsv(ledgerSheet(accounts)),
  json: ledgerJson,
  jsonld: catalogueJsonLd,
  oc4ids: oc4idsPackage,
  bulk: (accounts, about, references) => bulkLines(accounts, references, about),
} as const satisfies Readonly<Record<string, Write>>;
type Format = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

const args = {
  root: ROOT,
  to: { type: 'string', description: `写成什么：${FORMAT_NAMES.join('、')}`, default: 'xlsx' },
  year: { type: 'string', description: '只要这一年填报的，例如 2026' },
  unit: { type: 'string', description: '只要这个单位填报的，写单位代码或名称' },
  source: { type: 'string', description: `只要用这种资金的：${MONEY_WORDS.join('、')}` },
  out: { type: 'string', description: '写到哪个文件；不写时 xlsx 写成「台账.xlsx」，其他格式直接显示' },
  site: { type: 'string', description: '网站地址，写进 jsonld 和 oc4ids 的编号里，例如 https://example.cn/' },
  today: { type: 'string', description: '按哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `export`: the 台账 out, whole or by year, unit and source of money. */
export const exportCommand = defineCommand({
  meta: { name: 'export', description: '导出台账：Excel、CSV、JSON、JSON-LD、OC4IDS、检索引擎批量导入' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    if (given._.length > 0) stop(`export 不带「${given._.join(' ')}」；写到文件用 --out。`);
    const format = oneOf('to', given.to, FORMAT_NAMES);
    const registry = openRegistry(given.root, given.today);
    const accounts = accountsOn(registry.result, registry.today);
    const chosen = select(accounts, selection(registry, given));
    const site = given.site ?? process.env.SITE;
    const about = aboutData(registry.result.office, registry.today, site || undefined);
    const content = await (FORMATS[format] as Write)(chosen, about, registry.result.references);
    const out = given.out ?? (format === 'xlsx' ? '台账.xlsx' : undefined);
    if (out === undefined) emit(content);
    else save(out, content, `${chosen.length} 个项目（登记库里共 ${accounts.length} 个）`);
    if (chosen.length === 0) warn('没有符合的项目，只写了表头。核对年份、单位和资金来源。');
  },
});

function selection(
  { result }: Registry,
  {
    year,
    unit,
    source,
  }: {
    readonly year?: string | undefined;
    readonly unit?: string | undefined;
    readonly source?: string | undefined;
  },
): Selection {
  if (year !== undefined && !/^\d{4}$/.test(year)) stop(`--year 写四位数的年份，不能是「${year}」。`);
  return {
    year: year === undefined ? undefined : Number(year),
    unit: unit === undefined ? undefined : unitGiven(result, unit).code,
    source: source === undefined ? undefined : oneOf('source', source, MONEY_WORDS),
  };
}

function save(file: string, content: string | Uint8Array, what: string): void {
  try {
    replaceFile(file, content);
  } catch (error) {
    stop(`写不进 ${file}：${diskReason(error)}`);
  }
  say(`已写入 ${file}：${what}。`);
}
