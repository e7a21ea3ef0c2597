import type { Severity } from './finding.ts';

/** A number at a place of a text, and what the words beside it say of it. */
export interface Beside {
  /** Words of a telephone or a person stand before it. */
  readonly contact: boolean;
  /** A word for another kind of number stands right before it, or what is counted stands behind it. */
  readonly other: boolean;
  /** Such a word stands a little further off, nearer than words of a telephone. */
  readonly otherNear: boolean;
}

const CONTACT =
  /手机|手機|電話|聯系|聯繫|电话|座机|联系|致电|拨打|热线|短信|微信|客服|通讯|机主|负责人|经办|邮箱|邮件|mail|tel|phone|mobile|call|contact|wechat|身份证|公民身份|id card|identity/gi;
/** Said behind the number: 138,1234,5678 手机。 */
const CONTACT_BEHIND = /^[\s)]{0,2}[(]?(?:手机号?码?|移动电话|电话|微信同号)(?=$|[\s,，。；;、)])/;
const NUMBER =
  /编号|编码|标签|二维码号?|(?:[表户档井杆桩柜箱站架册卷函]|(?<!证)件|点位|收文|发文)号|序号|序列号|流水号|单号|合同号|资产号|设备号|卡号|批号|批次号?|文号|登记号|备案号|许可证号|凭证号|案号|票号|发票号|信用代码|代码|条码|条形码|标识码?|(?<![A-Za-z])(?:ID|SN|S\/N|IMEI|ISBN|(?<!(?:phone|tel|mobile|cell)[. ]{0,2})No)(?![A-Za-z])/gi;
const BETWEEN = String.raw`(?:[\s:=#("'「“\[]|为|是|号|码|No\.?|№){0,5}$`;
const NUMBER_OF = new RegExp(`(?:合同|资产|订单|工单|发票)${BETWEEN}`, 'i');
const RIGHT_BEHIND = new RegExp(`^${BETWEEN}`, 'i');
/** What is counted, and not how a word goes on: 「个」 but not 「个人」. */
const UNIT =
  /^(?:\.\d{1,4})?\s{0,2}(?:余|多)?(?:[\d两三四五六七八九十]?[档类级项]|[万亿]|元(?![素旦月宵])|条(?![件例款])|次(?![日序要月年])|人次|个(?![人体])|张(?![工姓先女])|组(?![长员织])|户(?![主名])|行(?![政长])|台(?![长])|套|辆|件|笔(?!记)|份(?!额)|字节|[KMGTkmgt]B(?![A-Za-z])|[cmk]?m(?![A-Za-z])|毫米|厘米|米(?![\u4e00-\u9fff])|吨|度(?=电|$|[\s,，。；;、])|平方|公里|号文|号令|号合同)/;
const FAR = 24;
/** So far back an empty cell, the mark of a list or a blank line may lie between a word and its number. */
const EMPTY = 120;
const NOTHING_SAID = /[\s>|*+\-:;.()]+$/;
/** A word of a telephone right before: what comes behind counts nothing. */
const DIRECT = /(?:号码?|[\s:=为是()（）]){0,4}$/;
/** 第13800000000号, ¥13800000000. */
const SUM = /[¥￥$€]\s?$/;
const ORDINAL = /第\s?$/;

/** What the words of the same clause say of the number from `from` to `to`. */
export function besides(text: string, from: number, to: number): Beside {
  const before = text.slice(Math.max(0, from - EMPTY), from);
  const said = before.replace(NOTHING_SAID, '');
  const near = /[\n|]/.test(before.slice(said.length)) ? said : before;
  const [clause = ''] = /[^。；;!?！？\n]*$/.exec(near.slice(-FAR)) ?? [];
  // What stands before a comma belongs to something else, but for a telephone in a list of telephones.
  const [nearest = ''] = /[^,，、]*$/.exec(clause) ?? [];
  const person = lastEnd(clause, CONTACT);
  const number = lastEnd(nearest, NUMBER);
  const named = number >= 0 && RIGHT_BEHIND.test(nearest.slice(number));
  const behind = text.slice(to, to + 12);
  const direct = person >= 0 && (DIRECT.exec(clause)?.index ?? clause.length) <= person;
  const counted = (!direct && UNIT.test(behind)) || SUM.test(before);
  const ordinal = ORDINAL.test(before) && /^\s?号/.test(behind);
  return {
    contact: person >= 0 || CONTACT_BEHIND.test(behind),
    other: named || NUMBER_OF.test(nearest) || counted || ordinal,
    otherNear: number >= 0 && number + clause.length - nearest.length > person,
  };
}

/** Where the last match ends; -1 without one. */
function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const { 0: word, index } of text.matchAll(pattern)) end = index + word.length;
  return end;
}

/** How much a number weighs that looks like a personal one: the words decide, in doubt the office. */
export function weigh({ contact, other, otherNear }: Beside, doubtful: boolean): Severity | undefined {
  if (other) return contact ? 'judgement' : undefined;
  if (otherNear) return 'judgement';
  return doubtful && !contact ? 'judgement' : 'error';
}
