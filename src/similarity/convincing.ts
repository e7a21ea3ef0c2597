import type { ComparedFunction } from './align.ts';
import type { FunctionItem } from './functions.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { softCosine } from './soft-length.ts';
import { cosine } from './vector.ts';

/** A statement that is longer is prose, and one that counts, dates, cites or introduces says no function. */
const LONGEST = 22;
const SHORTEST = 3;
const NO_FUNCTION =
  /[《》（(]|\d{2,}|元|万|以下简称|费用|限价|评审|招标|投标|合同|验收|测算|规范|细则|任务书|根据|按照|已(?:有|建|经|投入)|不(?:可|得|限)|本项目|将|尚|人员$|内容$|方面|采购标的|期限|安装调试|^利用|云计算|^物联网$|^大数据$|^(?:设备|软件|硬件|系统|平台|服务|建设|开发|项目|功能|数据|管理|信息)+(?:采购|建设|开发|升级|服务)*$/;

/** So many of the same words, or some of them about the very same thing, and a reader agrees. */
const SAME_WORDS = 0.55;
const SOME_WORDS = 0.28;
const NEAR = 0.7;

/**
 * Whether a reader who did not build this would agree that two functions may be the same. What is not convincing is not shown:
 * one bad pair spoils nine good ones.
 */
export function convinces(lexicon: LexiconIndex, one: ComparedFunction, other: ComparedFunction): boolean {
  const words = Math.max(cosine(one.grams, other.grams), cosine(one.title, other.title));
  if (words >= SAME_WORDS) return true;
  const told = sharesTelling(lexicon, one, other);
  return words >= SOME_WORDS && told && softCosine(one.everything, other.everything) >= NEAR;
}

/** Stated functions are short and meant as such; of drawn ones only what reads like one. */
export function statesFunction({ drawn, text }: FunctionItem): boolean {
  if (!drawn) return true;
  return text.length >= SHORTEST && text.length <= LONGEST && !NO_FUNCTION.test(text);
}

/** Both name the very same thing, and not one that every system has. */
function sharesTelling(lexicon: LexiconIndex, one: ComparedFunction, other: ComparedFunction): boolean {
  const there = new Set(other.everything.vector.keys);
  return one.everything.vector.keys.some(
    (concept) => there.has(concept) && lexicon.concepts[concept]?.generic === false,
  );
}
