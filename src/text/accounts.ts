import type { Severity } from './finding.ts';
import type { Look } from './look.ts';

const WORD = '(?:[微薇威]\\s?信|[vV]信)';
/** As such accounts are: letters first, six characters and more. */
const NAME = '[A-Za-z][-\\w]{5,19}(?![-\\w])';
const WITH_DIGIT = `(?=[-A-Za-z]{0,19}[\\d_])${NAME}`;

const PLACES = '抖音|快手|微博|小红书|钉钉|企业微信|支付宝|视频号|B站|哔哩哔哩|知乎|贴吧|头条';
/** Words by which an account is a person's, and by which it is an office's own. */
const A_PERSON =
  /个人|本人|私人|负责人|经办|联系|[\u4e00-\u9fff](?:科长|主任|局长|处长|工|某|先生|女士)(?:的)?[^\u4e00-\u9fff]{0,3}$/;
const AN_OFFICE = /官方|政务|单位|机构|公众|宣传|发布|新媒体|对公|局|委|街道|中心|办公室|企业号|账号矩阵/;

/** A person's account is personal, an office's own is public; where the words leave it open the office decides. */
function account(_: string, index: number, text: string): Severity | undefined {
  const [clause = ''] = /[^。；;，,\n]*$/.exec(text.slice(Math.max(0, index - 24), index)) ?? [];
  if (A_PERSON.test(clause)) return 'error';
  return AN_OFFICE.test(clause) ? undefined : 'judgement';
}

/** Accounts of chat programs and of places on the net, where the words say that it is one. */
export const ACCOUNT_LOOKS: readonly Look<'微信号' | 'QQ 号' | '网络账号'>[] = [
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
  {
    kind: '网络账号',
    maybe: new RegExp(PLACES),
    pattern: new RegExp(
      `(?:${PLACES})(?:账号|帐号|号码?|ID|昵称号)?\\s{0,2}(?:[:=]|为|是|\\s)\\s{0,2}@?(?:${WITH_DIGIT}|\\d{7,12}(?!\\d|\\s?[人次条个万]))`,
      'gi',
    ),
    weight: account,
  },
];
