import type { ReadRegistry } from '../../registry/facts.ts';
import { sealedFolder } from '../../registry/paths.ts';
import type { ReadEntry } from '../../registry/read-entry.ts';
import type { SourceFile } from '../../registry/source-file.ts';
import { opensToAnyone } from '../../sealing/open-to-anyone.ts';
import { type Finding, findingOf } from '../../text/finding.ts';
import { problem } from '../catalogue.ts';

const CONTACT = '联系方式';
const FIX = {
  contact: '写「随纸质表报送」，或用 seal 命令重新封存；已经提交的，请办公室按「安全说明」处理。',
  attachment: '删去它，用 seal --attachment 重新封存；已经提交的，请办公室按「安全说明」处理。',
} as const;

/**
 * What is sealed to the demonstration key in a registry that is meant for real: it looks sealed, and anyone opens it.
 * Demonstration filings may be, and nothing is said while the registry itself still is a demonstration.
 */
export function openToAnyone(
  { office, projects }: Pick<ReadRegistry, 'office' | 'projects'>,
  files: readonly SourceFile[],
  isJudged: (file: string) => boolean,
): Finding[] {
  if (!office || office.demo) return [];
  const real = projects.filter(({ entry }) => entry.filing.demo !== true);
  const folders = new Set(real.map(({ entry }) => sealedFolder(entry.id)));
  const isOfReal = (file: string): boolean => folders.has(file.slice(0, file.lastIndexOf('/')));
  return [
    ...real.filter(({ entry }) => isJudged(entry.file)).flatMap(ofContact),
    ...files
      .filter(({ file }) => file.endsWith('.age') && isJudged(file) && isOfReal(file))
      .flatMap(ofAttachment),
  ];
}

function ofContact({ entry, parsed }: ReadEntry): Finding[] {
  const { contact } = entry.filing;
  if (contact === undefined || !opensToAnyone(contact)) return [];
  const said = `${CONTACT}：这段密文是用演示公钥封存的，它的私钥人人可见，等于没有封存`;
  const found = problem('sealed-open', [CONTACT], said, { fix: FIX.contact });
  return [findingOf(entry.file, found, parsed.locate)];
}

function ofAttachment({ file, bytes }: SourceFile): Finding[] {
  if (!opensToAnyone(bytes)) return [];
  const said = `附件：「${file}」是用演示公钥封存的，它的私钥人人可见，等于没有封存`;
  return [findingOf(file, problem('sealed-open', [], said, { fix: FIX.attachment }))];
}
