import { ACCOUNT_LOOKS } from './accounts.ts';
import { besides, weigh } from './beside.ts';
import { BETWEEN_DIGITS } from './digits.ts';
import { ENCODED_LOOKS } from './encoded.ts';
import type { Severity } from './finding.ts';
import { type Found, findIn, type Look } from './look.ts';
import { MAIL_LOOK } from './mail.ts';
import { readings } from './shown.ts';

export type PersonalKind =
  | '手机号码'
  | '身份证号码'
  | '证件或银行卡号码'
  | '电子邮箱'
  | '微信号'
  | 'QQ 号'
  | '网络账号';
export type PersonalData = Found<PersonalKind>;

const SEP = BETWEEN_DIGITS;
const COUNTRY = `(?<![0-9A-Za-z])[+(]{0,2}(?:00)?86${SEP}`;
/** Dialled before it for a cheaper line. */
const CARRIER = '(?<!\\d)(?:17951|17911|17909|17901|12593|10193) ?';
/** As one dialled from another city. */
const TRUNK = '(?<![0-9A-Za-z.])0-?';
const TRUNK_BEFORE = new RegExp(`${TRUNK}$`);
const WORD_BEFORE = '(?<=(?:tel|phone|mobile|mob|wx|vx|weixin|wechat|qq|(?<![a-z])v))';
const APART = `(?:(?<![0-9A-Za-z])(?<!\\d\\.)|${WORD_BEFORE}|(?<=${COUNTRY})|(?<=${TRUNK})|(?<=${CARRIER}))`;

/** How people part a mobile; other groups are a row of numbers unless words say that it is a telephone. */
const GROUPS = new Set('11 344 38 74 3332 335 443 434 1334 32222 3422 11111111111 56 65 47 83'.split(' '));

/** The last of an identity card, with what people take for an X. */
const ENDS = 'XxхХ×ΧχⅩⅹ✕✖';
const WEB = /https?:\/\/(?!wa\.me\/|t\.me\/|api\.whatsapp\.)[!-~]*$/;
/** …?tel=138… */
const TOLD = /[?&](?:tel|phone|mobile|mob|cell|sms|sj|shouji|contact)=[+%]{0,2}(?:86)?$/i;
const COUNTRY_BEFORE = new RegExp(`${COUNTRY}$`);

/** Letters that pass for digits. */
const LIKE_DIGITS = 'OolIОоBbSsZzЗз';

const LOOKS: readonly Look<PersonalKind>[] = [
  {
    kind: '身份证号码',
    long: true,
    pattern: new RegExp(`(?<![0-9A-Za-z])[1-9](?:${SEP}\\d){16}${SEP}[\\d${ENDS}](?![0-9A-Za-z])`, 'g'),
    weight: identity,
  },
  {
    kind: '身份证号码',
    maybe: /身份证/,
    pattern: new RegExp(`(?<=身份证[^\\d\\n]{0,10})[1-9](?:${SEP}\\d){14}(?!\\d)`, 'g'),
  },
  {
    kind: '手机号码',
    long: true,
    pattern: new RegExp(`${APART}1${SEP}[3-9](?:${SEP}\\d){9}(?![0-9]|[0-9a-f]{20})`, 'gi'),
    weight: mobile,
  },
  {
    kind: '手机号码',
    maybe: /[0-9OolI][0-9OolIBbЗз]/,
    pattern: new RegExp(`(?<![0-9A-Za-z])[1lI][3-9BbЗз](?:${SEP}[0-9${LIKE_DIGITS}]){9}(?![0-9A-Za-z])`, 'g'),
    weight: withLetters,
  },
  {
    kind: '手机号码',
    long: true,
    pattern: /(?<!\d)(?:1[3-9]\d{9}){2,4}(?!\d)/g,
    weight: (_, index, text) => (besides(text, index, index).contact ? 'error' : undefined),
  },
  ...ENCODED_LOOKS,
  {
    kind: '证件或银行卡号码',
    maybe: /护照|通行证|居留|军官证|台胞证|passport|(?:银行|工资|借记|信用|储蓄)卡/i,
    pattern:
      /(?:护照|通行证|居留身?份?证|passport)(?:证?号码?|编号|\s?no\.?)?\s{0,2}[:=为是]?\s{0,2}[A-Z]{1,3}\d{7,12}(?![0-9A-Za-z])|台胞证(?:号码?)?\s{0,2}[:=为是]?\s{0,2}\d{8}(?!\d|\s?[\u4e00-\u9fff])|军官证(?:号码?)?\s{0,2}[:=为是]?\s{0,2}[\u4e00-\u9fff]字第\d{4,8}号|(?:银行|工资|借记|信用|储蓄)卡(?:卡?号码?|账号)?\s{0,2}[:=为是]?\s{0,2}[3-6]\d{3}(?:[ -]?\d){11,15}(?!\d)/gi,
  },
  MAIL_LOOK,
  ...ACCOUNT_LOOKS,
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
  const address = text.slice(Math.max(0, index - 200), index);
  if (TOLD.test(address)) return 'error';
  if (WEB.test(address)) return hit.includes('/') ? undefined : 'judgement';
  if (!grouped && !IN_A_NUMBER.test(hit.replace(/[,:]/g, ''))) return 'judgement';
  // 01-138…, AB-138…, 138….5: a part of something longer.
  const before = text.slice(Math.max(0, index - 12), index).replace(COUNTRY_BEFORE, '');
  const longer = /[\dA-Za-z][-_]$/.test(before) && !TRUNK_BEFORE.test(before);
  return weigh(beside, longer || /^[-.]\d/.test(text.slice(end, end + 2)));
}

/** The letters O and l for digits are meant to deceive where the words speak of a telephone; elsewhere they are a code. */
function withLetters(hit: string, index: number, text: string): Severity | undefined {
  const letters = hit.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || (letters > 3 && /[^OolIОо\P{L}]/u.test(hit))) return undefined;
  return besides(text, index, index + hit.length).contact ? 'error' : undefined;
}

/** What people put into a telephone number; everything else parts numbers that have nothing to do with each other. */
const IN_A_NUMBER = /^[\d\s>.。·—\-_/\\()[\]*`~转杠横线减空格点加★]*$/;

/** What parts the items of a list, a sum or a course of things. */
const IN_A_LIST = /[、,;:|+=→…<×÷]|\n\s*[-*+]\s|\n\s*\n/;

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

/** Words under which an identity card is given although they name another number. */
const PERSONS =
  /(?:证件|社保|社会保障|医保|居民|(?<![\u4e00-\u9fffA-Za-z])ID)卡?(?:号码?)?[\s:=为是(]{0,3}$/i;

function identity(hit: string, index: number, text: string): Severity | undefined {
  const digits = hit.slice(0, -1).replace(/\D/g, '') + (/\d$/.exec(hit)?.[0] ?? 'X');
  if (!DAY.test(digits) || !PROVINCE.test(digits)) return undefined;
  const before = text.slice(Math.max(0, index - 16), index);
  if (PERSONS.test(before)) return 'error';
  // One in eleven numbers is right by chance, and hardly one of those has a day in it.
  if (isRightIdentity(digits) && !/信用代码|识别号|税号/.test(before) && !/[,:]|\n\s*\n/.test(hit))
    return 'error';
  const beside = besides(text, index, index + hit.length);
  return weigh(beside, /[,:]|\n\s*\n/.test(hit));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the last character is the one that GB 11643 asks for. */
function isRightIdentity(digits: string): boolean {
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return digits.at(-1) === '10X98765432'[sum % 11];
}
