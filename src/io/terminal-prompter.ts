import type { Readable, Writable } from 'node:stream';
import { isCancel, log, note, select, text } from '@clack/prompts';
import { partOfPlan } from '../filing/plan-part.ts';
import {
  Back,
  Cancelled,
  type ChoiceQuestion,
  type ConfirmQuestion,
  type ManyQuestion,
  type Option,
  type Prompter,
  type TextQuestion,
} from '../filing/prompter.ts';
import { foldText } from '../text/fold.ts';
import { DONE, echoOf, readLong, textOfFile } from './read-long.ts';

/** How many options are shown at once. */
const MAX_OPTIONS = 12;
const AGAIN = '再找';
const BACK = '上一项';
/** What one types to see the question before again. */
const isBack = (input: string): boolean => /^(?:上一项|返回|<|＜)$/.test(input.trim());
const BACK_HINT = '回到上一项，打「<」';

/** Where it is asked and answered. */
interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks in the terminal, in Chinese throughout. Ctrl-C and Esc throw `Cancelled`. */
export function terminalPrompter(
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): Prompter {
  return {
    text: (question) => (question.long ? askLong(terminal, question) : askLine(terminal, question)),
    choose: (question) => choose(terminal, question),
    chooseMany: (question) => chooseMany(terminal, question),
    search: (question) => search(terminal, question),
    confirm: (question) => confirm(terminal, question),
    say: (words, title) =>
      title === undefined ? log.message(words, terminal) : note(words, title, terminal),
  };
}

async function askLine(
  terminal: Terminal,
  { message, placeholder, validate, earlier, back }: TextQuestion,
): Promise<string> {
  const hint = back ? [placeholder, BACK_HINT].filter((part) => part !== '').join('；') : placeholder;
  const said = text({
    ...terminal,
    message,
    placeholder: hint,
    ...(typeof earlier === 'string' && earlier !== '' ? { initialValue: earlier } : {}),
    validate: (input) => (back && isBack(input ?? '') ? undefined : validate(input ?? '')),
  });
  const answer = (await answered(said)) ?? '';
  if (back && isBack(answer)) throw new Back();
  return answer;
}

/** Several paragraphs: pasted or typed, or the path of a file that holds them. */
async function askLong(terminal: Terminal, question: TextQuestion): Promise<string> {
  const { message, placeholder, validate, earlier, back } = question;
  const kept = typeof earlier === 'string' && earlier !== '' ? earlier : undefined;
  const ways = [
    `可以粘贴几段，写完另起一行打「${DONE}」，或者按 Ctrl-D；也可以写一个文件的路径：Word（.docx）、PDF、表格或文本`,
    ...(back ? [BACK_HINT] : []),
    ...(kept === undefined ? [] : ['直接回车，用原来的']),
  ];
  for (;;) {
    log.step(`${message}\n${[placeholder, ...ways].filter((part) => part !== '').join('；')}。`, terminal);
    if (kept !== undefined)
      log.message(`原来写的：${kept.slice(0, 80)}${kept.length > 80 ? '…' : ''}`, terminal);
    const read = await readLong(terminal.input, terminal.output);
    if (read.kind === 'cancel') throw new Cancelled();
    const typed = read.kind === 'nothing' ? (kept ?? '') : read.text;
    if (back && isBack(typed)) throw new Back();
    const file = await textOfFile(typed);
    if (file && 'fault' in file) {
      log.warn(file.fault, terminal);
      continue;
    }
    for (const one of file?.unread ?? []) log.warn(one, terminal);
    const answer = file ? await fromPlan(terminal, question, file.text) : typed;
    const complaint = validate(answer);
    if (complaint === undefined) {
      if (answer !== '') log.message(echoOf(answer), terminal);
      return answer;
    }
    log.warn(complaint, terminal);
  }
}

/** Of a whole plan the part with the heading of the question, when the person says so. */
async function fromPlan(terminal: Terminal, { key }: TextQuestion, plan: string): Promise<string> {
  const part = partOfPlan(plan, key);
  if (part === undefined) return plan;
  const count = (words: string): string => `${words.replace(/\s/g, '').length} 字`;
  const chosen = await choose(terminal, {
    key,
    message: `文件里有「${key}」一节，用哪一样`,
    options: [
      { value: '一节', label: `只用这一节（${count(part)}）` },
      { value: '全文', label: `用全文（${count(plan)}）` },
    ],
  });
  return chosen === '一节' ? part : plan;
}

async function choose(
  terminal: Terminal,
  { message, options, earlier, back }: ChoiceQuestion,
): Promise<string> {
  const offered = [...clackOptions(options), ...(back ? [{ value: BACK, label: '← 上一项' }] : [])];
  const chosen = await answered(
    select({
      ...terminal,
      message,
      options: offered,
      maxItems: MAX_OPTIONS,
      showInstructions: false,
      ...(typeof earlier === 'string' ? { initialValue: earlier } : {}),
    }),
  );
  if (back && chosen === BACK) throw new Back();
  return chosen;
}

async function confirm(
  terminal: Terminal,
  { key, message, otherwise, earlier, back }: ConfirmQuestion,
): Promise<boolean> {
  const first = typeof earlier === 'boolean' ? earlier : otherwise;
  const options = [
    { value: '是', label: '是' },
    { value: '否', label: '否' },
  ];
  const question = { key, message, options, earlier: first ? '是' : '否', ...(back ? { back } : {}) };
  return (await choose(terminal, question)) === '是';
}

/** Several of a list by their numbers, in the order of importance: 「3、1」. Words are read too. */
async function chooseMany(
  terminal: Terminal,
  { message, options, required, earlier, back }: ManyQuestion,
): Promise<readonly string[]> {
  const listed = options.map(({ label }, at) => `${at + 1} ${label}`).join('\n');
  const before = Array.isArray(earlier) ? numbersOf(earlier, options) : '';
  const answer = await askLine(terminal, {
    key: '',
    message: `${message}\n${listed}`,
    placeholder: `写序号，几项之间用顿号，例如 1、3${required ? '' : '；都没有的直接回车'}`,
    long: false,
    ...(before === '' ? {} : { earlier: before }),
    ...(back ? { back } : {}),
    validate: (input) => {
      const chosen = chosenIn(input, options);
      if (chosen === undefined) return `写 1 到 ${options.length} 的序号，几项之间用顿号，例如 1、3。`;
      return required && chosen.length === 0 ? '至少选一项，写它的序号。' : undefined;
    },
  });
  return chosenIn(answer, options) ?? [];
}

function numbersOf(chosen: readonly string[], options: readonly Option[]): string {
  return chosen.map((one) => options.findIndex(({ value }) => value === one) + 1).join('、');
}

/** What was chosen; undefined when a word of the answer is no option. */
export function chosenIn(input: string, options: readonly Option[]): readonly string[] | undefined {
  const words = input
    .normalize('NFKC')
    .split(/[、,;.\s]+/)
    .filter((word) => word !== '');
  const found = words.map((word) =>
    /^\d+$/.test(word) ? options[Number(word) - 1] : options.find(({ label }) => label === word),
  );
  return found.includes(undefined)
    ? undefined
    : [...new Set(found.flatMap((one) => (one ? [one.value] : [])))];
}

/** Asks for part of a name, then offers what has it; the search prompt of the library speaks only English. */
async function search(terminal: Terminal, question: ChoiceQuestion): Promise<string> {
  const { message, options, back } = question;
  const found = (typed: string): readonly Option[] => options.filter((option) => matches(option, typed));
  for (;;) {
    const typed = await askLine(terminal, {
      key: question.key,
      message,
      placeholder: '例如 经八路，或 jingba、jbl；空着按回车看全部',
      long: false,
      ...(back ? { back } : {}),
      validate: (input) =>
        found(input).length > 0 ? undefined : '没有找到，换几个字，或者空着按回车看全部。',
    });
    const again = { value: AGAIN, label: '（都不是，再找一次）' };
    const chosen = await choose(terminal, {
      key: question.key,
      message: '是哪一个？',
      options: [...found(typed), again],
    });
    if (chosen !== AGAIN) return chosen;
  }
}

function clackOptions(options: readonly Option[]): { value: string; label: string }[] {
  return options.map(({ value, label }) => ({ value, label }));
}

/** Part of the name, or of its pinyin with or without blanks, or of its initials. */
function matches(option: Option, typed: string): boolean {
  return foldText(`${option.label} ${option.keywords ?? ''}`).includes(foldText(typed));
}

async function answered<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const answer = await question;
  if (isCancel(answer)) throw new Cancelled();
  return answer as Exclude<T, symbol>;
}
