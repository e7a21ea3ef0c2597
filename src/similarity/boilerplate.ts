/**
 * What notices and plans say whatever they are about: how to bid, who may, when, for how much, where, and which policy asks
 * for it. It is nobody's need and would make all notices alike.
 */

/** Where one statement ends. Tables come as lines and tabs. */
const STATEMENT = /[^。；;！!？?\n\r\t，,]+/g;
/** What stands before a statement and says what kind of one it is: the statement itself is kept. */
const LABEL =
  /^[\s\d.、（）()一二三四五六七八九十]*(?:项目名称|招标范围|采购范围|采购内容|招标内容|建设内容|服务内容|主要内容|项目内容|项目概况(?:与(?:招标|采购)范围)?|本次招标(?:范围)?|本项目(?:拟|为|主要)?(?:采购|招标|建设)?)[：:为是包括]*/;

const MASKED: readonly RegExp[] = [
  // Where to read on.
  /详见|见附件|参见|具体要求|以.{0,6}为准|第[一二三四五六七八九十\d]+(?:章|部分|条)|招标文件|采购文件|询比文件/,
  // How to bid, and who may.
  /投标|中标|招标(?:人|需求|内容|要求|方式|范围|编号|公告)|招标$|采购人|采购(?:需求|预算|方式|项目编号|公告|控制价)|单源采购|响应文件|磋商|询价|询比|标段|标项|标包|子包|品目|序号|保证金|报名/,
  /供应商(?:应|须|需|必须|不得|资格|名单|参加|具)|(?:资格|资质)(?:要求|条件|证书|审查)|营业执照|失信|黑名单|社会保障资金|民事责任|商业信誉|违法记录|联合体|法定代表人|获取.{0,6}文件|公示期/,
  // For how much, and until when.
  /最高限价|限价|控制价|预算(?:金额|价|为)|最高价|报价|含税|税率|人民币|付款(?:方式)?|支付(?:方式|比例|合同)|结算方式|资金来源|企业自筹|财政(?:性)?资金.{0,4}\d/,
  /合同(?:签订|履行|期限|金额|价|生效|到期)|签订.{0,4}合同|工期|交货|供货(?:期|及|安装)|服务(?:期限|周期|地点)|实施期限|质保|保修期|售后|(?:初|终|完工)验收?(?:合格|通过)?$|验收合格|日历天|工作日内|有效期|续签|一年一签/,
  /^.{0,12}\d+(?:\.\d+)?万?元/,
  // Where, and whom to ask.
  /联系人|联系电话|联系方式|邮箱|地址[：:]|邮编|传真|(?:建设|项目|交易|实施|服务)地点|建筑面积|占地面积|平方米|公顷|㎡|项目编号|项目总投资|建设规模[：:]/,
  // Policy.
  /贯彻落实|指导思想|重要讲话|工作部署|文件精神|总体要求|基本原则|等级保护.{0,4}(?:要求|规定)|统筹规划|集约建设|安全可控|获得感|治理能力现代化|(?:按照|根据|依据).{0,20}(?:规定|要求|精神|办法)$/,
  /^数量|^简要|^(?:主要)?(?:需求|内容|技术要求|技术参数|规格)$|^按照要求提供|^\s*[一二三四五六七八九十\d.]*(?:\.\d+)?\s*(?:项|套|台|批|个|万)?\s*$/,
];

/** A text without statements that say nothing of the need, and without the labels before those that do. */
export function withoutBoilerplate(text: string): string {
  const kept: string[] = [];
  for (const [written] of text.matchAll(STATEMENT)) {
    const statement = written.replace(LABEL, '').trim();
    if (statement !== '' && !MASKED.some((pattern) => pattern.test(statement))) kept.push(statement);
  }
  return kept.join('，');
}
