import { isAgeFile } from '../../form/age-file.ts';
import { idOf, sealedFile } from '../../registry/paths.ts';
import type { SourceFile } from '../../registry/source-file.ts';
import { type Finding, findingOf } from '../../text/finding.ts';
import { annexSealedAttachmentPresent } from '../annex-sealed-attachment-present.ts';
import { problemOf } from '../catalogue.ts';
import type { Facts } from './define-rule.ts';

const SEALED = /\.age$/;

/** A file that is called sealed and is not, and that its entry does not name: a named one is reported at the entry's line. */
export function unsealedFile({ file, bytes }: SourceFile, { entries }: Pick<Facts, 'entries'>): Finding[] {
  if (!SEALED.test(file) || isAgeFile(bytes)) return [];
  const id = idOf('sealed', file) ?? '';
  const named = entries.get(id)?.filing.attachments ?? [];
  if (named.some((one) => sealedFile(id, one.file ?? '') === file)) return [];
  const said = `附件：「${file}」不是用办公室公钥封存的文件，没有封存的文件人人看得到。`;
  const fix = '不要提交它；用 seal --attachment 命令封存以后再交。';
  return [findingOf(file, problemOf(annexSealedAttachmentPresent, ['附件'], said, { fix }))];
}
