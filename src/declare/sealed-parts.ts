import { type Filing, fieldOf } from '../form/fields.ts';
import { readEntry } from '../registry/read-entry.ts';
import { annexSealedAttachmentPresent } from '../rules/annex-sealed-attachment-present.ts';
import { type Finding, fieldName } from '../text/finding.ts';
import { type Draft, draftId, type SealedFacts } from './draft.ts';

/** What is looked at: the draft with the file that it makes, and the sealed attachments at hand. */
interface Looked {
  readonly draft: Draft;
  readonly file: string;
  readonly filing: Filing;
  readonly sealed: readonly SealedFacts[];
}

const UTF8 = new TextEncoder();

/** What is wrong with the sealed parts of a draft, as far as it shows without a key. */
export function sealedParts(looked: Looked): Finding[] {
  return [...contactElsewhere(looked), ...filesMissing(looked)];
}

/** What was sealed says inside for which file: when the unit changes, nobody can open it any more. */
function contactElsewhere({ draft, file }: Looked): Finding[] {
  const { sealed, sealedFor } = draft;
  if (sealed === undefined || sealedFor === undefined || sealedFor === draftId(draft)) return [];
  const { label } = fieldOf('contact');
  return [
    {
      ...atStart(file, label),
      rule: 'field-invalid',
      message: `${label}：申报单位改过，以前加密的打不开了，重新填写一次。`,
      article: '附件1、附件2',
      fix: '回到「联系方式」一步，点「重新填写联系方式」。',
    },
  ];
}

/** Sealed attachments that are neither in the registry nor at hand: the form would go without them. */
function filesMissing({ draft, file, filing: { attachments = [] }, sealed }: Looked): Finding[] {
  const id = draftId(draft);
  const filed = draft.filed ? readEntry(file, UTF8.encode(draft.filed.text)).entry.filing.attachments : [];
  const isThere = (name: string | undefined, sha256: string | undefined): boolean =>
    sealed.some((one) => one.name === name && one.sha256 === sha256 && one.sealedFor === id) ||
    (filed ?? []).some((one) => one.file === name && one.sha256 === sha256);
  const { label } = fieldOf('attachments');
  const { id: rule, article } = annexSealedAttachmentPresent;
  return attachments.flatMap(({ name, delivery, file: named, sha256 }, index) => {
    if (delivery !== '密封附件' || isThere(named, sha256)) return [];
    const why = named === undefined ? '还没有选要加密的文件' : '加密的文件不在这台电脑上';
    return [
      {
        ...atStart(file, fieldName([label, index, '文件'])),
        rule,
        message: `${label}：「${name}」是密封附件，${why}。`,
        article,
        fix: '选文件，在这台电脑上加密；不便加密的，「送达」改选「纸质」，写编号。',
      },
    ];
  });
}

function atStart(
  file: string,
  field: string,
): Pick<Finding, 'severity' | 'file' | 'line' | 'column' | 'field'> {
  return { severity: 'error', file, line: 1, column: 1, field };
}
