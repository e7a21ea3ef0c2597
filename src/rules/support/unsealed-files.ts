import { isAgeFile } from '../../form/age-file.ts';
import type { Entry } from '../../form/entry.ts';
import type { SourceFile } from '../../registry/source-file.ts';
import { type Finding, findingOf } from '../../text/finding.ts';
import { annexSealedAttachmentPresent } from '../annex-sealed-attachment-present.ts';
import { problemOf } from '../catalogue.ts';

const SEALED = /\.age$/;

/** Files that are called sealed and are not, and that no entry names: named ones are reported at the entry's line. */
export function unsealedFiles(files: readonly SourceFile[], entries: readonly Entry[]): Finding[] {
  const suspects = files.filter(({ file, bytes }) => SEALED.test(file) && !isAgeFile(bytes));
  if (suspects.length === 0) return [];
  const named = new Set(
    entries.flatMap(({ id, filing }) =>
      (filing.attachments ?? []).map(({ file }) => `projects/${id}/${file ?? ''}`),
    ),
  );
  return suspects.filter(({ file }) => !named.has(file)).map(({ file }) => unsealed(file));
}

function unsealed(file: string): Finding {
  const said = `附件：「${file}」不是用办公室公钥封存的文件，没有封存的文件人人看得到。`;
  const fix = '不要提交它；用 seal --attachment 命令封存以后再交。';
  const problem = problemOf(annexSealedAttachmentPresent, ['附件'], said, { fix });
  return findingOf(file, problem);
}
