import {
  autocomplete,
  confirm,
  isCancel,
  log,
  multiline,
  multiselect,
  note,
  select,
  text,
} from '@clack/prompts';
import { Cancelled, type Option, type Prompter } from '../forms/prompter.ts';

/** How many options are shown at once. */
const SHOWN = 12;

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
        ? multiline({ ...options, message: `${message}\n（可以写几段，写完连按两次回车）` })
        : text(options);
      return (await answered(said)) ?? '';
    },
    choose: ({ message, options }) =>
      answered(select({ message, options: clackOptions(options), maxItems: SHOWN, showInstructions: false })),
    chooseMany: ({ message, options, required }) =>
      answered(
        multiselect({
          message: `${message}（空格选中，回车确定）`,
          options: clackOptions(options),
          required,
          showInstructions: false,
        }),
      ),
    search: ({ message, options }) =>
      answered(
        autocomplete({
          message,
          options: clackOptions(options),
          maxItems: SHOWN,
          placeholder: '例如 经八路，或 jingba、jbl',
          filter: (typed, { value }) =>
            matches(
              options.find((option) => option.value === value),
              typed,
            ),
        }),
      ),
    confirm: (message) => answered(confirm({ message, active: '是', inactive: '否', initialValue: true })),
    say: (words, title) => (title === undefined ? log.message(words) : note(words, title)),
  };
}

function clackOptions(options: readonly Option[]): { value: string; label: string }[] {
  return options.map(({ value, label }) => ({ value, label }));
}

/** Part of the name, or of its pinyin with or without blanks, or of its initials. */
function matches(option: Option | undefined, typed: string): boolean {
  const wanted = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return option !== undefined && `${option.label} ${option.keywords ?? ''}`.toLowerCase().includes(wanted);
}

async function answered<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const answer = await question;
  if (isCancel(answer)) throw new Cancelled();
  return answer as Exclude<T, symbol>;
}
