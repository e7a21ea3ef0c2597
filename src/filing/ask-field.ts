import type { FieldType, PartInfo } from '../form/kinds.ts';
import type { Form } from '../regulation/vocabulary.ts';
import type { Path } from '../text/finding.ts';
import type { Raw, RawMap } from '../text/raw.ts';
import { type Asked, checkAnswer } from './check-answer.ts';
import { type InterviewField, isAsked } from './interview-fields.ts';
import type { Prompter } from './prompter.ts';

const SKIP = '';

/** Asks one field in the way of its kind; '' when it was left open. */
export async function askField(
  prompter: Prompter,
  form: Form,
  { definition, need }: InterviewField,
): Promise<Raw> {
  const required = need === '必填';
  const unit = definition.unit === undefined ? '' : `（${definition.unit}）`;
  const message = `${definition.label}${unit}【${need}】${definition.hint}`;
  const asked: Asked = { definition, form, type: definition.type, path: [definition.label], required };
  return ask(prompter, asked, message);
}

type Ask = (prompter: Prompter, asked: Asked, message: string) => Promise<Raw>;

const BY_KIND: Readonly<Record<string, Ask>> = {
  choice: askChoice,
  yesNo: askChoice,
  choices: askChoices,
  record: askRecord,
  list: askList,
};

function ask(prompter: Prompter, asked: Asked, message: string): Promise<Raw> {
  return (BY_KIND[asked.type.kind] ?? askText)(prompter, asked, message);
}

async function askText(prompter: Prompter, asked: Asked, message: string): Promise<Raw> {
  const { definition, type, required } = asked;
  const example =
    type.example ??
    (type === definition.type ? definition.example.replace(/^- /gm, '').replaceAll('\n', '、') : '');
  const words = type.kind === 'textList' ? '几项之间用顿号隔开。' : '';
  const input = await prompter.text({
    message: `${message}${words}`,
    placeholder: `${example === '' ? '' : `例如 ${example}`}${required ? '' : '（可以空着）'}`,
    long: definition.place === '正文',
    validate: (text) => {
      const checked = checkAnswer(asked, text);
      return 'message' in checked ? checked.message : undefined;
    },
  });
  const checked = checkAnswer(asked, input);
  const value = 'value' in checked ? checked.value : SKIP;
  if (typeof value === 'string' && value !== input.trim())
    prompter.say(`${asked.path.at(-1)}：记作 ${value}`);
  return value;
}

async function askChoice(prompter: Prompter, asked: Asked, message: string): Promise<Raw> {
  const options = (asked.type.options ?? []).map((word) => ({ value: word, label: word }));
  const skip = asked.required ? [] : [{ value: SKIP, label: '（先不填）' }];
  return prompter.choose({ message, options: [...options, ...skip] });
}

async function askChoices(prompter: Prompter, asked: Asked, message: string): Promise<Raw> {
  const options = (asked.type.options ?? []).map((word) => ({ value: word, label: word }));
  const chosen = await prompter.chooseMany({ message, options, required: asked.required });
  if (chosen.length > 1 && asked.definition.key === 'categories') return mainFirst(prompter, asked, chosen);
  return chosen.length === 0 ? SKIP : chosen;
}

/** The first category is the main one, whatever the order of choosing. */
async function mainFirst(prompter: Prompter, { definition }: Asked, chosen: readonly string[]): Promise<Raw> {
  const options = chosen.map((word) => ({ value: word, label: word }));
  const main = await prompter.choose({ message: `${definition.label}：哪一类是主要的？`, options });
  return [main, ...chosen.filter((word) => word !== main)];
}

async function askRecord(prompter: Prompter, asked: Asked, message: string): Promise<Raw> {
  if (!asked.required && !(await prompter.confirm(`${message}现在填吗？`))) return SKIP;
  if (asked.required) prompter.say(message);
  return askParts(prompter, asked, asked.path, '');
}

async function askParts(prompter: Prompter, asked: Asked, path: Path, place: string): Promise<Raw> {
  const record: Record<string, Raw> = {};
  for (const part of asked.type.parts ?? []) {
    if (!isAsked(asked.definition.askedParts?.[part.label], record)) continue;
    const value = await askPart(prompter, asked, part, [...path, part.label], place);
    if (value !== SKIP) record[part.label] = value;
  }
  return Object.keys(record).length === 0 ? SKIP : record;
}

function askPart(prompter: Prompter, asked: Asked, part: PartInfo, path: Path, place: string): Promise<Raw> {
  const unit = part.type.kind === 'money' ? '（万元）' : '';
  const need = part.optional ? '【选填】' : '';
  const message = `${asked.definition.label}${place} · ${part.label}${unit}${need}`;
  return ask(prompter, { ...asked, type: part.type, path, required: !part.optional }, message);
}

async function askList(prompter: Prompter, asked: Asked, message: string): Promise<Raw> {
  if (!asked.required && !(await prompter.confirm(`${message}现在填吗？`))) return SKIP;
  if (asked.required) prompter.say(message);
  const { item } = asked.type;
  const items: Raw[] = [];
  while (item) {
    const place = ` 第 ${items.length + 1} 项`;
    const value = await askParts(
      prompter,
      { ...asked, type: item as FieldType<unknown> },
      [...asked.path, items.length],
      place,
    );
    if (value !== SKIP) items.push(value);
    if (
      !(await prompter.confirm(`${asked.definition.label}：已填 ${items.length} 项，还有下一项吗？`, false))
    )
      break;
  }
  return items.length === 0 ? SKIP : items;
}

/** A map without what was left open. */
export function filled(values: Readonly<Record<string, Raw>>): RawMap {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== SKIP));
}
