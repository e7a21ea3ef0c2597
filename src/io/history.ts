import type { IsEarlier } from '../rules/support/define-rule.ts';
import { askGit } from './run-git.ts';

/**
 * Which of two files of a registry folder came first, by its Git history. It is asked of the few pairs that owe an
 * answer, so nothing is read before. Undefined: no repository, a file that is not committed, or both came at once.
 */
export function historyOf(root: string): IsEarlier {
  const cameWith = new Map<string, string | undefined>();
  const arrival = (file: string): string | undefined => {
    if (!cameWith.has(file)) cameWith.set(file, addedBy(root, file));
    return cameWith.get(file);
  };
  return (file, other) => {
    const [here, there] = [arrival(file), arrival(other)];
    if (here === undefined || there === undefined || here === there) return undefined;
    return holds(root, there, file);
  };
}

/** The commit that brought a file in: the last of those that added it, which a history without joins has one of. */
function addedBy(root: string, file: string): string | undefined {
  const found = askGit(root, [
    'log',
    '--diff-filter=A',
    '--format=%H',
    '--no-renames',
    '--',
    `:(literal)${file}`,
  ]);
  return found?.trim().split('\n').at(-1) || undefined;
}

function holds(root: string, commit: string, file: string): boolean {
  return askGit(root, ['cat-file', '-e', `${commit}:./${file}`]) !== undefined;
}
