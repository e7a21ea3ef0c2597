import type { RuleDoc } from '../../rules/support/docs.ts';
import type { Finding } from '../../text/finding.ts';
import { runBytes } from './run-example.ts';

const FILE = 'projects/shili/xiangmu.md';
const LONGEST = 120;

/** 「表式: 备案表」 between two fences, saved as GBK: this fault cannot be written down in a UTF-8 source. */
const GBK_SAMPLE = Uint8Array.of(
  ...[0x2d, 0x2d, 0x2d, 0x0a, 0xb1, 0xed, 0xca, 0xbd, 0x3a, 0x20],
  ...[0xb1, 0xb8, 0xb0, 0xb8, 0xb1, 0xed, 0x0a, 0x2d, 0x2d, 0x2d, 0x0a],
);

/** What a check says of the sample of a rule on the file itself, and nothing else that it says. */
export function judgeSample({ id, badText }: RuleDoc): readonly Finding[] {
  if (badText === undefined) return [];
  const bytes = id === 'parse-encoding' ? GBK_SAMPLE : new TextEncoder().encode(badText);
  return runBytes(FILE, bytes).filter(({ rule }) => rule === id);
}

/** The sample with its invisible characters made visible, and cut where it only goes on. */
export function showSample(text: string): string {
  const shown = text
    .replaceAll('\uFEFF', '〔BOM〕')
    .replaceAll('\r', '〔CR〕')
    .replaceAll('\t', '〔Tab〕')
    .trimEnd();
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}……（后面省略）` : shown;
}
