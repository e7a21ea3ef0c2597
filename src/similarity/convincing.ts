import type { ComparedFunction } from './align.ts';
import type { FunctionItem } from './functions.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import { softCosine } from './soft-length.ts';
import { cosine } from './vector.ts';

/** A statement that is longer is prose, and one that counts, dates, cites or introduces says no function. */
const LONGEST = 22;
const SHORTEST = 3;
const NO_FUNCTION =
  /[《》（(]|\d{2,}|元|万|以下简称|费用|限价|评审|招标|投标|合同|验收|测算|规范|细则|任务书|根据|按照|已(?:有|建|经|投入)|不(?:可|得|限|发生)|本项目|将|尚|人员$|内容$|方面|采购(?:标的|需求|方式|数字化)|期限|时限|工期|试运行|安装调试|预算|备注|基本情况|项目(?:名称|编号)|建设地点|质量满足|信誉|履约|质保|维保|软件维护|培训|[\d一两三四五六七八九]种|各\d|^[为无从即由除旨依]|^具有|^利用|入手$|^互?联互通|^统一|云计算|^物联网$|^大数据$|^(?:设备|软件|硬件|系统|平台|服务|建设|开发|项目|功能|数据|管理|信息)+(?:采购|建设|开发|升级|服务)*$/;

/** So many of the same words, or some of them about the very same thing, and a reader agrees. */
const SAME_WORDS = 0.55;
const SOME_WORDS = 0.24;
const NEAR = 0.7;
/** Of what a text only mentions, the few words that are the same have to be about one narrow thing and nothing else. */
const FEW_DRAWN = 0.28;
const VERY_NEAR = 0.9;
/** An umbrella is no function. */
const NARROW = 0.6;

/**
 * Whether a reader who did not build this would agree that two functions may be the same. What is not convincing is not shown:
 * one bad pair spoils nine good ones.
 */
export function convinces(lexicon: LexiconIndex, one: ComparedFunction, other: ComparedFunction): boolean {
  const words = Math.max(cosine(one.grams, other.grams), cosine(one.title, other.title));
  if (words >= SAME_WORDS) return true;
  const near = softCosine(one.everything, other.everything);
  // What a unit lists as its functions is meant as such, also what every system has: 「异常报警」 and 「异常预警」.
  if (!one.drawn && !other.drawn) return words >= SOME_WORDS && near >= NEAR;
  const narrow = sharesNarrow(lexicon, one, other);
  return narrow && words >= SOME_WORDS && near >= (words >= FEW_DRAWN ? NEAR : VERY_NEAR);
}

/** Stated functions are short and meant as such; of drawn ones only what reads like one. */
export function statesFunction({ drawn, text }: FunctionItem): boolean {
  if (!drawn) return true;
  return text.length >= SHORTEST && text.length <= LONGEST && !NO_FUNCTION.test(text);
}

/** Both name the very same thing, and neither one that every system has nor an umbrella. */
function sharesNarrow(
  { concepts, specific }: LexiconIndex,
  one: ComparedFunction,
  other: ComparedFunction,
): boolean {
  const there = new Set(other.everything.vector.keys);
  return one.everything.vector.keys.some(
    (concept) =>
      there.has(concept) && concepts[concept]?.generic === false && (specific[concept] ?? 1) >= NARROW,
  );
}
