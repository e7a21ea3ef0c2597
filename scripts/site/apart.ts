import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { UsageError } from '../../src/io/usage-error.ts';

/** What a process apart tells that has failed. */
interface Failed {
  readonly failed: {
    readonly message: string;
    /** What the system calls it. */
    readonly code?: string | undefined;
    /** True for what is the user's to mend, and said in the message. */
    readonly usage: boolean;
  };
}

/**
 * Runs a script of this folder in a process of its own: its memory goes with it, and another processor works on it. `tell`
 * is given what it sends. Throws what went wrong there: with the code of the system, so that it can be said in words.
 */
export async function runApart<Message extends object>(
  script: string,
  args: readonly string[],
  { flags = [], env = {}, tell = () => {} }: Apart<Message> = {},
): Promise<void> {
  const child = fork(join(import.meta.dirname, script), args, {
    execArgv: [...process.execArgv, ...flags],
    env: { ...process.env, ...env },
  });
  let failed: Failed['failed'] | undefined;
  child.on('message', (message: object) => {
    if ('failed' in message) failed = (message as Failed).failed;
    else tell(message as Message);
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (failed?.code) throw Object.assign(new Error(failed.message), { code: failed.code });
  if (failed) throw failed.usage ? new UsageError(failed.message) : new Error(failed.message);
  if (signal !== null) throw new UsageError(`建网站的一个进程被系统结束了（${signal}），多半是内存不够。`);
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

interface Apart<Message extends object> {
  /** For Node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly tell?: (message: Message) => void;
}

/** What such a script does: a failure is told to whoever started it, and whoever has lost its parent ends. */
export async function beApart(work: () => Promise<void>): Promise<void> {
  const alone = (): void => process.exit(1);
  process.once('disconnect', alone);
  await work().catch(async (error: NodeJS.ErrnoException) => {
    const usage = error instanceof UsageError;
    const failed = {
      message: usage ? error.message : (error.stack ?? error.message),
      code: error.code,
      usage,
    };
    await new Promise((done) => process.send?.({ failed } satisfies Failed, done) ?? done(undefined));
    process.exitCode = 1;
  });
  process.off('disconnect', alone);
  process.disconnect?.();
}

/** Tells whoever started this process. */
export function tellParent(message: object): void {
  process.send?.(message);
}
