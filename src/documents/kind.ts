import { strFromU8 } from 'fflate';

/** What a handed-over document is, told by its bytes: its name may say anything. */
export type DocumentKind = 'docx' | 'pdf' | 'workbook' | 'text';

/** Kinds that nothing here reads, as the rest of a sentence that begins with the file's name. */
const REFUSED = {
  odt: '是 .odt 文档，这里读不了。另存为 .docx 或文本，或者把文字粘贴进来',
  slides: '是演示文稿，这里读不了。把里面的文字复制出来粘贴',
  archive: '是压缩包。解开以后，用里面的方案',
  oldWord: '是旧版 Word（.doc 或 .wps）文档，这里读不了。另存为 .docx，或者把文字粘贴进来',
  rich: '是写字板（.rtf）文档，这里读不了。另存为 .docx，或者把文字粘贴进来',
  page: '是网页文件，这里读不了。在浏览器里打开，把文字复制出来粘贴',
  picture: '是图片，里面的字读不出来。把文字打出来，或者用能复制文字的文件',
} as const;

/** The first bytes of files, where they tell the kind. */
const STARTS: readonly (readonly [
  start: string,
  kind: DocumentKind | keyof typeof REFUSED | 'zip' | 'ole',
])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'archive'],
  ['%PDF-', 'pdf'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'ole'],
  ['{\\rtf', 'rich'],
  ['\u0089PNG', 'picture'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['Rar!', 'archive'],
  ["7z\u00bc\u00af'\u001c", 'archive'],
  ['\u001f\u008b', 'archive'],
];
/** A web page, or a sheet that a program calls .xls and writes as one. */
const PAGE = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|table)\b/i;
/** A PDF may carry a few bytes in front of its mark. */
const PDF_WITHIN = 1024;

/** Names of parts that tell what a zip is. They stand in its list, unpacked. */
const PARTS: readonly (readonly [part: string, kind: DocumentKind | keyof typeof REFUSED])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook', 'workbook'],
  ['ppt/presentation.xml', 'slides'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'workbook'],
  ['application/vnd.oasis.opendocument.presentation', 'slides'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
];
/** An old Office file names its streams in UTF-16. */
const OLE_PARTS: readonly (readonly [part: string, kind: DocumentKind | keyof typeof REFUSED])[] = [
  ['Workbook', 'workbook'],
  ['Book', 'workbook'],
  ['WordDocument', 'oldWord'],
  ['PowerPoint Document', 'slides'],
];

/** The kind of a document, or why it is not read. */
export function kindOfDocument(bytes: Uint8Array): DocumentKind | { readonly fault: string } {
  const text = (from: number, to: number): string => strFromU8(bytes.subarray(from, to), true);
  const head = text(0, PDF_WITHIN);
  const start = STARTS.find(([mark]) => head.startsWith(mark))?.[1];
  if (start === 'zip') return named(partOf(text(0, bytes.length), PARTS) ?? 'archive');
  if (start === 'ole') return named(partOf(text(0, bytes.length), OLE_PARTS.map(inUtf16)) ?? 'oldWord');
  if (start !== undefined) return named(start);
  if (PAGE.test(head)) return named('page');
  return head.includes('%PDF-') ? 'pdf' : 'text';
}

function named(kind: DocumentKind | keyof typeof REFUSED): DocumentKind | { readonly fault: string } {
  return kind in REFUSED ? { fault: REFUSED[kind as keyof typeof REFUSED] } : (kind as DocumentKind);
}

function partOf<K>(text: string, parts: readonly (readonly [part: string, kind: K])[]): K | undefined {
  return parts.find(([part]) => text.includes(part))?.[1];
}

function inUtf16<K>([part, kind]: readonly [string, K]): readonly [string, K] {
  return [Array.from(part, (letter) => `${letter}\0`).join(''), kind];
}
