import { type Finder, SHORTLIST_OF_FILING } from './finder.ts';
import { type Candidate, inOrder } from './judge.ts';
import { type HasModules, type ModuleTable, projectsOf, withModules } from './module-table.ts';
import { moduleTable, seekModules } from './modules.ts';
import { pairDigest } from './pair-digest.ts';
import { likeTogether, splitAmong } from './split-among.ts';
import type { Split } from './splitting.ts';
import { isTelling } from './telling.ts';
import type { Need } from './types.ts';

/** A project that is like a plan, with its whole text. */
export interface PlanMatch {
  readonly candidate: Candidate & HasModules;
  readonly other: Need;
  /** 比对摘要 of the pair as it is now. */
  readonly digest: string;
}

/** What is like a plan, as a check would find it: the whole and module by module, the likest first. */
export interface PlanAnswer {
  readonly found: readonly PlanMatch[];
  readonly modules: ModuleTable;
  readonly telling: boolean;
  /** The plan and others of its unit are one project in pieces. */
  readonly split?: Split | undefined;
}

/** What else of the unit is looked at with a plan. */
export interface Lately {
  /** What it has filed lately, the latest first, by the numbers of the index. */
  readonly numbers: readonly number[];
  /** Ids that the plan names already. */
  readonly excused: readonly string[];
}

/** Gives whole needs by their numbers. */
type Texts = (numbers: readonly number[]) => Promise<ReadonlyMap<number, Need>>;

/** Compares a plan with entries of which only the digests are at hand; texts follow as they are wanted. */
export async function comparePlan(
  finder: Finder,
  need: Need,
  texts: Texts,
  lately: Lately = { numbers: [], excused: [] },
): Promise<PlanAnswer> {
  const asked = finder.ask(need);
  const whole = finder.shortlist(asked, SHORTLIST_OF_FILING);
  const sought = seekModules(finder, need);
  const wanted = [...whole, ...sought.flatMap(({ hits }) => hits)].map(({ number }) => number);
  const others = await texts([...new Set(wanted)]);
  const modules = moduleTable(finder, need, sought, (number) => others.get(number));
  const byProject = projectsOf(modules);
  const seen = new Set(whole.map(({ number }) => number));
  const further = sought
    .flatMap(({ hits }) => hits)
    .filter(
      ({ number }) => byProject.has(others.get(number)?.id ?? '') && !seen.has(number) && seen.add(number),
    );
  const found = [...whole, ...further].flatMap((hit): PlanMatch[] => {
    const other = others.get(hit.number);
    const [candidate] = finder.judge(asked, [hit], () => other);
    if (!other || !candidate) return [];
    const digest = pairDigest(finder.maker.lexicon, asked, {
      need: other,
      features: finder.features(hit.number),
    });
    return [{ candidate: withModules(candidate, byProject.get(other.id) ?? []), other, digest }];
  });
  const likest = found.sort((a, b) => inOrder(a.candidate, b.candidate));
  return {
    found: likest,
    modules,
    telling: isTelling(asked),
    split: await splitOf(finder, need, texts, lately),
  };
}

/** As a check does it, over texts that have to be fetched first. */
async function splitOf(
  finder: Finder,
  own: Need,
  texts: Texts,
  { numbers, excused }: Lately,
): Promise<Split | undefined> {
  if (numbers.length === 0) return undefined;
  const filed = await texts(numbers);
  const others = numbers.flatMap((number) => filed.get(number) ?? []);
  const together = { own, others, excused: [own.predecessor, ...excused] };
  const alike = likeTogether(finder, together);
  const wholes = await texts(alike);
  return splitAmong(
    finder,
    together,
    alike.flatMap((number) => wholes.get(number) ?? []),
  );
}
