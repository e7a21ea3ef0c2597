import { actOf } from './acts.ts';
import type { Candidate } from './judge.ts';
import type { Library } from './library.ts';
import { slotName } from './slots.ts';
import type { Need } from './types.ts';

/** A duplicate put in on purpose, and whether it was found. */
export interface Canary {
  readonly original: Need;
  readonly planted: Need;
  /** What the engine says of the original; undefined when it did not come up at all. */
  readonly candidate: Candidate | undefined;
  /** True when the filer of the planted one would have to answer for the original. */
  readonly sings: boolean;
}

/** For a registry that has nothing to copy yet. */
const BUILT_IN: Need = {
  id: 'canary',
  name: '独居老人居家安全监测与关爱服务平台',
  districtWide: true,
  description:
    '建立独居老人档案，一人一档；为每户安装门磁、人体感应和一键呼叫器；长时间没有活动的自动预警；预警生成工单派给社区工作人员上门查看；处置结果用短信通知家属；按社区统计独居老人的预警和处置情况。',
};
/** Shorter texts leave too little once they are reworded. */
const TELLING_TEXT = 80;
/** General words, no needs: a copyist changes them first. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/建设|建立/g, '打造'],
  [/安装/g, '装设'],
  [/通知/g, '告知'],
  [/及时/g, '第一时间'],
  [/实现/g, '做到'],
  [/提供/g, '给出'],
  [/通过/g, '借助'],
];

/**
 * Plants a renamed and reworded copy of an entry and looks for the entry. A search that misses it would answer
 * 「没有找到」 to everybody: better no release than that one.
 */
export function letCanarySing(open: (needs: readonly Need[]) => Library, needs: readonly Need[]): Canary {
  const copied = needs.find(isFit);
  const original = copied ?? BUILT_IN;
  const all = copied ? needs : [...needs, BUILT_IN];
  const planted = disguise(original);
  const { finder, needs: ordered } = open(all);
  const asked = finder.ask(planted);
  const hits = finder
    .shortlist(asked, all.length)
    .filter(({ number }) => ordered[number]?.id === original.id);
  const [candidate] = finder.judge(asked, hits, () => original);
  return { original, planted, candidate, sings: candidate?.mustAnswer === true };
}

/** An entry that has to be answered for when it is filed again, and says enough. */
function isFit(need: Need): boolean {
  const { name, description = '', retired, elsewhere } = need;
  return (
    !retired &&
    !elsewhere &&
    name !== '' &&
    description.length >= TELLING_TEXT &&
    [need, disguise(need)].every((one) => actOf(one.name, one.description) === '建设')
  );
}

/** The same project as another unit might file it: other place, shell, order and general words, and not all of it. */
export function disguise({ id, name, description = '', functions = [] }: Need): Need {
  const { topic } = slotName(name);
  return {
    id: `${id}#canary`,
    name: `星河市${topic.replace(/(?:建设)?(?:项目|工程|平台|系统)+$/, '')}综合应用（新建）`,
    description: reworded(abridged(clausesOf(description)).reverse().join('，')),
    functions: functions.map((one) => ({ ...one, name: reworded(one.name) })).reverse(),
  };
}

/** Without every third clause: nobody copies all of it. */
function abridged(clauses: readonly string[]): string[] {
  return clauses.filter((_, at) => at % 3 !== 2);
}

function clausesOf(text: string): string[] {
  return text
    .split(/[。；;，,！!？?\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function reworded(text: string): string {
  return REWORDED.reduce((changed, [pattern, word]) => changed.replace(pattern, word), text);
}
