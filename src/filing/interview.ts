import { FISCAL_FIELDS, isFiscal } from '../form/entry.ts';
import { readFiling } from '../form/entry-fields.ts';
import { fieldOf } from '../form/fields.ts';
import type { Unit } from '../registry/units.ts';
import { clause } from '../regulation/index.ts';
import { decideRoute, type Route } from '../regulation/routes.ts';
import { LEADS, type Lead, STAGES, type Stage, UNIT_TYPES } from '../regulation/vocabulary.ts';
import type { Raw } from '../text/raw.ts';
import { askField } from './ask-field.ts';
import { checkAnswer } from './check-answer.ts';
import { interviewFields, isAsked } from './interview-fields.ts';
import { Cancelled, type Option, type Prompter } from './prompter.ts';

/** A unit that can be chosen, with what it can be found by besides its name. */
export interface UnitChoice extends Pick<Unit, 'code' | 'name' | 'type'> {
  readonly keywords: string;
}

/** What a guided filing ends with: values by label as in the file, and the unit whose folder it goes to. */
export interface Interviewed {
  readonly unit: string;
  readonly route: Route;
  readonly values: Readonly<Record<string, Raw>>;
}

interface Start {
  readonly lead: Lead;
  readonly stage: Stage;
  readonly fiscal: boolean;
}

const FISCAL_QUESTION =
  '是否使用财政资金？区、市、省、国家任何一级的钱占一部分，或者以后要财政付费，都算使用。';
const PAPER =
  '负责人和联系人的姓名、电话、邮箱，以及签字、盖章，都写在打印的纸质表上，不在这里填。文件里写「联系方式: 随纸质表报送」。';

/** Asks a whole filing, three answers first. Throws `Cancelled` when the person breaks off. */
export async function interview(prompter: Prompter, units: readonly UnitChoice[]): Promise<Interviewed> {
  const start = await askStart(prompter);
  let route = decideRoute(start);
  prompter.say(describeRoute(route), '办理路径');
  const { unit, unitName, values } = await askLead(prompter, start, route, units);
  prompter.say(PAPER, '联系方式');
  let group: string | undefined;
  const asked = new Set<string>();
  for (;;) {
    const field = interviewFields(route.form, start.stage).find(
      ({ definition }) => !asked.has(definition.label),
    );
    if (!field) break;
    const { definition } = field;
    asked.add(definition.label);
    if (!isAsked(definition.asked, values)) continue;
    if (definition.group !== group) prompter.say(`—— ${definition.group} ——`);
    group = definition.group;
    if (definition.key === 'attachments') prompter.say(`这一路径要附：${route.attachments.join('、')}。`);
    if (definition.key === 'notSecret')
      values[definition.label] = await askPromise(prompter, definition.hint);
    else values[definition.label] = await askField(prompter, route.form, field);
    const changed = FISCAL_FIELDS.some((key) => key === definition.key)
      ? routeByMoney(start, values, asked)
      : undefined;
    if (changed && changed !== route) {
      route = changed;
      prompter.say(
        `${describeRoute(route)}\n按刚才填的资金，路径与开头的回答不同，以资金为准。`,
        '办理路径改变',
      );
      fitTo(route, start.stage, unitName, values);
    }
  }
  return { unit, route, values };
}

async function askStart(prompter: Prompter): Promise<Start> {
  const words = <Word extends string>(list: readonly Word[]): Option[] =>
    list.map((value) => ({ value, label: value }));
  const lead = await prompter.choose({ message: '谁主导或牵头实施这个项目？', options: words(LEADS) });
  const stage = await prompter.choose({
    message: '项目现在到哪一步？合同已签或已动工的，算正在建设。',
    options: words(STAGES),
  });
  const fiscal = await prompter.choose({ message: FISCAL_QUESTION, options: words(['是', '否']) });
  return { lead: lead as Lead, stage: stage as Stage, fiscal: fiscal === '是' };
}

/** The row of Article 6 in words: clause, form, what goes with it, what follows. */
export function describeRoute({ clauseId, form, attachments, coordinator, steps }: Route): string {
  return [
    `按${clause(clauseId).title}办理：填「${form}」，附${attachments.join('、')}。`,
    ...(coordinator ? ['由行业主管部门或属地街道办事处协调填写。'] : []),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
  ].join('\n');
}

/** The unit that answers for the filing, and what follows from it: 牵头主体, 协调单位, 建设阶段. */
async function askLead(
  prompter: Prompter,
  { lead, stage }: Start,
  route: Route,
  units: readonly UnitChoice[],
): Promise<{ unit: string; unitName: string; values: Record<string, Raw> }> {
  const unitLed = UNIT_TYPES.some((type) => type === lead);
  const message = unitLed
    ? '牵头的是哪个单位？打名称的一部分或拼音来找。'
    : route.coordinator
      ? '由哪个行业主管部门或属地街道办事处协调填写？打名称的一部分或拼音来找。'
      : '这份填报放在哪个单位名下（行业主管部门或属地街道办事处）？打名称的一部分或拼音来找。';
  const eligible = units.filter(({ type }) => (unitLed ? type === lead : true));
  const options = eligible.map(({ code, name, keywords }) => ({
    value: code,
    label: name,
    keywords: `${code} ${keywords}`,
  }));
  if (options.length === 0) throw new Error(`No unit of the kind ${lead}`);
  const unit = await prompter.search({ message, options });
  const unitName = eligible.find(({ code }) => code === unit)?.name ?? '';
  const name = unitLed ? unitName : lead === '个人' ? '个人' : await askOrganisation(prompter);
  const values: Record<string, Raw> = { 牵头主体: { 类型: lead, 名称: name }, 建设阶段: stage };
  if (!unitLed && route.coordinator) values.协调单位 = unitName;
  return { unit, unitName, values };
}

async function askOrganisation(prompter: Prompter): Promise<string> {
  const definition = fieldOf('lead');
  const type = definition.type.parts?.find(({ label }) => label === '名称')?.type ?? definition.type;
  const asked = { definition, form: undefined, type, path: ['牵头主体', '名称'], required: true };
  const name = await prompter.text({
    message: '牵头的社会组织或企业，全称是什么？不写个人姓名。',
    placeholder: '例如 某物业服务有限公司',
    long: false,
    validate: (text) => {
      const checked = checkAnswer(asked, text);
      return 'message' in checked ? checked.message : undefined;
    },
  });
  return name.trim();
}

/** A filing without this promise is not taken; the answers stay in the draft. */
async function askPromise(prompter: Prompter, hint: string): Promise<Raw> {
  if (await prompter.confirm(`不涉密承诺：${hint}确认不涉密吗？`, false)) return 'true';
  prompter.say('没有确认不涉密，不能在这里填报。先向本单位保密部门问清楚；已填的内容存在草稿里。');
  throw new Cancelled();
}

/** The route by the money that was entered; undefined while the three fields leave it open. */
function routeByMoney(
  start: Start,
  values: Readonly<Record<string, Raw>>,
  asked: ReadonlySet<string>,
): Route | undefined {
  const fiscal = isFiscal(readFiling(values));
  const complete = FISCAL_FIELDS.every((key) => asked.has(fieldOf(key).label));
  return fiscal || complete ? decideRoute({ ...start, fiscal }) : undefined;
}

/** Takes out what the new form does not have, and names the coordinator where the new route wants one. */
function fitTo(route: Route, stage: Stage, unitName: string, values: Record<string, Raw>): void {
  const kept = new Set(interviewFields(route.form, stage).map(({ definition }) => definition.label));
  for (const label of Object.keys(values)) {
    if (!kept.has(label) && label !== '牵头主体' && label !== '建设阶段') delete values[label];
  }
  if (route.coordinator) values.协调单位 = unitName;
}
