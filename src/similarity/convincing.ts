import type { ComparedFunction } from './align.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import type { FunctionItem } from './functions.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import type { ConceptNature } from './lexicon/words.ts';
import { softCosine } from './soft-length.ts';
import { cosine } from './vector.ts';

/** A statement that is longer is prose, and one that counts, dates, cites or introduces says no function. */
const LONGEST = 22;
const SHORTEST = 3;
const NO_FUNCTION =
  /[《》（(]|\d{2,}|元|万|以下简称|费用|限价|评审|招标|投标|合同|验收|测算|规范|细则|任务书|根据|按照|已(?:有|建|经|投入)|不(?:可|得|限|发生)|本项目|将|尚|人员$|内容$|方面|采购(?:标的|需求|方式|数字化)|期限|时限|工期|试运行|安装调试|预算|备注|基本情况|项目(?:名称|编号)|建设地点|质量满足|信誉|履约|质保|维保|软件维护|培训|[\d一两三四五六七八九]种|各\d|^[为无从即由除旨依]|^具有|^利用|入手$|^互?联互通|^统一|云计算|^物联网$|^大数据$|^(?:设备|软件|硬件|系统|平台|服务|建设|开发|项目|功能|数据|管理|信息)+(?:采购|建设|开发|升级|服务)*$/;

/** What stands in notices and plans between functions: where, who may bid, how large a site is, addresses of pages. */
const NO_FUNCTION_EITHER =
  /地点|位于|地块|红线|标段|期内$|周期|数量|规模|概况|清单$|说明$|编号|供应商|供货|注册|具备|资格|资质|报名|付款|总投资|政策|集团|公司|全区共享|公路|大道|高速|站场|路口|薄膜|温室|土建|装修|电缆|线缆|配件|辅材|人员不足|饱和|绿地|绿化|种苗|文档|说明书|操作系统|数据库管理系统|授权|检测$|服务期|初步设计|技术服务|技术支持|运营服务|新模式|综合性|灵活|微信公众号$|^网络安全设备$|^信息安全$|^据|^涉及|^推进|^覆盖|^实现了|^消除|^删除|^系统[自需应]|^与|工作$|建设$|^建成|^编制|目录$|业务$|[水电]厂$|^新平台|^城市管理$|^融合|^排摸|按[月年季]|购[置买]|企业$|设施$|要求$|评级$|为基础$|信息$|[球枪]机$|站\d+个$|https?:|www|[a-z]\.(?:com|cn|org|net|html?)|^[a-z]?\d|^第|^其他|等$/i;
/** How functions end, and what they are carried by. */
const LIKE_A_FUNCTION =
  /系统|平台|管理|监[测管控视]|预警|报警|告警|查询|检索|采集|上报|分析|统计|识别|共享|交换|服务|预约|缴费|收费|支付|档案|台账|数据库|审[批核]|办理|受理|巡[查检]|调度|指挥|派[发单遣]|考核|存储|展示|公示|发布|通知|提醒|评价|定位|轨迹|登记|核[验查]|追溯|签到|考勤|调解|咨询|学习|课程|诱导|导航|会商|会议|录播|直播|回访|投诉|举报|申报|申请|签约|呼叫|看护|照护|门禁|广播|大屏|地图|一张图|模型|感知|传感|摄像|抓拍|终端|小程序|门户|APP/i;

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
  const stated = !one.drawn && !other.drawn;
  if (words >= SAME_WORDS) return stated || (sharesAny(lexicon, one, other) && isLike(one) && isLike(other));
  const near = softCosine(one.everything, other.everything);
  // What a unit lists as its functions is meant as such, also what every system has: 「异常报警」 and 「异常预警」.
  if (stated) return words >= SOME_WORDS && near >= NEAR;
  const narrow = sharesNarrow(lexicon, one, other);
  return narrow && words >= SOME_WORDS && near >= (words >= FEW_DRAWN ? NEAR : VERY_NEAR);
}

/** Stated functions are short and meant as such; of drawn ones only what reads like one. */
export function statesFunction({ drawn, text }: FunctionItem): boolean {
  if (!drawn) return true;
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  return !NO_FUNCTION.test(text) && !NO_FUNCTION_EITHER.test(text) && withoutBoilerplate(text) !== '';
}

/** A machine is no function: that two projects buy servers says nothing. */
const MACHINES: ReadonlySet<ConceptNature | undefined> = new Set(['硬件', '基础设施']);

/** Both name the same thing, if only one that every system has. */
function sharesAny({ concepts }: LexiconIndex, one: ComparedFunction, other: ComparedFunction): boolean {
  const there = new Set(other.everything.vector.keys);
  return one.everything.vector.keys.some(
    (concept) => there.has(concept) && !MACHINES.has(concepts[concept]?.nature),
  );
}

function isLike({ text }: ComparedFunction): boolean {
  return LIKE_A_FUNCTION.test(text);
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
      there.has(concept) &&
      concepts[concept]?.generic === false &&
      !MACHINES.has(concepts[concept]?.nature) &&
      (specific[concept] ?? 1) >= NARROW,
  );
}
