import type { FeatureMaker } from './features.ts';
import { gramsOf } from './grams.ts';
import { cosine } from './vector.ts';

const PHASES = /[（(]?[一二三四五六七八九\d]期[）)]?/g;
/** Words that every project has: what is left after them has to say something. */
const EMPTY = /项目|工程|平台|系统|建设|采购|服务|设备|[（() ）\d年度一二三四五六七八九十期]/g;
/** A shorter common beginning is chance. */
const BEGINNING = 5;
const SAYS_SOMETHING = 2;

/**
 * Whether two names are parts of one undertaking, 0..1: they begin alike and go on to different things, as
 * 「…平台一期（硬件部分）」 and 「…平台一期（监理）」 do. Two phases are no parts: nothing else differs.
 */
export function partsOfOne(maker: FeatureMaker, one: string, other: string): number {
  const [a, b] = [one.replace(PHASES, ''), other.replace(PHASES, '')];
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  if (common < BEGINNING) return 0;
  const rests = [a.slice(common), b.slice(common)];
  if (rests.some((rest) => rest.replace(EMPTY, '').length < SAYS_SOMETHING)) return 0;
  const [mine, theirs] = rests.map((rest) => maker.gramVector(gramsOf(rest)));
  return mine && theirs ? 1 - cosine(mine, theirs) : 0;
}
