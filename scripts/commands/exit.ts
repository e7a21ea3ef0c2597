import { givenRoot } from '../../src/io/root.ts';
import { warn } from '../../src/io/say.ts';
import { printable } from '../../src/text/finding.ts';

/** Exit codes of the command line: 0 fine, 1 findings that block, 2 wrong usage or input/output. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;

/** Ends the run with a sentence on standard error. */
export function stop(message: string, code: (typeof EXIT)[keyof typeof EXIT] = EXIT.usage): never {
  warn(printable(message));
  process.exit(code);
}

/** One of the words that an option allows; anything else ends the run. */
export function oneOf<const Word extends string>(
  option: string,
  value: unknown,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) {
    const given = value === undefined || value === '' ? '没有给出' : `不能是「${String(value)}」`;
    stop(`--${option} ${given}；可以写：${words.join('、')}。`);
  }
  return found;
}

/** Ends the run when an option is given that the command does not have. */
export function refuseUnknown(args: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const unknown = Object.keys(args).filter((key) => key !== '_' && !known.includes(key));
  if (unknown.length > 0) stop(`没有这个选项：${unknown.map((key) => `--${key}`).join(' ')}。`);
}

/** The option that every command has which works in a registry. */
export const ROOT = { type: 'string', description: '登记库文件夹', default: givenRoot() } as const;
