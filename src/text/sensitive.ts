/** Content that must not stand in a public file although nobody's privacy is touched. */
export interface SensitiveContent {
  readonly kind: SensitiveKind;
  readonly index: number;
  readonly text: string;
}

export const SENSITIVE_KINDS = ['IP 地址', '账号口令', '点位坐标'] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const PATTERNS: readonly { readonly kind: SensitiveKind; readonly pattern: RegExp }[] = [
  {
    kind: 'IP 地址',
    pattern: new RegExp(`(?<![\\d.vV第])(?:${OCTET}\\.){3}${OCTET}(?:/\\d{1,2}|:\\d{2,5})?(?![\\d.])`, 'g'),
  },
  {
    kind: '账号口令',
    pattern:
      /(?:用户名|账号|帐号|登录名|密码|口令|password|passwd)\s*[:：=为是]\s*[A-Za-z0-9_@#$%^&*.!-]{3,40}/gi,
  },
  {
    kind: '点位坐标',
    pattern:
      /(?<![\d.])1[01]\d\.\d{4,8}\s*[°,，/、 ]\s*3[3-6]\.\d{4,8}|(?<![\d.])3[3-6]\.\d{4,8}\s*[°,，/、 ]\s*1[01]\d\.\d{4,8}/g,
  },
];

/** IP addresses, accounts with their passwords, and coordinates of points in a text, in order of place. */
export function findSensitive(text: string): readonly SensitiveContent[] {
  const found = PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, index: match.index, text: match[0] })),
  );
  return found.sort((a, b) => a.index - b.index);
}
