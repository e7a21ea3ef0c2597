import { type Answer, Back, type ChoiceQuestion, type Prompter, type TextQuestion } from './prompter.ts';

/** One question that was answered. `question` is for people who look into a draft; nothing depends on it. */
export interface Answered {
  readonly key: string;
  readonly question: string;
  readonly answer: Answer;
}

/** An answer was taken back: the questions are gone through once more, and only what is open is asked. */
class Reopened extends Error {
  override readonly name = 'Reopened';
}

/**
 * A prompter that keeps every answer as it is given (`save`) and gives the answers of an earlier run again without
 * asking. Answers are kept by where they belong, not by the words of the question: a question that was reworded is not
 * asked again, and one whose answer does not hold any more is asked alone.
 */
export class Recorder implements Prompter {
  /** Asks without keeping: what must be answered anew each time. */
  readonly plain: Prompter;
  readonly #save: (transcript: readonly Answered[]) => void;
  readonly #kept: Map<string, Answered>;
  readonly #earlier = new Map<string, Answer>();
  /** Keys gone through in this run, in order. */
  #run: string[] = [];
  /** Keys answered by the person, not from the draft, and not looked at since. */
  readonly #fresh = new Set<string>();
  readonly #touched = new Set<string>();
  #unsaid: (readonly [string, string?])[] = [];

  constructor(
    prompter: Prompter,
    earlier: readonly Answered[],
    save: (transcript: readonly Answered[]) => void,
  ) {
    this.plain = prompter;
    this.#save = save;
    this.#kept = new Map(earlier.map((one) => [one.key, one]));
  }

  /** Goes through a script of questions; every step back goes through it again, with what was answered meanwhile. */
  async through<T>(script: () => Promise<T>): Promise<T> {
    for (;;) {
      this.#run = [];
      this.#unsaid = [];
      try {
        return await script();
      } catch (error) {
        if (error instanceof Back) this.#back();
        else if (!(error instanceof Reopened)) throw error;
      }
    }
  }

  /** Takes back the answers to a field and to all its parts; they are offered when it is asked again. */
  reopen(field: string): never {
    for (const key of [...this.#kept.keys()]) if (belongs(key, field)) this.#forget(key);
    throw new Reopened();
  }

  /** Whether the person has just answered something of this field; says so once. */
  isFresh(field: string): boolean {
    const keys = [...this.#fresh].filter((key) => belongs(key, field));
    for (const key of keys) this.#fresh.delete(key);
    return keys.length > 0;
  }

  /** Whether the person has answered anything of this field since the recorder was made. */
  isTouched(field: string): boolean {
    return [...this.#touched].some((key) => belongs(key, field));
  }

  #back(): void {
    const last = this.#run.at(-1);
    if (last === undefined) this.plain.say('这是第一项，前面没有了。');
    else this.#forget(last);
  }

  #forget(key: string): void {
    const known = this.#kept.get(key);
    if (known) this.#earlier.set(key, known.answer);
    this.#kept.delete(key);
  }

  async #once<A extends Answer, Q extends { readonly key: string; readonly message: string }>(
    question: Q,
    ask: (question: Q) => Promise<A>,
    fits: (answer: Answer) => boolean,
  ): Promise<A> {
    const { key, message } = question;
    const known = this.#kept.get(key);
    if (known && fits(known.answer)) {
      this.#run.push(key);
      this.#unsaid = [];
      return known.answer as A;
    }
    for (const [text, title] of this.#unsaid) this.plain.say(text, title);
    this.#unsaid = [];
    const earlier = this.#earlier.get(key) ?? known?.answer;
    const answer = await ask({ ...question, back: true, ...(earlier === undefined ? {} : { earlier }) });
    this.#kept.set(key, { key, question: message, answer });
    this.#run.push(key);
    this.#fresh.add(key);
    this.#touched.add(key);
    this.#save([...this.#kept.values()]);
    return answer;
  }

  text(question: TextQuestion): Promise<string> {
    return this.#once(
      question,
      (asked) => this.#surely(asked),
      (answer) => typeof answer === 'string' && question.validate(answer) === undefined,
    );
  }

  /** Asks until the person stands by an unlikely answer. */
  async #surely(question: TextQuestion): Promise<string> {
    for (;;) {
      const input = await this.plain.text(question);
      const doubt = question.doubt?.(input);
      if (doubt === undefined) return input;
      const sure = { key: `${question.key}/对吗`, message: doubt, otherwise: false };
      if (await this.plain.confirm(sure)) return input;
    }
  }

  choose(question: ChoiceQuestion): Promise<string> {
    return this.#once(
      question,
      (asked) => this.plain.choose(asked),
      (answer) => isOffered(question, answer),
    );
  }

  search(question: ChoiceQuestion): Promise<string> {
    return this.#once(
      question,
      (asked) => this.plain.search(asked),
      (answer) => isOffered(question, answer),
    );
  }

  chooseMany(question: Parameters<Prompter['chooseMany']>[0]): Promise<readonly string[]> {
    const fits = (answer: Answer): boolean =>
      Array.isArray(answer) &&
      answer.every((one) => isOffered(question, one)) &&
      (answer.length > 0 || !question.required);
    return this.#once(question, (asked) => this.plain.chooseMany(asked), fits);
  }

  confirm(question: Parameters<Prompter['confirm']>[0]): Promise<boolean> {
    return this.#once(
      question,
      (asked) => this.plain.confirm(asked),
      (answer) => typeof answer === 'boolean',
    );
  }

  /** Said when the next question is really asked: what lies behind is not told again. */
  say(text: string, title?: string): void {
    this.#unsaid.push(title === undefined ? [text] : [text, title]);
  }
}

function belongs(key: string, field: string): boolean {
  return key === field || key.startsWith(`${field}/`);
}

function isOffered({ options }: ChoiceQuestion, answer: Answer): boolean {
  return options.some(({ value }) => value === answer);
}
