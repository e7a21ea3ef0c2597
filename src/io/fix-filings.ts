import { join } from 'node:path';
import { repairFiling } from '../filing/repair.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { NamesUnit } from '../registry/unit-names.ts';
import { withLock } from './lock.ts';
import { replaceFile } from './replace-file.ts';

/** No link and no file too large to be read is written to. */
const isPlain = ({ mode, size }: SourceFile): boolean => mode !== '120000' && size === undefined;

/** Repairs filings on disk and says what was changed, file by file. Throws when the disk refuses. */
export function fixFilings(root: string, files: readonly SourceFile[], unitNamed: NamesUnit): string {
  const lines: string[] = [];
  let changed = 0;
  for (const source of files.filter(isPlain)) {
    const repaired = repairFiling(source.bytes, unitNamed);
    if ('why' in repaired) {
      lines.push(`${source.file}：没有改，${repaired.why}。`);
      continue;
    }
    if (repaired.repairs.length === 0) continue;
    withLock(root, () => replaceFile(join(root, source.file), new TextEncoder().encode(repaired.text)));
    changed += 1;
    lines.push(
      `${source.file}：`,
      ...repaired.repairs.map(
        ({ label, was, becomes }) => `  ${label}：${shown(was)} 改成 ${shown(becomes)}`,
      ),
    );
  }
  const end =
    changed === 0
      ? `看了 ${files.length} 份文件，没有能直接改好的。`
      : `改好了 ${changed} 份文件。别的要由人来改，见下面。`;
  return [...lines, end].join('\n');
}

/** Hostile text never reaches the terminal with its control characters. */
function shown(words: string): string {
  const plain = words.replace(/\p{C}/gu, '�');
  return `「${plain.length > 40 ? `${plain.slice(0, 40)}…` : plain}」`;
}
