import { suggestDayOrMonth } from '../form/dates.ts';
import { fieldOf } from '../form/fields.ts';
import { parseWan, sameWan } from '../form/money.ts';
import { readTyped } from '../form/read-value.ts';
import type { LedgerFinding } from '../ledger/finding.ts';
import type { LedgerProject } from '../ledger/project.ts';
import { plainAmount } from '../ledger/reference-values.ts';
import type { NamesUnit } from '../registry/unit-names.ts';
import type { Unit } from '../registry/units.ts';
import type { Form, Source, Stage } from '../regulation/vocabulary.ts';
import { personalKinds } from '../text/privacy.ts';
import type { Raw } from '../text/raw.ts';

/** A filing that a line of a ledger makes: what is known of it, for its unit to complete. */
export interface StockFiling {
  readonly project: LedgerProject;
  readonly unit: Unit;
  readonly form: Form;
  /** Values by label as `composeFiling` takes them. */
  readonly values: Readonly<Record<string, Raw>>;
}

/** What stock-taking is told about the world. */
export interface StockFacts {
  readonly namesUnit: NamesUnit;
  /** Full names by what the ledger writes: 科技处 → 郑州市金水区科技局. */
  readonly unitsTold: ReadonlyMap<string, string>;
  readonly today: string;
}

/**
 * 第六条第1项: a project that is built or being built, as a draft 备案表 of its unit, marked 待补全. What keeps a project
 * out is told: an unknown unit, personal data, a project that is not begun and so needs an application first.
 */
export function toStockFiling(
  project: LedgerProject,
  facts: StockFacts,
): { filing?: StockFiling; findings: readonly LedgerFinding[] } {
  const unit = unitOf(project, facts);
  if ('finding' in unit) return { findings: [unit.finding] };
  const personal = personalIn(project);
  if (personal) return { findings: [personal] };
  const stage = stageOf(project, facts.today);
  if (stage === '新建') return { findings: [notBegun(project)] };
  const { values, findings } = valuesOf(project, unit.unit, stage);
  return {
    filing: { project, unit: unit.unit, form: '备案表', values },
    findings: [...unit.findings, ...findings],
  };
}

type FoundUnit =
  | { readonly unit: Unit; readonly findings: readonly LedgerFinding[] }
  | { readonly finding: LedgerFinding };

/** A section of whoever filled the sheet in. */
const SECTION = /^.{1,10}(?:科|股|处|室|组|中心|站|队)$/;

function unitOf(project: LedgerProject, { namesUnit, unitsTold }: StockFacts): FoundUnit {
  const written = project.unit ?? '';
  const named = namesUnit(unitsTold.get(written) ?? written);
  if (named) {
    const guess = `建设单位：「${written.slice(0, 30)}」当作「${named.unit.name}」。`;
    const told = named.by !== '近似' || unitsTold.has(written);
    return {
      unit: named.unit,
      findings: told ? [] : [finding(project, '建设单位', 'warning', guess, `不对的，${TELL}。`)],
    };
  }
  const reporter =
    SECTION.test(written) && project.reporter !== undefined ? namesUnit(project.reporter) : undefined;
  if (reporter) return { unit: reporter.unit, findings: [] };
  const message =
    written === ''
      ? '建设单位：没有写，不知道是哪个单位的项目，没有导入。'
      : `建设单位：单位名录里没有「${written.slice(0, 30)}」，没有导入。`;
  const example = `例如「单位对应: {${written || '科技处'}: 郑州市金水区民政局}」`;
  return {
    finding: finding(
      project,
      '建设单位',
      'error',
      message,
      `${TELL}，${example}；不是本区单位的，用 --as 参考。`,
    ),
  };
}

const TELL = '在列的读法（--columns）的「单位对应」里写上全称';

function personalIn(project: LedgerProject): LedgerFinding | undefined {
  for (const [label, text] of [
    ['项目名称', project.name],
    ['建设内容', project.description ?? ''],
  ] as const) {
    const kinds = personalKinds(`${label}：${text}`);
    if (kinds.length === 0) continue;
    const message = `${label}：里面有${kinds.join('、')}，个人信息不能公开，这一行没有导入。`;
    return finding(project, label, 'error', message, '从台账里删去个人的号码和邮箱，再导入一次。');
  }
  return undefined;
}

function notBegun(project: LedgerProject): LedgerFinding {
  const message = '这个项目还没有开建：第六条第2项要先申请，通过以后才能建，不能备案，没有导入。';
  return finding(
    project,
    '项目状态',
    'warning',
    message,
    '由单位填申请表；其实已经开建的，在台账里写明「在建」或「已建成」。',
  );
}

const BUILT = /建成|完工|竣工|验收|上线|投用|投入使用|运行|在用|使用|完成|结项|运维|交付|是$/;
const BUILDING = /在建|建设中|实施|推进|施工|试运行|采购|招标|中标|签订|开发|进行|续建/;
const PLANNED = /拟建|拟|计划|谋划|未启动|未开工|未建|待建|储备|申报|前期|立项|新建/;
const NOT_YET = /(?:未|待|尚未|没有|即将)(?:建成|完工|竣工|验收|上线|投用|完成|终验)/;

/** The stage that the ledger's words and days tell; where they tell nothing, the ledger is of what is there. */
function stageOf(project: LedgerProject, today: string): Stage {
  const {
    项目状态: state = '',
    建成日期: built = '',
    建设性质: kind = '',
    开工日期: begun,
    签订日期: signed,
  } = project.values;
  if (NOT_YET.test(state) || /^否$/.test(state)) return '正在建设';
  if (BUILT.test(state) && !/未使用|停止建设/.test(state)) return '已建成';
  if (BUILDING.test(state)) return '正在建设';
  if (PLANNED.test(state)) return '新建';
  if (/在建|未建成/.test(built)) return '正在建设';
  const day = suggestDayOrMonth(built);
  if (day !== undefined) return day <= today ? '已建成' : '正在建设';
  if (/运维|维护/.test(kind)) return '已建成';
  return /新建|拟建/.test(kind) &&
    begun === undefined &&
    signed === undefined &&
    project.year !== undefined &&
    project.year >= Number(today.slice(0, 4))
    ? '新建'
    : '已建成';
}

function valuesOf(
  project: LedgerProject,
  unit: Unit,
  stage: Stage,
): { values: Readonly<Record<string, Raw>>; findings: readonly LedgerFinding[] } {
  const findings: LedgerFinding[] = [];
  const built = suggestDayOrMonth(project.values.建成日期 ?? '');
  const amount = project.amount === undefined ? undefined : plainAmount(project.amount);
  const settled = project.sums.find(({ name }) => /决算|结算|实际/.test(name));
  const told: Readonly<Record<string, Raw | undefined>> = {
    待补全: 'true',
    项目名称: project.name,
    牵头主体: { 类型: unit.type, 名称: unit.name },
    建设阶段: stage,
    已建成日期: stage === '已建成' ? built : undefined,
    资金预算: amount,
    资金来源: amount === undefined ? undefined : sourcesOf(project, amount),
    实际完成投资: settled && plainAmount(settled.amount),
    建设内容: project.description,
    // Whether they come on paper or sealed is for the unit to say.
    联系方式: '',
  };
  const values: Record<string, Raw> = {};
  for (const [label, value] of Object.entries(told)) {
    if (value === undefined) continue;
    values[label] = value;
  }
  const name = readTyped(fieldOf('name').type, project.name);
  if (name.issues.length > 0)
    findings.push(
      finding(
        project,
        '项目名称',
        'warning',
        '项目名称：太长或写法不对，由单位补全时改。',
        '改成批复上的名称。',
      ),
    );
  for (const { column = '', cell = '', asks, taken } of project.open) {
    if (taken) continue;
    findings.push({
      ...finding(
        project,
        column,
        'warning',
        `${column}：${asks}这一栏没有写进去，由单位补全。`,
        '在台账里改好，再导入一次；或由单位补全。',
      ),
      cell,
    });
  }
  return { values, findings };
}

/** How offices call where the money comes from. */
const SOURCE_WORDS: readonly (readonly [RegExp, Source])[] = [
  [/专项债/, '专项债'],
  [/中央|国家|国债/, '国家补助'],
  [/省/, '省级补助'],
  [/市级|市财政|市补|市本级/, '市级补助'],
  [/自筹/, '自筹'],
  [/社会|企业|银行|贷款/, '社会资金'],
  [/区|县|本级/, '区级财政'],
];

/** The sources where the ledger names them and they come to the whole sum; else the unit completes them. */
function sourcesOf({ funds, values }: LedgerProject, amount: string): Raw | undefined {
  const parts = funds.flatMap(({ name, amount: sum }) => {
    const source = SOURCE_WORDS.find(([words]) => words.test(name))?.[1];
    return source === undefined ? [] : [{ 来源: source, 金额: plainAmount(sum) }];
  });
  const whole = parseWan(amount);
  const total = parts.reduce((sum, part) => sum + (parseWan(part.金额) ?? 0), 0);
  if (parts.length > 0 && parts.length === funds.length && whole !== undefined && sameWan(total, whole))
    return parts;
  const only = SOURCE_WORDS.find(([words]) => words.test(values.资金来源 ?? ''))?.[1];
  const single = only !== undefined && !/[、,，/；;+和及]/.test(values.资金来源 ?? '') && funds.length === 0;
  return single ? [{ 来源: only, 金额: amount }] : undefined;
}

function finding(
  { sheet, row, places }: LedgerProject,
  column: string,
  severity: LedgerFinding['severity'],
  message: string,
  fix: string,
): LedgerFinding {
  const place =
    Object.values(places).find(({ title }) => title === column) ?? places[column as keyof typeof places];
  return { severity, sheet, row, cell: place?.cell ?? '', column: place?.title ?? column, message, fix };
}
