import { type FieldType, patterned } from './kinds.ts';

/**
 * The one grammar of names: codes of units, file names of filings and references, and so the ids made of them. Lower
 * case letters, digits and hyphens, as `new` writes them: an id stands in addresses of pages, in other people's
 * filings and is read out on the telephone, where dots and underscores get lost.
 */

/** Longest path below the registry folder; Windows allows 260 with everything above it. */
export const MAX_PATH = 100;
/** Longest id: the records have the longest path that is made of it. */
export const MAX_ID = MAX_PATH - 'records/.yaml'.length;

/** Names that Windows keeps for its devices, also with an ending behind them. */
const DEVICE = '(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?![a-z0-9-]))';
const NAME = `${DEVICE}[a-z0-9][a-z0-9-]*`;
const ENTRY_ID = new RegExp(`^(?=.{3,${MAX_ID}}$)${NAME}/${NAME}$`);
const FOLDER_NAME = new RegExp(`^${NAME}$`);
const SEALED_NAME = new RegExp(`^${DEVICE}[a-z0-9][a-z0-9._-]*\\.age$`);

/** `<unit>/<slug>` of a filing, or `references/<slug>`. */
export function isEntryId(text: string): boolean {
  return ENTRY_ID.test(text);
}

/** The code of a unit. `references` is the first half of other ids. */
export function isUnitCode(text: string): boolean {
  return FOLDER_NAME.test(text) && text !== 'references';
}

/** The file name of a sealed attachment, in the folder of its filing: nothing that leads elsewhere. */
export function isSealedName(text: string): boolean {
  return SEALED_NAME.test(text);
}

/** A field that names another entry. */
export function entryId(): FieldType<string> {
  return patterned(
    'entryId',
    ENTRY_ID,
    '写成「单位代码/文件名」，就是项目页网址末尾的那一段',
    'jingba-lu/zhi-hui-yang-lao-k7q2',
  );
}
