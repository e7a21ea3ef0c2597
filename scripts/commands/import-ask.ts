import type { Prompter } from '../../src/filing/prompter.ts';
import { keepAnswers, readingFile } from '../../src/io/kept-readings.ts';
import { terminalPrompter } from '../../src/io/terminal-prompter.ts';
import { LEAVE, withAnswer, worthAsking } from '../../src/ledger/answering.ts';
import { writeAnswers } from '../../src/ledger/mapping.ts';
import { type Answers, NO_ANSWERS, type Understood } from '../../src/ledger/reading.ts';

/** More than these are answered in the file of readings rather than one by one. */
const MOST = 30;

/**
 * Asks what the ledger leaves open, once for a column, in the terminal. Undefined where nothing was answered.
 */
export async function askLedger(
  understood: Understood,
  given: Answers | undefined,
  prompter: Prompter = terminalPrompter(),
): Promise<Answers | undefined> {
  const questions = worthAsking(understood).slice(0, MOST);
  if (questions.length === 0) return undefined;
  prompter.say(`有 ${questions.length} 处要答复；一列只问一次，下一本同样的台账照用。`);
  let answers = given ?? NO_ANSWERS;
  let answered = false;
  for (const [at, question] of questions.entries()) {
    const { sheet, cell, asks, choices } = question;
    const message = `${at + 1}/${questions.length} 「${sheet}」${cell ?? ''} ${asks}`;
    const said = await ask(prompter, `台账/${at}`, message, choices);
    if (said === undefined) continue;
    answered = true;
    answers = withAnswer(answers, question, said, understood.tables);
  }
  return answered ? answers : undefined;
}

/** Keeps the answers for the next ledger of the shape; `understood` is the ledger as read with them. */
export function keepReading(understood: Understood, answers: Answers, root: string): string | undefined {
  const file = readingFile(root, understood);
  if (file !== undefined) keepAnswers(file, understood, answers);
  return file;
}

async function ask(
  prompter: Prompter,
  key: string,
  message: string,
  choices: readonly string[],
): Promise<string | undefined> {
  if (choices.length === 0) {
    const said = await prompter.text({
      key,
      message,
      placeholder: '不知道的，直接回车',
      long: false,
      validate: () => undefined,
    });
    return said.trim() === '' ? undefined : said.trim();
  }
  const options = [...choices, LEAVE].map((value) => ({ value, label: value }));
  const said = await prompter.choose({ key, message, options });
  return said === LEAVE ? undefined : said;
}

/** Where nobody sits at a terminal: which file the answers belong in, and what to write into it. */
export function howToAnswer(
  understood: Understood,
  given: Answers | undefined,
  root: string,
): string | undefined {
  const open = worthAsking(understood);
  const file = readingFile(root, understood);
  if (open.length === 0 || file === undefined) return undefined;
  const lines = writeAnswers(understood, given).trimEnd().split('\n');
  return [
    `有 ${open.length} 处要答复。把下面的内容写进 ${file}，改好标着「核对」的几行，再导入一次；下一本同样的台账照用：`,
    '',
    ...lines.map((line) => `  ${line}`),
  ].join('\n');
}
