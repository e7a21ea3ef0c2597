import type { FieldType, PartInfo } from '../form/kinds.ts';
import { formatWan, parseWan } from '../form/money.ts';
import type { Form } from '../regulation/vocabulary.ts';
import type { Path } from '../text/finding.ts';
import { isRawMap, type Raw, type RawMap } from '../text/raw.ts';
import { type Asked, checkAnswer } from './check-answer.ts';
import { type InterviewField, isAsked } from './interview-fields.ts';
import type { Prompter } from './prompter.ts';

const SKIP = '';
/** 1 亿元 in 分: 元 taken for 万元 is the commonest slip. */
const LARGE_FEN = 10_000 * 1_000_000;

/** Asks one field in the way of its kind; '' when it was left open. `given`: parts of a list's item that are known and not asked. */
export async function askField(
  prompter: Prompter,
  form: Form,
  { definition, need }: InterviewField,
  given: Given = () => ({}),
): Promise<Raw> {
  const required = need === '必填';
  const unit = definition.unit === undefined ? '' : `（${definition.unit}）`;
  const message = `${definition.label}${unit}【${need}】${definition.hint}`;
  const asked: Asking = {
    definition,
    form,
    type: definition.type,
    path: [definition.label],
    required,
    wanted: need !== '选填',
    given,
  };
  return ask(prompter, asked, message);
}

interface Asking extends Asked {
  /** A bare Enter begins it: the form wants it, though it can be done without. */
  readonly wanted: boolean;
  readonly given: Given;
}

/** What is known of an item of a list, by its place from 0. */
export type Given = (at: number) => RawMap;

type Ask = (prompter: Prompter, asked: Asking, message: string) => Promise<Raw>;

const BY_KIND: Readonly<Record<string, Ask>> = {
  choice: askChoice,
  yesNo: askChoice,
  choices: askChoices,
  record: askRecord,
  list: askList,
};

const keyOf = ({ path }: Asked): string => path.join('/');

function ask(prompter: Prompter, asked: Asking, message: string): Promise<Raw> {
  return (BY_KIND[asked.type.kind] ?? askText)(prompter, asked, message);
}

async function askText(prompter: Prompter, asked: Asking, message: string): Promise<Raw> {
  const { definition, type, required } = asked;
  const example =
    type.example ??
    (type === definition.type ? definition.example.replace(/^- /gm, '').replaceAll('\n', '、') : '');
  const words = type.kind === 'textList' ? '几项之间用顿号隔开。' : '';
  const input = await prompter.text({
    key: keyOf(asked),
    message: `${message}${words}`,
    placeholder: `${example === '' ? '' : `例如 ${example}`}${required ? '' : '（可以空着）'}`,
    long: definition.place === '正文',
    validate: (text) => {
      const checked = checkAnswer(asked, text);
      return 'message' in checked ? checked.message : undefined;
    },
    ...(type.kind === 'money' ? { doubt: (text: string) => doubtOf(asked, text) } : {}),
  });
  const checked = checkAnswer(asked, input);
  const value = 'value' in checked ? checked.value : SKIP;
  if (typeof value === 'string' && value !== SKIP && (value !== input.trim() || type.kind === 'money'))
    prompter.say(`${asked.path.at(-1)}：记作 ${value}${type.kind === 'money' ? ' 万元' : ''}`);
  return value;
}

/** A sum that is more likely one of 元 is asked back, in 亿. */
function doubtOf(asked: Asked, text: string): string | undefined {
  const checked = checkAnswer(asked, text);
  const fen = 'value' in checked && typeof checked.value === 'string' ? parseWan(checked.value) : undefined;
  if (fen === undefined || fen < LARGE_FEN) return undefined;
  return `${asked.path.at(-1)}：记作 ${formatWan(fen)}（${(fen / LARGE_FEN).toFixed(2)} 亿元），对吗？`;
}

async function askChoice(prompter: Prompter, asked: Asking, message: string): Promise<Raw> {
  const options = (asked.type.options ?? []).map((word) => ({ value: word, label: word }));
  const skip = asked.required ? [] : [{ value: SKIP, label: '（先不填）' }];
  return prompter.choose({ key: keyOf(asked), message, options: [...options, ...skip] });
}

async function askChoices(prompter: Prompter, asked: Asking, message: string): Promise<Raw> {
  const options = (asked.type.options ?? []).map((word) => ({ value: word, label: word }));
  const { required } = asked;
  const chosen = await prompter.chooseMany({ key: keyOf(asked), message, options, required });
  return chosen.length === 0 ? SKIP : chosen;
}

/** Whether a group is begun at all. */
async function begins(prompter: Prompter, asked: Asking, message: string): Promise<boolean> {
  if (asked.required) {
    prompter.say(message);
    return true;
  }
  const question = { message: `${message}现在填吗？`, otherwise: asked.wanted };
  return prompter.confirm({ key: `${keyOf(asked)}/现在填`, ...question });
}

async function askRecord(prompter: Prompter, asked: Asking, message: string): Promise<Raw> {
  if (!(await begins(prompter, asked, message))) return SKIP;
  const record = await askParts(prompter, asked, asked.path, '', !asked.required);
  return record ?? SKIP;
}

/** The parts of a record; undefined when it was left at its first part. */
async function askParts(
  prompter: Prompter,
  asked: Asking,
  path: Path,
  place: string,
  mayLeave: boolean,
  given: RawMap = {},
): Promise<RawMap | undefined> {
  const record: Record<string, Raw> = {};
  const parts = (asked.type.parts ?? []).filter(
    ({ label }) => given[label] !== undefined || asked.definition.askedParts?.[label] !== false,
  );
  for (const [at, part] of parts.entries()) {
    const known = given[part.label];
    if (known === undefined && !isAsked(asked.definition.askedParts?.[part.label], record)) continue;
    const leaves = at === 0 && mayLeave;
    const value = known ?? (await askPart(prompter, asked, part, [...path, part.label], place, leaves));
    if (value === SKIP && leaves && !part.optional) return undefined;
    if (value !== SKIP) record[part.label] = value;
  }
  return Object.keys(record).length === 0 ? undefined : record;
}

function askPart(
  prompter: Prompter,
  asked: Asking,
  part: PartInfo,
  path: Path,
  place: string,
  leaves: boolean,
): Promise<Raw> {
  const unit = part.type.kind === 'money' ? '（万元）' : '';
  const need = part.optional ? '【选填】' : leaves ? '（空着表示这一组不填了）' : '';
  const hint = part.hint ?? '';
  const message = `${asked.definition.label}${place} · ${part.label}${unit}${need}${hint}`;
  const required = !part.optional && !leaves;
  return ask(
    prompter,
    { ...asked, type: part.type, path, required, wanted: false, given: () => ({}) },
    message,
  );
}

async function askList(prompter: Prompter, asked: Asking, message: string): Promise<Raw> {
  if (!(await begins(prompter, asked, message))) return SKIP;
  const { item } = asked.type;
  const items: Raw[] = [];
  while (item) {
    const at = items.length;
    const value = await askParts(
      prompter,
      { ...asked, type: item as FieldType<unknown> },
      [...asked.path, at],
      ` 第 ${at + 1} 项`,
      at > 0 || !asked.required,
      asked.given(at),
    );
    if (value === undefined) break;
    items.push(value);
    const more = {
      key: `${asked.path.join('/')}/${at}/还有`,
      message: `${asked.definition.label}：已填 ${items.length} 项，还有下一项吗？`,
      otherwise: asked.given(items.length).名称 !== undefined,
    };
    if (!(await prompter.confirm(more))) break;
  }
  return items.length === 0 ? SKIP : items;
}

/** What a value says, in one line: for the list of all answers. */
export function rawWords(raw: Raw): string {
  if (typeof raw === 'string') return raw.replace(/\s+/g, ' ').trim();
  if (!isRawMap(raw)) return raw.map(rawWords).join('；');
  return Object.entries(raw)
    .map(([label, value]) => `${label} ${rawWords(value)}`)
    .join('，');
}
