import { isFiscal } from '../form/entry.ts';
import { readFiling } from '../form/entry-fields.ts';
import type { FieldType } from '../form/kinds.ts';
import { decideRoute } from '../regulation/routes.ts';
import { isRawMap, type Raw } from '../text/raw.ts';
import { interviewFields } from './interview-fields.ts';
import type { Answer } from './prompter.ts';
import type { Answered } from './recording.ts';
import { START_KEYS } from './start.ts';

/**
 * The answers that would have led to a filing as it lies: a guided filing that begins with them asks only what is
 * missing, and then shows all of it. What was left open, and may be, counts as answered so.
 */
export function seedAnswers(values: Readonly<Record<string, Raw>>, unit: string): readonly Answered[] {
  const filing = readFiling(values);
  const { lead, stage } = filing;
  const answers: [string, Answer][] = [
    [START_KEYS.unit, unit],
    [START_KEYS.fiscal, isFiscal(filing) ? '是' : '否'],
  ];
  if (lead) answers.push([START_KEYS.lead, lead.type], [START_KEYS.leadName, lead.name]);
  if (stage) answers.push([START_KEYS.stage, stage]);
  if (lead && stage) {
    const { form } = decideRoute({ lead: lead.type, stage, fiscal: isFiscal(filing) });
    for (const { definition, need } of interviewFields(form, stage)) {
      const value = values[definition.label];
      if (value === undefined && need === '必填') continue;
      answers.push(...answersOf(definition.type, value, definition.label));
    }
  }
  return answers.map(([key, answer]) => ({ key, question: key, answer }));
}

function answersOf(type: FieldType<unknown>, value: Raw | undefined, key: string): [string, Answer][] {
  if (type.kind === 'record') return [[`${key}/现在填`, value !== undefined], ...partsOf(type, value, key)];
  if (type.kind === 'list') return listOf(type, value, key);
  if (type.kind === 'choices') return [[key, wordsOf(value)]];
  if (type.kind === 'textList') return [[key, wordsOf(value).join('、')]];
  return [[key, typeof value === 'string' ? value : '']];
}

function partsOf(type: FieldType<unknown>, value: Raw | undefined, key: string): [string, Answer][] {
  if (!isRawMap(value)) return [];
  return (type.parts ?? []).flatMap(({ label, type: part }) =>
    answersOf(part, value[label], `${key}/${label}`),
  );
}

function listOf({ item }: FieldType<unknown>, value: Raw | undefined, key: string): [string, Answer][] {
  const items: readonly Raw[] = Array.isArray(value) ? value : [];
  const begun: [string, Answer] = [`${key}/现在填`, items.length > 0];
  if (!item) return [begun];
  const all = items.flatMap((one, at): [string, Answer][] => [
    ...partsOf(item, one, `${key}/${at}`),
    [`${key}/${at}/还有`, at < items.length - 1],
  ]);
  return [begun, ...all];
}

function wordsOf(value: Raw | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string')
    return value
      .split(/[、，,；;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
  return isRawMap(value) ? [] : value.map(String);
}
