import { LEXICON_FILE } from '../../registry/paths.ts';
import type { SourceFile } from '../../registry/source-file.ts';
import { problem } from '../../rules/catalogue.ts';
import { type Finding, findingOf, type Position } from '../../text/finding.ts';
import { readFast } from '../../text/head.ts';
import { headLocator } from '../../text/locate.ts';
import { oncePerFile } from '../../text/once-per-file.ts';
import { type Concept, type LexiconProblem, readLexicon } from './lexicon.ts';
import { readPlainly } from './read-plainly.ts';

const TEXT = new TextDecoder('utf-8');

/** A lexicon that can be compared by, or why it cannot. */
export type ReadLexicon =
  | { readonly concepts: readonly Concept[] }
  | { readonly findings: readonly Finding[] };

/**
 * The lexicon as a registry's files hold it. One that cannot be read in full is a fault: with half a lexicon the
 * comparison would still run, find less, and nobody would know.
 */
export function readLexiconSource(source: SourceFile | undefined): ReadLexicon {
  if (!source || source.size !== undefined) {
    return {
      findings: [fault('登记库里没有概念词表，查重没有做成', '从版本库恢复 lexicon.yaml，再核对一次。')],
    };
  }
  return readBytes(source.file, source.bytes);
}

/** It is long, and asked for by several. */
const readBytes = oncePerFile((_, bytes): ReadLexicon => {
  const text = TEXT.decode(bytes).replace(/^\uFEFF/, '');
  const raw = readPlainly(text) ?? readFast(text);
  const { concepts, findings } = raw ? readLexicon(raw) : { concepts: [], findings: [] };
  if (findings.length > 0) return { findings: placeAll(text, findings) };
  if (concepts.length > 0) return { concepts };
  const fix = '照文件开头的说明改，一个概念一段，下级缩进两个空格。';
  return { findings: [fault('概念词表读不出来，查重没有做成', fix)] };
});

/** Faults of the file itself, whether anything had to be compared or not. None where there is no such file. */
export function lexiconFindings(source: SourceFile | undefined): readonly Finding[] {
  if (!source || source.size !== undefined) return [];
  const read = readLexiconSource(source);
  return 'findings' in read ? read.findings : [];
}

function fault(said: string, fix: string, at?: Position): Finding {
  const more = said.includes('查重') ? '' : '；改好以前不能查重';
  const message = `概念词表：${said.replace(/。?$/, '')}${more}。`;
  return findingOf(LEXICON_FILE, problem('lexicon-valid', [], message, { fix, at }));
}

/** The file is taken apart once for all its faults. */
function placeAll(text: string, problems: readonly LexiconProblem[]): readonly Finding[] {
  const locate = headLocator(text, 1);
  return problems.map(({ path, message, fix }) => fault(message, fix, locate(path)));
}
