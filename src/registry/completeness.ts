import { clauseOf, DICTIONARY, type FieldDef, type FieldKey } from '../form/fields.ts';
import type { FieldIssue } from '../form/read-fields.ts';
import type { ValueIssue } from '../form/read-value.ts';
import { clauseTitle } from '../regulation/index.ts';
import type { Form } from '../regulation/vocabulary.ts';
import { problem, type RuleId } from '../rules/catalogue.ts';
import type { Path, Problem } from '../text/finding.ts';
import { nearest } from '../text/nearest.ts';

type FieldRule = Extract<RuleId, `field-${string}`>;

/** A field as it stands on a form: what is said about it cites that form's annex. */
export interface Cell {
  readonly definition: FieldDef;
  readonly form: Form | undefined;
}

/** A problem of a field cites the annex of the form. `since` is the field's own day, where it asks for more. */
function cellProblem(
  rule: FieldRule,
  { definition, form }: Cell,
  path: Path,
  said: string,
  fix: string,
  since?: string,
): Problem {
  const article = clauseTitle(clauseOf(definition, form));
  return problem(rule, path, said, { fix, article, since });
}

/** An example as it stands in the file: behind the label, or on the lines under it. */
export function exampleLines(definition: Pick<FieldDef, 'label' | 'example' | 'place'>): string {
  if (definition.place === '正文') return `## ${definition.label}\n\n${definition.example}`;
  if (!definition.example.includes('\n') && !/^(- |[^：:\s]+: )/.test(definition.example)) {
    return `${definition.label}: ${definition.example}`;
  }
  return `${definition.label}:\n${definition.example.replace(/^/gm, '  ')}`;
}

/** A required field that is not there. */
export function missingField(cell: Cell): Problem {
  const { definition } = cell;
  const said = `${definition.label}：这一栏必填，还没有填。${definition.hint}`;
  return cellProblem(
    'field-missing',
    cell,
    [definition.label],
    said,
    `填写，例如：\n${exampleLines(definition)}`,
    definition.since,
  );
}

/** An issue inside a field. */
export function invalidField(cell: Cell, path: Path, issue: Omit<ValueIssue, 'path'>): Problem {
  const { definition } = cell;
  const where = describe(path);
  if (issue.unknown) {
    const parts = definition.type.parts ?? definition.type.item?.parts ?? [];
    const known = parts.map(({ label }) => `「${label}」`).join('');
    const at = [...path, ...issue.unknown.slice(0, 1)];
    return cellProblem('field-unknown', cell, at, `${where}：${issue.message}。`, `这里可以写的有${known}。`);
  }
  if (issue.kind === 'part-missing') {
    const fix = `补上这一小项，例如：\n${exampleLines(definition)}`;
    return cellProblem('field-missing', cell, path, `${where}：这一小项必填，还没有填。`, fix);
  }
  const example =
    issue.suggest === undefined ? `例如：\n${exampleLines(definition)}` : `改成「${issue.suggest}」`;
  const fix = issue.note === undefined ? example : `${issue.note}。${example}`;
  return cellProblem('field-invalid', cell, path, `${where}：${issue.message}。`, fix);
}

function describe(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : step))
    .join(' ')
    .trim();
}

/** A key that the form does not have. */
export function unknownField(label: string, written: readonly string[]): Problem {
  const offPaper = DICTIONARY.find((definition) => definition.label === label);
  const path = [label];
  if (offPaper) {
    const said = `${label}：${offPaper.place === '封存' ? '属于个人信息，不写进公开文件' : '在打印的表上办理，不写进文件'}。`;
    return cellProblem(
      'field-unknown',
      { definition: offPaper, form: undefined },
      path,
      said,
      '删去这一行；联系方式写「随纸质表报送」，或用 seal 命令封存。',
    );
  }
  const near = nearestLabel(label, written);
  const fix = near ? `改成「${near}」` : '删去这一行；要说明的内容写进正文。';
  const said = `${label}：表上没有这一栏${near ? `，是不是「${near}」` : ''}。`;
  return problem('field-unknown', path, said, { fix });
}

/** The label not yet used that is nearest to what was written. */
function nearestLabel(written: string, used: readonly string[]): string | undefined {
  const open = DICTIONARY.filter(({ place, label }) => {
    return (place === '表头' || place === '正文') && !used.includes(label);
  });
  return nearest(
    written,
    open.map(({ label }) => label),
  );
}

/** An issue of an entry in words. `written`: the labels that stand in the file. */
export function fieldProblem(
  issue: FieldIssue<FieldDef>,
  form: Form | undefined,
  written: readonly string[],
): Problem {
  if (issue.kind === 'unknown') return unknownField(issue.path[0], written);
  const cell = { definition: issue.definition, form };
  return issue.kind === 'missing' ? missingField(cell) : invalidField(cell, issue.path, issue);
}

/** Fields that this form 应填 and are absent, and fields that belong to another form. */
export function* judgeNeeds(
  form: Form,
  isFilled: (key: FieldKey) => boolean,
  fields: readonly FieldDef[],
): Iterable<Problem> {
  for (const definition of fields) {
    const filled = isFilled(definition.key as FieldKey);
    const need = definition.forms[form];
    const path = [definition.label];
    if (need === '应填' && !filled) {
      const said = `${definition.label}：这一栏还没有填。${definition.hint}`;
      yield cellProblem(
        'field-expected',
        { definition, form },
        path,
        said,
        `填写，例如：\n${exampleLines(definition)}`,
        definition.since,
      );
    }
    if (need === undefined && filled) {
      const belongs = Object.keys(definition.forms).join('、');
      // What only 备案表 has is about what is built: of the others the office learns it later.
      const [said, fix] =
        belongs === '备案表'
          ? [
              `${definition.label}：建成以后由办公室记「完工」，${form}不用填这一栏。`,
              '删去这一栏；填报时已经建成的，表式改成「备案表」。',
            ]
          : [`${definition.label}：${form}没有这一栏，它属于${belongs}。`, '核对表式；选对了就删去这一栏。'];
      yield cellProblem('field-other-form', { definition, form }, path, said, fix);
    }
  }
}
