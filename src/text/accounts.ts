import type { Look } from './look.ts';

const WORD = '(?:[微薇威]\\s?信|[vV]信)';
/** As such accounts are: letters first, six characters and more. */
const NAME = '[A-Za-z][-\\w]{5,19}(?![-\\w])';
const WITH_DIGIT = `(?=[-A-Za-z]{0,19}[\\d_])${NAME}`;

/** Accounts of chat programs, where the words say that it is one. */
export const ACCOUNT_LOOKS: readonly Look<'微信号' | 'QQ 号'>[] = [
  {
    kind: '微信号',
    maybe: /[微薇威] ?信|[wW][eE]|[wWvV][xX]|[vV]信|加[vVwW]|钉钉号|[tT]elegram|[sS]kype/,
    pattern: new RegExp(
      [
        `(?:(?<!企业)(?:${WORD}|(?<![A-Za-z])(?:wechat|weixin|wx|vx|telegram|skype)|钉钉(?=号))(?:\\s?(?:号码?|id|账号))?\\s{0,2}(?:[:=]|为|是)\\s{0,2}@?|(?<!企业)(?:${WORD}|wechat ?)(?:号码?|id))\\s{0,2}["'「]?${NAME}`,
        `(?<!企业)${WORD}(?:账号|号码?)?\\s{0,2}\\(?${WITH_DIGIT}`,
        `(?<![A-Za-z])[vw]x(?:号码?|\\s)\\s?${WITH_DIGIT}`,
        `加[vVwW](?:[:\\s]{0,3}|信[:\\s]{0,3})${WITH_DIGIT}`,
      ].join('|'),
      'gi',
    ),
  },
  {
    kind: '微信号',
    maybe: /wxid_|u\.wechat/,
    pattern: /(?<![A-Za-z])wxid_\w{6,20}|u\.wechat\.com\/[-\w]{4,40}/g,
  },
  {
    kind: 'QQ 号',
    maybe: /[qQ] ?[qQ]|扣扣|企鹅/,
    pattern:
      /(?<![A-Za-z])QQ[1-9]\d{6,10}(?!\d|\s?[人次条个万])|(?:(?<![A-Za-z])Q\s?Q|扣扣|企鹅)(?:号码?|邮箱|\s?[:=]|为|是|\s){1,3}\s{0,2}[1-9]\d{4,11}(?!\d|\s?[人次条个万])|(?:(?<![A-Za-z])Q\s?Q|扣扣)号?[:=]\s?[1-9]\d{2,4}[ -]\d{2,4}(?:[ -]\d{1,4}){0,2}(?![\d年月])/gi,
  },
];
