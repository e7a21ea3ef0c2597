import { writeLines } from '../../src/filing/issue/line-notation.ts';
import { FIRST, PROMISES, QUESTIONS } from '../../src/filing/issue/questions.ts';
import type { Raw } from '../../src/text/raw.ts';

/** Values of a file, by label, as a clerk would type them into the issue form: what GitHub makes of it. */
export function issueBody(
  values: Readonly<Record<string, Raw>>,
  { fiscal, unit }: { readonly fiscal: '是' | '否'; readonly unit?: string },
  edit: Readonly<Record<string, string>> = {},
): string {
  const lead = values.牵头主体 as { readonly 类型: string; readonly 名称: string };
  const first: Readonly<Record<string, Raw | undefined>> = {
    [FIRST.leadType]: lead.类型,
    [FIRST.leadName]: lead.名称,
    [FIRST.stage]: values.建设阶段,
    [FIRST.fiscal]: fiscal,
    [FIRST.coordinator]: values.协调单位,
    [FIRST.unit]: unit,
  };
  const parts = QUESTIONS.map(({ label, definition }) => {
    const raw = first[label] ?? values[label];
    const typed = raw === undefined ? '' : definition ? writeLines(definition, raw) : String(raw);
    const said = edit[label] ?? typed;
    return `### ${label}\n\n${said === '' ? '_No response_' : said}`;
  });
  const promises = edit[PROMISES] ?? '- [X] 以上内容可以公开\n- [X] 不涉密承诺';
  return [...parts, `### ${PROMISES}\n\n${promises}`].join('\n\n');
}
