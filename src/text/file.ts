import { readSections, type Section } from './body.ts';
import { decode } from './decode.ts';
import type { Path, Position, Problem } from './finding.ts';
import { type Head, readHead } from './head.ts';
import { headLocator } from './locate.ts';
import { splitFile } from './split.ts';

/** One registry file, read as far as it can be read. */
export interface ParsedFile {
  readonly text: string;
  readonly head: Head;
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
  /** The place of a path; worked out only when there is something to report. */
  readonly locate: (path: Path) => Position;
}

/** Reads the bytes of a Markdown file with a head. Never throws for what a file may hold. */
export function parseFile(bytes: Uint8Array): ParsedFile {
  const decoded = decode(bytes);
  if (decoded.problems.some(({ rule }) => rule === 'parse-too-large')) return unread(decoded.problems);
  const split = splitFile(decoded.text);
  const head = readHead(split.head, split.headLine);
  const { sections, problems } = readSections(split.body, split.bodyLine);
  const locate = headLocator(split.head, split.headLine, head.tree);
  return {
    text: decoded.text,
    head,
    sections,
    problems: [...decoded.problems, ...split.problems, ...head.problems, ...problems],
    locate: (path) => {
      const section = sections.find(({ title }) => title !== '' && title === path[0]);
      if (section) return { line: section.line, column: 1 };
      return locate(path) ?? { line: 1, column: 1 };
    },
  };
}

function unread(problems: readonly Problem[]): ParsedFile {
  const head = { raw: {}, problems: [], damaged: new Set<string>(), lost: true };
  return { text: '', head, sections: [], problems, locate: () => ({ line: 1, column: 1 }) };
}
