import { BODY_FIELDS, HEAD_FIELDS } from '../form/fields.ts';
import type { Form } from '../regulation/vocabulary.ts';
import type { Raw } from '../text/raw.ts';
import { writeFile } from '../text/write.ts';

/** What a filing is told by the register rather than by the person. */
export interface Stamp {
  readonly form: Form;
  /** 填报日期 */
  readonly today: string;
  /** 规则版本, from the office's settings. */
  readonly ruleVersion: string;
}

/** The text of a filing from values by label, in the order of the dictionary; nothing is written for what is open. */
export function composeFiling(
  values: Readonly<Record<string, Raw>>,
  { form, today, ruleVersion }: Stamp,
): string {
  const stamped: Readonly<Record<string, Raw>> = {
    填报日期: today,
    联系方式: '随纸质表报送',
    规则版本: ruleVersion,
    ...values,
    表式: form,
  };
  const given = (label: string): Raw | undefined => (stamped[label] === '' ? undefined : stamped[label]);
  const head = HEAD_FIELDS.flatMap(({ label }) => {
    const value = given(label);
    return value === undefined ? [] : [[label, value] as const];
  });
  const sections = BODY_FIELDS.flatMap(({ label }) => {
    const value = given(label);
    return typeof value === 'string' ? [{ title: label, text: value }] : [];
  });
  return writeFile(Object.fromEntries(head), sections);
}
