import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { LedgerError } from './grid.ts';
import { LIMITS } from './limits.ts';
import { type HiddenInSheet, hiddenInOds } from './ods-hidden.ts';
import { countFilledRows, refuseLong, refuseRepeated } from './row-count.ts';
import { tameSheet } from './tame.ts';

/** Pictures and things pasted in; of what else nobody looks at, only small parts are unpacked, as the list of parts wants them. */
const PICTURE =
  /\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?|vml|ole|docx?|pdf|svg)$|^(?:Pictures|ObjectReplacements|Thumbnails)\//i;
const MOST_ELSE = 1024 * 1024;
/** Parts that hold cells, their looks, or where the other parts are. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|mimetype|META-INF\/manifest\.xml|content\.xml|styles\.xml|meta\.xml|settings\.xml|docProps\/app\.xml|xl\/(?:workbook\.(?:xml|bin)|sharedStrings\.(?:xml|bin)|styles\.(?:xml|bin)|_rels\/[^/]+\.rels|(?:work|chart|macro|dialog)sheets\/(?:_rels\/)?[^/]+))$/i;
/** Parts that hold rows. */
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const HIDING = ['hidden=', ' ht="0"', ' width="0"'];
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const TOO_LARGE = `这个文件展开以后超过 ${LIMITS.unpacked / 1024 / 1024} MB，不像台账，没有读：删去图片和空白行列，或分成几个文件，再导入。`;

/** A packed workbook with nothing in it but what is read. */
export interface TrimmedWorkbook {
  readonly bytes: Uint8Array;
  /** Some row or column may be hidden; to find out which costs the reader half as much again. */
  readonly hides: boolean;
  /** What an OpenDocument workbook hides, by the name of the sheet. */
  readonly hidden: ReadonlyMap<string, HiddenInSheet>;
}

/** Bounds a packed workbook, takes its CDATA away, and says the kinds of its parts where its program did not. */
export function trimWorkbook(bytes: Uint8Array): TrimmedWorkbook {
  const parts = unpack(bytes);
  if (parts.has('EncryptedPackage'))
    throw new LedgerError('这个工作簿带密码：在表格软件里去掉密码，再导入。');
  const stranger = notAWorkbook(bytes, parts);
  if (stranger !== undefined) throw new LedgerError(stranger);
  const sheets = [...parts].filter(([name]) => SHEET.test(name));
  refuseLong(sheets.reduce((rows, [, part]) => rows + countFilledRows(part), 0));
  const content = parts.get('content.xml');
  const text = content && strFromU8(content);
  if (text) refuseRepeated(text);
  const kept: Zippable = {};
  for (const [name, part] of parts)
    kept[name] = [withoutCdata(name, SHEET.test(name) ? tameSheet(part) : part), { level: 0 }];
  const types = parts.get('[Content_Types].xml');
  if (types)
    kept['[Content_Types].xml'] = [strToU8(withKinds(strFromU8(types), [...parts.keys()])), { level: 0 }];
  const hides = [...parts].some(
    ([name, part]) => !/^xl\/sharedStrings/i.test(name) && HIDING.some((word) => contains(part, word)),
  );
  const hidden: TrimmedWorkbook['hidden'] = text ? hiddenInOds(text) : new Map();
  return { bytes: zipSync(kept), hides: hides || !parts.has('xl/workbook.xml'), hidden };
}

/** What a packed file is that holds no workbook. */
function notAWorkbook(bytes: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  if ([...parts.keys()].some((name) => /^xl\/workbook\.|^content\.xml$/i.test(name))) return undefined;
  const names = namesIn(bytes);
  if (names.some((name) => name.startsWith('word/')))
    return '这是文字文档（.docx），不是表格：把里面的表复制到表格软件里，存成 .xlsx，再导入。';
  if (names.some((name) => /\.(?:xlsx?|csv|et|ods)$/i.test(name)))
    return '这是压缩包，不是表格：解开以后，导入里面的台账。';
  return undefined;
}

function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  return names;
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  let tooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NEEDED.test(name) && (PICTURE.test(name) || originalSize > MOST_ELSE)) return false;
        total += originalSize;
        tooLarge ||= total > LIMITS.unpacked;
        return !tooLarge;
      },
    });
    if (!tooLarge) return new Map(Object.entries(parts));
  } catch {
    throw new LedgerError('这个工作簿不完整，读不出来：用表格软件打开，另存为 .xlsx，再导入。');
  }
  throw new LedgerError(TOO_LARGE);
}

/** The workbook reader takes CDATA for tags: 「<![CDATA[示例]]>区」 would lose its first half. */
function withoutCdata(name: string, part: Uint8Array): Uint8Array {
  if (!/\.xml$/i.test(name) || !contains(part, '![CDATA[')) return part;
  return strToU8(strFromU8(part).replace(CDATA, (_, text: string) => escapeXml(text)));
}

/** Whether the ASCII word stands in the bytes. */
function contains(part: Uint8Array, word: string): boolean {
  const codes = strToU8(word);
  const [first = 0] = codes;
  for (let at = part.indexOf(first); at >= 0; at = part.indexOf(first, at + 1)) {
    if (codes.every((code, index) => part[at + index] === code)) return true;
  }
  return false;
}

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/i, `${SPREADSHEET}.sheet.main+xml`],
  [/^xl\/worksheets\/[^/]+\.xml$/i, `${SPREADSHEET}.worksheet+xml`],
  [/^xl\/sharedStrings\.xml$/i, `${SPREADSHEET}.sharedStrings+xml`],
  [/^xl\/styles\.xml$/i, `${SPREADSHEET}.styles+xml`],
];

/** Some programs leave out what a part is, and the workbook reader then passes over its texts or its sheets. */
function withKinds(types: string, names: readonly string[]): string {
  const missing = names.flatMap((name) => {
    const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
    const said = types.toLowerCase().includes(`partname="/${name.toLowerCase()}"`);
    return kind === undefined || said
      ? []
      : `<Override PartName="/${escapeXml(name)}" ContentType="${kind}"/>`;
  });
  return missing.length === 0
    ? types
    : types.replace(/<\/(?:\w+:)?Types>\s*$/, (end) => missing.join('') + end);
}
