import { DICTIONARY } from '../../form/fields.ts';
import { EVENT_NAMES } from '../../records/event-names.ts';
import { eventDef } from '../../records/events.ts';
import { SETTINGS } from '../../registry/settings.ts';
import { ANNEXES, annexCells, CLAUSES, type ClauseId } from '../../regulation/index.ts';
import { INTERPRETATIONS } from '../../regulation/readings.ts';
import { ROUTE_TABLE } from '../../regulation/routes.ts';
import { RULE_DOCS } from './docs.ts';

/** How a clause is carried out here. 不由程序 says honestly why no software can. */
export type CoverageKind = '规则' | '栏目' | '记录' | '路径' | '设置' | '读法' | '页面' | '不由程序';

/** One way in which a clause is enforced or shown. */
export interface Coverage {
  readonly kind: CoverageKind;
  /** Rule id, field label, 事项 of the records, route item, setting, reading id, or the page's address. */
  readonly ref: string;
  readonly says: string;
}

/** A clause with all that carries it out. */
export interface CoveredClause {
  readonly id: ClauseId;
  readonly title: string;
  readonly text: string;
  readonly by: readonly Coverage[];
}

type Stated = Readonly<Partial<Record<ClauseId, readonly Coverage[]>>>;

const page = (ref: string, says: string): Coverage => ({ kind: '页面', ref, says });
const human = (says: string): Coverage => ({ kind: '不由程序', ref: '', says });

/** What cannot be derived from rules, fields, routes and readings: pages that show a clause, and what people do. */
const STATED: Stated = {
  art1: [page('/projects/', '动手之前先查有没有类似项目'), human('是否重复建设，由办公室和专家判断。')],
  art2: [page('/routes/', '三个问题得出路径，含社会组织和个人的项目')],
  art4: [
    page('/routes/', '须论证的路径写明先审核、后论证；社会项目可以提请论证'),
    human('论证和评审由专家委员会进行，这里只登记结论。'),
  ],
  art5: [page('/projects/', '目录里有可供复用和比较的参考项目'), human('统一规划由区领导小组决定。')],
  art6: [page('/routes/', '第六条的全部三十种情况')],
  art7: [human('对接由单位与办公室商定，这里登记计划、日期和结果。')],
  art8: [page('/routes/', '须按第八条管理的路径及其步骤')],
  'art8-1': [human('方案是否完善，由专家论证时判断；这里核对方案已送达。')],
  'art8-2': [human('是否按方案建设，由主导单位负责，验收时检查。')],
  'art8-3': [human('指导承接方、保证质量和工期，是主导单位的现场工作。')],
  'art8-4': [human('承接方的配合由合同约束；承接方的商业信息不在登记之列。')],
  'art8-6': [human('验收由办公室组织专家进行。')],
  'art8-7': [page('/readings/', '其他项目参照管理的读法')],
  art9: [human('立项和拨款在财政系统办理；这里供财政核对是否已经审核通过、金额多少。')],
  art10: [page('/units/', '各单位项目数和投资一览'), human('评价等级和资金评估由办公室会同财政部门作出。')],
  art12: [page('/regulation/', '全文和施行日期')],
  annex1: [page('/fields/', '申请表每一格的说明')],
  annex2: [page('/fields/', '备案表每一格的说明')],
};

/** Every clause of the regulation with what carries it out; a clause without a row is a fault that a test finds. */
export function coverage(): readonly CoveredClause[] {
  return CLAUSES.map(({ id, title, text }) => ({
    id,
    title,
    text,
    by: [...derived(id), ...(STATED[id] ?? [])],
  }));
}

function derived(id: ClauseId): Coverage[] {
  const rules = RULE_DOCS.filter(({ clauses }) => clauses.includes(id)).map((rule) => ({
    kind: '规则' as const,
    ref: rule.id,
    says: rule.title,
  }));
  const printed = new Set(
    ANNEXES.filter((annex) => annex.id === id)
      .flatMap(annexCells)
      .flatMap(({ fields }) => fields),
  );
  const asked = (clause: ClauseId | undefined, key: string) => clause === id || printed.has(key);
  return [...rules, ...written(asked), ...routesOf(id), ...settingsOf(id), ...readingsOf(id)];
}

/** What is written of a project, by the unit and by the office. */
function written(asked: (clause: ClauseId | undefined, key: string) => boolean): Coverage[] {
  const fields = DICTIONARY.filter(({ key, clause }) => asked(clause, key)).map(({ label, hint }) => ({
    kind: '栏目' as const,
    ref: label,
    says: hint,
  }));
  const events = EVENT_NAMES.filter((name) => asked(eventDef(name).clause, name)).map((name) => ({
    kind: '记录' as const,
    ref: name,
    says: eventDef(name).hint,
  }));
  return [...fields, ...events];
}

/** What no clause asks for and the registry needs: said apart, so that nothing passes for law. */
export function ownNeeds(): readonly Coverage[] {
  return [...written((clause) => clause === undefined), ...settingsOf(undefined)];
}

function settingsOf(id: ClauseId | undefined): Coverage[] {
  const all: readonly { label: string; hint: string; clause?: ClauseId }[] = Object.values(SETTINGS);
  return all
    .filter(({ clause }) => clause === id)
    .map(({ label, hint }) => ({ kind: '设置', ref: label, says: hint }));
}

function routesOf(id: ClauseId): Coverage[] {
  const rows = ROUTE_TABLE.filter(
    ({ route }) => route.clauseId === id || route.duties.some((duty) => duty === id),
  );
  return [...new Set(rows.map(({ route }) => `${route.clause} ${route.form}`))].map((ref) => ({
    kind: '路径',
    ref,
    says: '按牵头主体、建设阶段和资金得出的路径和后续责任',
  }));
}

function readingsOf(id: ClauseId): Coverage[] {
  const readings: readonly { id: string; clauses: readonly ClauseId[]; question: string }[] = INTERPRETATIONS;
  return readings
    .filter(({ clauses }) => clauses.includes(id))
    .map(({ id: ref, question }) => ({ kind: '读法', ref, says: question }));
}
