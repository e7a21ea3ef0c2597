import { check } from '../../src/check.ts';
import { composeFiling, type Stamp } from '../../src/filing/compose.ts';
import type { Around, Interviewed } from '../../src/filing/interview.ts';
import { isKind, projectFile } from '../../src/registry/paths.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';

/** Where a filing lies while it is being answered: in its unit's folder, under a name that no file has. */
const UNNAMED = 'zheng-zai-tian-xie';
const UTF8 = new TextEncoder();
/** What can only be judged beside all other filings, which is done when the file is written. */
const BESIDE_OTHERS: readonly string[] = ['前期项目', '查重说明'];

/**
 * What a guided filing asks of the registry: what the rules say of one answer, and what is like it. The text is that of
 * the file as it would be written.
 */
export function aroundOf(
  files: readonly SourceFile[],
  stamp: Omit<Stamp, 'form'>,
  textOf: (filing: Interviewed) => string = (filing) =>
    composeFiling(filing.values, { ...stamp, form: filing.route.form }),
  id?: string,
): Required<Pick<Around, 'judge' | 'compare'>> {
  const settings = files.filter(({ file }) => isKind('settings', file));
  const placed = (filing: Interviewed): SourceFile => ({
    file: projectFile(id ?? `${filing.unit}/${UNNAMED}`),
    bytes: UTF8.encode(textOf(filing)),
  });
  const beside = (filing: Interviewed, others: readonly SourceFile[], compares: boolean) => {
    const draft = placed(filing);
    const rest = others.filter(({ file }) => file !== draft.file);
    const options = { today: stamp.today, only: new Set([draft.file]) };
    return check([...rest, draft], compares ? options : { ...options, similarity: { compare: '不查' } });
  };
  return {
    judge: (filing, label) => {
      if (BESIDE_OTHERS.includes(label)) return [];
      return beside(filing, settings, false)
        .findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'field-missing')
        .filter(({ field }) => field === label || field.startsWith(`${label}.`))
        .map(({ message }) => message);
    },
    compare: (filing) => beside(filing, files, true).similar[0]?.comparison,
  };
}
