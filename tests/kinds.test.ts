import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import type { Finding } from '../src/text/finding.ts';
import { UNSEEN } from '../src/text/unseen.ts';
import { HONEST_LINES } from './hostile/honest-lines.ts';
import { KINDS } from './hostile/kinds.ts';
import { MORE_KINDS } from './hostile/more-kinds.ts';
import { bytes, filing, soundRegistry } from './hostile/registry.ts';

/** Some thousand inputs through the whole check, many filings at a time: what is refused, and what must not be. */
const TOGETHER = 80;
const BASE = filing({ 项目名称: '示例街道占位平台' });
const fileOf = (at: number): string =>
  `projects/shili/xin-${at.toString(2).replaceAll('0', 'a').replaceAll('1', 'b')}.md`;

type Write = (text: string) => string;
const inBody: Write = (text) => BASE.replace('辖区有独居老人', () => `${text}\n\n辖区有独居老人`);
const inSentence: Write = (text) =>
  BASE.replace('辖区有独居老人', () => `系统按${text}建设，${text}，辖区有独居老人`);
const inValue: Write = (text) =>
  BASE.replace(/^数据归集: .*$/m, () => `数据归集: ${JSON.stringify(`说明：${text}，按要求办理。`)}`);
const inEscapes: Write = (text) => BASE.replace(/^数据归集: .*$/m, () => `数据归集: "${escaped(text)}"`);
const inName: Write = (text) => BASE.replace('占位', () => text);

const escaped = (text: string): string =>
  [...text].map((one) => `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join('');

/** The rules that refuse each text, written in this way. */
function refusals(
  texts: readonly string[],
  write: Write,
): readonly (readonly [text: string, rules: readonly string[]])[] {
  const found: Finding[] = [];
  for (let from = 0; from < texts.length; from += TOGETHER) {
    const files = soundRegistry();
    const some = texts.slice(from, from + TOGETHER);
    for (const [at, text] of some.entries())
      files.set(fileOf(from + at), { bytes: bytes(write(text).replace('占位', `第${from + at}`)) });
    const sources = [...files].map(([file, source]) => ({ file, ...source }));
    const only = new Set(some.map((_, at) => fileOf(from + at)));
    found.push(...check(sources, { today: '2026-11-24', only, similarity: { compare: '不查' } }).findings);
  }
  const byFile = Map.groupBy(
    found.filter(({ severity }) => severity === 'error'),
    ({ file }) => file,
  );
  return texts.map((text, at) => [text, (byFile.get(fileOf(at)) ?? []).map(({ rule }) => rule)]);
}

describe.each([...KINDS, ...MORE_KINDS])('$says', ({ rule, texts }) => {
  it('is refused in a body and in a value', () => {
    const missed = [
      ...refusals(texts, inBody),
      ...refusals(
        texts.filter((text) => !/[*<`|\n]/.test(text)),
        inValue,
      ),
      ...refusals(
        texts.filter((text) => !/[*<`|&\n]/.test(text)),
        inEscapes,
      ),
    ].filter(([, rules]) => !rules.includes(rule) && !rules.some((one) => one.startsWith('hostile-')));
    expect(missed).toEqual([]);
  });
});

describe('what cannot be seen', () => {
  const codes = UNSEEN.filter(({ kind }) => kind !== 'encoding').flatMap(({ from, to }) => [
    ...new Set([from, (from + to) >> 1, to]),
  ]);
  const characters = codes.map((code) => String.fromCodePoint(code));

  it.each<[string, readonly string[], Write]>([
    ['as it is, in a name', characters, inName],
    ['as it is, in a body', characters.map((one) => `甲${one}乙`), inBody],
    ['as a decimal reference', codes.map((code) => `甲&#${code};乙`), inBody],
    ['as a hexadecimal reference', codes.map((code) => `甲&#x${code.toString(16)};乙`), inBody],
    ['as an escape of YAML', characters.map((one) => `甲${one}乙`), inEscapes],
  ])('is refused %s', (_, texts, write) => {
    expect(
      refusals(texts, write).filter(([, rules]) => !rules.some((rule) => rule.startsWith('hostile-'))),
    ).toEqual([]);
  });
});

describe('code for a page', () => {
  it.each([
    '"\\x3cscript>alert(1)\\x3c/script>"',
    '"\\u003cimg src=x onerror=alert(1)>"',
    '"[x](javascript\\x3aalert(1))"',
    '"[x](java\\\n  script:alert(1))"',
    '"<scr\\\n  ipt>alert(1)"',
    '"<b\\tonclick=alert(1)>"',
    '"<b\\nonclick=alert(1)>"',
    '"[x](java\\tscript:alert(1))"',
  ])('is refused although YAML hides it: %j', (written) => {
    const write: Write = (text) => BASE.replace(/^数据归集: .*$/m, () => `数据归集: ${text}`);
    expect(refusals([written], write)).toEqual([[written, ['hostile-script']]]);
  });
});

describe('what honest offices write', () => {
  it('is more than three hundred lines', () => {
    expect(new Set(HONEST_LINES).size).toBeGreaterThan(300);
  });

  it.each<[string, Write]>([
    ['as a paragraph', inBody],
    ['within a sentence', inSentence],
    ['as a value', inValue],
  ])('is taken %s', (_, write) => {
    const plain = HONEST_LINES.filter((line) => write !== inBody || !/^(?:---|\*\*\*|#{1,6} )/.test(line));
    expect(refusals(plain, write).filter(([, rules]) => rules.length > 0)).toEqual([]);
  });
});
