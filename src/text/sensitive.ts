import {
  AS_NUMBER,
  DASHED_IPV4,
  IPV4,
  IPV6,
  LOOSE_IPV4,
  SPOKEN_IPV4,
  weighAddress,
  weighLoose,
  weighNumber,
} from './addresses.ts';
import { type Found, findIn, type Look } from './look.ts';
import { PASSWORDS, TOKENS } from './secrets.ts';
import { readings } from './shown.ts';

export type SensitiveKind = 'IP 地址' | '密钥或令牌' | '账号口令' | '点位坐标';
/** Content that must not stand in a public file although nobody's privacy is touched. */
export type SensitiveContent = Found<SensitiveKind>;

const LOOKS: readonly Look<SensitiveKind>[] = [
  { kind: 'IP 地址', maybe: /\d[.。·([]/, pattern: IPV4, weight: weighAddress },
  { kind: 'IP 地址', maybe: /(?:192|172|10) ?[.。·点]/, pattern: LOOSE_IPV4, weight: weighLoose },
  { kind: 'IP 地址', maybe: /192[-_]168|[iI][pP][-_]1/, pattern: DASHED_IPV4 },
  { kind: 'IP 地址', maybe: /[一幺](?:九[二两]|[七拐][二两]|[〇零洞])点/, pattern: SPOKEN_IPV4 },
  {
    kind: 'IP 地址',
    maybe: /0[xX][0-9A-Fa-f]{2}|(?<!\d)(?:1[678]\d{7}|288[67]\d{6}|3232[23]\d{5})(?!\d)|(?<!\d)0\d{2,3}\.0/,
    pattern: AS_NUMBER,
    weight: weighNumber,
  },
  { kind: 'IP 地址', maybe: /::|[0-9A-Fa-f]:[0-9A-Fa-f]{1,4}:/, pattern: IPV6 },
  {
    kind: '密钥或令牌',
    maybe:
      /BEGIN|begin|AGE-|age-sec|AKI|ASIA|LTAI|gh[pousr]_|github_|glpat|xox|xapp|[sr]k[-_]|npm_|pypi-|hf_|SG\.|ya29|dop_|PuTTY|AIza|eyJ|[Bb]earer|BEARER|[Bb]asic |[Ss]ecret|SECRET|[Kk]ey|KEY|[Tt]oken|TOKEN|[密秘私]钥|令牌|授权码|激活码|注册码|gsk_|r8_|_pat_|sh[p]|dapi|_api_|figd_|hv[sb]\.|NRAK|glsa_|pul-|sq0|EAA|tskey|ATATT|hook|[sS][eE][sS]{2}|[aAsS][kK]\s?[:=]|[aA][kK]\/[sS][kK]/,
    pattern: TOKENS,
  },
  {
    kind: '账号口令',
    maybe:
      /密\s{0,2}码|口\s{0,2}令|提取码|パスワード|mima|[pP](?:[aA][sS]{2}|[wW][dD]|IN|[sS][kK])|[A-Za-z] ?[/|:] ?[!-~]{4}|:\/\/:| -[puaP]/,
    pattern: PASSWORDS,
  },
  {
    kind: '点位坐标',
    maybe: /\d\.\d{4}/,
    pattern:
      /(?<![\d.])1[01]\d\.\d{4,8}\s*[°,/、 ]\s*3[3-6]\.\d{4,8}|(?<![\d.])3[3-6]\.\d{4,8}\s*[°,/、 ]\s*1[01]\d\.\d{4,8}/g,
  },
];

/** Addresses of machines, passwords, keys, and coordinates of points in a text, in order of place. */
export function findSensitive(text: string, views = readings(text)): readonly SensitiveContent[] {
  return findIn(views, LOOKS);
}
