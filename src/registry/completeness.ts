import { clauseOf, DICTIONARY, type FieldDef, type FieldKey } from '../form/fields.ts';
import { MISSING } from '../form/kinds.ts';
import { clauseTitle } from '../regulation/index.ts';
import type { Form } from '../regulation/vocabulary.ts';
import type { Path, Problem, Severity } from '../text/finding.ts';
import { nearest } from '../text/nearest.ts';

/** The dictionary's own rules: they have no file of their own because every field entry is one. */
export const FIELD_RULES = {
  'field-missing': {
    severity: 'error',
    title: '必填的栏目都要填',
    why: '表上必填的栏目空着，办公室无法受理。',
    fix: '按栏目的说明和示例补填。',
  },
  'field-invalid': {
    severity: 'error',
    title: '栏目内容按规定的写法写',
    why: '写法不合，金额无法合计，日期无法比较，别人也会看错。',
    fix: '按提示改写；多数情况下提示里有改好的样子。',
  },
  'field-unknown': {
    severity: 'error',
    title: '只写表上有的栏目',
    why: '表上没有这一栏，写了也没有人看得到。',
    fix: '改成表上的栏目名；确要说明的内容写进正文。',
  },
  'field-expected': {
    severity: 'judgement',
    title: '应填的栏目最好填上',
    why: '办公室审核、查重和评价要用这些内容，空着多半会要求补正。',
    fix: '按栏目的说明和示例补填；确实没有的，向办公室说明。',
  },
  'field-other-form': {
    severity: 'warning',
    title: '不属于本表的栏目不写',
    why: '这一栏属于另一种表，打印的表上没有它的位置。',
    fix: '核对表式是否选对；选对了就删去这一栏。',
  },
} as const satisfies Record<string, { severity: Severity; title: string; why: string; fix: string }>;

type FieldRule = keyof typeof FIELD_RULES;

/** A field as it stands on a form: what is said about it cites that form's annex. */
export interface Cell {
  readonly definition: FieldDef;
  readonly form: Form | undefined;
}

function problem(
  rule: FieldRule,
  { definition, form }: Cell,
  path: Path,
  said: string,
  fix: string,
): Problem {
  const article = clauseTitle(clauseOf(definition, form));
  const severity = FIELD_RULES[rule].severity;
  return { rule, severity, path, message: `${said}（${article}）`, fix, article };
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
  return problem(
    'field-missing',
    cell,
    [definition.label],
    said,
    `填写，例如：\n${exampleLines(definition)}`,
  );
}

/** An issue of a schema inside a field. */
export function invalidField(
  cell: Cell,
  path: Path,
  issue: {
    readonly message: string;
    readonly suggest?: string | undefined;
    readonly note?: string | undefined;
    readonly unknown?: readonly string[];
  },
): Problem {
  const { definition } = cell;
  const where = describe(path);
  if (issue.unknown) {
    const parts = definition.type.parts ?? definition.type.item?.parts ?? [];
    const known = parts.map(({ label }) => `「${label}」`).join('');
    const said = `${where}：没有「${issue.unknown.join('」「')}」这一小项。`;
    const at = [...path, ...issue.unknown.slice(0, 1)];
    return problem('field-unknown', cell, at, said, `这里可以写的有${known}。`);
  }
  if (issue.message === MISSING) {
    const fix = `补上这一小项，例如：\n${exampleLines(definition)}`;
    return problem('field-missing', cell, path, `${where}：这一小项必填，还没有填。`, fix);
  }
  const example =
    issue.suggest === undefined ? `例如：\n${exampleLines(definition)}` : `改成「${issue.suggest}」`;
  const fix = issue.note === undefined ? example : `${issue.note}。${example}`;
  return problem('field-invalid', cell, path, `${where}：${issue.message}。`, fix);
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
  const article = '附件1、附件2';
  if (offPaper) {
    const said = `${label}：${offPaper.place === '封存' ? '属于个人信息，不写进公开文件' : '在打印的表上办理，不写进文件'}。`;
    return problem(
      'field-unknown',
      { definition: offPaper, form: undefined },
      path,
      said,
      '删去这一行；联系方式写「随纸质表报送」，或用 seal 命令封存。',
    );
  }
  const near = nearestLabel(label, written);
  const fix = near ? `改成「${near}」` : '删去这一行；要说明的内容写进正文。';
  const message = `${label}：表上没有这一栏${near ? `，是不是「${near}」` : ''}。（${article}）`;
  return { rule: 'field-unknown', severity: 'error', path, message, fix, article };
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
      yield problem(
        'field-expected',
        { definition, form },
        path,
        said,
        `填写，例如：\n${exampleLines(definition)}`,
      );
    }
    if (need === undefined && filled) {
      const belongs = Object.keys(definition.forms).join('、');
      const said = `${definition.label}：${form}没有这一栏，它属于${belongs}。`;
      yield problem('field-other-form', { definition, form }, path, said, '核对表式；选对了就删去这一栏。');
    }
  }
}
