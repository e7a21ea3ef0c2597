import { besides } from './beside.ts';
import type { Severity } from './finding.ts';
import type { Look } from './look.ts';

const OPEN = '[[({<【]';
const CLOSE = '[\\])}>】]';
const DOT_WORD = `(?:dot|[.。]|点|點)`;
const DOT = `(?:\\s?[.。·]\\s?|点|點| 点 |[ _-]dot[ _-]|\\s?${OPEN}\\s?${DOT_WORD}\\s?${CLOSE}\\s?)`;
const AT_WORD = '(?:艾特|圈[aA]|小老鼠)';
const AT = `(?:\\s?(?:@{1,2}|${OPEN}\\s?(?:at|@|a|${AT_WORD})\\s?${CLOSE}|${AT_WORD}|#)\\s?|[ _-]at[ _-]| a )`;
const PROVIDERS = 'qq|163|126|139|189|gmail|outlook|hotmail|sina|sohu|foxmail|yeah|aliyun|icloud|yahoo';

/** With an @ also in Chinese, before it and behind it; 「zhang at qq dot com」 in letters only; parted by blanks. */
const MAIL = new RegExp(
  [
    '(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}',
    `${AT}[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}${DOT})+[A-Za-z]{2,18}`,
    '|"[^"\\n]{1,40}"@(?:[A-Za-z0-9-]{1,62}\\.){1,4}[A-Za-z]{2,18}',
    '|[A-Za-z0-9\\u4e00-\\u9fff]{1,20}@(?:[A-Za-z0-9\\u4e00-\\u9fff-]{1,40}[.。]){1,4}(?:[A-Za-z]{2,18}|中国|公司|网络|政务|公益|网址|在线|中文网)',
    '|(?<![A-Za-z0-9])(?:[A-Za-z0-9._-]\\s){2,30}@(?:\\s[A-Za-z0-9-]){1,30}(?:\\s?[.。](?:\\s?[A-Za-z]){2,12}){1,3}',
    `|(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._+-]{2,40}\\s?@\\s?(?:${PROVIDERS})(?![A-Za-z0-9])`,
  ].join(''),
  'gi',
);

/** Mail addresses in the spellings that people use so that no program finds them. */
export const MAIL_LOOK: Look<'电子邮箱'> = {
  kind: '电子邮箱',
  maybe: new RegExp(
    `@|[aA][tT][ \\])}>】_-]|[[({<【] ?[aA] ?[\\])}>】]|[A-Za-z0-9] ?# ?[A-Za-z0-9]|${AT_WORD}|[A-Za-z0-9] [aA] [A-Za-z0-9]`,
  ),
  pattern: MAIL,
  weight: mail,
};

const PROVIDER = new RegExp(`(?:${PROVIDERS})\\W{0,3}(?:dot|[点點])?`, 'i');
const PLAIN_AT = new RegExp(`@|[[({<【]\\s?(?:at|a)\\s?[\\])}>】]|${AT_WORD}`, 'i');

/** xxx@xxx.xxx says how an address is written. */
const FORM = /^x{1,9}@x{1,9}(?:\.x{1,9}){1,3}$/i;

/** 「zhang#qq.com」 and 「zhang at x dot com」 only where the rest looks like a mail address. */
function mail(hit: string, index: number, text: string): Severity | undefined {
  if (FORM.test(hit)) return undefined;
  if (PLAIN_AT.test(hit)) return 'error';
  const { contact } = besides(text, index, index);
  if (/ a /i.test(hit)) return contact ? 'error' : undefined;
  const [, domain = ''] = hit.split(/[ _-]at[ _-]|#/i);
  return PROVIDER.test(domain) || /[ _-]dot[ _-]|[点點]/i.test(domain) || contact ? 'error' : undefined;
}
