import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

/** Keys as a terminal sends them. */
export const KEYS = {
  enter: '\r',
  down: '\u001b[B',
  escape: '\u001b',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

/** What a person does at a question: types a line, picks a word of a list, or sends keys as they are. */
export type Doing = { readonly line: string } | { readonly pick: string } | { readonly keys: string };

/** So long nothing new stands on the screen before the person answers, milliseconds. */
const REST = 25;
/** Reading a document takes its time. */
const PATIENCE = 5_000;
/** A question, a complaint, or the hint of a long answer. */
const ASKS = /[◆▲]|按 Ctrl-D/;
/** More questions than any filing has. */
const MOST_TURNS = 400;
/** More words than any list has. */
const MOST_DOWNS = 20;

/**
 * Somebody at a terminal: sees only what is printed, and answers with keys. What to do is found by the words of the
 * question, the longest that fit; several doings for the same words are done one after another, and nothing is answered when none is left.
 */
export class Typist {
  readonly input = new PassThrough();
  readonly output = Object.assign(new PassThrough(), { columns: 200, rows: 60, isTTY: true });
  /** Everything that was printed, without colours. */
  printed = '';
  readonly #doings: ReadonlyMap<string, Doing[]>;
  #heard = 0;

  constructor(doings: Readonly<Record<string, Doing | readonly Doing[]>>) {
    this.#doings = new Map(
      Object.entries(doings).map(([words, one]) => [words, Array.isArray(one) ? [...one] : [one as Doing]]),
    );
    this.output.on('data', (bytes: Buffer) => {
      this.printed += stripVTControlCharacters(bytes.toString('utf8'));
    });
  }

  /** Answers whatever is asked until the work is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const ends = (): void => {
      done = true;
    };
    work.then(ends, ends);
    for (let turn = 0; !done && turn < MOST_TURNS; turn++) {
      const asked = await this.#rested(() => done);
      if (done) break;
      await this.#do(this.#doingFor(asked));
    }
    if (!done) throw new Error(`Still asked: ${this.printed.slice(-400)}`);
    return work;
  }

  /** What was printed since the last answer, once a question stands there and nothing more comes. */
  async #rested(isOver: () => boolean): Promise<string> {
    let length = -1;
    for (let waited = 0; !isOver() && waited < PATIENCE; waited += REST) {
      const asked = this.printed.slice(this.#heard);
      if (this.printed.length === length && ASKS.test(asked)) break;
      length = this.printed.length;
      await new Promise((go) => setTimeout(go, REST));
    }
    const asked = this.printed.slice(this.#heard);
    this.#heard = this.printed.length;
    return asked;
  }

  #doingFor(asked: string): Doing {
    const fits = [...this.#doings].filter(([words, left]) => left.length > 0 && asked.includes(words));
    const [best] = fits.sort(
      ([a], [b]) => asked.lastIndexOf(b) - asked.lastIndexOf(a) || b.length - a.length,
    );
    if (!best && asked.includes('▲')) throw new Error(`No answer for: ${asked.slice(-600)}`);
    // An empty line begins a pasted text when more follows at once, and this person is quick.
    const nothing = asked.includes('按 Ctrl-D') ? KEYS.ctrlD : KEYS.enter;
    return best?.[1].shift() ?? { keys: nothing };
  }

  async #do(doing: Doing): Promise<void> {
    if ('line' in doing) this.input.write(`${doing.line}${KEYS.enter}`);
    else if ('keys' in doing) this.input.write(doing.keys);
    else await this.#pick(doing.pick);
  }

  async #pick(word: string): Promise<void> {
    const from = this.printed.lastIndexOf('◆');
    for (let downs = 0; downs < MOST_DOWNS; downs++) {
      const marked = [...this.printed.slice(from).matchAll(/● +([^\n]+)/g)].at(-1)?.[1] ?? '';
      if (marked.startsWith(word)) {
        this.#heard = this.printed.length;
        this.input.write(KEYS.enter);
        return;
      }
      this.input.write(KEYS.down);
      await new Promise((go) => setTimeout(go, REST));
    }
    throw new Error(`「${word}」 is not offered: ${this.printed.slice(from, from + 600)}`);
  }
}
