import type { CheckResult } from '../../src/check.ts';
import { letCanarySing } from '../../src/similarity/canary.ts';
import { libraryOfRegistry } from '../../src/similarity/library.ts';
import { registryNeeds } from '../../src/similarity/registry-needs.ts';
import { thresholdFor, WANTED_PRECISION } from '../../src/similarity/score.ts';
import type { Need } from '../../src/similarity/types.ts';
import type { SimilarModel, SimilarOff } from '../../src/site/build/similar-model.ts';

/** Why nothing is asked: the site says itself that it cannot look for similar projects, and answers nothing wrong. */
const SKIPPED: Readonly<Record<SimilarOff, string>> = {
  'no-lexicon': '查重自检：跳过，登记库里没有概念词表 lexicon.yaml。',
  'faulty-lexicon': '查重自检：跳过，概念词表 lexicon.yaml 有错，网站上的查重停用；用 check 看哪一行。',
};

/** Whether a duplicate put in on purpose is found in the site's own index, with a line about it. */
export function checkCanary(
  registry: CheckResult,
  similar: SimilarModel | SimilarOff,
): { ok: boolean; line: string } {
  if (typeof similar === 'string') return { ok: true, line: SKIPPED[similar] };
  const { concepts } = similar.pack.contents.by;
  const { needs, finder } = similar.library;
  // By the release's own figure: an office that asks for few answers has no worse search.
  const open = (all: readonly Need[]) =>
    finder.threshold === thresholdFor(WANTED_PRECISION) && all.length === needs.length
      ? similar.library
      : libraryOfRegistry({ concepts, threshold: undefined }, all);
  const { original, planted, candidate, sings } = letCanarySing(open, registryNeeds(registry));
  const pair = `「${planted.name}」（照「${original.name}」改写）`;
  if (sings) return { ok: true, line: `查重自检：放进去的重复项目${pair}找到了。` };
  const found = candidate ? `只判为${candidate.relation}，${candidate.score.toFixed(2)}` : '完全没有找到';
  return {
    ok: false,
    line: `查重自检没有通过：放进去的重复项目${pair}${found}。查重会漏报，网站不发布；先查概念词表和 src/similarity 最近的改动。`,
  };
}
