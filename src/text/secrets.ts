/** Keys and tokens that services give out, each in its own form, and any long value behind such a word. */
export const TOKENS =
  /[-—–]\s?BEGIN\s(?:[A-Z0-9]{2,12}\s){0,3}PRIVATE\sKEY(?: BLOCK)?\s?[-—–]|AGE-SECRET-KEY-1[0-9A-Z]{20,80}|(?<![0-9A-Za-z])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,26}|AKID[0-9A-Za-z]{13,40}|gh[pousr]_[0-9A-Za-z]{16,255}|github_pat_\w{20,255}|glpat-[-\w]{16,64}|xox[abprs]-[-0-9A-Za-z]{10,80}|xapp-[-0-9A-Za-z]{10,100}|gsk_[0-9A-Za-z]{30,80}|r8_[0-9A-Za-z]{30,60}|dckr_pat_[-\w]{20,60}|shp(?:at|ss|ca|pa)_[0-9a-f]{32}|dapi[0-9a-f]{32}|lin_api_[0-9A-Za-z]{30,60}|figd_[-\w]{30,80}|hv[sb]\.[-\w]{24,200}|NRAK-[0-9A-Z]{20,40}|glsa_\w{32,60}|pul-[0-9a-f]{40}|sq0[a-z]{3}-[-\w]{20,60}|EAA[0-9A-Za-z]{40,300}|tskey-[a-z]{2,10}-[-\w]{20,100}|ATATT3[-\w=]{20,300}|(?:sk|rk)[-_](?:live_|test_)?[-\w]{20,120}|npm_[0-9A-Za-z]{20,60}|pypi-[-\w]{16,200}|hf_[0-9A-Za-z]{20,60}|SG\.[-\w]{16,40}\.[-\w]{20,60}|ya29\.[-\w]{16,300}|dop_v1_[0-9a-f]{40,80}|AGE-PLUGIN-[0-9A-Z]{2,20}-1[0-9A-Z]{10,200}|PuTTY-User-Key-File-\d|AccountKey=[A-Za-z0-9+/]{30,120}|AIza[-\w]{30,40}|eyJ[-\w]{10,2000}\.eyJ[-\w]{4,2000}\.[-\w]{4,2000}|(?:Bearer|Basic)\s{1,2}(?=[-\w.~+/=]{0,80}\d)[-\w.~+/=]{12,2000})|(?:hooks\.slack\.com\/services\/|(?:qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=|open\.feishu\.cn\/open-apis\/bot\/v2\/hook\/))[-\w/]{20,100}|(?<![A-Za-z])(?:AK|SK|AK\/SK)\s?[:=]\s?(?=[\w/+=-]{0,60}\d)[\w/+=-]{16,120}|授权码\s{0,2}[:=为是]?\s{0,2}[a-z]{16}(?![a-z])|(?:[密秘私]钥|令牌|授权码|激活码|token|secret)\s{1,2}(?=[-\w.~+/=]{0,80}\d)(?=[-\w.~+/=]{0,80}[A-Za-z])[-\w.~+/=]{20,2000}|(?:secret(?:[-_ ]?key)?|api[-_ ]?key|access[-_ ]?(?:key|token)|auth[-_ ]?token|token|(?:app|corp|client)[-_ ]?secret|app[-_ ]?key|(?:j|php)?sess(?:ion)?[-_]?id|private[-_ ]?key|密钥|秘钥|私钥|令牌|授权码|激活码|注册码)["'」]?\s{0,2}(?:[:=]|为|是){1,2}\s{0,2}["'「]?(?=[-\w.~+/=]{0,80}\d)(?=[-\w.~+/=]{0,80}[A-Za-z])[-\w.~+/=]{12,2000}/gi;

/** What is written behind 密码 although it is no password: algorithms, standards, lengths, placeholders. */
const NOT_A_PASSWORD =
  '(?!(?:SM\\d|ZUC|AES|3?DES|RSA|ECC|MD5|SHA|HMAC|PBKDF|bcrypt|SSL|TLS|https?|VPN|IPSec|LDAP|OAuth|SSO|U-?KEY|USB|PKI|CA(?![A-Za-z])|GB|GM|ISO|null|none|true|false|admin-?istrator|[xX*.#-]+(?![A-Za-z0-9])|\\d+(?:[-~]\\d+)?\\s?(?:位|个|次|天|种|字|年|月|日|项|级|万|元|套|台|条|[.、])))';
const PASSWORD =
  '(?:密\\s{0,2}码|口\\s{0,2}令|パスワード|passwo?r?d|passwd|passphrase|requirepass|pwd|(?<![A-Za-z])(?:pass|psk|mima|pin)(?![A-Za-z]|-[a-z0-9])|PIN码)';
const VALUE = '[!#-&(-+\\--:<-Z\\\\^-z|~]{3,40}';
const STRONG = '(?=[!-~]{0,30}[A-Za-z@#$%^&*!])(?=[!-~]{0,30}\\d)[!#-&(-+\\--Z\\\\^-z|~]{5,40}';
const ACCOUNT = '(?:用户名?|账号|帐号|账户|登录名?|user(?:name)?|account|login|后台)';
const WELL_KNOWN =
  '(?:admin|root|administrator|sysadmin|system|sysdba|sa|test|guest|user|oracle|postgres|mysql)';

const PAIR_VALUE = '(?=[!-~]{0,30}[\\d@#$%^&*!])[!#-&(-+\\-.0-Z^-z~]{4,40}(?![\\w/])';

/** Passwords with what goes before them, pairs of user and password, addresses that hold both. */
export const PASSWORDS = new RegExp(
  [
    `${PASSWORD}["'」)]?\\s{0,2}(?:[:=→]|为|是|->|★){1,2}\\s{0,2}["'「(]?${NOT_A_PASSWORD}${VALUE}`,
    `${PASSWORD}\\s{0,2}["'“【「(]?(?![:=])${NOT_A_PASSWORD}${STRONG}`,
    `${PASSWORD}\\s{0,2}${NOT_A_PASSWORD}\\d{6,16}(?!\\d|\\s?[\\u4e00-\\u9fff])`,
    '提取码\\s?[:=]\\s?[0-9A-Za-z]{4}(?![0-9A-Za-z])',
    '(?<![A-Za-z-])-u\\s?[A-Za-z]\\w{1,20}(?:\\s{1,2}-p\\s?[\'"]?|:)[!-~]{4,40}',
    'sshpass\\s-p\\s?[!-~]{3,40}|redis-cli[^\\n]{0,40}\\s-a\\s[!-~]{4,40}',
    ':thin:\\w{1,30}/[^\\s@/]{3,40}@|(?<![\\w/])scott/tiger(?!\\w)',
    '(?<![\\w/.-]|\\w:)(?:sa|root|admin|administrator|sysadmin|system|sysdba)\\s?/\\s?(?=[A-Za-z]{1,12}\\d{1,8}(?![\\w/]))[A-Za-z]\\w{4,20}',
    `(?:(?:初始|默认|登录|管理员?|后台|开机|[wW][iI]-?[fF][iI]|无线|统一|解压)(?:密码|口令)|PIN码)\\s{0,2}${NOT_A_PASSWORD}[!-+\\--Z^-~]{4,40}`,
    `${ACCOUNT}(?:和密码|密码|口令|/密码)?\\s{0,2}(?:[:=]|为|是)?\\s{0,2}(?!https?)[A-Za-z][\\w.@-]{1,30}\\s?[/|:]\\s?${PAIR_VALUE}`,
    `(?<![\\w/.-]|\\w:)${WELL_KNOWN}\\s?[/|:]\\s?(?:(?=[!-~]{0,30}[@#$%^&*!])|(?=\\d{4,16}(?!\\w))|(?=(?:admin|root|password|test)\\d{0,6}(?![\\w/])))[!#-&(-+\\-.0-Z^-z~]{4,40}`,
    `${WELL_KNOWN}\\s{0,2}[,、;]?\\s{0,2}${PASSWORD}\\s{0,2}(?=[a-z\\d])${NOT_A_PASSWORD}[!-+\\--Z^-~]{4,40}`,
    '(?<![A-Za-z])[a-z][a-z0-9+.-]{1,15}://[^\\s/:@]{0,64}:[^\\s/@]{1,64}@',
  ].join('|'),
  'gi',
);
