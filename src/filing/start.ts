import { fieldOf } from '../form/fields.ts';
import type { Unit } from '../registry/units.ts';
import { clause } from '../regulation/index.ts';
import type { Route } from '../regulation/routes.ts';
import { LEADS, type Lead, STAGES, type Stage, UNIT_TYPES } from '../regulation/vocabulary.ts';
import type { Raw } from '../text/raw.ts';
import { checkAnswer } from './check-answer.ts';
import type { Option, Prompter } from './prompter.ts';

/** A unit that can be chosen, with what it can be found by besides its name. */
export interface UnitChoice extends Pick<Unit, 'code' | 'name' | 'type'> {
  readonly keywords: string;
}

/** The three answers that decide the route. */
export interface Start {
  readonly lead: Lead;
  readonly stage: Stage;
  readonly fiscal: boolean;
}

/** Where the first answers are kept. */
export const START_KEYS = {
  lead: '谁牵头',
  stage: '建设阶段',
  fiscal: '是否使用财政资金',
  unit: '单位',
  leadName: '牵头主体名称',
} as const;

/** Reading `companies-are-social`, said where one is chosen: a company looks for itself in vain otherwise. */
const LEAD_LABELS: Readonly<Partial<Record<Lead, string>>> = {
  社会组织: '社会组织（含企业、公司、协会和民办机构）',
  个人: '个人',
};
const FISCAL_QUESTION =
  '是否使用财政资金？区、市、省、国家任何一级的钱占一部分，或者以后要财政付费，都算使用。';

export async function askStart(prompter: Prompter): Promise<Start> {
  const words = <Word extends string>(list: readonly Word[]): Option[] =>
    list.map((value) => ({ value, label: LEAD_LABELS[value as unknown as Lead] ?? value }));
  const lead = await prompter.choose({
    key: START_KEYS.lead,
    message: '谁主导或牵头实施这个项目？',
    options: words(LEADS),
  });
  const stage = await prompter.choose({
    key: START_KEYS.stage,
    message: '项目现在到哪一步？合同已签或已动工的，算正在建设。',
    options: words(STAGES),
  });
  const fiscal = await prompter.choose({
    key: START_KEYS.fiscal,
    message: FISCAL_QUESTION,
    options: words(['是', '否']),
  });
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
export async function askLead(
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
  const unit = await prompter.search({ key: START_KEYS.unit, message, options });
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
    key: START_KEYS.leadName,
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
