import type { CheckResult } from '../../src/check.ts';
import { existsLexicon, loadSiteLexicon } from '../../src/io/lexicon-file.ts';
import { letCanarySing } from '../../src/similarity/canary.ts';
import { libraryOfRegistry } from '../../src/similarity/library.ts';
import { registryNeeds } from '../../src/similarity/registry-needs.ts';
import type { Need } from '../../src/similarity/types.ts';

/** How the process ends that has seen the canary fail. */
export const CANARY_SILENT = 3;

/** Whether a duplicate put in on purpose is found, with a line about it. Without a sound lexicon nothing is asked. */
export function checkCanary(root: string, registry: CheckResult): { ok: boolean; line: string } {
  if (!existsLexicon(root)) return { ok: true, line: '查重自检：跳过，登记库里没有概念词表 lexicon.yaml。' };
  const { concepts, problem } = loadSiteLexicon(root);
  // The site says itself that it cannot look for similar projects; nothing is answered that could be wrong.
  if (problem !== undefined)
    return {
      ok: true,
      line: '查重自检：跳过，概念词表 lexicon.yaml 有错，网站上的查重停用；用 check 看哪一行。',
    };
  // By the release's own figure: an office that asks for few answers has no worse search.
  const open = (needs: readonly Need[]) => libraryOfRegistry({ concepts, threshold: undefined }, needs);
  const { original, planted, candidate, sings } = letCanarySing(open, registryNeeds(registry));
  const pair = `「${planted.name}」（照「${original.name}」改写）`;
  if (sings) return { ok: true, line: `查重自检：放进去的重复项目${pair}找到了。` };
  const found = candidate ? `只判为${candidate.relation}，${candidate.score.toFixed(2)}` : '完全没有找到';
  return {
    ok: false,
    line: `查重自检没有通过：放进去的重复项目${pair}${found}。查重会漏报，网站不发布；先查概念词表和 src/similarity 最近的改动。`,
  };
}
