import type { Group } from '../form/fields.ts';

/** One screen of the form. */
export interface Screen {
  /** Stands in the address behind the #. */
  readonly name: string;
  readonly title: string;
  /** Sections of the dictionary whose fields it asks. */
  readonly groups: readonly Group[];
  /** Of these sections only the fields with these labels; without it all that no other screen names. */
  readonly only?: readonly string[];
  /** Only for a filing that lies in the registry already. */
  readonly filedOnly?: true;
}

/** The screens in order: one section of the annex to a screen, then all answers, then the hand-over. */
export const SCREENS = [
  { name: 'start', title: '三个问题', groups: [] },
  { name: 'project', title: '申报单位和项目', groups: ['申报信息'] },
  { name: 'basics', title: '项目基本情况', groups: ['项目基本情况'] },
  { name: 'contact', title: '联系方式', groups: ['联系方式'] },
  { name: 'money', title: '资金', groups: ['资金'] },
  { name: 'content', title: '项目建设内容', groups: ['项目建设内容'] },
  { name: 'functions', title: '功能与数据', groups: ['功能与数据'] },
  { name: 'safety', title: '融合对接与安全', groups: ['融合对接与安全'] },
  { name: 'similar', title: '查重', groups: ['查重与附件'], only: ['前期项目', '查重说明'] },
  { name: 'papers', title: '附件和意见', groups: ['查重与附件', '意见与承诺'] },
  { name: 'progress', title: '建设进展和变更', groups: ['建设进展'], filedOnly: true },
  { name: 'review', title: '核对全部内容', groups: [] },
  { name: 'send', title: '送出', groups: [] },
] as const satisfies readonly Screen[];

export type ScreenName = (typeof SCREENS)[number]['name'];

const ALL: readonly Screen[] = SCREENS;

/** The screens of a draft, in order. */
export function screensOf(filed: boolean): readonly Screen[] {
  return ALL.filter(({ filedOnly }) => filed || !filedOnly);
}

/** The screen on which a field of the dictionary is asked. */
export function screenOf(field: { readonly group: Group; readonly label: string }): Screen | undefined {
  const offering = ALL.filter(({ groups }) => groups.includes(field.group));
  return offering.find(({ only }) => only?.includes(field.label)) ?? offering.find(({ only }) => !only);
}
