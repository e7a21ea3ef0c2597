const WORDS = '(?:确实|目前|暂时|本项目|暂|尚|均|都|还)*';
const THINGS =
  '(?:可|能|利用|可用|复用|利旧|旧|相关|有关|专门|明确|此项|该项|任何|内容|情况|资源|设备|平台|系统|数据|要求|约定|协议|合同|签订?|确定|归集|需要|需|须|必|的|有|和|及|与|、)*';
const NONE = new RegExp(
  `^${WORDS}(?:无|没有|未|不涉及|不适用|不需要|待定|待补充?|略|同上|/|-+|—+|n/?a|none)${THINGS}$`,
  'i',
);

/** 「无」「暂无」「/」「不涉及」「没有可用的」: an answer, but without the reason or the arrangement that was asked for. */
export function saysNone(text: string): boolean {
  return NONE.test(text.normalize('NFKC').replace(/[\s。.;；!！]/g, ''));
}

/** What a text may send its reader to. */
const ELSEWHERE = '(?:附件|附后|附表|方案|另册|合同|文本|报告|材料|说明书)';
const SENT = new RegExp(
  `^[（(]?(?:.{0,10}(?:详见|参见|参阅|参看|参照|参考|查看|查阅|另见|附于|载于|(?<![意常可看预罕听]|会)见).{0,24}${ELSEWHERE}.{0,14}|同(?:上|${ELSEWHERE}.{0,6})|.{0,10}(?:以|按照?|依照?).{0,20}${ELSEWHERE}(?:为准|执行|实施)|(?:详)?见(?:上|下|附|${ELSEWHERE}))[）)]?$`,
);

/** 「详见附件。」「具体见附件《实施方案》第三章」: nothing here but the way to another paper. */
export function sendsElsewhere(text: string): boolean {
  const pieces = text.split(/[。；;，,\n]/).map((piece) => piece.replace(/\s/g, ''));
  return pieces.every((piece) => piece === '' || SENT.test(piece) || saysNone(piece));
}
