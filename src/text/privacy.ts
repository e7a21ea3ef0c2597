import { besides, weigh } from './beside.ts';
import { BETWEEN_DIGITS } from './digits.ts';
import type { Severity } from './finding.ts';
import { type Found, findIn, type Look } from './look.ts';
import { readings } from './shown.ts';

export type PersonalKind = '手机号码' | '身份证号码' | '电子邮箱' | '微信号' | 'QQ 号';
export type PersonalData = Found<PersonalKind>;

const SEP = BETWEEN_DIGITS;
const COUNTRY = `(?<![0-9A-Za-z])[+(]{0,2}(?:00)?86${SEP}`;
/** As one dialled from another city. */
const TRUNK = '(?<![0-9A-Za-z.])0-?';
const TRUNK_BEFORE = new RegExp(`${TRUNK}$`);
const WORD_BEFORE = '(?<=(?:tel|phone|mobile|mob|wx|vx|weixin|wechat|qq))';
const APART = `(?:(?<![0-9A-Za-z])(?<!\\d\\.)|${WORD_BEFORE}|(?<=${COUNTRY})|(?<=${TRUNK}))`;

/** How people part a mobile; other groups are a row of numbers unless words say that it is a telephone. */
const GROUPS = new Set('11 344 38 74 3332 335 443 434 1334 32222 3422 11111111111 56 65 47 83'.split(' '));

const WEB = /https?:\/\/(?!wa\.me\/|t\.me\/|api\.whatsapp\.)[!-~]*$/;
const COUNTRY_BEFORE = new RegExp(`${COUNTRY}$`);

const MAIL_DOT = '(?:\\s?[.。·]\\s?|点| dot |\\s?[[({<]\\s?(?:dot|[.。]|点)\\s?[\\])}>]\\s?)';
/** With an @ also in Chinese, before it and behind it; 「zhang at qq dot com」 in letters only. */
const MAIL = new RegExp(
  [
    '(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}',
    '(?:\\s?(?:@{1,2}|[[({<]\\s?(?:at|@|a)\\s?[\\])}>]|艾特|#)\\s?| at )',
    `[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}${MAIL_DOT})+[A-Za-z]{2,18}`,
    '|"[^"\\n]{1,40}"@(?:[A-Za-z0-9-]{1,62}\\.){1,4}[A-Za-z]{2,18}',
    '|[A-Za-z0-9\\u4e00-\\u9fff]{1,20}@(?:[A-Za-z0-9\\u4e00-\\u9fff-]{1,40}[.。]){1,4}(?:[A-Za-z]{2,18}|中国|公司|网络|政务|公益|网址|在线|中文网)',
  ].join(''),
  'gi',
);

const LOOKS: readonly Look<PersonalKind>[] = [
  {
    kind: '身份证号码',
    long: true,
    pattern: new RegExp(`(?<![0-9A-Za-z])[1-9](?:${SEP}\\d){16}${SEP}[\\dXxхХ×](?![0-9A-Za-z])`, 'g'),
    weight: identity,
  },
  { kind: '身份证号码', maybe: /身份证/, pattern: /(?<=身份证[^\d\n]{0,10})[1-9]\d{14}(?!\d)/g },
  {
    kind: '手机号码',
    long: true,
    pattern: new RegExp(`${APART}1${SEP}[3-9](?:${SEP}\\d){9}(?![0-9]|[0-9a-f]{20})`, 'gi'),
    weight: mobile,
  },
  {
    kind: '手机号码',
    maybe: /[0-9OolI]{2}/,
    pattern: new RegExp(`(?<![0-9A-Za-z])[1lI][3-9](?:${SEP}[0-9OolI]){9}(?![0-9A-Za-z])`, 'g'),
    weight: withLetters,
  },
  {
    kind: '电子邮箱',
    maybe: /@|[aA][tT][ \])}>]|[[({<] ?[aA] ?[\])}>]|[A-Za-z0-9] ?# ?[A-Za-z0-9]|艾特/,
    pattern: MAIL,
    weight: mail,
  },
  {
    kind: '微信号',
    maybe: /[微薇]信|[wW][eE]|[wWvV][xX]|[vV]信/,
    pattern:
      /(?:(?<!企业)(?:微信|薇信|V信|(?<![A-Za-z])(?:wechat|weixin|wx|vx))(?:\s?(?:号码?|id|账号))?\s{0,2}(?:[:=]|为|是)|(?<!企业)(?:微信|薇信|wechat ?)(?:号码?|id))\s{0,2}["'「]?[A-Za-z][-\w]{5,19}(?![-\w])/gi,
  },
  {
    kind: '微信号',
    maybe: /[微薇vV]信/,
    pattern: /(?<!企业)[微薇vV]信(?:账号|号码?)?\s{0,2}(?=[-A-Za-z]{0,19}[\d_])[A-Za-z][-\w]{5,19}(?![-\w])/g,
  },
  {
    kind: 'QQ 号',
    maybe: /[qQ]{2}|扣扣/,
    pattern:
      /(?<![A-Za-z])QQ[1-9]\d{6,10}(?!\d|\s?[人次条个万])|(?:(?<![A-Za-z])QQ|扣扣)(?:号码?|\s?[:=]|为|是|\s){1,3}\s{0,2}[1-9]\d{4,11}(?!\d|\s?[人次条个万])/gi,
  },
];

/**
 * Mobile numbers, identity cards, mail addresses and accounts of chat programs, in order of place, in whatever digits
 * and with whatever between them. The sealed block is not looked into. Landlines of offices are public and not reported.
 */
export function findPersonalData(text: string, views = readings(text)): readonly PersonalData[] {
  return findIn(views, LOOKS);
}

/** Kinds that are surely personal: what would be refused at once. */
export function personalKinds(text: string): readonly PersonalKind[] {
  const sure = findPersonalData(text).filter(({ severity }) => severity === 'error');
  return [...new Set(sure.map(({ kind }) => kind))];
}

function mobile(hit: string, index: number, text: string): Severity | undefined {
  const groups = hit.split(/\D+/).map(({ length }) => length);
  const end = index + hit.length;
  const beside = besides(text, index, end);
  const [grouped, row] = [GROUPS.has(groups.join('')), isRow(hit, groups)];
  if ((!grouped || row) && !beside.contact && !isCut(hit, groups)) return undefined;
  // In the path of a web page, …/191/20260305/…, also the numbers of its articles.
  if (WEB.test(text.slice(Math.max(0, index - 200), index)))
    return hit.includes('/') ? undefined : 'judgement';
  if (!grouped && !IN_A_NUMBER.test(hit.replace(/[,:]/g, ''))) return 'judgement';
  // 01-138…, AB-138…, 138….5: a part of something longer.
  const before = text.slice(Math.max(0, index - 12), index).replace(COUNTRY_BEFORE, '');
  const longer = /[\dA-Za-z][-_]$/.test(before) || TRUNK_BEFORE.test(before);
  return weigh(beside, longer || /^[-.]\d/.test(text.slice(end, end + 2)));
}

/** The letters O and l for digits are meant to deceive where the words speak of a telephone; elsewhere they are a code. */
function withLetters(hit: string, index: number, text: string): Severity | undefined {
  if (!/[OolI]/.test(hit)) return undefined;
  return besides(text, index, index + hit.length).contact ? 'error' : undefined;
}

/** What people put into a telephone number; everything else parts numbers that have nothing to do with each other. */
const IN_A_NUMBER = /^[\d\s>.。·—\-_/\\()[\]*`~转]*$/;

/** What parts the items of a list, a sum or a course of things. */
const IN_A_LIST = /[、,;:|+=→…<]|\n\s*[-*+]\s|\n\s*\n/;

/** A row of numbers, items of a list, a range or a decimal. */
function isRow(number: string, [first, ...others]: readonly number[]): boolean {
  if (IN_A_LIST.test(number)) return true;
  if (others.length !== 1) return false;
  return /[.~]/.test(number) || (/-/.test(number) && first !== 3 && first !== 7);
}

/** 139、0000、0001: as people part a mobile, and what begins with a nought counts nothing. */
function isCut(number: string, groups: readonly number[]): boolean {
  return !number.includes('.') && ['344', '38'].includes(groups.join('')) && /\D0\d{3}/.test(number);
}

const DAY = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

function identity(hit: string, index: number, text: string): Severity | undefined {
  const digits = hit.replace(/[^\dXxхХ×]/g, '').replace(/\D$/, 'X');
  if (!DAY.test(digits) || !PROVINCE.test(digits)) return undefined;
  const beside = besides(text, index, index + hit.length);
  return weigh(beside, /[,:]|\n\s*\n/.test(hit));
}

const PROVIDER =
  /(?:qq|163|126|139|189|gmail|outlook|hotmail|sina|sohu|foxmail|yeah|aliyun|icloud|yahoo)\W{0,3}(?:dot|点)?/i;
const PLAIN_AT = /@|[[({<]\s?(?:at|a)|艾特/i;

/** 「zhang#qq.com」 and 「zhang at x dot com」 only where the rest looks like a mail address. */
function mail(hit: string, index: number, text: string): Severity | undefined {
  if (PLAIN_AT.test(hit)) return 'error';
  const [, domain = ''] = hit.split(/ at |#/i);
  const said = PROVIDER.test(domain) || / dot |点/i.test(domain) || besides(text, index, index).contact;
  return said ? 'error' : undefined;
}
