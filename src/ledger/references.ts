/** What web pages write for signs, as it stands in the cells of ledgers that came out of them: `&ldquo;`, `&#40;`. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  yen: '¥',
  lpar: '(',
  rpar: ')',
};
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

/** The text with each reference as the sign it stands for; an unknown one stays as it is. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

const TAGS = /<\/?(?:p|div|table|tbody|thead|tr|t[dh]|br|ul|ol|h\d|section)\b[^<>]*>/i;

/** The words of a piece of a web page, as collectors of notices store them whole: a line for each paragraph and row. */
export function withoutMarkup(text: string): string {
  if (!text.includes('<') || !TAGS.test(text)) return withoutReferences(text);
  const plain = text
    .replace(/<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/(?:p|div|tr|li|h\d|table)\s*>|<br\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<[^<>]*>/g, '');
  return withoutReferences(plain)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
