import { besides, weigh } from './beside.ts';
import { BETWEEN_DIGITS } from './digits.ts';
import type { Severity } from './finding.ts';
import { readings, type Shown } from './shown.ts';

/** Something found in a text. */
export interface Found<Kind extends string = string> {
  readonly kind: Kind;
  /** Offset and length in the text that was given, in UTF-16 code units. */
  readonly index: number;
  readonly length: number;
  readonly text: string;
  /** `judgement` where the words leave it open. */
  readonly severity: Severity;
}

export const PERSONAL_KINDS = ['手机号码', '身份证号码', '电子邮箱', '微信号', 'QQ 号'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];
export type PersonalData = Found<PersonalKind>;

/** What looks for something in one reading of a text; undefined as weight means nothing. */
export interface Look<Kind extends string> {
  readonly kind: Kind;
  /** Cheap first look. */
  readonly maybe?: RegExp;
  /** What is found is its first group, at the end of the match, or all of it. */
  readonly pattern: RegExp;
  readonly weight?: (hit: string, index: number, text: string) => Severity | undefined;
}

const SEP = BETWEEN_DIGITS;
const COUNTRY = `(?<![0-9A-Za-z])[+(]{0,2}(?:00)?86${SEP}`;
const WORD_BEFORE = '(?<=(?:tel|phone|mobile|mob|wx|vx|weixin|wechat|qq))';
const APART = `(?:(?<![0-9A-Za-z])(?<!\\d\\.)|${WORD_BEFORE}|(?<=${COUNTRY}))`;

/** How people part a mobile; other groups are a row of numbers unless words say that it is a telephone. */
const GROUPS = new Set('11 344 38 74 3332 335 443 434 32222 3422 11111111111 56 65 47 83'.split(' '));

const WEB = /https?:\/\/[!-~]*$/;
const COUNTRY_BEFORE = new RegExp(`${COUNTRY}$`);

/** Cheap first look. */
const ELEVEN = new RegExp(`(?:\\d${SEP}){11}`);

const LOOKS: readonly Look<PersonalKind>[] = [
  {
    kind: '身份证号码',
    maybe: ELEVEN,
    pattern: new RegExp(`(?<![0-9A-Za-z])[1-9](?:${SEP}\\d){16}${SEP}[\\dXxхХ×](?![0-9A-Za-z])`, 'g'),
    weight: identity,
  },
  { kind: '身份证号码', maybe: /身份证/, pattern: /(?<=身份证[^\d\n]{0,10})[1-9]\d{14}(?!\d)/g },
  {
    kind: '手机号码',
    maybe: ELEVEN,
    pattern: new RegExp(`${APART}1${SEP}[3-9](?:${SEP}\\d){9}(?![0-9]|[0-9a-f]{20})`, 'gi'),
    weight: mobile,
  },
  {
    kind: '电子邮箱',
    maybe: /@|[aA][tT][ \])}]|[A-Za-z0-9] ?# ?[A-Za-z0-9]|艾特/,
    pattern:
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}(?: ?(?:@|[[({]\s?(?:at|@|a)\s?[\])}]|艾特|#) ?| at )[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}(?:\.| \. ?|。|点| dot |[[({]\s?(?:dot|\.|点)\s?[\])}]))+[A-Za-z]{2,18}/gi,
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
    maybe: /微信/,
    pattern: /(?<!企业)微信\s{0,2}(?=[-A-Za-z]{0,19}[\d_])[A-Za-z][-\w]{5,19}(?![-\w])/g,
  },
  {
    kind: 'QQ 号',
    maybe: /[qQ]{2}|扣扣/,
    pattern:
      /(?:(?<![A-Za-z])QQ|扣扣)(?:号码?|\s?[:=]|为|是|\s){1,3}\s{0,2}[1-9]\d{4,11}(?!\d|\s?[人次条个万])/gi,
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

/** What the looks find in any of the readings, in order of place, overlaps once. */
export function findIn<Kind extends string>(
  views: readonly Shown[],
  looks: readonly Look<Kind>[],
  maybe?: RegExp,
): readonly Found<Kind>[] {
  return views
    .filter(({ text }) => maybe?.test(text) ?? true)
    .flatMap((view) =>
      looks.filter((look) => look.maybe?.test(view.text) ?? true).map((look) => hits(view, look)),
    )
    .reduce<readonly Found<Kind>[]>(
      (known, found) => (found.length > 0 ? joinApart(known, found) : known),
      [],
    );
}

function hits<Kind extends string>(
  { text, place }: Shown,
  { kind, pattern, weight }: Look<Kind>,
): readonly Found<Kind>[] {
  return Array.from(
    text.matchAll(pattern),
    ({ 0: whole, 1: hit = whole, index: at }): Found<Kind> | undefined => {
      const index = at + whole.length - hit.length;
      const severity = weight ? weight(hit, index, text) : 'error';
      if (severity === undefined) return undefined;
      const from = place(index);
      return { kind, index: from, length: place(index + hit.length - 1) + 1 - from, text: hit, severity };
    },
  ).filter((one) => one !== undefined);
}

/** What is known and what of the rest does not overlap with it; all in order of place, so one walk suffices. */
export function joinApart<Kind extends string>(
  known: readonly Found<Kind>[],
  found: readonly Found<Kind>[],
): readonly Found<Kind>[] {
  const joined: Found<Kind>[] = [];
  let at = 0;
  for (const one of found) {
    for (let next = known[at]; next && next.index + next.length <= one.index; next = known[++at])
      joined.push(next);
    const next = known[at];
    if (!next || one.index + one.length <= next.index) joined.push(one);
  }
  return [...joined, ...known.slice(at)];
}

function mobile(hit: string, index: number, text: string): Severity | undefined {
  const groups = hit.split(/\D+/).map(({ length }) => length);
  const end = index + hit.length;
  const beside = besides(text, index, end);
  const usual = GROUPS.has(groups.join('')) && !isRow(hit, groups);
  if (!usual && !beside.contact) return undefined;
  // A day in the path of a web page: …/191/20260305/….
  if (hit.includes('/') && WEB.test(text.slice(Math.max(0, index - 200), index))) return undefined;
  // 01-138…, AB-138…, 138….5: a part of something longer.
  const before = text.slice(Math.max(0, index - 12), index).replace(COUNTRY_BEFORE, '');
  const longer = /[\dA-Za-z][-_]$/.test(before);
  return weigh(beside, longer || /^[-.]\d/.test(text.slice(end, end + 2)));
}

/** A row of numbers, items of a list, a range or a decimal. */
function isRow(number: string, [first, ...others]: readonly number[]): boolean {
  if (/[,:]|\n\s*[-*+]\s|\n\s*\n/.test(number)) return true;
  if (others.length !== 1) return false;
  return /[.~]/.test(number) || (/-/.test(number) && first !== 3 && first !== 7);
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
const PLAIN_AT = /@|[[({]\s?(?:at|a)|艾特/i;

/** 「zhang#qq.com」 and 「zhang at x dot com」 only where the rest looks like a mail address. */
function mail(hit: string, index: number, text: string): Severity | undefined {
  if (PLAIN_AT.test(hit)) return 'error';
  const [, domain = ''] = hit.split(/ at |#/i);
  const said = PROVIDER.test(domain) || / dot |点/i.test(domain) || besides(text, index, index).contact;
  return said ? 'error' : undefined;
}

/** The found text with only its beginning shown, for messages: the rest would itself be personal data in a log. */
export function masked({ text }: Pick<Found, 'text'>, shown = 3): string {
  return `${text.slice(0, shown)}${'*'.repeat(Math.max(text.length - shown, shown))}`;
}
