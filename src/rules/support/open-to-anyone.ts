import type { Office } from '../../registry/office.ts';
import { idOf } from '../../registry/paths.ts';
import type { ReadEntry } from '../../registry/read-entry.ts';
import type { SourceFile } from '../../registry/source-file.ts';
import { opensToAnyone } from '../../sealing/open-to-anyone.ts';
import { type Finding, findingOf } from '../../text/finding.ts';
import { problem } from '../catalogue.ts';
import type { Facts } from './define-rule.ts';

const CONTACT = '联系方式';
const FIX = {
  contact: '写「随纸质表报送」，或用 seal 命令重新封存；已经提交的，请办公室按「安全说明」处理。',
  attachment: '删去它，用 seal --attachment 重新封存；已经提交的，请办公室按「安全说明」处理。',
} as const;

/**
 * What is sealed to the demonstration key in a registry that is meant for real: it looks sealed, and anyone opens it.
 * Demonstration filings may be, and nothing is said while the registry itself still is a demonstration.
 */
export function contactOpenToAnyone({ entry, parsed }: ReadEntry, office: Office | undefined): Finding[] {
  const { contact, demo } = entry.filing;
  if (!office || office.demo || demo === true) return [];
  if (contact === undefined || !opensToAnyone(contact)) return [];
  const said = `${CONTACT}：这段密文是用演示公钥封存的，它的私钥人人可见，等于没有封存`;
  const found = problem('sealed-open', [CONTACT], said, { fix: FIX.contact });
  return [findingOf(entry.file, found, parsed.locate)];
}

/** The same of a sealed attachment of a real filing. */
export function fileOpenToAnyone(
  { file, bytes }: SourceFile,
  office: Office | undefined,
  { entries }: Pick<Facts, 'entries'>,
): Finding[] {
  if (!office || office.demo || !file.endsWith('.age')) return [];
  const entry = entries.get(idOf('sealed', file) ?? '');
  if (!entry || entry.filing.demo === true || !opensToAnyone(bytes)) return [];
  const said = `附件：「${file}」是用演示公钥封存的，它的私钥人人可见，等于没有封存`;
  return [findingOf(file, problem('sealed-open', [], said, { fix: FIX.attachment }))];
}
