import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type Account, accountsOn } from '../accounts/account.ts';
import { check } from '../check.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { writeCsv } from '../ledger/out/csv.ts';
import { writeWorkbook } from '../ledger/out/workbook.ts';
import { readBook } from '../ledger/read-book.ts';
import { understand } from '../ledger/understand.ts';
import { ledgerSheet } from './columns.ts';
import { compareReturned, type Returned } from './returned.ts';

const TODAY = '2026-11-27';
const read = check(readRegistryFiles('registry'), { today: TODAY, similarity: { compare: '不查' } });
const [first, ...others] = accountsOn(read, TODAY);
if (!first) throw new Error('the demonstration has projects');
/** One of them waits to be received: its money is still the unit's to say. */
const open: Account = { ...first, life: { ...first.life, number: undefined } };
const accounts: readonly Account[] = [open, ...others];
const back = (bytes: Uint8Array, name: string): Returned =>
  compareReturned(understand(readBook(bytes, name)).exported, accounts);

/** The export as an office opens, changes and saves it, under a heading of its own. */
async function changed(change: (rows: Record<string, unknown>[]) => void): Promise<Returned> {
  const book = XLSX.read(await writeWorkbook([ledgerSheet(accounts)]));
  const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets.台账 ?? {}, { defval: '' });
  change(rows);
  const sheet = XLSX.utils.aoa_to_sheet([['2026年底核对稿']]);
  XLSX.utils.sheet_add_json(sheet, rows, { origin: 'A2' });
  const again = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(again, sheet, '核对');
  return back(
    new Uint8Array(XLSX.write(again, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    '核对.xls',
  );
}

const told = ({ cells }: Returned) => cells.map(({ title, after, label, why }) => [title, after, label, why]);

describe('an export that comes back', () => {
  it('says the same as .xlsx and as .csv when nobody changed it', async () => {
    expect(accounts.length).toBeGreaterThan(20);
    const same = { known: accounts.length, cells: [], strangers: [] };
    expect(back(await writeWorkbook([ledgerSheet(accounts)]), '台账.xlsx')).toEqual(same);
    expect(back(new TextEncoder().encode(writeCsv(ledgerSheet(accounts))), '台账.csv')).toEqual(same);
  });

  it('takes the apostrophe off that keeps a cell of text from being calculated', () => {
    const odd: Account = { ...open, name: '-12℃冷链监管平台' };
    const csv = writeCsv(ledgerSheet([odd]));
    expect(csv).toContain("'-12℃冷链监管平台");
    const { exported } = understand(readBook(new TextEncoder().encode(csv), '台账.csv'));
    expect(compareReturned(exported, [odd]).cells).toEqual([]);
  });

  it('tells the cells that were changed and no other, also days that a spreadsheet wrote its own way', async () => {
    const returned = await changed((rows) => {
      const [row] = rows;
      const built = rows.find(({ 已建成日期: day }) => day !== '');
      if (!row || !built) throw new Error('the demonstration has a project that is built');
      row.项目名称 = '改过的名称';
      row['资金预算（万元）'] = '７７.5万元';
      row.建设内容 = '接入视频、工单和热线三类事件。';
      built.已建成日期 = String(built.已建成日期).replaceAll('-', '/');
    });
    expect(told(returned)).toEqual([
      ['项目名称', '改过的名称', '项目名称', undefined],
      ['资金预算（万元）', '77.5', '资金预算', undefined],
      ['建设内容', '接入视频、工单和热线三类事件。', '建设内容', undefined],
    ]);
  });

  it('takes lists back: what changed in them, and every other item as it is filed', async () => {
    const filing = {
      ...open.entry.filing,
      categories: ['便民服务类', '社会治理类'],
      functions: [{ name: '上门、电话回访', note: '每周一次' }, { name: '异常预警' }],
      sources: [
        { source: '区级财政', amount: 200_000_000, note: '第一批' },
        { source: '区级财政', amount: 50_000_000, note: '第二批' },
      ],
    } as Account['entry']['filing'];
    const one: Account = { ...open, entry: { ...open.entry, filing } };
    const csv = writeCsv(ledgerSheet([one]));
    const of = (from: string, to: string): Returned => {
      expect(csv).toContain(from);
      const { exported } = understand(readBook(new TextEncoder().encode(csv.replace(from, to)), '台账.csv'));
      return compareReturned(exported, [one]);
    };
    expect(of('便民服务类', '便民服务类').cells).toEqual([]);
    expect(of('便民服务类、社会治理类', '社会治理类，便民服务类、公共服务类').cells).toMatchObject([
      { label: '项目类别', value: ['社会治理类', '便民服务类', '公共服务类'] },
    ]);
    expect(of('上门、电话回访、异常预警', '异常预警、上门、电话回访、自动派单').cells).toMatchObject([
      {
        label: '功能清单',
        after: '异常预警、上门、电话回访、自动派单',
        value: [{ 名称: '异常预警' }, { 名称: '上门、电话回访', 说明: '每周一次' }, { 名称: '自动派单' }],
      },
    ]);
    expect(of('区级财政 200；区级财政 50', '区级财政 180万元；区级财政 50；市级补助 20').cells).toMatchObject(
      [
        {
          label: '资金来源',
          value: [
            { 来源: '区级财政', 金额: '180', 说明: '第一批' },
            { 来源: '区级财政', 金额: '50', 说明: '第二批' },
            { 来源: '市级补助', 金额: '20' },
          ],
        },
      ],
    );
    expect(of('便民服务类、', '便民类、').cells).toMatchObject([
      { why: expect.stringContaining('附件 1 的类别') },
    ]);
    expect(of('区级财政 50', '区级财政').cells).toMatchObject([
      { why: expect.stringContaining('之间用分号') },
    ]);
  });

  it('refuses what the records decide, what is cleared, what cannot be read, and personal data', async () => {
    const returned = await changed((rows) => {
      const [a, b, c, d, e] = rows.filter((row) => row.登记号 !== '');
      if (!a || !b || !c || !d || !e) throw new Error('the demonstration has five received projects');
      a.办理状态 = '验收通过了';
      b.项目预期效果 = '';
      c.建设阶段 = '快好了';
      d.建设内容 = '有事打 13800001111。';
      e['资金预算（万元）'] = 1;
      rows.push({ 登记库编号: 'nobody/nothing-k7m2', 项目名称: '别处的' });
    });
    expect(returned.cells.map(({ label }) => label)).toEqual(returned.cells.map(() => undefined));
    expect(returned.cells.map(({ title, why }) => `${title}：${why?.slice(0, 6)}`)).toEqual([
      '办理状态：这一栏由办理',
      '项目预期效果：清空的格子不',
      '建设阶段：读不出来，从',
      '建设内容：里面有个人信',
      '资金预算（万元）：已经受理的项',
    ]);
    expect(JSON.stringify(returned.cells)).not.toContain('13800001111');
    expect(returned.strangers.map(({ id }) => id)).toEqual(['nobody/nothing-k7m2']);
  });
});
