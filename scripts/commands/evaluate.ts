import { defineCommand } from 'citty';
import { evaluateYear } from '../../src/accounts/year/evaluate.ts';
import { evaluationSheets } from '../../src/accounts/year/sheets.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { say } from '../../src/io/say.ts';
import { writeWorkbook } from '../../src/ledger/out/workbook.ts';
import { evaluationJson, evaluationText } from '../../src/report/evaluation.ts';
import { oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { openRegistry, unitGiven } from './registry-input.ts';

const FIRST_YEAR = 2021;

const args = {
  root: ROOT,
  unit: { type: 'string', description: '只看一个单位，写单位代码或名称' },
  format: { type: 'string', description: '输出格式：pretty、json、xlsx', default: 'pretty' },
  out: { type: 'string', description: 'xlsx 写到哪个文件（默认 年度评价-年份.xlsx）' },
  today: { type: 'string', description: '按哪一天知道的情况算，例如 2026-03-05（默认今天）' },
} as const;

/** `evaluate <year>`: 第十条, the year of every unit and of the district, every figure with the projects behind it. */
export const evaluateCommand = defineCommand({
  meta: { name: 'evaluate', description: '年度评价（第十条）：各单位和全区一年的各项数字' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const asked = given.out?.endsWith('.xlsx') && given.format === 'pretty' ? 'xlsx' : given.format;
    const format = oneOf('format', asked, ['pretty', 'json', 'xlsx']);
    if (given.out !== undefined && format !== 'xlsx')
      stop('--out 只用来写 .xlsx，例如 --out 年度评价.xlsx。');
    const [written, ...more] = given._;
    if (more.length > 0) stop(`一次算一年，多写了「${more.join(' ')}」。`);
    const { result, today } = openRegistry(given.root, given.today);
    const year = yearGiven(written, Number(today.slice(0, 4)));
    const whole = evaluateYear(result, year);
    const code = given.unit === undefined ? undefined : unitGiven(result, given.unit).code;
    const evaluation =
      code === undefined ? whole : { ...whole, units: whole.units.filter((unit) => unit.code === code) };
    if (format === 'json') say(evaluationJson(evaluation), format);
    else if (format === 'pretty') say(evaluationText(evaluation));
    else await save(given.out ?? `年度评价-${year}.xlsx`, await writeWorkbook(evaluationSheets(evaluation)));
  },
});

function yearGiven(written: string | undefined, last: number): number {
  if (written === undefined) stop('没有写哪一年，例如 npm run -s registry -- evaluate 2025。');
  const year = /^\d{4}$/.test(written) ? Number(written) : 0;
  if (year < FIRST_YEAR || year > last)
    stop(`年份写 ${FIRST_YEAR} 到 ${last} 之间的四位数，不能是「${written}」。`);
  return year;
}

async function save(file: string, bytes: Uint8Array): Promise<void> {
  try {
    replaceFile(file, bytes);
  } catch (error) {
    stop(`写不进 ${file}：${diskReason(error)}`);
  }
  say(`已写入 ${file}。`);
}
