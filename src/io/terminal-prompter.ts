import { confirm, isCancel, log, multiline, multiselect, note, select, text } from '@clack/prompts';
import { Cancelled, type ChoiceQuestion, type Option, type Prompter } from '../filing/prompter.ts';
import { foldText } from '../text/fold.ts';

/** How many options are shown at once. */
const MAX_OPTIONS = 12;
const AGAIN = '';

/** Asks in the terminal. Ctrl-C and Esc throw `Cancelled`. */
export function terminalPrompter(): Prompter {
  return {
    text: async ({ message, placeholder, long, validate }) => {
      const options = {
        message,
        placeholder,
        validate: (input: string | undefined) => validate(input ?? ''),
      };
      const said = long
        ? multiline({ ...options, message: `${message}（可以写几段，写完连按两次回车）` })
        : text(options);
      return (await answered(said)) ?? '';
    },
    choose: ({ message, options }) =>
      answered(
        select({ message, options: clackOptions(options), maxItems: MAX_OPTIONS, showInstructions: false }),
      ),
    chooseMany,
    search,
    confirm: (message, otherwise = true) =>
      answered(confirm({ message, active: '是', inactive: '否', initialValue: otherwise })),
    say: (words, title) => (title === undefined ? log.message(words) : note(words, title)),
  };
}

/** The prompt's own complaint is in English, so that an empty choice is refused here. */
async function chooseMany({
  message,
  options,
  required,
}: Parameters<Prompter['chooseMany']>[0]): Promise<readonly string[]> {
  for (;;) {
    const prompt = {
      message: `${message}（空格选中，回车确定）`,
      options: clackOptions(options),
      showInstructions: false,
    };
    const chosen = await answered(multiselect({ ...prompt, required: false }));
    if (chosen.length > 0 || !required) return chosen;
    log.warn('至少选一项：用上下键移动，按空格选中，再按回车。');
  }
}

/** Asks for part of a name, then offers what has it; the search prompt of the library speaks only English. */
async function search({ message, options }: ChoiceQuestion): Promise<string> {
  const found = (typed: string): readonly Option[] => options.filter((option) => matches(option, typed));
  const validate = (typed: string | undefined): string | undefined =>
    found(typed ?? '').length > 0 ? undefined : '没有找到，换几个字，或者空着按回车看全部。';
  for (;;) {
    const typed =
      (await answered(
        text({ message, placeholder: '例如 经八路，或 jingba、jbl；空着按回车看全部', validate }),
      )) ?? '';
    const offered = [...clackOptions(found(typed)), { value: AGAIN, label: '（都不是，再找一次）' }];
    const chosen = await answered(
      select({ message: '是哪一个？', options: offered, maxItems: MAX_OPTIONS, showInstructions: false }),
    );
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
