/** Who asks the questions: a terminal, or a test. Every question may throw `Cancelled` or `Back`. */
export interface Prompter {
  /** A line or, with `long`, several paragraphs. `validate` gives the complaint about an answer, or undefined. */
  text(question: TextQuestion): Promise<string>;
  choose(question: ChoiceQuestion): Promise<string>;
  /** Several of them, in the order in which they were named. */
  chooseMany(question: ManyQuestion): Promise<readonly string[]>;
  /** One of many options, found by typing part of its label or keywords. */
  search(question: ChoiceQuestion): Promise<string>;
  confirm(question: ConfirmQuestion): Promise<boolean>;
  /** Tells something; nothing is asked. */
  say(text: string, title?: string): void;
}

/** What every question has. */
interface Question {
  /** Where the answer belongs, whatever the question's words are: 「资金来源/0/金额」. */
  readonly key: string;
  readonly message: string;
  /** What was answered before, offered again. */
  readonly earlier?: Answer;
  /** The person may go back to the question before. */
  readonly back?: true;
}

export interface TextQuestion extends Question {
  readonly placeholder: string;
  readonly long: boolean;
  readonly validate: (input: string) => string | undefined;
  /** Words with which an unlikely answer is asked back: 「记作 600000 万元（60.00 亿元），对吗」. */
  readonly doubt?: (input: string) => string | undefined;
}

export interface ChoiceQuestion extends Question {
  readonly options: readonly Option[];
}

export interface ManyQuestion extends ChoiceQuestion {
  readonly required: boolean;
}

export interface ConfirmQuestion extends Question {
  /** The answer that a bare Enter gives. */
  readonly otherwise: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly keywords?: string;
}

export type Answer = string | boolean | readonly string[];

/** The person broke off; what was answered so far is kept. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The person wants to see the question before again. */
export class Back extends Error {
  override readonly name = 'Back';
}
