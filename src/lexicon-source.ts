import type { SourceFile } from './check.ts';
import type { Finding, Path } from './domain/finding.ts';
import { type Concept, readLexicon } from './domain/lexicon.ts';
import { shortHash } from './pair-digest.ts';
import { parse } from './parse/careful-head.ts';
import { readFast } from './parse/head.ts';
import { locateInHead } from './parse/locate.ts';

export const LEXICON_FILE = 'lexicon.yaml';
const TEXT = new TextDecoder('utf-8');

/** A lexicon that can be compared by, or why it cannot. */
export type ReadLexicon =
  | { readonly concepts: readonly Concept[]; readonly version: string }
  | { readonly finding: Finding };

/**
 * The lexicon as a registry's files hold it. One that cannot be read in full is a fault: with half a lexicon the
 * comparison would still run, find less, and nobody would know.
 */
export function readLexiconSource(source: SourceFile | undefined): ReadLexicon {
  if (!source || source.size !== undefined) {
    return fault('', [], '登记库里没有概念词表，查重没有做成', '从版本库恢复 lexicon.yaml，再核对一次。');
  }
  const text = TEXT.decode(source.bytes).replace(/^\uFEFF/, '');
  const raw = readFast(text);
  const { concepts, findings } = raw ? readLexicon(raw) : { concepts: [], findings: [] };
  const [first] = findings;
  if (first) return fault(text, first.path, `${first.message.replace(/。$/, '')}；查重没有做成`, first.fix);
  if (concepts.length > 0) return { concepts, version: shortHash(text) };
  return fault(
    '',
    [],
    '概念词表读不出来，查重没有做成',
    '照文件开头的说明改，一个概念一段，下级缩进两个空格。',
  );
}

function fault(text: string, path: Path, said: string, fix: string): { readonly finding: Finding } {
  const { document, lines } = parse(text);
  const { line, column } = locateInHead(document, lines, 1, path) ?? { line: 1, column: 1 };
  return {
    finding: {
      rule: 'lexicon-valid',
      severity: 'error',
      file: LEXICON_FILE,
      line,
      column,
      field: '',
      message: `概念词表：${said}。`,
      article: '文件格式',
      fix,
    },
  };
}
