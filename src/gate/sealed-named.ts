import type { Reading } from '../judging/subject.ts';
import { idOf, isKind, projectFile, sealedFile } from '../registry/paths.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import type { Touched } from './touched.ts';

/**
 * Sealed attachments that the change brings, or leaves behind, and that no filing names: the office opens what stands in
 * 附件 and nothing else. `names` are the files of the base.
 */
export function judgeSealed(
  touched: readonly Touched[],
  { project, refusal, source }: Pick<Reading, 'project' | 'refusal' | 'source'>,
  names: () => Iterable<string>,
): Finding[] {
  const brought = touched.filter(({ file, after }) => after && isKind('sealed', file) && !refusal(file));
  const gone = new Set(
    touched.flatMap(({ file, after }) =>
      isKind('project', file) && !after ? (idOf('project', file) ?? []) : [],
    ),
  );
  const left =
    gone.size === 0
      ? []
      : [...names()].filter((file) => gone.has(idOf('sealed', file) ?? '') && source(file));
  return [...new Set([...brought.map(({ file }) => file), ...left])].flatMap((file) => {
    const id = idOf('sealed', file) ?? '';
    const entry = project(projectFile(id))?.entry;
    if (!entry)
      return [
        changeFinding('change-sealed-named', file, `附件：「${file}」没有对应的项目文件，没有人会打开它`),
      ];
    const isNamed = entry.filing.attachments?.some((one) => sealedFile(id, one.file ?? '') === file);
    return isNamed
      ? []
      : [
          changeFinding(
            'change-sealed-named',
            file,
            `附件：「${file}」没有写在项目文件的「附件」里，没有人会打开它`,
          ),
        ];
  });
}
