import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

/**
 * A year counted again straight from the files, with nothing of the program: a second hand that must come to the same
 * figures. It knows only what the demonstration has in it (no 更正, no change of route) and says so by failing.
 */
type Raw = Readonly<Record<string, string>>;
interface Project {
  readonly id: string;
  readonly unit: string;
  readonly head: Readonly<Record<string, unknown>>;
  readonly events: readonly Raw[];
}

const PUBLIC = ['区级财政', '市级补助', '省级补助', '国家补助', '专项债'];
const read = (file: string): unknown => load(file, { schema: FAILSAFE_SCHEMA });

/** Every filing of a registry folder with its records, in the order of days. */
export function readProjects(root: string): readonly Project[] {
  return readdirSync(join(root, 'projects'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^/]+\/[^/]+\.md$/.test(name))
    .sort()
    .map((name) => {
      const id = name.replace(/\.md$/, '');
      const whole = readFileSync(join(root, 'projects', name), 'utf8');
      const text = /^---\n([\s\S]*?\n)---$/m.exec(whole)?.[1] ?? '';
      let events: readonly Raw[] = [];
      try {
        events = read(readFileSync(join(root, 'records', `${id}.yaml`), 'utf8')) as readonly Raw[];
      } catch {
        // Nothing recorded yet.
      }
      const inOrder = [...events].sort((a, b) => ((a.日期 ?? '') < (b.日期 ?? '') ? -1 : 1));
      if (events.some(({ 事项 }) => 事项 === '更正' || 事项 === '移交'))
        throw new Error(`${id}: not foreseen here`);
      return { id, unit: id.split('/')[0] ?? '', head: read(text) as Project['head'], events: inOrder };
    });
}

interface Row {
  readonly figure: number | null;
  readonly ids: readonly string[];
}

/** Days off and days worked in exchange, as office.yaml lists them. */
export function calendar(root: string): (from: string, to: string) => number {
  const office = read(readFileSync(join(root, 'office.yaml'), 'utf8')) as { readonly 节假日: readonly Raw[] };
  const listed = (text = ''): Set<string> => {
    const days = new Set<string>();
    for (const part of text.split('、').filter(Boolean)) {
      const [first = '', last = first] = part.split('至');
      for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
        days.add(new Date(at).toISOString().slice(0, 10));
    }
    return days;
  };
  const off = listed(office.节假日.map(({ 放假 }) => 放假).join('、'));
  const on = listed(office.节假日.flatMap(({ 上班 = '' }) => (上班 === '' ? [] : [上班])).join('、'));
  return (from, to) => {
    let count = 0;
    for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000) {
      const date = new Date(at);
      const day = date.toISOString().slice(0, 10);
      const weekday = date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
      if (on.has(day) || (weekday && !off.has(day))) count++;
    }
    return count;
  };
}

/** The figures of a year by key: the number, and the ids behind it. */
export function recount(
  root: string,
  projects: readonly Project[],
  year: number,
  today: string,
): Map<string, Row> {
  const to = `${year}-12-31` < today ? `${year}-12-31` : today;
  const from = `${year}-01-01`;
  const workdays = calendar(root);
  const inYear = (day: string | undefined): boolean => day !== undefined && day >= from && day <= to;
  const all = projects
    .filter(({ head }) => text(head, '填报日期') <= to)
    .map((project) => ({ ...project, past: project.events.filter(({ 日期 = '' }) => 日期 <= to) }));
  type One = (typeof all)[number];
  const find = ({ past }: One, name: string, verdict?: string): Raw | undefined =>
    past.find(({ 事项, 结论 }) => 事项 === name && (verdict === undefined || 结论 === verdict));
  const isCounted = (one: One): boolean =>
    find(one, '受理') !== undefined && !find(one, '撤回') && !find(one, '不予受理');
  const isEnded = (one: One): boolean => find(one, '停用') !== undefined || find(one, '并入') !== undefined;
  const lead = ({ head }: One): string => part(head, '牵头主体', '类型');
  const isUnit = (one: One): boolean => ['区直单位', '街道办事处', '园区管委会'].includes(lead(one));
  const sources = ({ head }: One): readonly Raw[] => (head.资金来源 ?? []) as readonly Raw[];
  const isFiscal = (one: One): boolean =>
    sources(one).some(({ 来源 = '', 金额 = '0' }) => PUBLIC.includes(来源) && Number(金额) > 0) ||
    ['是', 'true'].includes(text(one.head, '以后需财政付费')) ||
    ['国家', '省', '市'].some((level) => Number(part(one.head, '申请补助资金', level) || 0) > 0);
  const needsApproval = (one: One): boolean =>
    text(one.head, '建设阶段') === '新建' && (isUnit(one) || isFiscal(one));
  const bound = (one: One): boolean => isCounted(one) && !isEnded(one) && !needsApproval(one);
  const approved = (one: One): Raw | undefined =>
    needsApproval(one) ? find(one, '专家论证', '通过') : undefined;
  const counted = all.filter(isCounted);
  // What was approved at first: the 总投资 that the records say was received by then, else what the file says.
  const budget = (one: One): number => {
    const first = approved(one)?.日期 ?? '';
    const written = one.past
      .filter(({ 日期 = '', 重新审核 }) => 日期 <= first && 重新审核 !== '是')
      .flatMap(({ 受理内容 }) => (受理内容 as unknown as Raw | undefined)?.总投资 ?? []);
    return Number(written.at(-1) ?? text(one.head, '资金预算'));
  };
  const fiscalApproved = counted.filter((one) => isFiscal(one) && approved(one));
  const paid = (one: One): number =>
    sum(one.past.filter(({ 事项 }) => 事项 === '资金下达').map(({ 金额 }) => Number(金额)));
  const rows = new Map<string, Row>();
  const put = (key: string, figure: number | null, ones: readonly One[]): unknown =>
    rows.set(key, { figure, ids: ones.map(({ id }) => id) });
  const count = (key: string, ones: readonly One[]): unknown => put(key, ones.length, ones);
  const share = (key: string, whole: readonly One[], yes: (one: One) => boolean): unknown => {
    const part = whole.filter(yes);
    return put(key, whole.length === 0 ? null : part.length / whole.length, part);
  };

  count('registered', counted);
  const received = all.filter((one) => inYear(find(one, '受理')?.日期));
  count('received', received);
  put(
    'receiptDays',
    middle(received.map((one) => workdays(text(one.head, '填报日期'), find(one, '受理')?.日期 ?? ''))),
    received,
  );
  count(
    'approved',
    all.filter((one) => inYear(approved(one)?.日期)),
  );
  const due = counted.filter((one) => text(one.head, '建设阶段') !== '已建成' && inYear(planned(one.head)));
  share('onTime', due, (one) => (find(one, '完工')?.日期 ?? '9') <= planned(one.head));
  const settledOn = (one: One): string | undefined => {
    const waived = one.past.find(({ 免予验收 }) => 免予验收 === '是');
    return (find(one, '专家验收', '通过') ?? waived)?.日期;
  };
  const waiting = all.filter(
    (one) => needsApproval(one) && find(one, '完工') && !((settledOn(one) ?? '9') < from),
  );
  share('accepted', waiting, (one) => settledOn(one) !== undefined);
  share(
    'acceptedFirst',
    all.filter((one) => inYear(find(one, '专家验收')?.日期)),
    (one) => find(one, '专家验收')?.结论 === '通过',
  );
  share('linked', all.filter(bound), (one) => find(one, '总平台对接') !== undefined);
  share('pooled', all.filter(bound), (one) => find(one, '数据归集') !== undefined);
  put('ceiling', sum(fiscalApproved.map(budget)), fiscalApproved);
  const payers = all.filter(({ past }) => past.some(({ 事项, 日期 }) => 事项 === '资金下达' && inYear(日期)));
  const payments = payers.flatMap(({ past }) =>
    past.filter(({ 事项, 日期 }) => 事项 === '资金下达' && inYear(日期)),
  );
  put('paidInYear', sum(payments.map(({ 金额 }) => Number(金额))), payers);
  const ceiling = sum(fiscalApproved.map(budget));
  put('execution', ceiling === 0 ? null : sum(fiscalApproved.map(paid)) / ceiling, fiscalApproved);
  count(
    'duplicates',
    all.filter(({ past }) =>
      past.some(({ 事项, 结论, 日期 }) => 事项 === '查重认定' && 结论 !== '不重复' && inYear(日期)),
    ),
  );
  const reuses = ({ head }: One): boolean =>
    ((head.查重说明 ?? []) as readonly Raw[]).some(({ 结论 }) => 结论 !== '差异说明');
  count(
    'reused',
    all.filter((one) => (inYear(find(one, '受理')?.日期) && reuses(one)) || inYear(find(one, '并入')?.日期)),
  );
  count(
    'retired',
    all.filter((one) => inYear((find(one, '停用') ?? find(one, '并入'))?.日期)),
  );
  const built = (one: One): boolean =>
    !isEnded(one) &&
    ((text(one.head, '建设阶段') === '已建成' && !needsApproval(one)) || find(one, '完工') !== undefined);
  share('confirmed', counted.filter(built), ({ events }) =>
    events.some(({ 事项, 年度 }) => 事项 === '年度确认' && 年度 === String(year)),
  );
  const evaluation = ({ events }: One): Raw | undefined =>
    events.find(({ 事项, 年度 }) => 事项 === '年度评价' && 年度 === String(year));
  count('grades', all.filter(evaluation));
  share(
    'fundsReviewed',
    all.filter((one) => evaluation(one) && isFiscal(one)),
    (one) => evaluation(one)?.资金使用评估 !== undefined,
  );
  share(
    'financeOpinion',
    all.filter((one) => evaluation(one) && isFiscal(one)),
    (one) => evaluation(one)?.财政部门意见 !== undefined,
  );
  const on = (one: One, name: string, verdict?: string): string => find(one, name, verdict)?.日期 ?? '';
  const gaps = all.flatMap((one) =>
    one.past.flatMap((event, at) => {
      if (event.结论 !== '已补齐' || !inYear(event.日期)) return [];
      const asked = one.past.slice(0, at).findLast(({ 结论 }) => 结论 === '要求补正' || 结论 === '退回补正');
      return [{ one, days: workdays(asked?.日期 ?? '', event.日期 ?? '') }];
    }),
  );
  const gapOnes = gaps.map(({ one }) => one);
  put('correctionDays', middle(gaps.map(({ days }) => days)), gapOnes);
  const refused = ({ 事项, 结论, 日期 }: Raw): boolean =>
    (事项 === '审核' || 事项 === '专家论证') && 结论 === '不通过' && inYear(日期);
  count(
    'refused',
    all.filter(({ past }) => past.some(refused)),
  );
  const started = (one: One): string =>
    on(one, '开工') || (needsApproval(one) ? '' : part(one.head, '建设期限', '起'));
  const unapproved = (one: One): boolean => {
    const day = started(one);
    if (!inYear(day)) return false;
    if (needsApproval(one)) return !(on(one, '专家论证', '通过') && on(one, '专家论证', '通过') <= day);
    return isFiscal(one) && day > '2021-04-29' && !JSON.stringify(one.head.附件 ?? '').includes('论证意见');
  };
  count('unapproved', all.filter(unapproved));
  const early = (one: One): boolean =>
    needsApproval(one) &&
    one.past.some(
      ({ 事项, 日期 = '' }) =>
        (事项 === '立项' || 事项 === '资金下达') &&
        inYear(日期) &&
        !(on(one, '专家论证', '通过') && on(one, '专家论证', '通过') <= 日期),
    );
  count('paidUnapproved', all.filter(early));
  const spent = (one: One): number =>
    Number(find(one, '专家验收', '通过')?.金额 ?? find(one, '完工')?.金额 ?? 0);
  const measured = fiscalApproved.filter((one) => spent(one) > 0 && inYear(on(one, '专家验收', '通过')));
  const measuredOf = sum(measured.map(budget));
  put('actual', measuredOf === 0 ? null : sum(measured.map(spent)) / measuredOf, measured);
  count(
    'grown',
    fiscalApproved.filter((one) => Math.max(paid(one), spent(one)) > budget(one)),
  );
  const askedFor = (one: One): number =>
    Number((find(one, '受理')?.受理内容 as unknown as Raw | undefined)?.总投资 ?? 0);
  const cut = (one: One): number => askedFor(one) - budget(one);
  const cuts = all.filter((one) => inYear(approved(one)?.日期) && cut(one) > 0);
  put('cut', sum(cuts.map(cut)), cuts);
  const doubled = all.filter(
    (one) =>
      one.past.some(({ 事项, 结论 }) => 事项 === '查重认定' && 结论 !== '不重复') &&
      !find(one, '开工') &&
      !built(one),
  );
  const dropped = doubled.filter(
    (one) => inYear(on(one, '撤回') || on(one, '并入')) || one.past.some(refused),
  );
  put('notBuilt', sum(dropped.map(budget)), dropped);
  const over = (one: One): number => Number(find(one, '立项')?.金额 ?? budget(one)) - spent(one);
  const leftOver = measured.filter((one) => over(one) > 0);
  put('leftOver', sum(leftOver.map(over)), leftOver);
  const yearly = (one: One): number => Number((find(one, '停用') ?? find(one, '并入'))?.每年节省 ?? 0);
  const saving = all.filter((one) => yearly(one) > 0 && inYear(on(one, '停用') || on(one, '并入')));
  put('savedYearly', sum(saving.map(yearly)), saving);
  const says = ({ events }: One): string | undefined =>
    events.find(({ 事项, 年度 }) => 事项 === '年度确认' && 年度 === String(year))?.结论;
  count(
    'idle',
    counted.filter((one) => built(one) && ['很少使用', '不再使用'].includes(says(one) ?? '')),
  );
  const owes = (one: One): boolean => {
    const later = (name: string, verdict?: string): string =>
      one.events.find((event) => event.事项 === name && (verdict === undefined || event.结论 === verdict))
        ?.日期 ?? '';
    const since = needsApproval(one) ? later('专家论证', '通过') : later('受理');
    const until = later('停用') || later('并入') || today;
    const isSubject = isFiscal(one) || text(one.head, '建设阶段') === '已建成' || later('完工') !== '';
    const isPrivate = !isUnit(one) && !isFiscal(one);
    const paused = one.events.findLast(({ 事项 }) => 事项 === '暂缓')?.结论 === '暂缓';
    const whole = Number(since.slice(0, 4)) < year && year < Number(until.slice(0, 4));
    return since !== '' && whole && isSubject && !isPrivate && !paused;
  };
  share(
    'evaluated',
    all.filter((one) => owes(one) || evaluation(one)),
    (one) => evaluation(one) !== undefined,
  );
  put('coverage', null, []);
  return rows;
}

function text(head: object, label: string): string {
  return String((head as Record<string, unknown>)[label] ?? '');
}

function part(head: object, label: string, inner: string): string {
  return String(((head as Record<string, unknown>)[label] as Raw | undefined)?.[inner] ?? '');
}

function planned(head: object): string {
  return part(head, '建设期限', '止') || text(head, '预计建成日期');
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
