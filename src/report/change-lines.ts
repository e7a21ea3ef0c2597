import type { Reported } from './index.ts';

/** What a judged change says besides its findings: what changed in words, and notes. Empty for a plain check. */
export function changeLines({ changes = [], notes = [] }: Reported): readonly string[] {
  const words = changes.flatMap(({ file, fields }) => fields.map((field) => `${file}：${field.words}`));
  return [...words, ...notes];
}

/** Of older debt so much is listed for people; the JSON report has all of it. */
const SHOWN = 20;

/** Older debt as a section of its own: nobody has to mend it before the filing is received. Undefined without any. */
export function debtSection({
  debt = [],
  changes,
}: Reported): { title: string; lines: string[] } | undefined {
  if (debt.length === 0) return undefined;
  const lines = debt.slice(0, SHOWN).map(({ file, line, message, since }) => {
    return `${file}:${line}  ${message}${since === undefined ? '' : `（${since} 起的要求）`}`;
  });
  const more = debt.length - lines.length;
  return {
    title: `${changes ? '没有改动的文件里原有的，' : ''}以前填报的、按新要求还缺的（不影响受理）`,
    lines: more > 0 ? [...lines, `还有 ${more} 处，用 --format json 看全部。`] : lines,
  };
}
