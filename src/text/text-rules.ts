import { problemAt } from '../rules/catalogue.ts';
import type { Position, Problem } from './finding.ts';
import { findPersonalData, masked } from './privacy.ts';
import { findSensitive } from './sensitive.ts';

/** All personal data and all sensitive content of a text, with places. Numbers themselves are not repeated. */
export function textProblems(text: string): Problem[] {
  return [
    ...findPersonalData(text).map((found) =>
      problemAt(
        'no-personal-data',
        positionAt(text, found.index),
        `联系方式：这里有${found.kind}（${masked(found)}），属于个人信息，不写进公开文件`,
      ),
    ),
    ...findSensitive(text).map(({ kind, index }) =>
      problemAt('no-sensitive-content', positionAt(text, index), `不涉密承诺：这里有${kind}，不写进公开文件`),
    ),
  ];
}

function positionAt(text: string, index: number): Position {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}
