import { foldPlain } from '../text/fold.ts';
import type { Unit } from './units.ts';

/**
 * How a written name means a unit: 全称 as it stands in the 名录; 同名 but for the district before it, width or marks;
 * 简称 with a shorter ending; 内设机构 of it; 近似, which is a guess.
 */
export interface NamedUnit {
  readonly unit: Unit;
  readonly by: '全称' | '同名' | '简称' | '内设机构' | '近似';
}

export type NamesUnit = (written: string) => NamedUnit | undefined;

/** What people write before a unit's own name: 河南省, 郑州市, 金水区, or only 区. A 园区 or 社区 is no district. */
const REGION = /^(?:[^省市区]{2,3}省)?(?:[^省市区]{2,3}市)?(?:[^省市区]{1,2}[^省市区园社小校]区|区)?/;

/** Endings, and how they are shortened. */
const SHORTER: readonly (readonly [ending: string, shorter: readonly string[]])[] = [
  ['街道办事处', ['街道办', '街道', '办事处']],
  ['管理委员会', ['管委会']],
  ['管委会', ['管理委员会']],
  ['委员会', ['委']],
  ['办公室', ['办']],
  ['人民政府', ['政府']],
  ['人民法院', ['法院']],
  ['人民检察院', ['检察院']],
];

const SECTION = /^\p{Script=Han}{0,8}(?:科|股|室|组|处|办|大队|中队)$/u;
/** A body of a unit; a home for the aged or a school may only carry the name of its 街道. */
const BODY = /^(?!.*(?:养老|物业|幼儿|托育|培训))\p{Script=Han}{1,12}(?:中心|站|所|队|大厅)$/u;
const SOCIETY = /协会|商会|学会|联合会|促进会|研究会|基金会|公司|集团|合作社|志愿/;
const ORGAN = /(?:局|委|办|院|部|联|政府|街道|办事处|管委会|委员会|工会)$/;

/** One name of a unit, taken apart. */
interface Form {
  readonly unit: Unit;
  readonly region: string;
  readonly bare: string;
  readonly short: readonly string[];
}

/** A function that says which unit of the 名录 a name means; undefined when none or more than one. */
export function unitNames(units: ReadonlyMap<string, Unit>): NamesUnit {
  const all = [...units.values()].flatMap((unit) =>
    [unit.name, ...unit.formerNames].map((name) => ({ unit, name, ...takeApart(name) })),
  );
  // The first unit of a name has it. The same few names are asked for by every filing and several rules.
  const known = new Map<string, NamedUnit | undefined>(
    all.toReversed().map(({ name, unit }) => [name, { unit, by: '全称' }]),
  );
  return (written) => {
    if (!known.has(written)) known.set(written, nearest(all, written));
    return known.get(written);
  };
}

function nearest(all: readonly Form[], written: string): NamedUnit | undefined {
  const { region, bare } = takeApart(written);
  if (bare.length < 2) return undefined;
  const near = all.filter((form) => isSameRegion(form.region, region));
  for (const { by, means } of WAYS) {
    const [unit, ...others] = new Set(near.filter((form) => means(form, bare)).map((form) => form.unit));
    if (unit) return others.length > 0 ? undefined : { unit, by };
  }
  return undefined;
}

/** The first way in which a name means some unit decides. */
const WAYS: readonly {
  readonly by: NamedUnit['by'];
  readonly means: (form: Form, name: string) => boolean;
}[] = [
  { by: '同名', means: ({ bare }, name) => bare === name },
  { by: '简称', means: ({ short }, name) => short.includes(name) },
  { by: '内设机构', means: (form, name) => restOf(form, name).some((rest) => SECTION.test(rest)) },
  { by: '近似', means: (form, name) => restOf(form, name).some((rest) => BODY.test(rest)) },
  { by: '近似', means: ({ bare }, name) => ORGAN.test(name) && isAbbreviation(name, bare) },
];

function takeApart(name: string): Omit<Form, 'unit'> {
  const folded = foldPlain(name).replace(/^(?:中国共产党|中共)/, '');
  const region = REGION.exec(folded)?.[0] ?? '';
  // A 街道 signs as an outpost of its government: 金水区人民政府经八路街道办事处.
  const bare = folded.slice(region.length).replace(/^人民政府(?=.{2,}街道)/, '');
  return { region, bare, short: shorten(bare) };
}

/** 金水区 is 郑州市金水区; only 区 is this one. Another district is not. */
function isSameRegion(unit: string, written: string): boolean {
  return unit === '' || written === '区' || unit.endsWith(written) || written.endsWith(unit);
}

function shorten(name: string): readonly string[] {
  return SHORTER.filter(([ending]) => name.endsWith(ending)).flatMap(([ending, shorter]) =>
    shorter.map((one) => name.slice(0, -ending.length) + one).filter((one) => one.length > 1),
  );
}

/** What stands behind the unit's name; nothing where it is the name of a society or company. */
function restOf({ bare, short }: Form, name: string): readonly string[] {
  if (SOCIETY.test(name)) return [];
  return [bare, ...short].filter((one) => name.startsWith(one)).map((one) => name.slice(one.length));
}

/** 卫健委 for 卫生健康委员会: the characters in their order, with others between. */
function isAbbreviation(short: string, name: string): boolean {
  let at = -1;
  return [...short].every((character) => {
    at = name.indexOf(character, at + 1);
    return at >= 0;
  });
}
