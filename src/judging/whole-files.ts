import { hasPlace, isKind, nameProblem } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { problem } from '../rules/catalogue.ts';
import { decode, MAX_BYTES } from '../text/decode.ts';
import { type Finding, findingOf } from '../text/finding.ts';
import { readFast } from '../text/head.ts';
import { oncePerFile } from '../text/once-per-file.ts';
import { pathTextProblems, settingsTextProblems, valueProblems } from '../text/text-rules.ts';

/** A name that is to be put right, or that says what must not be public; the file is judged all the same. */
export function judgeName({ file }: SourceFile): Finding[] {
  const wrong = nameProblem(file);
  return [...(wrong ? [wrong] : []), ...pathTextProblems(file)].map((one) => findingOf(file, one));
}

/** What must not stand in a public file, in the office's own files as in everybody's. */
export const judgeWords: (file: string, bytes: Uint8Array) => readonly Finding[] = oncePerFile(
  (file, bytes) => {
    const { text } = decode(bytes, bytes.length);
    const ofText = settingsTextProblems(text);
    const values = isKind('settings', file) ? valueProblems(readFast(text) ?? {}, text, ofText) : [];
    return [...ofText, ...values].map((one) => findingOf(file, one));
  },
);

/** The same in a file that is refused, as far as it is text at all. */
export function judgeRefusedWords(source: SourceFile): readonly Finding[] {
  return isText(source) ? judgeWords(source.file, source.bytes) : [];
}

function isText({ file, mode = '100644', bytes }: SourceFile): boolean {
  return /\.(?:md|yaml)$/.test(file) && mode.startsWith('100') && bytes.length <= MAX_BYTES;
}

const STRAY_FIX =
  '项目文件放在 projects/单位代码/项目.md，参考项目放在 references/项目.md，其他材料送办公室。';

/** A file that nobody will read, because it does not lie where the registry looks. */
export function strayFile({ file }: SourceFile): Finding[] {
  if (hasPlace(file)) return [];
  const said = `文件位置：登记库里没有放「${file}」这种文件的地方，放在这里没有人读得到。`;
  return [findingOf(file, problem('file-place', [], said, { fix: STRAY_FIX }))];
}
