import { isDay } from '../../src/form/dates.ts';
import { type JudgedChange, judgeNamed } from '../../src/io/judge-change.ts';
import { warn } from '../../src/io/say.ts';
import { localToday } from '../../src/io/today.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { stop } from './exit.ts';

/** A change as the command line names it. */
export interface GivenChange {
  readonly base: string;
  readonly head?: string | undefined;
  readonly actor?: string | undefined;
  /** `REV`, or with what the forge says of it: `REV,number=17,actor=10000001`. */
  readonly opens: readonly string[];
  readonly today: string;
}

/** Options that `check` and `gate` have in common. */
export const CHANGE_ARGS = {
  head: { type: 'string', description: '改动后的版本；不写就是现在的文件' },
  open: {
    type: 'string',
    description:
      '还没有并入的其他提交，一并查重；可以写几次，知道编号和提交人的写成 版本,number=17,actor=10000001',
  },
  actor: { type: 'string', description: '提交人账号的数字编号，核对他能不能改这些文件' },
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天）' },
} as const;

/** The day of --today; ends the run when it is none. */
export function dayOf(given: string | undefined): string {
  const today = given ?? localToday();
  if (!isDay(today)) stop(`--today 写成 2026-03-05 这样的日期，不能是「${today}」。`);
  return today;
}

/** Reads and judges a change; ends the run with a sentence when it cannot be read. */
export async function judgeGiven(
  root: string,
  { base, head, actor, opens, today }: GivenChange,
): Promise<JudgedChange> {
  if (actor !== undefined && !isAccount(actor)) stop(`--actor 写账号的数字编号，不能是「${actor}」。`);
  const named = { base, head, actor, today, opens: opens.map(openOption) };
  try {
    const judged = await judgeNamed(root, named);
    if (judged.remark !== undefined) warn(judged.remark);
    return judged;
  } catch (error) {
    if (error instanceof UsageError) stop(error.message);
    throw error;
  }
}

const isAccount = (text: string): boolean => /^\d{1,20}$/.test(text);

function openOption(given: string): { revision: string; number?: number; actor?: string } {
  const [revision = '', ...said] = given.split(',');
  const values: { revision: string; number?: number; actor?: string } = { revision };
  for (const part of said) {
    const [name = '', value = ''] = part.split('=');
    if (name === 'number' && /^\d{1,9}$/.test(value)) values.number = Number(value);
    else if (name === 'actor' && isAccount(value)) values.actor = value;
    else stop(`--open 写成 版本,number=17,actor=10000001，不能是「${given}」。`);
  }
  return values;
}

/** Every value of an option that may stand several times; the parser of the command line keeps the last only. */
export function repeated(raw: readonly string[], option: string): readonly string[] {
  return raw.flatMap((word, at) => {
    if (word.startsWith(`--${option}=`)) return [word.slice(option.length + 3)];
    const value = word === `--${option}` ? raw[at + 1] : undefined;
    return value === undefined ? [] : [value];
  });
}
