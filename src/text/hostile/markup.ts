import { problemAt, type RuleId } from '../../rules/catalogue.ts';
import type { Problem } from '../finding.ts';
import { namedCharacter } from '../references.ts';

/** Tags that do nothing when they carry no attribute. Everything else that looks like a tag is refused. */
const HARMLESS = new Set(
  'b br blockquote center code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre s small span strong sub summary sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
const TAG = /<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)([^<>]*>?)|<[!?](?!--)[a-z[]/gi;
/** A tag that goes on in the next line may hide its attributes there. */
const NO_ATTRIBUTES = /^ ?\/?>$/;
/** 「a<b 且 b>c」: words of Chinese are no attributes, and nothing is given a value. */
const COMPARED = /^ [^=<"'/]*[\u4e00-\u9fff][^=<"'/]*>$/;
/** `List<String>`: types of programs, capital or one of their own, alone behind the name of another. */
const TYPE =
  /^(?:[A-Z]\w*|int|long|short|byte|char|float|double|bool|boolean|string|number|void|any|unknown)$/;
const BEFORE_TYPE = /[A-Za-z_]\w*$/;
/** What a browser does something with, however it is written. */
const ACTIVE =
  /^(?:a|applet|audio|base|bgsound|body|button|embed|form|frame|frameset|head|html|iframe|image|img|input|isindex|keygen|layer|link|marquee|math|meta|noscript|plaintext|portal|script|select|slot|style|svg|template|textarea|title|video|xml|xmp|xss)$/i;
const SCHEME =
  /(?:java|vb|live)script:(?!\s?[\u4e00-\u9fff])|data:[a-z]+\/[a-z0-9.+-]+[;,]|\]\(\s*<?data:|\]:\s*<?data:|file:\/\//i;
/** No pattern here may look further than its line, nor try again from every place of it: files come from strangers. */
const WORTH_A_LOOK = /[<&]|!\[|script|data:|file:/i;
const ENTITY = /&(?:#[xX]([0-9A-Fa-f]{1,12})|#([0-9]{1,12})|([A-Za-z][A-Za-z0-9]{1,31}));?/g;

/** Code, dangerous addresses, images and raw HTML in a file; at most one problem of a kind for each line. */
export function hostileMarkup(text: string): Problem[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const lines = text.split('\n');
  let closed: readonly boolean[] | undefined;
  const closes = (at: number): boolean => {
    closed ??= closings(lines);
    return closed[at] ?? false;
  };
  return lines.flatMap((line, index) => judgeLine(line, index + 1, () => closes(index)));
}

/** Of every line, whether a tag that is open at its end is closed before its paragraph, or the head, ends. */
function closings(lines: readonly string[]): readonly boolean[] {
  let closed = false;
  return lines
    .toReversed()
    .map((line) => {
      const below = closed;
      closed = line.trim() !== '' && line !== '---' && (closed || line.includes('>'));
      return below;
    })
    .toReversed();
}

const BEFORE_LESS = /[\w\u4e00-\u9fff)]\s?$/;

/** `List<String>`, and nothing that a browser would do anything with. */
function isType(before: string, name: string, attributes: string): boolean {
  return attributes === '>' && TYPE.test(name) && !ACTIVE.test(name) && BEFORE_TYPE.test(before);
}

/** 「x<y」 and 「p<q 且 r>s」: a letter behind another, and either no end or words of Chinese before it. */
function isComparison(before: string, name: string, attributes: string, closes: () => boolean): boolean {
  if (name.length > 2 || !BEFORE_LESS.test(before)) return false;
  if (COMPARED.test(attributes)) return true;
  const rest = attributes.replace(/["']\s*$/, '');
  return !/[=<>"'/]/.test(rest) && !closes();
}

function judgeLine(line: string, number: number, closes: () => boolean): Problem[] {
  const problems: Problem[] = [];
  const report = (id: RuleId, column: number, message: string): void => {
    if (!problems.some(({ rule }) => rule === id)) {
      problems.push(problemAt(id, { line: number, column: Math.max(column, 1) }, message));
    }
  };
  const scheme = SCHEME.exec(resolved(line));
  if (scheme) report('hostile-script', 1, `危险的链接：第 ${number} 行有「${scheme[0].slice(0, 20)}」。`);
  for (const tag of line.includes('<') ? line.matchAll(TAG) : []) {
    const [whole, name = '', attributes = ''] = tag;
    const before = line.slice(Math.max(0, tag.index - 40), tag.index);
    if (isType(before, name, attributes) || isComparison(before, name, attributes, closes)) continue;
    const shown = whole.slice(0, 30);
    const harmless =
      HARMLESS.has(name.toLowerCase()) && (NO_ATTRIBUTES.test(attributes) || COMPARED.test(attributes));
    if (harmless)
      report('hostile-html', tag.index + 1, `网页代码：第 ${number} 行有「${shown}」，网站不显示。`);
    else report('hostile-script', tag.index + 1, `网页代码：第 ${number} 行有「${shown}」，不收。`);
  }
  const image = line.indexOf('![');
  if (image >= 0) report('hostile-image', image + 1, `图片：第 ${number} 行插了图片，正文只收文字。`);
  return problems;
}

/** The line as a browser would understand its addresses: references resolved, blanks inside words dropped. */
function resolved(line: string): string {
  const plain = line.includes('&') ? line.replace(ENTITY, resolve) : line;
  return plain
    .replace(/[\t\\]/g, '')
    .replace(/%3a/gi, ':')
    .replace(/script\s+:/gi, 'script:');
}

function resolve(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return namedCharacter(name)?.trim() ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
