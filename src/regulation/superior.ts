import type { Lead, Stage } from './vocabulary.ts';

/** A document of a higher body that the office may have checked as well. */
interface SuperiorDocument {
  readonly body: string;
  readonly title: string;
  readonly date: string;
}

/** One thing that such a document asks, as far as a filing can show it. */
interface SuperiorAsk {
  /** 文号 of the document. */
  readonly number: keyof typeof SUPERIOR_DOCUMENTS;
  readonly title: string;
  readonly weight: 'judgement' | 'warning';
  readonly appliesTo: string;
  readonly why: string;
  /** What is said of a filing that meets it, behind the words that were found. */
  readonly says: string;
  readonly fix: string;
  readonly leads: readonly Lead[];
  readonly stages: readonly Stage[];
  /** Things that the filing says are to be built. */
  readonly builds: readonly string[];
  /** Words anywhere in the filing by which it has answered already. */
  readonly unlessSaid: readonly string[];
}

/** By 文号. None is checked unless the office names it in its settings; whether it binds here is the office's to say. */
export const SUPERIOR_DOCUMENTS = {
  '国办函〔2026〕12号': {
    body: '国务院办公厅',
    title: '政务移动互联网应用程序规范化管理办法',
    date: '2026-01-25',
  },
} as const satisfies Readonly<Record<string, SuperiorDocument>>;
export type SuperiorNumber = keyof typeof SUPERIOR_DOCUMENTS;
export const SUPERIOR_NUMBERS = Object.keys(SUPERIOR_DOCUMENTS) as readonly SuperiorNumber[];

const APPS = ['APP', '移动应用', '手机应用', '小程序', '快应用'] as const;
const UNITS = ['区直单位', '园区管委会'] as const;

/** What the documents ask, by rule id. */
export const SUPERIOR_RULES = {
  'superior-app-below-county': {
    number: '国办函〔2026〕12号',
    title: '县级以下单位原则上不开发移动应用',
    weight: 'judgement',
    appliesTo: '街道办事处新建的、要开发 APP、小程序、快应用的项目',
    why: '县级以下单位原则上不得开发建设政务移动互联网应用程序，多用上级已有的。',
    says: '县级以下单位原则上不开发建设移动应用',
    fix: '改用市、区已有的应用；确需自建的，说明理由，由办公室判断。',
    leads: ['街道办事处'],
    stages: ['新建'],
    builds: APPS,
    unlessSaid: [],
  },
  'superior-app-duplicate': {
    number: '国办函〔2026〕12号',
    title: '新建移动应用说明有没有功能重复的',
    weight: 'judgement',
    appliesTo: '区直单位、园区管委会新建的、要开发 APP、小程序、快应用的项目',
    why: '新建的应用经项目审批，审批时要看功能是不是与已有的应用重复。',
    says: '没有说明已有的移动应用里有没有功能重复的',
    fix: '在项目概况里写明查过哪些已有的应用、有没有功能重复、为什么不能用。',
    leads: UNITS,
    stages: ['新建'],
    builds: APPS,
    unlessSaid: ['功能重复', '重复建设', '没有重复', '不重复', '同类应用'],
  },
  'superior-app-registered': {
    number: '国办函〔2026〕12号',
    title: '移动应用上线以前向网信部门备案',
    weight: 'warning',
    appliesTo: '各单位新建的、要开发 APP、小程序、快应用的项目',
    why: '应用上线以前要向网信部门备案，停用也要备案。',
    says: '没有写上线以前向网信部门备案',
    fix: '在进度安排里写明哪一步备案；停用时同样办理。',
    leads: ['街道办事处', ...UNITS],
    stages: ['新建'],
    builds: APPS,
    unlessSaid: ['网信'],
  },
} as const satisfies Readonly<Record<`superior-${string}`, SuperiorAsk>>;
export type SuperiorId = keyof typeof SUPERIOR_RULES;

/** The rules with their ids, in their general type. */
export const SUPERIOR_ASKS: readonly (SuperiorAsk & { readonly id: SuperiorId })[] = (
  Object.keys(SUPERIOR_RULES) as SuperiorId[]
).map((id) => ({ id, ...SUPERIOR_RULES[id] }));
