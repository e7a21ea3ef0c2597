import { DICTIONARY, type FieldDef, fieldOf, GROUPS, isWritten } from '../../form/fields.ts';
import { FORMS, LEADS, STAGES } from '../../regulation/vocabulary.ts';
import { boxExample, boxHint } from './line-notation.ts';

/** A question of the form that is filled in as an issue. */
export interface Question {
  readonly id: string;
  /** Stands as a heading in what the forge makes of the form: by it the answer is found again. */
  readonly label: string;
  readonly group: string;
  readonly kind: 'input' | 'textarea' | 'dropdown';
  readonly hint: string;
  readonly example: string;
  readonly options: readonly string[];
  readonly required: boolean;
  /** The field that it answers; undefined for the questions that decide the route. */
  readonly definition?: FieldDef;
}

/** The questions that are asked first, by what they answer. */
export const FIRST = {
  leadType: '牵头主体类型',
  leadName: '牵头主体名称',
  stage: '建设阶段',
  fiscal: '是否使用财政资金',
  coordinator: '协调单位',
  unit: '单位',
} as const;
/** The last heading, below which the promises are ticked. */
export const PROMISES = '确认';
const START = '走哪条路';
/** A longer answer is typed into a box of several lines. */
const ONE_LINE = 24;

const asked = { group: START, example: '', options: [], required: true } as const;

const START_QUESTIONS: readonly Question[] = [
  {
    ...asked,
    id: 'leadtype',
    label: FIRST.leadType,
    kind: 'dropdown',
    options: LEADS,
    hint: '谁主导或牵头实施；企业和民办机构选「社会组织」。',
  },
  {
    ...asked,
    id: 'leadname',
    label: FIRST.leadName,
    kind: 'input',
    example: '郑州市金水区经八路街道办事处',
    hint: '单位写全称；个人牵头的写「个人」，不写姓名。',
  },
  {
    ...asked,
    id: 'stage',
    label: FIRST.stage,
    kind: 'dropdown',
    options: STAGES,
    hint: fieldOf('stage').hint,
  },
  {
    ...asked,
    id: 'fiscal',
    label: FIRST.fiscal,
    kind: 'dropdown',
    options: ['是', '否'],
    hint: '区、市、省、国家任何一级的钱占一部分，或者以后要财政付费，都选「是」。',
  },
  {
    ...asked,
    id: 'coordinator',
    label: FIRST.coordinator,
    kind: 'input',
    required: false,
    example: fieldOf('coordinator').example,
    hint: `单位自己牵头的不写。${fieldOf('coordinator').hint}`,
  },
  {
    ...asked,
    id: 'unit',
    label: FIRST.unit,
    kind: 'input',
    required: false,
    example: '郑州市金水区经八路街道办事处',
    hint: '填报放在哪个单位名下。牵头主体或协调单位就是它的，不写；两样都不是的，写行业主管部门或属地街道办事处的全称。',
  },
];

/** What is asked, in order. Contacts are not: what is written there is public at once. */
export const QUESTIONS: readonly Question[] = [
  ...START_QUESTIONS,
  ...GROUPS.flatMap((group) => DICTIONARY.filter((field) => field.group === group && isAsked(field))).map(
    questionOf,
  ),
];

function isAsked(field: FieldDef): boolean {
  return isWritten(field) && !field.later && field.asked !== false && field.key !== 'notSecret';
}

function questionOf(definition: FieldDef): Question {
  const { key, label, group, hint, unit } = definition;
  const example = boxExample(definition);
  const kind = kindOf(definition, example);
  return {
    id: key.toLowerCase(),
    label,
    group,
    kind,
    hint: [
      `【${needWords(definition)}】${hint}`,
      unit ? `以${unit}为单位。` : '',
      choiceWords(definition, kind),
    ]
      .join('')
      .concat(boxHint(definition)),
    example,
    options: kind === 'dropdown' ? (definition.type.options ?? []) : [],
    required: FORMS.every((form) => definition.forms[form] === '必填'),
    definition,
  };
}

function kindOf({ type, place }: FieldDef, example: string): Question['kind'] {
  if (type.kind === 'choice' || type.kind === 'yesNo') return 'dropdown';
  const isLong = place === '正文' || type.parts || type.item || example.length > ONE_LINE;
  return isLong || example.includes('\n') || type.kind === 'textList' ? 'textarea' : 'input';
}

/** The first of several is the main one, so they are typed: a list to tick would lose the order. */
function choiceWords({ type: { options = [] } }: FieldDef, kind: Question['kind']): string {
  return options.length === 0 || kind === 'dropdown' ? '' : `可以写的有：${options.join('、')}。`;
}

/** 必填, or which of the forms want it how strongly. */
function needWords({ forms, onlyAt, requiredAt }: FieldDef): string {
  const stage = onlyAt ?? requiredAt;
  if (stage !== undefined) return `${stage}的必填`;
  const needs = new Set(FORMS.map((form) => forms[form]));
  const [only] = needs;
  if (needs.size === 1 && only !== undefined) return only;
  return FORMS.flatMap((form) => (forms[form] === undefined ? [] : [`${form}${forms[form]}`])).join('，');
}
