import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Everything by which Node changes what is on the disk, as far as the program uses it. */
const CHANGING = [
  'writeSync',
  'writeFileSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'linkSync',
  'mkdirSync',
  'fsyncSync',
] as const;
type Changing = (typeof CHANGING)[number];
/** `stopped`: from the nth change on nothing happens any more, as if the computer had been switched off.
 * `full`: the nth change fails for want of room, and what comes after it works.
 * `linkless`: no file gets a second name. */
export type Fault = 'stopped' | 'full' | 'linkless';
const CODES = { stopped: 'ESTOPPED', full: 'ENOSPC', linkless: 'EPERM' } as const;

/** Runs something on a disk that fails at the nth change. Tells whether it came to that, and what was thrown. */
export async function onBrokenDisk(
  nth: number,
  fault: Fault,
  action: () => unknown,
): Promise<{ readonly reached: boolean; readonly error: unknown }> {
  const sound = Object.fromEntries(CHANGING.map((name) => [name, fs[name]])) as Pick<typeof fs, Changing>;
  let count = 0;
  const fails: Readonly<Record<Fault, (name: Changing, at: number) => boolean>> = {
    stopped: (_, at) => at >= nth,
    full: (name, at) => at === nth && name !== 'rmSync',
    linkless: (name) => name === 'linkSync',
  };
  for (const name of CHANGING) {
    const real = sound[name] as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        count++;
        if (fails[fault](name, count)) throw Object.assign(new Error(fault), { code: CODES[fault] });
        return real(...args);
      },
    });
  }
  syncBuiltinESMExports();
  let error: unknown;
  try {
    await action();
  } catch (thrown) {
    error = thrown;
  } finally {
    Object.assign(fs, sound);
    syncBuiltinESMExports();
  }
  return { reached: count >= nth, error };
}
