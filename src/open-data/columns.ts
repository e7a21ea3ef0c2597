import type { Account } from '../accounts/account.ts';
import { stepsThatHold } from '../accounts/account.ts';
import { DICTIONARY, type FieldKey } from '../form/fields.ts';
import { type Fen, wanPlain } from '../form/money.ts';
import { moneyColumn, numberColumn, type OutKind, type OutSheet, textColumn } from '../ledger/out/sheet.ts';
import { clauseTitle } from '../regulation/index.ts';

/** A column of the ledger that goes out. Its title is the key in JSON too. */
export interface LedgerColumn {
  readonly title: string;
  readonly kind: OutKind;
  readonly width: number;
  /** What it says, for the page that documents it. */
  readonly means: string;
  readonly of: (account: Account) => string | number | undefined;
  /** The field of the filing that it shows as it stands there, so that a ledger that comes back may change it. */
  readonly field?: FieldKey | undefined;
}

const label = (key: FieldKey): string => DICTIONARY.find((one) => one.key === key)?.label ?? key;
const wan = (amount: Fen | undefined): number | undefined =>
  amount === undefined ? undefined : Number(wanPlain(amount));
const words = (values: readonly string[] | undefined): string | undefined => values?.join('、');

const text = (
  title: string,
  width: number,
  means: string,
  of: LedgerColumn['of'],
  field?: FieldKey,
): LedgerColumn => ({ title, kind: 'text', width, means, of, field });
const money = (title: string, means: string, of: LedgerColumn['of'], field?: FieldKey): LedgerColumn => ({
  title: `${title}（万元）`,
  kind: 'money',
  width: 14,
  means,
  of,
  field,
});

/** THE columns of the 台账, in order; titles are the form's labels where the form has them. */
export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  text('登记库编号', 34, '项目的编号，也是它在网站上的地址：单位代码/文件名。', ({ id }) => id),
  text('登记号', 22, '办公室受理时给的号；还没有受理的空着。', ({ life }) => life.number),
  text(label('name'), 36, '项目名称。', ({ name }) => name, 'name'),
  text('牵头单位', 28, '牵头主体的名称。', ({ entry }) => entry.filing.lead?.name),
  text(
    '牵头主体类型',
    14,
    '区直单位、街道办事处、园区管委会、社会组织、个人。',
    ({ entry }) => entry.filing.lead?.type,
  ),
  text('填报单位', 28, '由哪个单位填报：牵头单位自己，或协调的主管部门、街道。', ({ unitName }) => unitName),
  text(label('form'), 10, '备案表、申请表、资料报送。', ({ entry }) => entry.filing.form),
  text(
    '依据条款',
    14,
    '按第六条哪一项办理，以受理内容为准。',
    ({ life }) => life.route && clauseTitle(life.route.clauseId),
  ),
  text(
    '目前阶段',
    10,
    '由办理记录算出：未开工、正在建设、已建成、已停用；没有受理的写为什么不计入。',
    ({ phase }) => phase,
  ),
  text('办理状态', 12, '由办理记录算出。', ({ life }) => life.state),
  text(label('stage'), 10, '填报那天的阶段。', ({ entry }) => entry.filing.stage, 'stage'),
  text(
    label('categories'),
    20,
    '第一个是主要类别。',
    ({ entry }) => words(entry.filing.categories),
    'categories',
  ),
  text(label('filedOn'), 12, '年-月-日。', ({ entry }) => entry.filing.filedOn),
  text('受理日期', 12, '年-月-日。', ({ life }) => life.facts.get('received') || undefined),
  text('批准日期', 12, '首次通过专家论证的日期；不须批准的空着。', ({ life }) => life.approvedOn),
  text('开工日期', 12, '建设期限的起。', ({ entry }) => entry.filing.period?.from),
  text(
    '计划完成日期',
    12,
    '建设期限的止，或预计建成日期。',
    ({ entry: { filing } }) => filing.period?.to ?? filing.expectedOn,
  ),
  text(
    label('completedOn'),
    12,
    '备案时已经建成的。',
    ({ entry }) => entry.filing.completedOn,
    'completedOn',
  ),
  text(
    '验收日期',
    12,
    '通过专家验收的日期。',
    ({ life }) => stepsThatHold(life).findLast(({ act }) => act === '验收通过')?.event.date,
  ),
  money(label('budget'), '总投资，以受理内容为准。', ({ budget }) => wan(budget), 'budget'),
  money('其中财政资金', '资金来源里的区、市、省、国家资金和专项债。', ({ publicBudget }) =>
    wan(publicBudget),
  ),
  money('其中社会资金和自筹', '总投资减去财政资金。', ({ budget, publicBudget }) =>
    budget === undefined || publicBudget === undefined ? undefined : wan(budget - publicBudget),
  ),
  text(
    label('sources'),
    40,
    '各项来源和金额。',
    ({ entry }) =>
      entry.filing.sources?.map(({ source, amount }) => `${source} ${wanPlain(amount)}`).join('；'),
    'sources',
  ),
  text('金额待核实', 10, '核对时对总投资有疑问的写「是」，没有计入合计。', ({ doubtful }) =>
    doubtful ? '是' : undefined,
  ),
  money('首次批准', '首次论证通过的总投资。', ({ life }) => wan(life.approvals[0]?.amount)),
  money('立项', '现行立项批复的金额。', ({ life }) => wan(life.money.projects.at(-1)?.amount)),
  money('累计下达', '资金下达合计。', ({ life }) =>
    life.money.payments.length === 0 ? undefined : wan(life.money.paid),
  ),
  money('实际投资', '验收或完工时记的实际投资；备案的写实际完成投资。', ({ life, entry }) =>
    wan(life.money.actual ?? entry.filing.actual),
  ),
  text(label('platform'), 12, '由办公室核实的为准。', ({ life }) => life.integration.platform),
  text(label('dataPooling'), 12, '由办公室核实的为准。', ({ life }) => life.integration.data),
  text(label('protection'), 10, '等保级别。', ({ entry }) => entry.filing.protection, 'protection'),
  text(
    label('functions'),
    40,
    '各项功能的名称。',
    ({ entry }) => words(entry.filing.functions?.map(({ name }) => name)),
    'functions',
  ),
  text(label('effect'), 50, '项目预期效果。', ({ entry }) => entry.filing.effect, 'effect'),
  text('建设内容', 60, '正文里的建设内容。', ({ entry }) => entry.filing.content, 'content'),
  text(
    label('predecessor'),
    30,
    '前一期项目的编号。',
    ({ entry }) => entry.filing.predecessor,
    'predecessor',
  ),
  text(label('demo'), 8, '演示项目写「是」，不是真实项目。', ({ demo }) => (demo ? '是' : undefined)),
];

/** The 台账 as a sheet. */
export function ledgerSheet(accounts: readonly Account[], name = '台账'): OutSheet {
  return {
    name,
    columns: LEDGER_COLUMNS.map(({ title, kind, width }) => ({ title, kind, width })),
    rows: accounts.map((account) => LEDGER_COLUMNS.map(({ of }) => of(account))),
  };
}

/** Totals by unit of what is registered, public money and other money apart; amounts in doubt are left out. */
export function totalsSheet(accounts: readonly Account[]): OutSheet {
  const counted = accounts.filter((account) => account.counted);
  const groups = [...Map.groupBy(counted, ({ unitName }) => unitName)];
  const row = (title: string, all: readonly Account[]): OutSheet['rows'][number] => {
    const sure = all.filter(({ doubtful }) => !doubtful);
    const total = (of: (one: Account) => Fen | undefined) =>
      wan(sure.reduce((sum, one) => sum + (of(one) ?? 0), 0));
    const social = (one: Account) => (one.budget ?? 0) - (one.publicBudget ?? one.budget ?? 0);
    return [
      title,
      all.length,
      total(({ budget }) => budget),
      total(({ publicBudget }) => publicBudget),
      total(social),
      all.length - sure.length,
    ];
  };
  return {
    name: '按单位合计',
    columns: [
      textColumn('填报单位', 30),
      numberColumn('已受理项目'),
      moneyColumn('总投资（万元）'),
      moneyColumn('财政资金（万元）'),
      moneyColumn('社会资金和自筹（万元）', 18),
      numberColumn('金额待核实', 12),
    ],
    rows: [...groups.map(([unit, all]) => row(unit, all)), row('合计', counted)],
  };
}
