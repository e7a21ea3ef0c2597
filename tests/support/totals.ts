import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { readProjects } from './recount.ts';

/**
 * The public totals counted again straight from the files, with nothing of the program but a reader of YAML. It knows
 * what the demonstration has in it, and no more.
 */
type Raw = Readonly<Record<string, string>>;
type Head = Readonly<Record<string, unknown>>;

/** One line of the catalogue as totals see it; money in 元. */
export interface Line {
  readonly id: string;
  readonly kind: '登记项目' | '参考项目' | '只有名称的参考';
  readonly unit: string;
  readonly counted: boolean;
  readonly led: boolean;
  readonly amount: number | undefined;
  readonly fiscal: number | undefined;
  /** Values by the name of the facet. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Money of some lines; only those that count. */
export interface Tally {
  readonly count: number;
  readonly total: number;
  readonly fiscal: number;
  readonly social: number;
}

const PUBLIC = ['区级财政', '市级补助', '省级补助', '国家补助', '专项债'];
const UNITS = ['区直单位', '街道办事处', '园区管委会'];
const BANDS = [
  ['不到 50 万元', 50],
  ['50 万至 100 万元', 100],
  ['100 万至 300 万元', 300],
  ['300 万至 1000 万元', 1000],
  ['1000 万元以上', Number.POSITIVE_INFINITY],
] as const;

/** Every project and every reference of a registry folder. */
export function readLines(root: string): readonly Line[] {
  const names = unitNames(root);
  const projects = readProjects(root).map(({ id, unit, head, events }): Line => {
    const has = (name: string, verdict?: string): boolean =>
      events.some(({ 事项, 结论 }) => 事项 === name && (verdict === undefined || 结论 === verdict));
    const counted = has('受理') && !has('撤回') && !has('不予受理');
    const lead = ((head.牵头主体 ?? {}) as Raw).类型 ?? '';
    const amount = yuan(receivedBudget(events) ?? head.资金预算);
    const sources = list(head.资金来源) as readonly Raw[];
    const isPublic = sources.filter(({ 来源 = '' }) => PUBLIC.includes(来源));
    const paid = isPublic.reduce((sum, { 金额 = '0' }) => sum + (yuan(金额) ?? 0), 0);
    const stage = String(head.建设阶段);
    const isFiscal = paid > 0 || ['是', 'true'].includes(String(head.以后需财政付费));
    const approves = stage === '新建' && (UNITS.includes(lead) || isFiscal);
    const built = (stage === '已建成' && !approves) || has('完工');
    const begun = has('开工') || stage === '正在建设';
    const phase = has('停用') || has('并入') ? '已停用' : built ? '已建成' : begun ? '正在建设' : '未开工';
    return {
      id,
      kind: '登记项目',
      unit,
      counted,
      led: UNITS.includes(lead),
      amount,
      fiscal: amount === undefined || sources.length === 0 ? undefined : Math.min(paid, amount),
      values: {
        类型: ['登记项目'],
        项目类别: list(head.项目类别) as readonly string[],
        目前阶段: [counted ? phase : '待受理'],
        填报时阶段: [stage],
        是否财政: [isFiscal ? '使用财政资金' : '不使用财政资金'],
        年份: [String(head.填报日期).slice(0, 4)],
        单位: [names.get(unit) ?? unit],
        资金来源: [...new Set(sources.map(({ 来源 = '' }) => 来源))],
        金额: bandOf(amount),
        新技术: list(head.新技术) as readonly string[],
      },
    };
  });
  return [...projects, ...readReferences(root)];
}

function readReferences(root: string): readonly Line[] {
  return readdirSync(join(root, 'references')).map((file): Line => {
    const [, text = '', body = ''] =
      /^---\n([\s\S]*?\n)---\n?([\s\S]*)$/.exec(readFileSync(join(root, 'references', file), 'utf8')) ?? [];
    const head = load(text, { schema: FAILSAFE_SCHEMA }) as Head;
    const says = body.replace(/^##.*$/gm, '').trim() !== '' || list(head.功能清单).length > 0;
    const kind = says ? '参考项目' : '只有名称的参考';
    const amount = yuan(head.金额);
    const year = head.年份 === undefined ? [] : [String(head.年份)];
    const [region] = String(head.地区 ?? '').split('/');
    return {
      id: `references/${file.replace(/\.md$/, '')}`,
      kind,
      unit: '',
      counted: false,
      led: false,
      amount,
      fiscal: undefined,
      values: { 类型: [kind], 年份: year, 金额: bandOf(amount), 地区: region ? [region] : [] },
    };
  });
}

/** 总投资 as the office has received it last; a change under review counts once it was approved. */
function receivedBudget(events: readonly Raw[]): string | undefined {
  let budget: string | undefined;
  let waiting: string | undefined;
  for (const event of events) {
    const said = (event.受理内容 as unknown as Raw | undefined)?.总投资;
    if (event.重新审核 === '是') waiting = said;
    else if (said !== undefined) budget = said;
    if (event.结论 === '不通过') waiting = undefined;
    if (event.事项 === '专家论证' && event.结论 === '通过') budget = waiting ?? budget;
  }
  return budget;
}

function unitNames(root: string): ReadonlyMap<string, string> {
  const units = load(readFileSync(join(root, 'units.yaml'), 'utf8'), { schema: FAILSAFE_SCHEMA }) as Readonly<
    Record<string, Raw>
  >;
  return new Map(Object.entries(units).map(([code, unit]) => [code, unit.名称 ?? code]));
}

function bandOf(amount: number | undefined): readonly string[] {
  const band = BANDS.find(([, below]) => amount !== undefined && amount < below * 10_000)?.[0];
  return band === undefined ? [] : [band];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const yuan = (wan: unknown): number | undefined =>
  wan === undefined || wan === '' ? undefined : Math.round(Number(wan) * 10_000);

/** The money of these lines. */
export function tally(lines: readonly Line[]): Tally {
  const counted = lines.filter((line) => line.counted);
  const total = counted.reduce((sum, { amount = 0 }) => sum + amount, 0);
  const fiscal = counted.reduce((sum, { fiscal: part = 0 }) => sum + part, 0);
  return { count: counted.length, total, fiscal, social: total - fiscal };
}

/** 8,652.25 of 86,522,500 元. */
export function wan(amount: number): string {
  return (amount / 10_000).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** The sentence under a list. */
export function sumSentence(lines: readonly Line[]): string {
  const words = (own: readonly Line[], what: string): string => {
    const { count, total, fiscal, social } = tally(own);
    if (count === 0) return '';
    return `${what} ${count} 个，总投资 ${wan(total)} 万元（财政资金 ${wan(fiscal)}，社会资金和自筹 ${wan(social)}）`;
  };
  const parts = [
    words(
      lines.filter(({ led }) => led),
      '单位牵头的登记项目',
    ),
    words(
      lines.filter(({ led }) => !led),
      '协调的社会项目',
    ),
  ].filter(Boolean);
  const apart = lines.filter(({ counted }) => !counted).length;
  if (parts.length === 0) return '';
  return `合计：${parts.join('；')}。${apart === 0 ? '' : `另有 ${apart} 个是参考项目或还没有受理，不计入。`}`;
}
