/** Who asks the questions: a terminal, or a test. Every method may throw `Cancelled`. */
export interface Prompter {
  /** A line or, with `long`, several. `validate` gives the complaint about an answer, or undefined. */
  text(question: TextQuestion): Promise<string>;
  choose(question: ChoiceQuestion): Promise<string>;
  chooseMany(question: ChoiceQuestion & { readonly required: boolean }): Promise<readonly string[]>;
  /** One of many options, found by typing part of its label or keywords. */
  search(question: ChoiceQuestion): Promise<string>;
  /** `otherwise` is the answer that a bare Enter gives. */
  confirm(message: string, otherwise?: boolean): Promise<boolean>;
  /** Tells something; nothing is asked. */
  say(text: string, title?: string): void;
}

export interface TextQuestion {
  readonly message: string;
  readonly placeholder: string;
  readonly long: boolean;
  readonly validate: (input: string) => string | undefined;
}

export interface ChoiceQuestion {
  readonly message: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly keywords?: string;
}

/** The person broke off; what was answered so far is kept. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** One question that was answered. */
export interface Answered {
  readonly question: string;
  readonly answer: string | boolean | readonly string[];
}

type Answer = Answered['answer'];

/**
 * A prompter that keeps every answer as it is given (`save`), and gives the answers of an earlier run again without
 * asking for as long as the questions are the same. An interview that was broken off goes on where it stopped.
 */
export function recording(
  prompter: Prompter,
  earlier: readonly Answered[],
  save: (transcript: readonly Answered[]) => void,
): Prompter {
  const replay = [...earlier];
  const transcript: Answered[] = [];
  async function once<A extends Answer>(
    question: string,
    ask: () => Promise<A>,
    fits: (answer: Answer) => boolean,
  ): Promise<A> {
    const known = replay.shift();
    if (known && known.question === question && fits(known.answer)) {
      transcript.push(known);
      return known.answer as A;
    }
    replay.length = 0;
    const answer = await ask();
    transcript.push({ question, answer });
    save(transcript);
    return answer;
  }
  const isText = (answer: Answer): boolean => typeof answer === 'string';
  const offers = (question: ChoiceQuestion, answer: Answer): boolean =>
    question.options.some(({ value }) => value === answer);
  return {
    text: (question) =>
      once(
        question.message,
        () => prompter.text(question),
        (answer) => typeof answer === 'string' && question.validate(answer) === undefined,
      ),
    choose: (question) =>
      once(
        question.message,
        () => prompter.choose(question),
        (answer) => isText(answer) && offers(question, answer),
      ),
    search: (question) =>
      once(
        question.message,
        () => prompter.search(question),
        (answer) => isText(answer) && offers(question, answer),
      ),
    chooseMany: (question) => once(question.message, () => prompter.chooseMany(question), Array.isArray),
    confirm: (message, otherwise) =>
      once(
        message,
        () => prompter.confirm(message, otherwise),
        (answer) => typeof answer === 'boolean',
      ),
    say: (text, title) => {
      if (replay.length === 0) prompter.say(text, title);
    },
  };
}
